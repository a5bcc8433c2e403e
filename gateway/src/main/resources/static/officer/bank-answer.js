/** The bank's status report (pain.002): a file in, a result for each payment out. */
import { html, nothing } from 'lit';
import { t } from '../kit/i18n.js';
import { chip } from '../kit/parts.js';
import { BankFile } from './bank-file.js';

class BankAnswer extends BankFile {
  path = '/api/fund/payment-status';
  words = 'officer.bank';
  field = 'bank';

  rows() {
    const { applied, paid, failed, payments: results = [] } = this.result;
    const toLookAt = results.filter(({ effect }) => effect === 'CONFLICT' || effect === 'UNKNOWN').length;
    return html`<p role="status"><strong>${t('officer.bank.read', { applied, n: results.length, paid, failed })}</strong>${toLookAt ? html` <span class="stop-text">${t('officer.bank.look', { n: toLookAt })}</span>` : nothing}</p>
      ${results.length ? html`<table class="table work"><caption class="vh">${t('officer.bank.results')}</caption>
        <thead><tr><th scope="col">${t('officer.bank.endToEnd')}</th><th scope="col">${t('officer.bank.status')}</th><th scope="col">${t('officer.bank.result')}</th></tr></thead>
        <tbody>${results.map((row) => html`<tr><th scope="row"><span class="code">${row.endToEndId}</span></th><td data-label=${t('officer.bank.status')}><span class="code">${row.status}</span></td>
          <td data-label=${t('officer.bank.result')}>${chip(t(`officer.bank.effect.${row.effect}`), { PAID: 'go', FAILED: 'stop', CONFLICT: 'stop', UNKNOWN: 'todo' }[row.effect] ?? 'end')}${row.filing ? html` <a href="/officer/filings/${row.filing}">${t('officer.ledger.filing')}</a>` : nothing}</td></tr>`)}</tbody></table>` : nothing}`;
  }
}

customElements.define('fpo-bank-answer', BankAnswer);
