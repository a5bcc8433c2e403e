/** Filings at every step, found by step, item, call, cluster, department, line, limit and words. */
import { html } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount } from '../kit/format.js';
import { pager, stateChip } from '../kit/parts.js';
import '../kit/table.js';
import { due, withQuery } from './desk.js';
import { asked, filingFilters, filterChoices, isFiltered, saveCsv } from './filters.js';

export default class FilingsPage extends Page {
  heading() { return t('officer.filings.title'); }
  lead() { return t('officer.filings.lead'); }
  aside() { return html`<button type="button" class="button second small" @click=${() => saveCsv('/api/fund/filings', this.query, 'filings')}>${t('officer.csv')}</button>`; }

  async load() {
    [this.answer, this.choices] = await Promise.all([api.get(`/api/fund/filings?size=50&${asked(this.query)}`), filterChoices()]);
  }

  get sort() { return this.query.get('sort') ?? '-number'; }

  body() {
    const columns = [
      { key: 'number', label: t('officer.field.number'), sort: true, cell: (filing) => html`<span class="code">${filing.number}</span>` },
      { key: 'itemCode', label: t('officer.field.item'), cell: (filing) => html`<div><span class="code">${filing.itemCode}</span> ${filing.title}</div>` },
      { key: 'enterpriseName', label: t('officer.field.enterprise') },
      { key: 'state', label: t('officer.field.state'), cell: (filing) => stateChip(filing.state) },
      { key: 'dueOn', label: t('officer.field.due'), sort: true, cell: (filing) => due(filing) },
      { key: 'amount', label: t('officer.field.amount'), numeric: true, sort: true, cell: (filing) => amount(filing.amount) },
    ];
    return html`${filingFilters(this, this.choices)}
      <fpo-table .columns=${columns} .rows=${this.answer.items} caption=${t('officer.filings.title')} .href=${(filing) => `/officer/filings/${filing.id}`}
        sortBy=${this.sort.replace('-', '')} .sortDown=${this.sort.startsWith('-')} .onSort=${(key, down) => this.filter({ sort: `${down ? '-' : ''}${key}`, page: null })}
        emptyTitle=${t('officer.filings.none')} emptyText=${t(isFiltered(this.query) ? 'officer.queue.emptyFiltered' : 'officer.filings.empty')}></fpo-table>
      ${pager(this.answer, (page) => withQuery({ page: page || null }))}`;
  }
}
