/** The budget years, and the year end: shown first, then done as it was shown. */
import { LitElement, html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, day, exactYuan, yuan } from '../kit/format.js';
import { confirm } from '../kit/dialog.js';
import { chip } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { errorPanel, note, skeleton } from '../kit/states.js';
import { say } from '../kit/toast.js';

const SUMS = ['appropriated', 'carriedIn', 'available', 'held', 'paid', 'carriedOut', 'surplus', 'recovered'];
const CARRIED = ['free', 'reserved', 'committed', 'inTransit', 'total', 'surplus'];

class BudgetYears extends LitElement {
  static properties = { years: { state: true }, plan: { state: true }, problem: { state: true } };

  createRenderRoot() { return this; }
  connectedCallback() { super.connectedCallback(); this.reload(); }

  async reload() {
    this.problem = null;
    try { this.years = await api.get('/api/fund/budget/years'); } catch (problem) { this.problem = problem; }
  }

  async show(year) {
    try { this.plan = await api.get(`/api/fund/budget/years/${year}/closing`); } catch (problem) { this.problem = problem; return; }
    await this.updateComplete;
    this.querySelector('#closing')?.focus();
  }

  async close() {
    const { plan } = this;
    const done = await confirm({
      title: t('officer.year.close.sure', { year: plan.year }), yes: t('officer.year.close'), danger: true,
      body: html`<p>${t('officer.year.close.text', { total: yuan(plan.total), next: plan.nextYear, surplus: yuan(plan.surplus) })}</p>`,
      run: () => api.act(`/api/fund/budget/years/${plan.year}/close`, {}, { of: plan }),
    });
    if (!done) return;
    say(t('officer.year.close.done', { year: plan.year }));
    this.plan = null;
    this.reload();
    this.dispatchEvent(new CustomEvent('closed', { bubbles: true }));
  }

  closing() {
    const { plan } = this;
    if (!plan) return nothing;
    return html`<section class="decide" aria-labelledby="closing"><h2 id="closing" tabindex="-1">${t('officer.year.plan', { year: plan.year, next: plan.nextYear })}</h2>
      <p>${t('officer.year.rule')}</p>
      <div class="table-scroll" role="group" tabindex="0" aria-label=${t('officer.year.plan', { year: plan.year, next: plan.nextYear })}><table class="table compact"><caption class="vh">${t('officer.year.plan', { year: plan.year, next: plan.nextYear })}</caption>
        <thead><tr><th scope="col">${t('officer.field.line')}</th>${CARRIED.map((name) => html`<th scope="col" class="num">${t(`officer.year.${name}`)}</th>`)}<th scope="col" class="num">${t('officer.year.filings')}</th></tr></thead>
        <tbody>${plan.lines.map((line) => html`<tr><th scope="row">${line.lineName ?? tc('line', line.line)}</th>${CARRIED.map((name) => html`<td class="num">${exactYuan(line[name])}</td>`)}<td class="num">${line.filings}</td></tr>`)}</tbody></table></div>
      <p>${t('officer.year.sum', { total: yuan(plan.total), surplus: yuan(plan.surplus) })}</p>
      ${hasRole('ADMIN') ? html`<p class="quiet">${t('officer.year.from', { day: day(plan.closableFrom) })}</p>
        <div class="buttons"><button type="button" class="button" @click=${() => this.close()}>${t('officer.year.close')}</button><button type="button" class="button second" @click=${() => { this.plan = null; }}>${t('kit.cancel')}</button></div>` : note(t('officer.year.adminOnly'))}</section>`;
  }

  render() {
    if (this.problem) return errorPanel(this.problem, () => this.reload());
    if (!this.years) return skeleton(4);
    return html`<section aria-labelledby="years"><h2 id="years">${t('officer.year.title')}</h2><p class="quiet">${t('officer.year.lead')}</p>
      <div class="table-scroll" role="group" tabindex="0" aria-label=${t('officer.year.title')}><table class="table work compact"><caption class="vh">${t('officer.year.title')}</caption>
        <thead><tr><th scope="col">${t('officer.fund.year')}</th><th scope="col">${t('officer.revision.state')}</th>${SUMS.map((name) => html`<th scope="col" class="num">${t(`officer.year.${name}`)}</th>`)}</tr></thead>
        <tbody>${this.years.map((each) => html`<tr><th scope="row">${each.year}${each.current ? html`<span class="row-sub">${t('officer.year.current')}</span>` : nothing}</th>
          <td data-label=${t('officer.revision.state')}>${each.closedOn ? html`${chip(t('officer.year.closed'), 'end')}<span class="row-sub">${day(each.closedOn)}</span>` : html`<button type="button" class="button second small" aria-label=${t('officer.year.showOf', { year: each.year })} @click=${() => this.show(each.year)}>${t('officer.year.show')}</button>`}</td>
          ${SUMS.map((name) => html`<td class="num" data-label=${t(`officer.year.${name}`)}>${amount(each[name])}</td>`)}</tr>`)}</tbody></table></div></section>
      ${this.closing()}`;
  }
}

customElements.define('fpo-budget-years', BudgetYears);
