/** Filings at every step, found by step, item, enterprise and line. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount } from '../kit/format.js';
import { pager, stateChip } from '../kit/parts.js';
import '../kit/table.js';
import { LINES, STATES, due, withQuery } from './desk.js';

const FILTERS = ['state', 'line', 'item', 'creditCode'];

export default class FilingsPage extends Page {
  heading() { return t('officer.filings.title'); }
  lead() { return t('officer.filings.lead'); }

  async load() {
    const asked = new URLSearchParams();
    for (const name of [...FILTERS, 'page']) if (this.query.get(name)) asked.set(name, this.query.get(name));
    asked.set('size', '50');
    this.answer = await api.get(`/api/fund/filings?${asked}`);
  }

  search(event) {
    event.preventDefault();
    const typed = new FormData(event.target);
    this.filter(Object.fromEntries([...FILTERS.map((name) => [name, String(typed.get(name) ?? '').trim()]), ['page', null]]));
  }

  filters() {
    const { query } = this;
    const picker = (name, codes, label, prefix) => html`<label>${t(label)}<select name=${name} @change=${(event) => event.target.form.requestSubmit()}><option value="">${t('officer.filter.all')}</option>
      ${codes.map((code) => html`<option value=${code} ?selected=${query.get(name) === code}>${tc(prefix, code)}</option>`)}</select></label>`;
    return html`<form class="filters" aria-label=${t('officer.filter.title')} @submit=${(event) => this.search(event)}>
      ${picker('state', STATES, 'officer.field.state', 'state')}
      ${picker('line', LINES, 'officer.field.line', 'line')}
      <label>${t('officer.filings.item')}<input name="item" maxlength="8" placeholder="A03-01" .value=${query.get('item') ?? ''}></label>
      <label>${t('officer.filings.creditCode')}<input name="creditCode" maxlength="18" .value=${query.get('creditCode') ?? ''}></label>
      <button class="button second small">${t('officer.filter.apply')}</button>
      ${FILTERS.some((name) => query.get(name)) ? html`<a href="/officer/filings">${t('officer.filter.clear')}</a>` : nothing}
    </form>`;
  }

  body() {
    const columns = [
      { key: 'number', label: t('officer.field.number'), cell: (filing) => html`<span class="code">${filing.number}</span>` },
      { key: 'itemCode', label: t('officer.field.item'), cell: (filing) => html`<span class="code">${filing.itemCode}</span> ${filing.title}` },
      { key: 'enterpriseName', label: t('officer.field.enterprise') },
      { key: 'state', label: t('officer.field.state'), cell: (filing) => stateChip(filing.state) },
      { key: 'dueOn', label: t('officer.field.due'), cell: (filing) => due(filing) },
      { key: 'amount', label: t('officer.field.amount'), numeric: true, cell: (filing) => amount(filing.amount) },
    ];
    const filtered = FILTERS.some((name) => this.query.get(name));
    return html`${this.filters()}
      <fpo-table .columns=${columns} .rows=${this.answer.items} caption=${t('officer.filings.title')} .href=${(filing) => `/officer/filings/${filing.id}`}
        emptyTitle=${t('officer.filings.none')} emptyText=${t(filtered ? 'officer.queue.emptyFiltered' : 'officer.filings.empty')}></fpo-table>
      ${pager(this.answer, (page) => withQuery({ page: page || null }))}`;
  }
}
