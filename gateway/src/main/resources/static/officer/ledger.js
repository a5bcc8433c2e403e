/** Entries of the ledger, newest first; the entries of one posting stand together and sum to nothing. Filters live in the address. */
import { LitElement, html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { has, t, tc } from '../kit/i18n.js';
import { exactYuan, moment } from '../kit/format.js';
import { empty, errorPanel, skeleton } from '../kit/states.js';
import { pager } from '../kit/parts.js';
import { keepQuery } from '../kit/router.js';
import { LINES, withQuery } from './desk.js';

export const ACCOUNTS = ['BUDGET', 'CARRIED_IN', 'AVAILABLE', 'RESERVED', 'COMMITTED', 'IN_TRANSIT', 'PAID', 'CARRIED_OUT', 'SURPLUS', 'TREASURY', 'RECOVERED'];
const FILTERS = ['line', 'account', 'filing'];
const ASKED = [...FILTERS, 'year', 'page'];

class Ledger extends LitElement {
  static properties = { answer: { state: true }, problem: { state: true } };

  createRenderRoot() { return this; }
  connectedCallback() { super.connectedCallback(); this.reload(); }

  get query() { return new URLSearchParams(location.search); }

  async reload() {
    this.problem = null;
    const asked = new URLSearchParams({ size: '40' });
    for (const name of ASKED) if (this.query.get(name)) asked.set(name, this.query.get(name));
    try { this.answer = await api.get(`/api/fund/ledger/entries?${asked}`); } catch (problem) { this.problem = problem; }
  }

  filter(values) {
    keepQuery({ page: null, ...values });
    this.reload();
  }

  filters() {
    const { query } = this;
    const picker = (name, codes, label, prefix) => html`<label>${t(label)}<select name=${name} @change=${(event) => this.filter({ [name]: event.target.value })}><option value="">${t('officer.filter.all')}</option>
      ${codes.map((code) => html`<option value=${code} ?selected=${query.get(name) === code}>${tc(prefix, code)}</option>`)}</select></label>`;
    return html`<form class="filters" aria-label=${t('officer.filter.title')} @submit=${(event) => event.preventDefault()}>
      ${picker('line', LINES, 'officer.field.line', 'line')}${picker('account', ACCOUNTS, 'officer.ledger.account', 'officer.account')}
      ${query.get('filing') ? html`<span>${t('officer.ledger.ofFiling')}</span>` : nothing}
      ${FILTERS.some((name) => query.get(name)) ? html`<button type="button" class="plain" @click=${() => this.filter({ line: null, account: null, filing: null })}>${t('officer.filter.clear')}</button>` : nothing}</form>`;
  }

  render() {
    if (this.problem) return errorPanel(this.problem, () => this.reload());
    if (!this.answer) return skeleton(6);
    const rows = this.answer.items;
    return html`${this.filters()}${rows.length ? html`<div class="table-scroll" role="group" aria-label=${t('officer.ledger.title')} tabindex="0"><table class="table work ledger"><caption class="vh">${t('officer.ledger.title')}</caption>
      <thead><tr><th scope="col">${t('officer.ledger.posting')}</th><th scope="col">${t('officer.ledger.at')}</th><th scope="col">${t('officer.ledger.cause')}</th><th scope="col">${t('officer.field.line')}</th><th scope="col">${t('officer.ledger.account')}</th><th scope="col" class="num">${t('officer.ledger.amount')}</th><th scope="col">${t('officer.ledger.document')}</th></tr></thead>
      <tbody>${rows.map((row, at) => {
        const first = rows[at - 1]?.posting !== row.posting;
        return html`<tr class=${first ? 'posting' : ''}><th scope="row" class="code">${first ? row.posting : html`<span class="vh">${row.posting}</span>`}</th>
          <td data-label=${t('officer.ledger.at')}>${first ? html`<time datetime=${row.at}>${moment(row.at)}</time>` : nothing}</td>
          <td data-label=${t('officer.ledger.cause')}>${first ? html`${has(`officer.cause.${row.step}`) ? t(`officer.cause.${row.step}`) : row.step}${row.filing ? html` <a href="/officer/filings/${row.filing}">${t('officer.ledger.filing')}</a>` : nothing}<span class="row-sub">${row.person ?? ''}</span>` : nothing}</td>
          <td data-label=${t('officer.field.line')}>${row.lineName ?? tc('line', row.line)}</td><td data-label=${t('officer.ledger.account')}>${tc('officer.account', row.account)}</td>
          <td class="num" data-label=${t('officer.ledger.amount')}>${exactYuan(row.amount)}</td><td data-label=${t('officer.ledger.document')}>${first ? html`${row.document}<span class="row-sub">${row.budgetYear}</span>` : nothing}</td></tr>`;
      })}</tbody></table></div>${pager(this.answer, (page) => withQuery({ page: page || null }))}` : empty(t('officer.ledger.none'), t('officer.ledger.empty'))}`;
  }
}

customElements.define('fpo-ledger', Ledger);
