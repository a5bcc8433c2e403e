/** Calls: what is open, what comes, what is over; the intake opens new ones. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc, words } from '../kit/i18n.js';
import { day } from '../kit/format.js';
import { pager } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import '../kit/table.js';
import { withQuery } from './desk.js';
import { callChip } from '../public/calls.js';

await words('public');

const FILTERS = ['open', 'year', 'item'];

export default class Calls extends Page {
  heading() { return t('officer.calls.title'); }
  lead() { return t('officer.calls.lead'); }
  aside() { return hasRole('INTAKE') ? html`<a class="button" href="/officer/calls/new">${t('officer.calls.new')}</a>` : nothing; }

  async load() {
    const asked = new URLSearchParams({ size: '50' });
    for (const name of [...FILTERS, 'page']) if (this.query.get(name)) asked.set(name, this.query.get(name));
    this.answer = await api.get(`/api/fund/calls?${asked}`);
  }

  search(event) {
    event.preventDefault();
    const typed = new FormData(event.target);
    this.filter(Object.fromEntries([...FILTERS.map((name) => [name, String(typed.get(name) ?? '').trim()]), ['page', null]]));
  }

  filters() {
    const open = this.query.get('open') ?? '';
    return html`<form class="filters" aria-label=${t('officer.filter.title')} @submit=${(event) => this.search(event)}>
      <label>${t('notices.state')}<select name="open" @change=${(event) => event.target.form.requestSubmit()}>
        ${['', 'true', 'false'].map((value) => html`<option value=${value} ?selected=${open === value}>${t(`officer.calls.open.${value || 'any'}`)}</option>`)}</select></label>
      <label>${t('calls.year')}<input name="year" maxlength="4" inputmode="numeric" pattern="\\d{4}" .value=${this.query.get('year') ?? ''}></label>
      <label>${t('officer.filings.item')}<input name="item" maxlength="8" placeholder="A03-01" .value=${this.query.get('item') ?? ''}></label>
      <button class="button second small">${t('officer.filter.apply')}</button>
      ${FILTERS.some((name) => this.query.get(name)) ? html`<a href="/officer/calls">${t('officer.filter.clear')}</a>` : nothing}
    </form>`;
  }

  body() {
    const columns = [
      { key: 'itemCode', label: t('officer.field.item'), cell: (call) => html`<span class="code">${call.itemCode}</span> ${call.title}` },
      { key: 'year', label: t('calls.year') },
      { key: 'department', label: t('calls.department') },
      { key: 'window', label: t('calls.window'), cell: (call) => t('calls.fromTo', { from: day(call.opensOn), to: day(call.closesOn) }) },
      { key: 'allocation', label: t('calls.allocation'), cell: (call) => tc('allocation', call.allocation) },
      { key: 'noticeOrder', label: t('calls.order'), cell: (call) => tc('noticeOrder', call.noticeOrder) },
      { key: 'open', label: t('notices.state'), cell: callChip },
    ];
    return html`${this.filters()}
      <fpo-table .columns=${columns} .rows=${this.answer.items} caption=${t('officer.calls.title')} .href=${(call) => `/officer/calls/${call.id}`}
        emptyTitle=${t('calls.none')} emptyText=${t('officer.calls.empty')}></fpo-table>
      ${pager(this.answer, (page) => withQuery({ page: page || null }))}`;
  }
}
