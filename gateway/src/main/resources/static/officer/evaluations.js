/** Finished filings with their evaluations: what waits for a score, and what was scored. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, day } from '../kit/format.js';
import { chip, pager } from '../kit/parts.js';
import '../kit/table.js';
import './desk.js';

const FILTERS = { state: ['AWAITED', 'SUBMITTED', 'SCORED'], band: ['EXCELLENT', 'GOOD', 'FAIR', 'POOR'] };
const TYPED = ['item', 'year'];
const KINDS = { AWAITED: '', SUBMITTED: 'todo', SCORED: 'go' };

export default class Evaluations extends Page {
  heading() { return t('officer.evaluation.title'); }
  lead() { return t('officer.evaluation.lead'); }

  async load() {
    const asked = new URLSearchParams({ size: '50' });
    for (const name of [...Object.keys(FILTERS), ...TYPED, 'page']) if (this.query.get(name)) asked.set(name, this.query.get(name));
    this.answer = await api.get(`/api/fund/evaluations?${asked}`);
  }

  filters() {
    return html`<form class="filters" aria-label=${t('officer.filter.title')} @submit=${(event) => event.preventDefault()}>
      ${Object.entries(FILTERS).map(([name, codes]) => html`<label>${t(`officer.evaluation.${name}`)}<select name=${name} @change=${(event) => this.filter({ [name]: event.target.value, page: null })}><option value="">${t('officer.filter.all')}</option>
        ${codes.map((code) => html`<option value=${code} ?selected=${this.query.get(name) === code}>${t(`officer.evaluation.${name}.${code}`)}</option>`)}</select></label>`)}
      ${TYPED.map((name) => html`<label>${t(`officer.evaluation.${name}`)}<input name=${name} size="8" maxlength=${name === 'year' ? 4 : 20} inputmode=${name === 'year' ? 'numeric' : 'text'} .value=${this.query.get(name) ?? ''} @change=${(event) => this.filter({ [name]: event.target.value.trim(), page: null })}></label>`)}</form>`;
  }

  body() {
    const columns = [
      { key: 'number', label: t('officer.field.number'), cell: (row) => html`${row.number}<span class="row-sub">${row.title}</span>` },
      { key: 'enterpriseName', label: t('officer.field.enterprise') },
      { key: 'award', label: t('officer.field.amount'), numeric: true, cell: (row) => amount(row.award) },
      { key: 'state', label: t('officer.evaluation.state'), cell: (row) => html`<div>${chip(row.stateName, KINDS[row.state])}${row.state === 'AWAITED' ? html`<span class="row-sub">${t('officer.evaluation.due', { day: day(row.reportDueOn, { short: true }) })}</span>` : nothing}</div>` },
      { key: 'score', label: t('officer.evaluation.score'), numeric: true, cell: (row) => (row.score === undefined ? '–' : html`<div>${row.score}<span class="row-sub">${row.bandName}</span></div>`) },
    ];
    return html`${this.filters()}
      <fpo-table .columns=${columns} .rows=${this.answer.items} caption=${t('officer.evaluation.title')} .href=${(row) => `/officer/evaluations/${row.filing}`} emptyTitle=${t('officer.evaluation.none')} emptyText=${t('officer.evaluation.empty')}></fpo-table>
      ${pager(this.answer, (page) => `/officer/evaluations?${new URLSearchParams({ ...Object.fromEntries(this.query), page })}`)}`;
  }
}
