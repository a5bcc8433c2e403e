/** Public notices: what waits to be published, what runs with its days left, what objections wait for an answer. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, day } from '../kit/format.js';
import { empty, note } from '../kit/states.js';
import { hasRole } from '../kit/session.js';
import '../kit/table.js';
import { rowsOf } from './desk.js';
import { isOpenObjection, noticeChip } from './notice-words.js';

export default class Notices extends Page {
  heading() { return t('officer.notices.title'); }
  lead() { return t('officer.notices.lead'); }

  async load() {
    const intake = hasRole('INTAKE');
    const [notices, waiting, objections] = await Promise.all([
      api.get('/api/fund/notices?size=100'),
      intake ? api.get('/api/fund/filings?move=PUBLISH&size=200') : { items: [], total: 0 },
      hasRole('INTAKE', 'AUDITOR') ? api.get('/api/fund/objections?size=100') : [],
    ]);
    this.notices = rowsOf(notices);
    this.waiting = rowsOf(waiting);
    this.objections = rowsOf(objections).filter(isOpenObjection);
  }

  aside() { return hasRole('INTAKE') && this.waiting?.length ? html`<a class="button" href="/officer/notices/new">${t('officer.notices.new')}</a>` : nothing; }

  body() {
    const columns = [
      { key: 'publishedOn', label: t('officer.notices.published'), cell: (notice) => html`<time datetime=${notice.publishedOn}>${day(notice.publishedOn)}</time>` },
      { key: 'endsOn', label: t('officer.notices.ends'), cell: (notice) => html`<time datetime=${notice.endsOn}>${day(notice.endsOn, { weekday: true })}</time>` },
      { key: 'state', label: t('officer.field.state'), cell: (notice) => html`${noticeChip(notice.state)}${notice.state === 'RUNNING' ? html`<span class="row-sub">${notice.timeLeft}</span>` : nothing}` },
      { key: 'count', label: t('officer.notices.filings'), numeric: true },
      { key: 'sum', label: t('officer.notices.sum'), numeric: true, cell: (notice) => amount(notice.total) },
    ];
    return html`
      ${this.objections.length ? html`<section aria-labelledby="objections"><h2 id="objections">${t('officer.notices.objections')}</h2>
        <ul class="plain-list">${this.objections.map((objection) => html`<li><a href="/officer/notices/${objection.notice}">${objection.text.slice(0, 60)}${objection.text.length > 60 ? '…' : ''}</a> <span class="quiet">${objection.state === 'RECEIVED' ? t('officer.objection.screenBy', { day: day(objection.screenBy, { short: true }) }) : t('officer.objection.state.ADMITTED')}</span></li>`)}</ul></section>` : nothing}
      ${hasRole('INTAKE') ? note(this.waiting.length ? html`${t('officer.notices.waiting', { n: this.waiting.length })} <a href="/officer/notices/new">${t('officer.notices.new')}</a>` : t('officer.notices.noneWaiting')) : nothing}
      ${this.notices.length ? html`<fpo-table .columns=${columns} .rows=${this.notices} caption=${t('officer.notices.title')} .href=${(notice) => `/officer/notices/${notice.id}`}></fpo-table>`
        : empty(t('officer.notices.none'), t('officer.notices.empty'))}`;
  }
}
