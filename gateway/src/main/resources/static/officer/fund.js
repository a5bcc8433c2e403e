/** The fund as an officer reads it: the bar of sixty million, its lines, and the entries of the ledger. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { note, sampleLabel } from '../kit/states.js';
import { hasRole } from '../kit/session.js';
import '../kit/bar.js';
import './ledger.js';

export default class FundPage extends Page {
  heading() { return t('officer.fund.title'); }
  lead() { return t('officer.fund.lead'); }
  aside() { return this.fund?.illustrative ? sampleLabel() : nothing; }
  async load() { this.fund = await api.get('/api/fund/fund'); }
  queryChanged() { this.querySelector('fpo-ledger')?.reload(); }

  body() {
    return html`<fpo-fund-bar .fund=${this.fund} mode="total" table="none"></fpo-fund-bar>
      <fpo-fund-bar class="no-legend" .fund=${this.fund} table="open"></fpo-fund-bar>
      ${this.fund.note ? note(this.fund.note) : nothing}
      ${hasRole('INTAKE', 'REVIEWER', 'APPROVER', 'PAYER', 'RELEASER', 'AUDITOR') ? html`<section aria-labelledby="ledger"><h2 id="ledger">${t('officer.ledger.title')}</h2><fpo-ledger></fpo-ledger></section>` : nothing}`;
  }
}
