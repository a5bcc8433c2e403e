/** The clusters at a glance: their size, their latest quarter, eight quarters as small columns, their chain with its gaps. */
import { html, nothing, svg } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, number } from '../kit/format.js';
import { registerLabel } from '../kit/states.js';
import { mostOf, rate, rateCell } from './cells.js';
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
    this.bulletin = first ? await this.newest() : null;
    this.chains = new Map(this.clusters.map(({ code }, at) => [code, chains[at]]));
  }

  /** The newest monthly bulletin, where there is one. */
  async newest() {
    try {
      const [entry] = (await api.get('/api/industry/bulletins?kind=month&size=1')).items;
      return entry ? await api.get(`/api/industry/bulletins/${entry.period}`) : null;
    } catch { return null; }
  }

  /** What the newest month says: its first sentences, and the change of each measure. */
  changed() {
    const { bulletin } = this;
    if (!bulletin) return nothing;
    const totals = bulletin.sections.map(({ measure, heading, total }) => ({ measure, heading, suppressed: false, value: total?.value, growth: total?.growth }));
    return html`<section class="changed" aria-labelledby="changed"><div><h2 id="changed">${t('analyst.changed', { period: bulletin.name })}</h2>
        <p class="bulletin-text">${bulletin.sections[0]?.paragraphs[0]}</p>
        <p class="links-row"><a href="/analyst/bulletin/${bulletin.period}">${t('analyst.changed.whole')}</a> <a href="/analyst/bulletins">${t('analyst.changed.all')}</a> <a href="/analyst/figures/derived">${t('analyst.changed.derived')}</a></p></div>
      <table class="table compact"><caption class="vh">${t('analyst.changed', { period: bulletin.name })}</caption><thead><tr><th scope="col">${t('analyst.measure')}</th><th scope="col" class="num">${t('analyst.column.growth')} %</th></tr></thead>
        <tbody>${totals.map((row) => html`<tr><th scope="row"><a href="/analyst/statistics?${new URLSearchParams({ measure: row.measure, by: 'cluster,month' })}">${row.heading}</a></th><td class="num">${rateCell(row, 'growth', mostOf(totals, 'growth'))}</td></tr>`)}</tbody></table></section>`;
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
    const [row, last] = this.rows.filter(({ cluster }) => cluster === code).sort((a, b) => b.quarter.localeCompare(a.quarter));
    if (!row) return nothing;
    const faster = row.growth === undefined || last?.growth === undefined ? null : Number(row.growth) - Number(last.growth);
    return html`<div><dt>${t('analyst.overview.output', { period: periodName(row.quarter) })}</dt><dd>${row.suppressed ? t('analyst.suppressed') : amount(row.value)}${row.growth === undefined || row.growth === null ? nothing : html` <span class="quiet">${t('analyst.column.growth')} ${signed(row.growth)}%</span>`}</dd>${faster === null ? nothing : html`<dd class="faster">${t('analyst.faster', { change: rate(faster, 1) })}</dd>`}</div>`;
  }

  gapCount(code) {
    const gaps = (this.chains.get(code)?.stages ?? []).flatMap(({ segments }) => segments).filter(({ gap }) => gap).length;
    return gaps ? html`<span class="quiet">${t('analyst.overview.gaps', { n: gaps })}</span>` : nothing;
  }

  body() {
    return html`${this.changed()}<div class="view-tools" role="group" aria-label=${t('analyst.overview.taxonomy')}>${['2019', '2024'].map((key) => html`<a class="pick" href="/analyst?taxonomy=${key}" aria-current=${this.taxonomy === key ? 'true' : nothing}>${t(`analyst.overview.${key}`)}</a>`)}</div>
      ${this.taxonomy === '2024' ? html`<p class="note">${t('analyst.overview.mapping')}</p>` : nothing}
      <div class="cluster-rows">${this.clusters.map((cluster) => html`<section class="cluster-row c-${cluster.code}" aria-labelledby="c-${cluster.code}">
        <div><h2 id="c-${cluster.code}">${cluster.name}</h2><p>${cluster.summary}</p>
          ${cluster.mapsFrom?.length ? html`<p class="quiet">${t('analyst.overview.from', { names: cluster.mapsFrom.map((code) => t(`cluster.${code}`)).join(t('analyst.and')) })}</p>` : nothing}${this.taxonomy === '2019' ? html`<p class="links-row"><a href="/analyst/statistics?${new URLSearchParams({ measure: 'revenue', by: 'cluster,quarter', cluster: cluster.code })}" aria-label="${cluster.name}${t('kit.colon')}${t('analyst.nav.statistics')}">${t('analyst.nav.statistics')}</a> <a href="/analyst/chain?cluster=${cluster.code}" aria-label="${cluster.name}${t('kit.colon')}${t('analyst.nav.chain')}">${t('analyst.nav.chain')}</a> ${this.gapCount(cluster.code)}</p>` : nothing}</div>
        <dl class="counts"><div><dt>${t('analyst.overview.enterprises')}</dt><dd>${number(cluster.enterprises, 0)}</dd></div><div><dt>${t('analyst.overview.above')}</dt><dd>${number(cluster.aboveScale, 0)}</dd></div>${this.latest(cluster.code)}</dl>
        <div class="cluster-columns">${this.columns(cluster.code)}</div>
      </section>`)}</div>`;
  }
}
