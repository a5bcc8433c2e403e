/** Yuan to outcome: what was paid, beside what the paid enterprises and similar ones did before and after. A description, not a proof. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, number, shortYuan, when, yuan } from '../kit/format.js';
import { clusterChip, facts, tabs } from '../kit/parts.js';
import { empty, note, registerLabel } from '../kit/states.js';
import { CLUSTERS } from '../kit/brand.js';
import { say } from '../kit/toast.js';
import { dash, download, signed } from './desk.js';

const VIEWS = ['cluster', 'line'];

export default class OutcomesPage extends Page {
  heading() { return t('analyst.outcomes.title'); }
  lead() { return t('analyst.outcomes.lead'); }
  aside() { return registerLabel(); }

  get by() { return VIEWS.includes(this.query.get('by')) ? this.query.get('by') : 'cluster'; }
  get address() {
    const year = this.query.get('year');
    return `/api/fund/outcomes?by=${this.by}${year ? `&year=${encodeURIComponent(year)}` : ''}`;
  }

  async load() { this.answer = await api.get(this.address); }

  async save() {
    try { await download(this.address, 'text/csv', `outcomes-${this.by}-${this.answer.year}.csv`); } catch (problem) { say(problem.message, 'stop'); }
  }

  group(row) {
    if (row.groupName) return row.groupName;
    return CLUSTERS.includes(row.group) ? clusterChip(row.group) : row.group === 'UNKNOWN' ? t('analyst.outcomes.unknown') : tc('cluster', row.group);
  }

  value(measure, value) {
    if (value === undefined || value === null) return dash;
    return measure === 'JOBS' ? number(value, 0) : shortYuan(value);
  }

  side({ measure }, side) {
    if (side.suppressed) return html`<td class="num" colspan="3"><span class="quiet">${t('analyst.outcomes.hidden', { n: side.known })}</span></td>`;
    return html`<td class="num">${this.value(measure, side.before)}</td><td class="num">${this.value(measure, side.after)}</td>
      <td class="num">${side.growth === undefined ? dash : `${signed(side.growth)}%`}<span class="row-sub">${t('analyst.outcomes.known', { n: side.known })}</span></td>`;
  }

  row(row) {
    const { before, after } = this.answer;
    const id = `group-${row.group}`;
    if (row.suppressed) return html`<section class="section" aria-labelledby=${id}><h2 id=${id}>${this.group(row)}</h2><p class="quiet">${t('analyst.outcomes.few')}</p></section>`;
    return html`<section class="section" aria-labelledby=${id}><h2 id=${id}>${this.group(row)}</h2>
      <p>${t('analyst.outcomes.paid', { amount: yuan(row.paid), n: row.enterprises, year: this.answer.year })}</p>
      <div class="table-scroll" role="group" tabindex="0" aria-labelledby=${id}><table class="table compact"><caption class="vh">${t('analyst.outcomes.caption', { before, after })}</caption>
        <thead><tr><th scope="col" rowspan="2">${t('analyst.measure')}</th><th scope="colgroup" colspan="3">${t('analyst.outcomes.own')}</th><th scope="colgroup" colspan="3">${t('analyst.outcomes.similar')}</th></tr>
          <tr>${[0, 1].map(() => html`<th scope="col" class="num">${before}</th><th scope="col" class="num">${after}</th><th scope="col" class="num">${t('analyst.outcomes.growth')}</th>`)}</tr></thead>
        <tbody>${row.measures.map((each) => html`<tr><th scope="row">${each.measureName}</th>${this.side(each, each.paid)}${this.side(each, each.similar)}</tr>`)}</tbody></table></div></section>`;
  }

  body() {
    const { answer } = this;
    const years = [...new Set([answer.year, ...answer.years])].sort((a, b) => b - a);
    const link = (by) => `/analyst/outcomes?${new URLSearchParams({ ...Object.fromEntries(this.query), by })}`;
    return html`${tabs(t('analyst.outcomes.by'), VIEWS.map((key) => ({ key, text: t(`analyst.outcomes.by.${key}`), href: link(key) })), this.by)}
      <form class="filters" aria-label=${t('analyst.outcomes.year')} @submit=${(event) => event.preventDefault()}><label>${t('analyst.outcomes.year')}<select name="year" @change=${(event) => this.filter({ year: event.target.value })}>
        ${years.map((year) => html`<option value=${year} ?selected=${year === answer.year}>${year}</option>`)}</select></label></form>
      ${note(answer.definition)}
      ${answer.missing.length ? html`<details class="more" open><summary>${t('analyst.outcomes.missing')}</summary><ul>${answer.missing.map((each) => html`<li>${each}</li>`)}</ul></details>` : nothing}
      ${answer.rows.length ? html`${answer.rows.map((row) => this.row(row))}
        <div class="buttons"><button type="button" class="button second small" @click=${() => this.save()}>${t('analyst.csv')}</button></div>
        ${facts([[t('analyst.outcomes.asOf'), answer.asOf ? when(answer.asOf) : undefined], [t('analyst.outcomes.sum'), amount(this.total())]])}`
        : empty(t('analyst.outcomes.none'), t('analyst.outcomes.empty'))}`;
  }

  /** Of the groups that are shown, to the fen. */
  total() {
    const fen = this.answer.rows.reduce((all, { paid }) => all + BigInt((paid ?? '0.00').replace('.', '')), 0n).toString().padStart(3, '0');
    return `${fen.slice(0, -2)}.${fen.slice(-2)}`;
  }
}
