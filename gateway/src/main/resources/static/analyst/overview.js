/** The clusters at a glance: their size, their latest quarter, eight quarters as small columns, their chain with its gaps. */
import { html, nothing, svg } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, number } from '../kit/format.js';
import { registerLabel } from '../kit/states.js';
import { analystTabs, rowsOf, signed } from './desk.js';
import { before, lastOf, periodName } from './periods.js';

export default class Overview extends Page {
  heading() { return t('analyst.overview.title'); }
  lead() { return t('analyst.overview.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${analystTabs('overview')}`; }

  get taxonomy() { return this.query.get('taxonomy') === '2024' ? '2024' : '2019'; }

  async load() {
    const to = lastOf('quarter');
    const statistics = `/api/industry/statistics?${new URLSearchParams({ measure: 'revenue', by: 'cluster,quarter', from: before('quarter', to, 7), to, growth: 'yoy' })}`;
    const first = this.taxonomy === '2019';
    const [clusters, answer] = await Promise.all([api.get(`/api/industry/clusters?taxonomy=${this.taxonomy}`), first ? api.get(statistics).catch(() => null) : null]);
    this.clusters = rowsOf(clusters);
    this.rows = answer?.rows ?? [];
    const chains = first ? await Promise.all(this.clusters.map(({ code }) => api.get(`/api/industry/clusters/${code}/chain`).catch(() => null))) : [];
    this.chains = new Map(this.clusters.map(({ code }, at) => [code, chains[at]]));
  }

  /** Eight quarters as columns, a gap where a cell is not published. */
  columns(code) {
    const rows = this.rows.filter(({ cluster }) => cluster === code).sort((a, b) => a.quarter.localeCompare(b.quarter));
    if (!rows.length) return nothing;
    const most = Math.max(...rows.map(({ value }) => Number(value ?? 0)), 1);
    const told = rows.map((row) => `${periodName(row.quarter)} ${row.suppressed ? t('analyst.suppressed') : number(Number(row.value) / 1e8, 2)}`).join(t('kit.comma'));
    return html`<svg class="small-columns" viewBox="0 0 ${rows.length * 12} 48" role="img" aria-label="${t('analyst.overview.columns')}${t('kit.colon')}${told}">
      ${rows.map((row, at) => {
        const height = row.suppressed || row.value === undefined ? 0 : Math.max(1, (Number(row.value) / most) * 46);
        return height ? svg`<rect x=${at * 12 + 1} y=${48 - height} width="9" height=${height}><title>${periodName(row.quarter)}</title></rect>` : svg`<line x1=${at * 12 + 1} x2=${at * 12 + 10} y1="47" y2="47"></line>`;
      })}</svg>`;
  }

  latest(code) {
    const row = this.rows.filter(({ cluster }) => cluster === code).sort((a, b) => a.quarter.localeCompare(b.quarter)).at(-1);
    if (!row) return nothing;
    return html`<div><dt>${t('analyst.overview.output', { period: periodName(row.quarter) })}</dt><dd>${row.suppressed ? t('analyst.suppressed') : amount(row.value)}${row.growth === undefined || row.growth === null ? nothing : html` <span class="quiet">${t('analyst.column.growth')} ${signed(row.growth)}%</span>`}</dd></div>`;
  }

  chain(code) {
    const chain = this.chains.get(code);
    if (!chain?.stages?.length) return nothing;
    return html`<details class="more"><summary>${t('analyst.overview.chain')}</summary>${chain.stages.map((stage) => html`<h3>${stage.name}</h3><ul class="segments">${stage.segments.map((segment) => html`<li class=${segment.gap ? 'gap' : ''}><span>${segment.name}</span> <span class="quiet">${segment.gap === 'NONE' ? t('analyst.overview.gap.NONE') : segment.gap === 'ONE' ? t('analyst.overview.gap.ONE') : t('analyst.overview.firms', { n: number(segment.enterprises, 0) })}</span></li>`)}</ul>`)}</details>`;
  }

  body() {
    return html`<div class="view-tools" role="group" aria-label=${t('analyst.overview.taxonomy')}>${['2019', '2024'].map((key) => html`<a class="pick" href="/analyst?taxonomy=${key}" aria-current=${this.taxonomy === key ? 'true' : nothing}>${t(`analyst.overview.${key}`)}</a>`)}</div>
      ${this.taxonomy === '2024' ? html`<p class="note">${t('analyst.overview.mapping')}</p>` : nothing}
      <div class="cluster-rows">${this.clusters.map((cluster) => html`<section class="cluster-row c-${cluster.code}" aria-labelledby="c-${cluster.code}">
        <div><h2 id="c-${cluster.code}">${cluster.name}</h2><p>${cluster.summary}</p>
          ${cluster.mapsFrom?.length ? html`<p class="quiet">${t('analyst.overview.from', { names: cluster.mapsFrom.map((code) => t(`cluster.${code}`)).join(t('analyst.and')) })}</p>` : nothing}${this.chain(cluster.code)}</div>
        <dl class="counts"><div><dt>${t('analyst.overview.enterprises')}</dt><dd>${number(cluster.enterprises, 0)}</dd></div><div><dt>${t('analyst.overview.above')}</dt><dd>${number(cluster.aboveScale, 0)}</dd></div>${this.latest(cluster.code)}</dl>
        <div class="cluster-columns">${this.columns(cluster.code)}</div>
      </section>`)}</div>`;
  }
}
