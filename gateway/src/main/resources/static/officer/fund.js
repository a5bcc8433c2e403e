/** The fund as an officer reads it, one budget year at a time: the bar and the entries, revisions, the years and their end, balances at an instant. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { sum, yuan } from '../kit/format.js';
import { note, sampleLabel } from '../kit/states.js';
import { facts, tabs } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { withQuery } from './desk.js';
import '../kit/bar.js';
import { balancesPanel, readBalances } from './balances.js';
import './ledger.js';
import './revisions.js';
import './proposal.js';
import './years.js';

const VIEWS = ['now', 'revisions', 'years', 'proposal', 'balances'];
const total = (fund, name) => sum(fund.lines.map((line) => line[name]));

export default class FundPage extends Page {
  heading() { return t('officer.fund.title'); }
  lead() { return t('officer.fund.lead'); }
  aside() { return this.fund?.illustrative ? sampleLabel() : nothing; }

  get view() { return VIEWS.find((view) => view === this.query.get('view')) ?? 'now'; }
  get isReader() { return hasRole('INTAKE', 'REVIEWER', 'APPROVER', 'PAYER', 'RELEASER', 'AUDITOR', 'ADMIN'); }

  async load() {
    const year = this.query.get('year');
    const [fund, balances] = await Promise.all([
      api.get(`/api/fund/fund${year ? `?year=${encodeURIComponent(year)}` : ''}`),
      this.view === 'balances' && this.isReader ? readBalances(this.query) : null,
    ]);
    Object.assign(this, { fund, balances });
  }

  queryChanged() {
    super.queryChanged();
    this.querySelector('fpo-ledger')?.reload();
    this.querySelector('fpo-revisions')?.reload();
  }

  years() {
    const { fund } = this;
    if ((fund.years?.length ?? 0) < 2) return nothing;
    return html`<form class="filters" aria-label=${t('officer.fund.year')} @submit=${(event) => event.preventDefault()}><label>${t('officer.fund.year')}<select name="year" @change=${(event) => this.filter({ year: event.target.value })}>
      ${fund.years.map((year) => html`<option value=${year} ?selected=${year === fund.year}>${year}</option>`)}</select></label></form>`;
  }

  now() {
    const { fund } = this;
    const carried = ['carriedIn', 'carriedOut', 'surplus'].filter((name) => total(fund, name) !== '0.00');
    return html`${this.years()}<fpo-fund-bar .fund=${fund} mode="total" table="none"></fpo-fund-bar>
      <fpo-fund-bar class="no-legend" .fund=${fund} table="open"></fpo-fund-bar>
      ${carried.length ? facts([[t('officer.fund.appropriated'), yuan(total(fund, 'appropriated'))], ...carried.map((name) => [t(`officer.fund.${name}`), yuan(total(fund, name))])]) : nothing}
      ${fund.note ? note(fund.note) : nothing}
      ${this.isReader ? html`<section aria-labelledby="ledger"><h2 id="ledger">${t('officer.ledger.title')}</h2><fpo-ledger></fpo-ledger></section>` : nothing}`;
  }

  body() {
    if (!this.isReader) return this.now();
    return html`${tabs(t('officer.fund.views'), VIEWS.map((key) => ({ key, text: t(`officer.fund.view.${key}`), href: withQuery({ view: key === 'now' ? null : key, page: null, state: null }) })), this.view)}
      ${{
        now: () => this.now(),
        revisions: () => html`<fpo-revisions .fund=${this.fund}></fpo-revisions>`,
        years: () => html`<fpo-budget-years @closed=${() => this.reload({ quiet: true })}></fpo-budget-years>`,
        proposal: () => html`${this.years()}<fpo-budget-proposal .year=${this.fund.year}></fpo-budget-proposal>`,
        balances: () => balancesPanel(this, this.balances ?? [], this.fund.years),
      }[this.view]()}`;
  }
}
