/** A cluster's chain from upstream to downstream: who is here, where a segment is missing, and how much the zone would need it; as a map or as a list. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { number } from '../kit/format.js';
import { clusterChip } from '../kit/parts.js';
import { registerLabel } from '../kit/states.js';
import { CLUSTERS } from '../kit/brand.js';
import '../kit/table.js';
import { analystTabs } from './desk.js';
import { combinations } from './view.js';

export default class Chain extends Page {
  static properties = { shown: { state: true } };

  get cluster() { return CLUSTERS.includes(this.query.get('cluster')) ? this.query.get('cluster') : CLUSTERS[0]; }
  get as() { return this.query.get('as') === 'list' ? 'list' : 'map'; }

  heading() { return t('analyst.chain.title', { name: this.chain?.name ?? tc('cluster', this.cluster) }); }
  lead() { return t('analyst.chain.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${analystTabs('chain')}`; }

  async load() {
    const { cluster } = this;
    if (this.read === cluster) return;
    const chain = await api.get(`/api/industry/clusters/${cluster}/chain`);
    Object.assign(this, { chain, read: cluster, bySegment: combinations().find((by) => by.startsWith('segment,')) });
  }

  /** Every segment with its stage, its rank among the gaps and what needs it. */
  get segments() {
    const gaps = new Map((this.chain.gaps ?? []).map((gap) => [gap.segment, gap]));
    const names = new Map(this.chain.stages.flatMap(({ segments }) => segments.map(({ code, name }) => [code, name])));
    return this.chain.stages.flatMap((stage) => stage.segments.map((segment) => ({ ...segment, stage, ranked: gaps.get(segment.code), needs: (segment.neededBy ?? []).map((code) => names.get(code) ?? code) })));
  }

  gapText({ gap }) { return gap === 'NONE' ? t('analyst.overview.gap.NONE') : t('analyst.overview.gap.ONE'); }
  demandText({ ranked }) { return ranked ? t('analyst.chain.demand', { firms: number(ranked.demand, 0), above: number(ranked.demandAboveScale, 0) }) : ''; }
  address(changes) { return `/analyst/chain?${new URLSearchParams({ cluster: this.cluster, as: this.as, ...changes })}`; }
  figures({ code }) { return this.bySegment ? html` <a href="/analyst/statistics?${new URLSearchParams({ by: this.bySegment, cluster: this.cluster, segment: code })}">${t('analyst.nav.statistics')}</a>` : nothing; }

  map() {
    const { segments } = this;
    return html`<div class="chain-map c-${this.cluster}">${this.chain.stages.map((stage) => html`<section aria-labelledby="stage-${stage.stage}"><h2 id="stage-${stage.stage}">${stage.name}</h2>
      <ul>${segments.filter((each) => each.stage === stage).map((segment) => html`<li class="chain-segment ${segment.gap ? `gap ${segment.gap}` : ''}"><strong>${segment.name}</strong>
        ${segment.gap ? html`<span class="chain-gap">${this.gapText(segment)}</span>` : html`<span>${t('analyst.chain.firms', { n: number(segment.enterprises, 0), above: number(segment.aboveScale, 0) })}</span>`}
        ${segment.needs.length ? html`<span class="quiet">${t('analyst.chain.needed', { names: segment.needs.join(t('kit.list')) })}</span>` : nothing}</li>`)}</ul></section>`)}</div>`;
  }

  list() {
    const columns = [
      { key: 'name', label: t('analyst.group.segment'), cell: (segment) => html`${segment.name}<span class="row-sub">${segment.stage.name}</span>` },
      { key: 'industryCodes', label: t('analyst.group.industry'), cell: (segment) => html`${(segment.industries ?? segment.industryCodes.map((code) => ({ code }))).map(({ code, name }) => html`<span class="industry"><span class="code">${code}</span>${name ? ` ${name}` : ''}</span> `)}` },
      { key: 'enterprises', label: t('analyst.overview.enterprises'), numeric: true, sort: true, cell: (segment) => number(segment.enterprises, 0) },
      { key: 'aboveScale', label: t('analyst.overview.above'), numeric: true, sort: true, cell: (segment) => number(segment.aboveScale, 0) },
      { key: 'needs', label: t('analyst.chain.neededBy'), cell: (segment) => segment.needs.join(t('kit.list')) || '–' },
      { key: 'gap', label: t('analyst.chain.state'), cell: (segment) => html`${segment.gap ? html`<strong>${this.gapText(segment)}</strong>` : t('analyst.chain.there')}${this.figures(segment)}` },
    ];
    return html`<fpo-table .columns=${columns} .rows=${this.segments} caption=${this.heading()}></fpo-table>`;
  }

  gaps() {
    const missing = this.segments.filter(({ gap }) => gap).sort((a, b) => (a.ranked?.rank ?? 99) - (b.ranked?.rank ?? 99));
    return html`<section class="section" aria-labelledby="gaps"><h2 id="gaps">${t('analyst.chain.gaps')}</h2>
      ${missing.length ? html`<ol class="gap-list">${missing.map((segment) => html`<li><span class="gap-rank" aria-hidden="true">${segment.ranked?.rank ?? '–'}</span><div><strong>${segment.name}</strong> <span class="quiet">${segment.stage.name} · ${this.gapText(segment)}</span>
        ${segment.ranked ? html`<p>${this.demandText(segment)}</p>` : nothing}</div></li>`)}</ol>` : html`<p>${t('analyst.chain.whole')}</p>`}
      <p class="quiet">${this.chain.definition ?? t('analyst.chain.definition')}</p></section>`;
  }

  body() {
    return html`<nav class="chain-clusters" aria-label=${t('analyst.cluster')}>${CLUSTERS.map((code) => html`<a class="pick" href=${this.address({ cluster: code })} aria-current=${code === this.cluster ? 'true' : nothing}>${clusterChip(code)}</a>`)}</nav>
      <div class="view-bar"><p class="quiet">${t('analyst.chain.count', { n: this.segments.length, gaps: this.segments.filter(({ gap }) => gap).length })}</p><div class="view-tools"><span class="pick-pair" role="group" aria-label=${t('analyst.chain.as')}>${['map', 'list'].map((each) => html`<a class="pick" href=${this.address({ as: each })} aria-current=${this.as === each ? 'true' : nothing}>${t(`analyst.chain.as.${each}`)}</a>`)}</span></div></div>
      ${this.as === 'map' ? this.map() : this.list()}${this.gaps()}`;
  }
}
