/** What the use and the scores of a year propose for the next budget. A proposal: nothing is posted by it. */
import { LitElement, html } from 'lit';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { exactYuan, percent, sum } from '../kit/format.js';
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
    const columns = ['budgeted', 'used', 'use', 'average', 'factor', 'proposed', 'change'];
    const cell = (name, value) => html`<td class="num" data-label=${t(`officer.proposal.${name}`)}>${value}</td>`;
    const score = ({ average, band, scored }) => (average === undefined ? '–' : t('officer.proposal.score', { score: average, band: t(`officer.evaluation.band.${band}`), n: scored }));
    const change = (value) => `${Number(value) > 0 ? '+' : ''}${exactYuan(value)}`;
    return html`<section aria-labelledby="proposal"><h2 id="proposal">${title}</h2>${note(answer.rule)}
      <div class="table-scroll" role="group" tabindex="0" aria-label=${title}><table class="table work compact"><caption class="vh">${title}</caption>
        <thead><tr><th scope="col">${t('officer.field.line')}</th>${columns.map((name) => html`<th scope="col" class="num">${t(`officer.proposal.${name}`)}</th>`)}</tr></thead>
        <tbody>${answer.lines.map((line) => html`<tr><th scope="row">${line.lineName}</th>${cell('budgeted', exactYuan(line.budgeted))}${cell('used', exactYuan(line.used))}${cell('use', percent(line.use))}
          ${cell('average', score(line))}${cell('factor', Number(line.factor).toFixed(2))}${cell('proposed', html`<strong>${exactYuan(line.proposed)}</strong>`)}${cell('change', change(line.change))}</tr>`)}</tbody>
        <tfoot><tr><th scope="row">${t('officer.proposal.sum')}</th>${cell('budgeted', exactYuan(answer.budgeted))}${cell('used', exactYuan(answer.used))}<td colspan="3"></td>${cell('proposed', exactYuan(answer.proposed))}${cell('change', change(sum([answer.proposed, `-${answer.budgeted}`])))}</tr></tfoot></table></div>
      ${facts([[t('officer.proposal.least'), percent(answer.parameters.leastUse)], ...answer.parameters.factors.map(({ bandName, least, factor }) => [t('officer.proposal.band', { band: bandName, least }), Number(factor).toFixed(2)])])}</section>`;
  }
}

customElements.define('fpo-budget-proposal', BudgetProposal);
