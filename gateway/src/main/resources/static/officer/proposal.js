/** What the use and the scores of a year propose for the next budget. A proposal: nothing is posted by it. */
import { LitElement, html } from 'lit';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { exactYuan, percent, yuan } from '../kit/format.js';
import { facts } from '../kit/parts.js';
import { errorPanel, note, skeleton } from '../kit/states.js';

class BudgetProposal extends LitElement {
  static properties = { year: { type: Number }, answer: { state: true }, problem: { state: true } };

  createRenderRoot() { return this; }
  willUpdate(changed) { if (changed.has('year')) this.reload(); }

  async reload() {
    this.problem = null;
    try { this.answer = await api.get(`/api/fund/budget/proposal?year=${this.year}`); } catch (problem) { this.problem = problem; }
  }

  render() {
    if (this.problem) return errorPanel(this.problem, () => this.reload());
    const { answer } = this;
    if (!answer) return skeleton(6);
    const title = t('officer.proposal.title', { year: answer.year, next: answer.nextYear });
    const column = (name) => html`<th scope="col" class="num">${t(`officer.proposal.${name}`)}</th>`;
    return html`<section aria-labelledby="proposal"><h2 id="proposal">${title}</h2>${note(answer.rule)}
      <div class="table-scroll" role="group" tabindex="0" aria-label=${title}><table class="table compact"><caption class="vh">${title}</caption>
        <thead><tr><th scope="col">${t('officer.field.line')}</th>${['budgeted', 'used', 'use', 'average', 'factor', 'proposed', 'change'].map(column)}</tr></thead>
        <tbody>${answer.lines.map((line) => html`<tr><th scope="row">${line.lineName}</th><td class="num">${exactYuan(line.budgeted)}</td><td class="num">${exactYuan(line.used)}</td><td class="num">${percent(line.use)}</td>
          <td class="num">${line.average === undefined ? '–' : t('officer.proposal.score', { score: line.average, band: t(`officer.evaluation.band.${line.band}`), n: line.scored })}</td><td class="num">${Number(line.factor).toFixed(2)}</td><td class="num"><strong>${exactYuan(line.proposed)}</strong></td><td class="num">${exactYuan(line.change)}</td></tr>`)}</tbody></table></div>
      ${facts([[t('officer.proposal.sum'), yuan(answer.proposed)], [t('officer.proposal.least'), percent(answer.parameters.leastUse)], ...answer.parameters.factors.map(({ bandName, least, factor }) => [t('officer.proposal.band', { band: bandName, least }), Number(factor).toFixed(2)])])}</section>`;
  }
}

customElements.define('fpo-budget-proposal', BudgetProposal);
