/** Public notices: what waits to be published, what runs with its days left, what objections wait for an answer. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, day, sum } from '../kit/format.js';
import { empty, note } from '../kit/states.js';
import { chip } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import '../kit/table.js';
import { rowsOf } from './desk.js';
import { daysLeft, noticeFilings } from './notice-words.js';

export default class Notices extends Page {
  heading() { return t('officer.notices.title'); }
  lead() { return t('officer.notices.lead'); }

  async load() {
    const intake = hasRole('INTAKE');
    const [notices, waiting, objections] = await Promise.all([
      api.get('/api/fund/notices?size=100'),
      intake ? api.get('/api/fund/filings?state=APPROVED&size=200') : { items: [], total: 0 },
      hasRole('INTAKE', 'AUDITOR') ? api.get('/api/fund/objections?size=100') : [],
    ]);
    this.notices = rowsOf(notices);
    this.waiting = rowsOf(waiting);
    this.objections = rowsOf(objections).filter(({ state }) => !['ANSWERED', 'DISMISSED', 'UPHELD', 'CLOSED', 'REFUSED'].includes(state));
  }

  aside() { return hasRole('INTAKE') && this.waiting?.length ? html`<a class="button" href="/officer/notices/new">${t('officer.notices.new')}</a>` : nothing; }

  body() {
    const columns = [
      { key: 'publishedOn', label: t('officer.notices.published'), cell: (notice) => html`<time datetime=${notice.publishedOn}>${day(notice.publishedOn)}</time>` },
      { key: 'endsOn', label: t('officer.notices.ends'), cell: (notice) => html`<time datetime=${notice.endsOn}>${day(notice.endsOn, { weekday: true })}</time>` },
      { key: 'state', label: t('officer.field.state'), cell: (notice) => html`${chip(t(`officer.notices.state.${notice.state === 'CLOSED' ? 'CLOSED' : 'RUNNING'}`), notice.state === 'CLOSED' ? 'end' : 'go')} <span class="row-sub">${daysLeft(notice)}</span>` },
      { key: 'count', label: t('officer.notices.filings'), numeric: true, cell: (notice) => noticeFilings(notice).length || notice.count || '–' },
      { key: 'sum', label: t('officer.notices.sum'), numeric: true, cell: (notice) => amount(notice.sum ?? sum(noticeFilings(notice).map((filing) => filing.amount))) },
    ];
    return html`
      ${this.objections.length ? html`<section aria-labelledby="objections"><h2 id="objections">${t('officer.notices.objections')}</h2>
        <ul class="plain-list">${this.objections.map((objection) => html`<li><a href="/officer/notices/${objection.notice ?? objection.noticeId}">${objection.text?.slice(0, 60) ?? objection.id}</a> <span class="quiet">${t('officer.notices.screen')}</span></li>`)}</ul></section>` : nothing}
      ${hasRole('INTAKE') ? note(this.waiting.length ? html`${t('officer.notices.waiting', { n: this.waiting.length })} <a href="/officer/notices/new">${t('officer.notices.new')}</a>` : t('officer.notices.noneWaiting')) : nothing}
      ${this.notices.length ? html`<fpo-table .columns=${columns} .rows=${this.notices} caption=${t('officer.notices.title')} .href=${(notice) => `/officer/notices/${notice.id}`}></fpo-table>`
        : empty(t('officer.notices.none'), t('officer.notices.empty'))}`;
  }
}
