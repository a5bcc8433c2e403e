/** The rounds of publication: which are frozen, which is being worked out; an analyst publishes the next. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { confirm } from '../kit/dialog.js';
import { t } from '../kit/i18n.js';
import { when } from '../kit/format.js';
import { chip } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { registerLabel } from '../kit/states.js';
import { say } from '../kit/toast.js';
import { textField } from '../kit/form.js';
import '../kit/table.js';
import { analystTabs, rowsOf } from './desk.js';
import { lastOf, periodName } from './periods.js';

const KINDS = { DONE: 'end', RUNNING: 'go', FAILED: 'stop' };
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export default class Vintages extends Page {
  static properties = { vintages: { state: true }, next: { state: true } };

  constructor() {
    super();
    this.next = lastOf('month');
  }

  heading() { return t('analyst.vintages.title'); }
  lead() { return t('analyst.vintages.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${analystTabs('vintages')}`; }

  async load() {
    this.vintages = rowsOf(await api.get('/api/industry/statistics/vintages'));
    clearTimeout(this.waits);
    if (this.vintages.some(({ state }) => state === 'RUNNING')) this.waits = setTimeout(() => this.isConnected && this.reload({ quiet: true }), 2000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.waits);
  }

  async publish(event) {
    event.preventDefault();
    const vintage = this.next.trim();
    if (!MONTH.test(vintage)) return this.fail([{ field: 'vintage', message: t('analyst.vintages.month') }]);
    this.errors = [];
    await confirm({
      title: t('analyst.vintages.sure', { month: periodName(vintage) }), body: t('analyst.vintages.sure.text'), yes: t('analyst.vintages.publish'),
      run: async () => {
        await api.act('/api/industry/statistics/vintages', { vintage });
        say(t('analyst.vintages.begun', { month: periodName(vintage) }));
        await this.reload({ quiet: true });
      },
    });
    return undefined;
  }

  body() {
    const columns = [
      { key: 'vintage', label: t('analyst.vintage'), cell: ({ vintage }) => html`${vintage}<span class="row-sub">${t('analyst.vintages.until', { month: periodName(vintage) })}</span>` },
      { key: 'state', label: t('analyst.vintages.state'), cell: (row) => html`${chip(t(`analyst.vintages.state.${row.state}`), KINDS[row.state])}${row.state === 'RUNNING' ? html` <progress max=${row.total || 1} value=${row.done} aria-label=${t('analyst.vintages.years', { done: row.done, total: row.total })}></progress> <span class="quiet">${t('analyst.vintages.years', { done: row.done, total: row.total })}</span>` : nothing}${row.problem ? html`<span class="row-sub">${row.problem.detail ?? row.problem}</span>` : nothing}` },
      { key: 'publishedAt', label: t('analyst.vintages.at'), cell: (row) => (row.publishedAt ? when(row.publishedAt) : '–') },
      { key: 'open', label: t('analyst.nav.statistics'), cell: ({ vintage, state }) => (state === 'DONE' ? html`<a href="/analyst/statistics?vintage=${vintage}">${t('analyst.vintages.open')}</a>` : '–') },
    ];
    return html`${hasRole('ANALYST') ? html`<form class="form" novalidate @submit=${(event) => this.publish(event)}>${textField({ name: 'vintage', label: t('analyst.vintages.next'), hint: t('analyst.vintages.hint'), value: this.next, width: 'short', error: this.errorOf('vintage'), onInput: (value) => { this.next = value; } })}
        <p class="buttons"><button class="button">${t('analyst.vintages.publish')}</button></p></form>` : nothing}
      <fpo-table .columns=${columns} .rows=${this.vintages} caption=${t('analyst.vintages.title')} emptyTitle=${t('analyst.vintages.none')} emptyText=${t('analyst.vintages.empty')}></fpo-table>`;
  }
}
