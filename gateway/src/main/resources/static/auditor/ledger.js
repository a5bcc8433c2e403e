/** The ledger before the auditor: its proof, its balances at an instant, its entries. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { exactYuan, number } from '../kit/format.js';
import { registerLabel } from '../kit/states.js';
import { auditTabs } from './desk.js';
import { balancesPanel, readBalances } from '../officer/balances.js';
import '../officer/ledger.js';

export default class Ledger extends Page {
  heading() { return t('auditor.ledger.title'); }
  lead() { return t('auditor.ledger.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${auditTabs('ledger')}`; }

  async load() {
    const [proof, balances, years] = await Promise.all([api.get('/api/fund/ledger/verification'), readBalances(this.query), api.get('/api/fund/budget/years')]);
    Object.assign(this, { proof, balances, years: years.map(({ year }) => year) });
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

  body() {
    return html`${this.result()}
      ${balancesPanel(this, this.balances, this.years)}
      <section aria-labelledby="entries"><h2 id="entries">${t('officer.ledger.title')}</h2><fpo-ledger></fpo-ledger></section>`;
  }
}
