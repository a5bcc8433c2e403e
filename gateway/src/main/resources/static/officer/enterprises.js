/** The register: enterprises found by name or code, cluster and size. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { chip, clusterChip, pager } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { sampleLabel } from '../kit/states.js';
import { CLUSTERS } from '../kit/brand.js';
import '../kit/table.js';
import { withQuery } from './desk.js';

const SIZES = ['L', 'M', 'S', 'XS'];
const STATUSES = ['ACTIVE', 'CLOSED'];
const FILTERS = ['query', 'cluster', 'sizeClass', 'status', 'aboveScale'];

export default class Enterprises extends Page {
  heading() { return t('officer.enterprises.title'); }
  lead() { return t('officer.enterprises.lead'); }
  aside() { return html`${hasRole('INTAKE', 'ADMIN') ? html`<a class="button second" href="/officer/enterprises/new">${t('officer.register.add')}</a>` : nothing} ${this.answer?.items?.some(({ sample }) => sample) ? sampleLabel() : nothing}`; }

  async load() {
    const asked = new URLSearchParams({ size: '50' });
    for (const name of [...FILTERS, 'page']) if (this.query.get(name)) asked.set(name, this.query.get(name));
    this.answer = await api.get(`/api/industry/enterprises?${asked}`);
  }

  search(event) {
    event.preventDefault();
    const typed = new FormData(event.target);
    this.filter({ ...Object.fromEntries(FILTERS.map((name) => [name, String(typed.get(name) ?? '').trim()])), page: null });
  }

  body() {
    const { query } = this;
    const picker = (name, codes, label, prefix) => html`<label>${t(label)}<select name=${name} @change=${(event) => event.target.form.requestSubmit()}><option value="">${t('officer.filter.all')}</option>
      ${codes.map((code) => html`<option value=${code} ?selected=${query.get(name) === code}>${tc(prefix, code)}</option>`)}</select></label>`;
    const columns = [
      { key: 'name', label: t('officer.field.enterprise'), cell: (each) => html`${each.name}${each.status === 'CLOSED' ? html` ${chip(t('officer.enterprise.status.CLOSED'), 'end')}` : nothing}` },
      { key: 'creditCode', label: t('officer.filings.creditCode'), cell: (each) => html`<span class="code">${each.creditCode}</span>` },
      { key: 'cluster', label: t('officer.field.cluster'), cell: (each) => (each.cluster ? clusterChip(each.cluster) : html`<span class="quiet">${tc('cluster', 'NONE')}</span>`) },
      { key: 'sizeClass', label: t('officer.enterprises.size'), cell: (each) => tc('officer.size', each.sizeClass) },
      { key: 'industryCode', label: t('officer.enterprises.industry'), cell: (each) => html`<span class="code">${each.industryCode ?? '–'}</span>` },
      { key: 'aboveScale', label: t('officer.enterprises.aboveScale'), cell: (each) => (each.aboveScale ? t('kit.yes') : html`<span class="quiet">${t('kit.no')}</span>`) },
    ];
    return html`<form class="filters" role="search" aria-label=${t('officer.enterprises.title')} @submit=${(event) => this.search(event)}>
        <label>${t('officer.enterprises.query')}<input name="query" type="search" maxlength="60" .value=${query.get('query') ?? ''}></label>
        ${picker('cluster', CLUSTERS, 'officer.field.cluster', 'cluster')}
        ${picker('sizeClass', SIZES, 'officer.enterprises.size', 'officer.size')}
        ${picker('status', STATUSES, 'officer.enterprise.status', 'officer.enterprise.status')}
        <label class="check"><input type="checkbox" name="aboveScale" value="true" .checked=${query.get('aboveScale') === 'true'} @change=${(event) => event.target.form.requestSubmit()}> ${t('officer.enterprises.aboveScale')}</label>
        <button class="button second small">${t('officer.filter.apply')}</button>
        ${FILTERS.some((name) => query.get(name)) ? html`<a href="/officer/enterprises">${t('officer.filter.clear')}</a>` : nothing}
      </form>
      <fpo-table .columns=${columns} .rows=${this.answer.items} caption=${t('officer.enterprises.title')} .href=${(each) => `/officer/enterprises/${each.creditCode}`}
        emptyTitle=${t('officer.enterprises.none')} emptyText=${t('officer.enterprises.empty')}></fpo-table>
      ${pager(this.answer, (page) => withQuery({ page: page || null }))}`;
  }
}
