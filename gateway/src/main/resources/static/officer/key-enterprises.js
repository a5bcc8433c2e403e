/** Key enterprises by name, from administrative facts alone, and what their land yields. */
import { html, nothing } from 'lit';
import { CLUSTERS, Page, amount, api, chip, clusterChip, note, number, pager, sampleLabel, say, shortYuan, t, tc } from '../kit/kit.js';
import { download } from '../kit/api.js';
import { withQuery } from './desk.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ORDERS = ['OUTPUT', 'REVENUE', 'TAX', 'SCORE'];
const FILTERS = ['year', 'cluster', 'order'];
const YEARS = 6;

export default class KeyEnterprises extends Page {
  heading() { return t('officer.key.title'); }
  lead() { return t('officer.key.lead'); }
  aside() { return this.list?.items.some(({ sample }) => sample) ? sampleLabel() : nothing; }

  address(more = {}) {
    const asked = new URLSearchParams(more);
    for (const name of FILTERS) if (this.query.get(name)) asked.set(name, this.query.get(name));
    return `/api/industry/key-enterprises?${asked}`;
  }

  async load() {
    this.list = await api.get(this.address({ size: '50', page: this.query.get('page') ?? '0' }));
    this.newest ??= this.query.get('year') ? new Date().getFullYear() : this.list.year;
  }

  async save(type, ending) {
    try { await download(this.address(), type, `key-enterprises-${this.list.year}.${ending}`); } catch (problem) { say(problem.message, 'stop'); }
  }

  money(value) {
    if (!value) return html`<span class="quiet">–</span>`;
    return html`<div>${amount(value.value)}${value.before ? html`<span class="row-sub">${t('officer.key.before', { value: shortYuan(value.before) })}</span>` : nothing}${value.verified ? nothing : html`<span class="row-sub">${t('officer.key.declared')}</span>`}</div>`;
  }

  plain(value, digits) { return value ? number(value.value, digits) : html`<span class="quiet">–</span>`; }

  grade({ efficiency, values }) {
    return html`<div>${efficiency ? html`${chip(efficiency.grade)} <span class="row-sub">${t('officer.key.score', { score: efficiency.score })}</span>` : html`<span class="quiet">–</span>`}${values.statedClass ? html`<span class="row-sub">${t('officer.key.stated', { grade: values.statedClass.value })}</span>` : nothing}</div>`;
  }

  picker(name, options, label, chosen) {
    return html`<label>${label}<select name=${name} @change=${(event) => this.filter({ [name]: event.target.value || null, page: null })}>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${String(chosen) === String(value)}>${text}</option>`)}</select></label>`;
  }

  body() {
    const { list, query } = this;
    const years = Array.from({ length: YEARS }, (_, i) => this.newest - i);
    return html`<form class="filters" aria-label=${t('officer.key.title')} @submit=${(event) => event.preventDefault()}>
        ${this.picker('year', years.map((year) => [year, year]), t('officer.key.year'), list.year)}
        ${this.picker('cluster', [['', t('officer.filter.all')], ...[...CLUSTERS, 'NONE'].map((code) => [code, tc('cluster', code)])], t('officer.field.cluster'), query.get('cluster') ?? '')}
        ${this.picker('order', ORDERS.map((order) => [order, t(`officer.key.order.${order}`)]), t('officer.key.order'), query.get('order') ?? 'OUTPUT')}
      </form>
      <fpo-table caption=${`${t('officer.key.title')} ${list.year}`} .rows=${list.items} emptyTitle=${t('officer.key.none')} emptyText=${t('officer.key.empty')} .columns=${[
        { key: 'name', label: t('officer.field.enterprise'), cell: (each) => html`${each.name}<span class="row-sub code">${each.creditCode}</span>` },
        { key: 'cluster', label: t('officer.field.cluster'), cell: (each) => (each.cluster ? clusterChip(each.cluster, each.clusterName) : html`<span class="quiet">${each.clusterName}</span>`) },
        { key: 'output', label: t('officer.key.output'), numeric: true, cell: ({ values }) => this.money(values.output) },
        { key: 'revenue', label: t('officer.key.revenue'), numeric: true, cell: ({ values }) => this.money(values.revenue) },
        { key: 'tax', label: t('officer.key.tax'), numeric: true, cell: ({ values }) => this.money(values.tax) },
        { key: 'staff', label: t('officer.key.staff'), numeric: true, cell: ({ values }) => this.plain(values.staff, 0) },
        { key: 'land', label: t('officer.key.land'), numeric: true, cell: ({ values }) => this.plain(values.land, 1) },
        { key: 'taxPerMu', label: t('officer.key.taxPerMu'), numeric: true, cell: ({ efficiency }) => (efficiency ? amount(efficiency.taxPerMu) : html`<span class="quiet">–</span>`) },
        { key: 'class', label: t('officer.key.class'), cell: (each) => this.grade(each) },
      ]}></fpo-table>${pager(list, (page) => withQuery({ page: page || null }))}
      <div class="buttons"><button type="button" class="button second small" @click=${() => this.save('text/csv', 'csv')}>${t('officer.key.csv')}</button>
        <button type="button" class="button second small" @click=${() => this.save(XLSX, 'xlsx')}>${t('officer.key.xlsx')}</button></div>
      ${note(list.source)}
      <details class="more"><summary>${t('officer.key.how')}</summary><p>${list.definition}</p></details>`;
  }
}
