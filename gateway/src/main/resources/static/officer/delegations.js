/** Delegations: another approver signs for oneself, for a period. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { day } from '../kit/format.js';
import { chip, pager } from '../kit/parts.js';
import { textArea, textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { currentSession, hasRole } from '../kit/session.js';
import { say } from '../kit/toast.js';
import '../kit/table.js';
import { rowsOf } from './desk.js';

export default class Delegations extends Page {
  static properties = { values: { state: true } };

  heading() { return t('officer.delegation.title'); }
  lead() { return t('officer.delegation.lead'); }

  async load() {
    this.values ??= {};
    this.list = await api.get(`/api/fund/delegations?size=20&page=${this.query.get('page') ?? 0}`);
  }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }

  async make(event) {
    event.preventDefault();
    const names = ['delegate', 'startsOn', 'endsOn', 'reason'];
    const missing = names.filter((name) => !this.values[name]?.trim());
    if (missing.length) return this.fail(missing.map((field) => ({ field, message: t('officer.delegation.need') })));
    await this.submitOnce(async () => {
      await api.act('/api/fund/delegations', Object.fromEntries(names.map((name) => [name, this.values[name].trim()])));
      say(t('officer.delegation.done'));
      this.values = {};
      await this.reload({ quiet: true });
    });
    return undefined;
  }

  async end(row) {
    const ended = await confirm({
      title: t('officer.delegation.endSure', { name: row.delegate }),
      body: html`<p>${t('officer.delegation.endText')}</p>`,
      yes: t('officer.delegation.end'),
      danger: true,
      run: () => api.act(`/api/fund/delegations/${row.id}/end`, {}),
    });
    if (ended) await this.reload({ quiet: true });
  }

  body() {
    const me = currentSession().username;
    return html`${hasRole('APPROVER') ? this.form() : nothing}
      <section class="section" aria-labelledby="delegations"><h2 id="delegations">${t('officer.delegation.list')}</h2>
        <fpo-table caption=${t('officer.delegation.list')} .rows=${rowsOf(this.list)} emptyTitle=${t('officer.delegation.none')} emptyText=${t('officer.delegation.noneText')} .columns=${[
          { key: 'approver', label: t('officer.delegation.approver') },
          { key: 'delegate', label: t('officer.delegation.delegate') },
          { key: 'startsOn', label: t('officer.delegation.period'), cell: (row) => html`<time datetime=${row.startsOn}>${day(row.startsOn)}</time> – <time datetime=${row.endsOn}>${day(row.endsOn)}</time><span class="row-sub">${row.reason}</span>` },
          { key: 'active', label: t('officer.field.state'), cell: (row) => (row.active ? chip(t('officer.delegation.active'), 'go') : chip(t(row.endedAt ? 'officer.delegation.ended' : 'officer.delegation.inactive'), 'end')) },
          { key: 'id', label: t('officer.delegation.action'), cell: (row) => (row.approver === me && !row.endedAt ? html`<button type="button" class="plain" @click=${() => this.end(row)}>${t('officer.delegation.end')}</button>` : '–') },
        ]}></fpo-table>
        ${pager(this.list, (page) => `/officer/delegations?page=${page}`)}</section>`;
  }

  form() {
    const { values } = this;
    return html`<form class="form" novalidate @submit=${(event) => this.make(event)}>
      ${textField({ name: 'delegate', label: t('officer.delegation.delegate'), hint: t('officer.delegation.delegateHint'), width: 'medium', value: values.delegate, maxlength: 80, error: this.errorOf('delegate'), onInput: this.set('delegate') })}
      ${textField({ name: 'startsOn', kind: 'date', label: t('officer.delegation.startsOn'), value: values.startsOn, error: this.errorOf('startsOn'), onInput: this.set('startsOn') })}
      ${textField({ name: 'endsOn', kind: 'date', label: t('officer.delegation.endsOn'), value: values.endsOn, error: this.errorOf('endsOn'), onInput: this.set('endsOn') })}
      ${textArea({ name: 'reason', label: t('officer.delegation.reason'), rows: 2, maxlength: 500, value: values.reason, error: this.errorOf('reason'), onInput: this.set('reason') })}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('officer.delegation.make')}</button></div></form>`;
  }
}
