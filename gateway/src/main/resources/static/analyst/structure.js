/** How concentrated clusters and segments are by year: CR4, HHI and the location quotient, as far as they can be shown without giving the largest enterprise away. */
import { html, nothing, svg } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { facts } from '../kit/parts.js';
import { empty, note, registerLabel } from '../kit/states.js';
import { CLUSTERS } from '../kit/brand.js';
import { analystTabs } from './desk.js';
import { groupLabel, keyOf } from './cells.js';
import { all, lastOf } from './periods.js';
import { MEASURES } from './view.js';

const COLUMNS = ['cr4', 'hhi', 'locationQuotient'];
/** Scales of the small pictures: percent, index, and a quotient about one. */
const MOST = { cr4: 100, hhi: 10000, locationQuotient: 2 };
const YEARS = 3;

export default class Structure extends Page {
  heading() { return t('analyst.structure.title'); }
  lead() { return t('analyst.structure.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${analystTabs('structure')}`; }

  get view() {
    const { query } = this;
    const among = (name, list) => (list.includes(query.get(name)) ? query.get(name) : list[0]);
    return { measure: among('measure', MEASURES), by: among('by', ['cluster,year', 'segment,year']), year: /^\d{4}$/.test(query.get('year') ?? '') ? query.get('year') : lastOf('year'), cluster: CLUSTERS.includes(query.get('cluster')) ? query.get('cluster') : null };
  }

  async load() {
    const { measure, by, year } = this.view;
    const asked = new URLSearchParams({ measure, by, from: String(Number(year) - YEARS), to: year });
    try {
      this.answer = await api.get(`/api/industry/statistics/concentration?${asked}`);
    } catch (problem) {
      if (![401, 403, 404].includes(problem.status)) throw problem;
      this.answer = null;
    }
  }

  pickers() {
    const { measure, by, year, cluster } = this.view;
    const pick = (name, label, options, value, text) => html`<label>${label}<select name=${name} @change=${(event) => this.filter({ [name]: event.target.value })}>${options.map((option) => html`<option value=${option ?? ''} ?selected=${option === value}>${text(option)}</option>`)}</select></label>`;
    return html`<form class="filters" aria-label=${t('analyst.statistics.ask')} @submit=${(event) => event.preventDefault()}>
      ${pick('measure', t('analyst.measure'), MEASURES, measure, (code) => t(`analyst.measure.${code}`))}
      ${pick('by', t('analyst.by'), ['cluster,year', 'segment,year'], by, (code) => t(`analyst.group.${code.split(',')[0]}`))}
      ${by.startsWith('segment') ? pick('cluster', t('analyst.cluster'), [null, ...CLUSTERS], cluster, (code) => (code ? t(`cluster.${code}`) : t('analyst.all'))) : nothing}
      ${pick('year', t('analyst.kind.year'), [...new Set([...all('year'), year])], year, (code) => code)}</form>`;
  }

  gauge(name, value) {
    const at = Math.min(1, Number(value) / MOST[name]) * 60;
    return html`<svg class="gauge" viewBox="0 0 60 12" width="60" height="12" aria-hidden="true"><rect class="whole" x="0.5" y="2.5" width="59" height="7"></rect><rect x="0" y="2" width=${at} height="8"></rect>${name === 'locationQuotient' ? svg`<line x1="30" x2="30" y1="0" y2="12"></line>` : nothing}</svg>`;
  }

  cell(row, name, before) {
    if (row[name] === undefined) return html`<span class="withheld" title=${t('analyst.structure.withheld')}>${t('analyst.suppressed')}<span class="vh">${t('kit.colon')}${t('analyst.structure.withheld')}</span></span>`;
    return html`<span class="rate"><data value=${row[name]}>${row[name]}${name === 'cr4' ? '%' : ''}</data>${this.gauge(name, row[name])}</span>${before?.[name] === undefined ? nothing : html`<span class="row-sub">${t('analyst.structure.before', { year: before.year, value: before[name] })}</span>`}`;
  }

  body() {
    if (!this.answer) return html`${this.pickers()}${empty(t('analyst.structure.none'), t('analyst.structure.empty'))}`;
    const { by, year, cluster } = this.view;
    const rows = this.answer.rows.filter((row) => row.year === year && row.segment !== 'NONE' && (!cluster || by.startsWith('cluster') || row.cluster === cluster));
    const last = new Map(this.answer.rows.filter((row) => row.year === String(Number(year) - 1)).map((row) => [`${row.cluster} ${keyOf(row, by)}`, row]));
    const hidden = rows.filter((row) => row.cr4 === undefined).length;
    return html`${this.pickers()}
      ${rows.length ? html`<div class="table-scroll" role="group" tabindex="0" aria-label=${t('analyst.structure.title')}><table class="table stat structure"><caption class="vh">${t('analyst.structure.title')} ${year}</caption>
        <thead><tr><th scope="col">${t(`analyst.group.${by.split(',')[0]}`)}</th>${COLUMNS.map((name) => html`<th scope="col" class="num">${t(`analyst.structure.${name}`)}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr><th scope="row">${groupLabel(row, by)}</th>${COLUMNS.map((name) => html`<td class="num" data-label=${t(`analyst.structure.${name}`)}><span>${this.cell(row, name, last.get(`${row.cluster} ${keyOf(row, by)}`))}</span></td>`)}</tr>`)}</tbody></table></div>
        ${hidden ? note(t('analyst.structure.why', { n: hidden })) : nothing}` : empty(t('analyst.statistics.none'), t('analyst.statistics.empty'))}
      <section aria-labelledby="about"><h2 id="about">${t('analyst.about')}</h2>${facts([[t('analyst.definition'), this.answer.definition], [t('analyst.source'), this.answer.source], [t('analyst.vintage'), this.answer.vintage], [t('analyst.link'), html`<a href=${this.answer.link}>${t('analyst.link.text')}</a>`]])}</section>`;
  }
}
