/** The bar of sixty million: where each yuan of the fund stands. Five states of money in five shades of ink. */
import { LitElement, html, nothing, svg } from 'lit';
import { tc, t } from './i18n.js';
import { amount, exactYuan, shortYuan, sum, yuan } from './format.js';

/** From furthest gone to still free. */
export const STATES = ['paid', 'inTransit', 'committed', 'reserved', 'available'];
export const LINES = ['EXPAND_INVESTMENT', 'TECH_INNOVATION', 'RESTRUCTURE_LISTING', 'BRAND_BUILDING', 'OTHER'];

const totalOf = (line) => line.budget ?? sum(STATES.map((state) => line[state]));
const WIDTH = 1000;

/**
 * `fund`: the answer of `GET /api/fund/fund`; `mode`: `lines` (one bar a line, width by budget) or `total` (one bar);
 * `after`: a fund of the same shape shows before → after; `only`: the code of one line; `table`: `open`, `closed` or `none` (the text alternative).
 */
class Bar extends LitElement {
  static properties = { fund: { attribute: false }, after: { attribute: false }, mode: {}, only: {}, table: {}, label: {}, noLegend: { type: Boolean, attribute: 'no-legend' } };

  constructor() {
    super();
    this.mode = 'lines';
    this.table = 'closed';
  }

  createRenderRoot() { return this; }

  lines(fund) {
    const lines = [...(fund.lines ?? [])].sort((a, b) => LINES.indexOf(a.line) - LINES.indexOf(b.line));
    return this.only ? lines.filter(({ line }) => line === this.only) : lines;
  }

  whole(fund) {
    const lines = this.lines(fund);
    return Object.fromEntries([['line', 'TOTAL'], ['budget', sum(lines.map(totalOf))], ['recovered', sum(lines.map((line) => line.recovered))], ...STATES.map((state) => [state, sum(lines.map((line) => line[state]))])]);
  }

  /** One drawn bar; `of` is the amount that fills the whole width. */
  drawn(line, of, name) {
    let x = 0;
    const scale = Number(of) || 1;
    const words = STATES.filter((state) => Number(line[state]) > 0).map((state) => `${t(`fund.${state}`)} ${yuan(line[state])}`).join(t('kit.comma'));
    return html`<svg class="bar" viewBox="0 0 ${WIDTH} 28" preserveAspectRatio="none" role="img" aria-label="${name}${t('kit.colon')}${words}">
      ${STATES.map((state) => {
        const width = (Number(line[state] ?? 0) / scale) * WIDTH;
        if (width <= 0) return nothing;
        const shown = Math.max(width, 2);
        const part = svg`<g class="money ${state}"><rect x=${x} y="0" width=${shown} height="28"></rect>${state === 'inTransit' ? svg`<rect class="hatch" x=${x} y="10" width=${shown} height="8"></rect>` : nothing}<title>${t(`fund.${state}`)} ${yuan(line[state])}</title></g>`;
        x += width;
        return part;
      })}<rect class="frame" x="0.5" y="0.5" width=${Math.max(0, (Number(totalOf(line)) / scale) * WIDTH - 1)} height="27"></rect></svg>`;
  }

  row(line, of) {
    const name = line.line === 'TOTAL' ? t('fund.total') : tc('line', line.line);
    const after = this.after && (line.line === 'TOTAL' ? this.whole(this.after) : this.lines(this.after).find((each) => each.line === line.line));
    return html`<div class="bar-row"><div class="bar-name"><span>${name}</span><span class="bar-budget">${amount(totalOf(line))}</span></div>
      <div class="bar-drawn">${after ? html`<p class="bar-when">${t('fund.before')}</p>` : nothing}${this.drawn(line, of, after ? `${name} ${t('fund.before')}` : name)}
        ${after ? html`<p class="bar-when">${t('fund.after')}</p>${this.drawn(after, of, `${name} ${t('fund.after')}`)}<p class="bar-change">${STATES.filter((state) => sum([after[state]]) !== sum([line[state]])).map((state, i) => html`${i ? t('kit.semicolon') : ''}${t(`fund.${state}`)} ${shortYuan(line[state])} → <strong>${shortYuan(after[state])}</strong>`)}</p>` : nothing}</div>
      <div class="bar-free"><span class="quiet">${t('fund.free')}</span> ${amount((after ?? line).available)}</div></div>`;
  }

  legend(total) {
    return html`<ul class="bar-legend">${STATES.map((state) => html`<li><svg class="bar-key" viewBox="0 0 16 16" aria-hidden="true"><g class="money ${state}"><rect x="0.5" y="0.5" width="15" height="15"></rect>${state === 'inTransit' ? svg`<rect class="hatch" x="0.5" y="6" width="15" height="4"></rect>` : nothing}</g></svg>
      <span class="bar-key-name">${t(`fund.${state}`)}</span><span class="bar-key-amount">${amount(total[state])}</span></li>`)}</ul>`;
  }

  figures(lines, total) {
    const rows = this.only ? lines : [...lines, total];
    return html`<div class="table-scroll" role="group" tabindex="0" aria-label=${t('fund.table')}><table class="table compact cards"><caption class="vh">${t('fund.table')}</caption><thead><tr><th scope="col">${t('fund.line')}</th><th scope="col" class="num">${t('fund.budget')}</th>${STATES.map((state) => html`<th scope="col" class="num">${t(`fund.${state}`)}</th>`)}<th scope="col" class="num">${t('fund.recovered')}</th></tr></thead>
      <tbody>${rows.map((line) => html`<tr class=${line.line === 'TOTAL' ? 'total' : ''}><th scope="row">${line.line === 'TOTAL' ? t('fund.total') : tc('line', line.line)}</th><td class="num" data-label=${t('fund.budget')}>${exactYuan(totalOf(line))}</td>${STATES.map((state) => html`<td class="num" data-label=${t(`fund.${state}`)}>${exactYuan(line[state] ?? '0')}</td>`)}<td class="num" data-label=${t('fund.recovered')}>${exactYuan(line.recovered ?? '0')}</td></tr>`)}</tbody></table></div>`;
  }

  render() {
    if (!this.fund) return nothing;
    const lines = this.lines(this.fund);
    const total = this.whole(this.fund);
    const widest = [...lines, ...(this.after ? this.lines(this.after) : [])].reduce((most, line) => Math.max(most, Number(totalOf(line))), 0);
    const table = this.figures(lines, total);
    return html`<div class="bars" role="group" aria-label=${this.label ?? t('fund.label')}>
      ${this.noLegend ? nothing : this.legend(total)}
      ${this.mode === 'total' ? html`<div class="bar-total">${this.drawn(total, total.budget, t('fund.total'))}</div>` : lines.map((line) => this.row(line, widest))}
      ${this.table === 'none' ? nothing : this.table === 'open' ? table : html`<details class="more"><summary>${t('fund.asTable')}</summary>${table}</details>`}
    </div>`;
  }
}

customElements.define('fpo-fund-bar', Bar);
