/** Cases to audit, found like filings. */
import { html } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount } from '../kit/format.js';
import { pager, stateChip } from '../kit/parts.js';
import '../kit/table.js';
import { auditTabs } from './desk.js';
import { STATES, withQuery } from '../officer/desk.js';

export default class Cases extends Page {
  heading() { return t('auditor.cases.title'); }
  lead() { return t('auditor.cases.lead'); }
  head() { return html`${super.head()}${auditTabs('cases')}`; }

  async load() {
    const asked = new URLSearchParams({ size: '50' });
    for (const name of ['state', 'search', 'page']) if (this.query.get(name)) asked.set(name, this.query.get(name));
    this.answer = await api.get(`/api/fund/filings?${asked}`);
  }

  search(event) {
    event.preventDefault();
    const typed = new FormData(event.target);
    this.filter({ state: typed.get('state'), search: String(typed.get('search')).trim(), page: null });
  }

  body() {
    const columns = [
      { key: 'number', label: t('officer.field.number'), cell: (filing) => html`<span class="code">${filing.number}</span>` },
      { key: 'enterpriseName', label: t('officer.field.enterprise') },
      { key: 'itemCode', label: t('officer.field.item'), cell: (filing) => html`<span class="code">${filing.itemCode}</span> ${filing.title}` },
      { key: 'state', label: t('officer.field.state'), cell: (filing) => stateChip(filing.state) },
      { key: 'amount', label: t('officer.field.amount'), numeric: true, cell: (filing) => amount(filing.amount) },
    ];
    return html`<form class="filters" role="search" @submit=${(event) => this.search(event)}>
        <label>${t('officer.filings.search')}<input type="search" name="search" maxlength="100" .value=${this.query.get('search') ?? ''}></label>
        <label>${t('officer.field.state')}<select name="state" @change=${(event) => event.target.form.requestSubmit()}><option value="">${t('officer.filter.all')}</option>${STATES.map((state) => html`<option value=${state} ?selected=${this.query.get('state') === state}>${tc('state', state)}</option>`)}</select></label>
        <button class="button second small">${t('officer.filter.apply')}</button></form>
      <fpo-table .columns=${columns} .rows=${this.answer.items} caption=${t('auditor.cases.title')} .href=${(filing) => `/auditor/cases/${filing.id}`} emptyTitle=${t('officer.filings.none')} emptyText=${t('officer.queue.emptyFiltered')}></fpo-table>
      ${pager(this.answer, (page) => withQuery({ page: page || null }))}`;
  }
}
