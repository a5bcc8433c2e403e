/** Statistics by cluster and period: one address, one view; as a picture or as the table it was drawn from. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, number } from '../kit/format.js';
import { clusterChip, facts, tabs } from '../kit/parts.js';
import { empty, note, registerLabel } from '../kit/states.js';
import { CLUSTERS } from '../kit/brand.js';
import { say } from '../kit/toast.js';
import { analystTabs, download, signed } from './desk.js';
import { all, before, convert, isPeriod, lastOf, periodName } from './periods.js';
import './chart.js';

const MEASURES = ['output', 'valueAdded', 'revenue', 'profitTax', 'investment', 'rd', 'exports', 'jobs'];
const KINDS = ['month', 'quarter', 'year'];
const SHOWN = ['value', 'growth', 'contribution', 'pull'];
const SPAN = { month: 11, quarter: 7, year: 4 };
const ORDER = [...CLUSTERS, 'NONE', 'TOTAL'];

export default class Statistics extends Page {
  heading() { return t('analyst.statistics.title'); }
  lead() { return t('analyst.statistics.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${analystTabs('statistics')}`; }

  /** What the address asks for, with defaults for what it leaves open. */
  get view() {
    const { query } = this;
    const among = (name, list, otherwise) => (list.includes(query.get(name)) ? query.get(name) : otherwise);
    const kind = among('period', KINDS, 'quarter');
    const to = isPeriod(kind, query.get('to')) ? query.get('to') : lastOf(kind);
    const from = isPeriod(kind, query.get('from')) && query.get('from') <= to ? query.get('from') : before(kind, to, SPAN[kind]);
    return { measure: among('measure', MEASURES, 'output'), kind, from, to, shown: among('show', SHOWN, 'value'), as: among('as', ['chart', 'table'], 'chart') };
  }

  get address() {
    const { measure, kind, from, to } = this.view;
    return `/api/industry/statistics?${new URLSearchParams({ measure, by: `cluster,${kind}`, from, to, growth: 'yoy' })}`;
  }

  async load() {
    const { address } = this;
    if (address === this.asked) return;
    this.answer = await api.get(address);
    this.asked = address;
  }

  change(name, value) {
    const { kind, from, to } = this.view;
    const next = { [name]: value };
    if (name === 'period' && value !== kind) Object.assign(next, { from: convert(from, value, false), to: convert(to, value, true) });
    if (name === 'from' && value > to) next.to = value;
    if (name === 'to' && value < from) next.from = value;
    this.filter(next);
  }

  pickers() {
    const { measure, kind, from, to } = this.view;
    const pick = (name, label, options, value, text) => html`<label>${label}<select name=${name} @change=${(event) => this.change(name, event.target.value)}>${options.map((option) => html`<option value=${option} ?selected=${option === value}>${text(option)}</option>`)}</select></label>`;
    const periods = all(kind);
    return html`<form class="filters" aria-label=${t('analyst.statistics.ask')} @submit=${(event) => event.preventDefault()}>
      ${pick('measure', t('analyst.measure'), MEASURES, measure, (code) => t(`analyst.measure.${code}`))}
      ${pick('period', t('analyst.kind'), KINDS, kind, (code) => t(`analyst.kind.${code}`))}
      ${pick('from', t('analyst.from'), periods.includes(from) ? periods : [from, ...periods], from, periodName)}
      ${pick('to', t('analyst.to'), periods.includes(to) ? periods : [to, ...periods], to, periodName)}
    </form>`;
  }

  /** Rows in reading order: period by period, clusters as the programme counts them. */
  get rows() {
    const { kind } = this.view;
    return [...(this.answer.rows ?? [])].sort((a, b) => String(a[kind]).localeCompare(String(b[kind])) || ORDER.indexOf(a.cluster) - ORDER.indexOf(b.cluster));
  }

  withView(values) {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(values)) query.set(name, value);
    return `/analyst/statistics?${query}`;
  }

  async save(accept, ending) {
    const { measure, kind, from, to } = this.view;
    try { await download(this.address, accept, `${measure}-${kind}-${from}-${to}.${ending}`); } catch (problem) { say(problem.message, 'stop'); }
  }

  async copy() {
    const { view } = this;
    const address = new URL(this.withView({ measure: view.measure, period: view.kind, from: view.from, to: view.to, show: view.shown, as: view.as }), location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      say(t('analyst.copied'));
    } catch { say(address); }
  }

  body() {
    const { measure, kind, shown, as } = this.view;
    const { rows } = this;
    const hidden = rows.filter(({ suppressed }) => suppressed).length;
    return html`${this.pickers()}
      ${rows.length ? html`
        <div class="view-bar">
          ${tabs(t('analyst.show'), SHOWN.map((key) => ({ key, text: t(`analyst.show.${key}`), href: this.withView({ show: key }) })), as === 'table' ? null : shown)}
          <div class="view-tools" role="group" aria-label=${t('analyst.as')}>
            ${['chart', 'table'].map((each) => html`<a class="pick" href=${this.withView({ as: each })} aria-current=${as === each ? 'true' : nothing}>${t(`analyst.as.${each}`)}</a>`)}
          </div></div>
        ${as === 'chart' ? html`<fpo-chart .rows=${rows} .kind=${kind} .shown=${shown} .measure=${measure} .unit=${this.answer.unit}></fpo-chart>` : this.table(rows, kind, measure)}
        ${hidden ? note(t('analyst.suppressed.why', { n: hidden })) : nothing}
        <div class="buttons"><button type="button" class="button second small" @click=${() => this.save('text/csv', 'csv')}>${t('analyst.csv')}</button>
          <button type="button" class="button second small" @click=${() => this.save('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx')}>${t('analyst.xlsx')}</button>
          <button type="button" class="button second small" @click=${() => this.copy()}>${t('analyst.copy')}</button></div>` : empty(t('analyst.statistics.none'), t('analyst.statistics.empty'))}
      <section aria-labelledby="about"><h2 id="about">${t('analyst.about')}</h2>${facts([
        [t('analyst.definition'), this.answer.definition],
        [t('analyst.source'), this.answer.source],
        [t('analyst.vintage'), this.answer.vintage],
        [t('analyst.unit'), this.answer.unit],
        [t('analyst.growth'), t('analyst.growth.text')],
        [t('analyst.contribution'), t('analyst.contribution.text')],
        [t('analyst.pull'), t('analyst.pull.text')],
        [t('analyst.link'), html`<a href=${this.address}>${t('analyst.link.text')}</a>`],
      ])}</section>`;
  }

  table(rows, kind, measure) {
    const money = measure !== 'jobs';
    const value = (row, name) => (row.suppressed ? html`<abbr class="hidden-cell" title=${t('analyst.suppressed.short')}>${t('analyst.suppressed')}</abbr>` : row[name] === undefined || row[name] === null ? '–' : money ? amount(row[name]) : number(row[name], 0));
    const rate = (row, name, unit) => (row.suppressed ? html`<span class="quiet">${t('analyst.suppressed')}</span>` : row[name] === undefined || row[name] === null ? '–' : `${signed(row[name])}${unit}`);
    return html`<div class="table-scroll" role="group" tabindex="0" aria-label=${t('analyst.statistics.title')}><table class="table compact stat"><caption class="vh">${t(`analyst.measure.${measure}`)}</caption>
      <thead><tr><th scope="col">${t(`analyst.kind.${kind}`)}</th><th scope="col">${t('analyst.cluster')}</th>${['value', 'base', 'growth', 'contribution', 'pull'].map((name) => html`<th scope="col" class="num">${t(`analyst.column.${name}`)}</th>`)}</tr></thead>
      <tbody>${rows.map((row, at) => {
        const first = rows[at - 1]?.[kind] !== row[kind];
        return html`<tr class=${first ? 'first' : ''}><th scope="row">${first ? html`${periodName(row[kind])}${row.through ? html`<span class="row-sub">${t('analyst.through', { month: periodName(row.through) })}</span>` : nothing}` : html`<span class="vh">${periodName(row[kind])}</span>`}</th>
          <td>${CLUSTERS.includes(row.cluster) ? clusterChip(row.cluster) : tc('analyst.cluster', row.cluster)}${row.negative ? html` <span class="flag">${t('analyst.negative')}</span>` : nothing}</td>
          <td class="num">${value(row, 'value')}</td><td class="num">${value(row, 'base')}</td><td class="num">${rate(row, 'growth', '%')}</td><td class="num">${rate(row, 'contribution', '%')}</td><td class="num">${rate(row, 'pull', t('analyst.points'))}</td></tr>`;
      })}</tbody></table></div>`;
  }
}
