/** The ledger before the auditor: its proof, its balances at an instant, its entries. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { exactYuan, number } from '../kit/format.js';
import { registerLabel } from '../kit/states.js';
import { auditTabs } from './desk.js';
import { ACCOUNTS } from '../officer/ledger.js';

export default class Ledger extends Page {
  heading() { return t('auditor.ledger.title'); }
  lead() { return t('auditor.ledger.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${auditTabs('ledger')}`; }

  async load() {
    const [proof, balances] = await Promise.all([api.get('/api/fund/ledger/verification'), this.readBalances()]);
    Object.assign(this, { proof, balances });
  }

  readBalances() {
    const at = this.query.get('at');
    return api.get(`/api/fund/ledger/balances${at ? `?at=${encodeURIComponent(new Date(`${at}:00+08:00`).toISOString())}` : ''}`);
  }

  queryChanged() {
    this.reload({ quiet: true });
    this.querySelector('fpo-ledger')?.reload();
  }

  result() {
    const { proof } = this;
    return html`<section class="panel ${proof.balanced ? 'done' : 'failed'}" role="status" aria-labelledby="proof"><h2 id="proof">${t(proof.balanced ? 'auditor.proof.whole' : 'auditor.proof.broken')}</h2>
      <p>${t('auditor.proof.counted', { postings: number(proof.postings, 0), entries: number(proof.entries, 0) })} ${t('auditor.proof.sum')} <strong>Σ = ${exactYuan(proof.sum)}</strong></p>
      ${proof.differences?.length ? html`<ul>${proof.differences.map((difference) => html`<li>${difference}</li>`)}</ul>` : html`<p class="quiet">${t('auditor.proof.rows')}</p>`}
      <div class="buttons"><button type="button" class="button second small" @click=${() => this.reload()}>${t('auditor.proof.again')}</button></div></section>`;
  }

  table() {
    const lines = [...new Map(this.balances.map((each) => [each.line, each.lineName])).entries()];
    const of = (line, account) => this.balances.find((each) => each.line === line && each.account === account)?.balance ?? '0.00';
    return html`<div class="table-scroll" role="group" tabindex="0" aria-label=${t('auditor.balances.title')}><table class="table compact"><caption class="vh">${t('auditor.balances.title')}</caption>
      <thead><tr><th scope="col">${t('officer.field.line')}</th>${ACCOUNTS.map((account) => html`<th scope="col" class="num">${tc('officer.account', account)}</th>`)}</tr></thead>
      <tbody>${lines.map(([line, name]) => html`<tr><th scope="row">${name ?? tc('line', line)}</th>${ACCOUNTS.map((account) => html`<td class="num">${exactYuan(of(line, account))}</td>`)}</tr>`)}</tbody></table></div>`;
  }

  body() {
    return html`${this.result()}
      <section aria-labelledby="balances"><h2 id="balances">${t('auditor.balances.title')}</h2>
        <form class="filters" @submit=${(event) => event.preventDefault()}><label>${t('auditor.balances.at')}<input type="datetime-local" name="at" .value=${this.query.get('at') ?? ''} @change=${(event) => this.filter({ at: event.target.value })}></label>
          ${this.query.get('at') ? html`<button type="button" class="plain" @click=${() => this.filter({ at: null })}>${t('auditor.balances.now')}</button>` : nothing}</form>
        ${this.table()}</section>
      <section aria-labelledby="entries"><h2 id="entries">${t('officer.ledger.title')}</h2><fpo-ledger></fpo-ledger></section>`;
  }
}
