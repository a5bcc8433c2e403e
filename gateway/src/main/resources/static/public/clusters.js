/** The five clusters, their four successors, and the published figures that speak of them. */
import { api, clusterChip, html, nothing, number, Page, registerLabel, t } from '/kit/kit.js';
import { clusters } from '/kit/programme.js';
import { clusterFigures, figureText, sourcesOf } from './cluster-figures.js';

export default class Clusters extends Page {
  static properties = { list: { state: true }, later: { state: true }, figures: { state: true } };

  heading() { return t('clusters.title'); }
  lead() { return t('clusters.lead'); }

  async load() {
    const [list, later, figures] = await Promise.all([clusters(), api.get('/api/industry/clusters?taxonomy=2024').catch(() => []), api.get('/api/industry/figures?size=200').catch(() => null)]);
    this.list = list;
    this.later = later;
    this.figures = figures;
  }

  /** Statistics, published figures and key projects are public too. */
  links() {
    return html`<ul class="links-row">${[['overview', '/analyst'], ['statistics', '/analyst/statistics'], ['bulletins', '/analyst/bulletins'], ['chain', '/analyst/chain'], ['published', '/analyst/figures'], ['projects', '/analyst/projects']].map(([key, href]) => html`<li><a href=${href}>${t(`clusters.more.${key}`)}</a></li>`)}</ul>`;
  }

  body() {
    const named = new Map(this.later.map((cluster) => [cluster.code, cluster.name]));
    return html`${this.links()}${this.list.map((cluster) => html`<section class="cluster-block c-${cluster.code}" aria-labelledby="cluster-${cluster.code}">
        <div><h2 id="cluster-${cluster.code}">${cluster.name} ${registerLabel()}</h2><p>${cluster.summary}</p>
          ${cluster.mapsTo?.length ? html`<p class="quiet">${t('clusters.mapsTo', { names: cluster.mapsTo.map((code) => named.get(code) ?? code).join(t('kit.list')) })}${cluster.mapping ? html`<br>${cluster.mapping}` : nothing}</p>` : nothing}
          <p><a href="/items?cluster=${cluster.code}">${t('clusters.items')}</a></p></div>
        <dl class="counts"><div><dt>${t('clusters.enterprises')}</dt><dd>${number(cluster.enterprises, 0)}</dd></div><div><dt>${t('clusters.above')}</dt><dd>${number(cluster.aboveScale, 0)}</dd></div></dl>
        <div><h3>${t('clusters.figures')}</h3>${this.figuresOf(cluster)}</div></section>`)}
      ${this.later.length ? html`<section class="section" aria-labelledby="later"><h2 id="later">${t('clusters.later')}</h2><p class="section-lead">${t('clusters.later.text')}</p>
        <ul class="plain-list">${this.later.map((cluster) => html`<li><strong>${cluster.name}</strong>${cluster.mapping ? html`<p>${cluster.mapping}</p>` : nothing}<p class="quiet">${(cluster.mapsFrom ?? this.list.filter(({ mapsTo }) => mapsTo?.includes(cluster.code)).map(({ code }) => code)).map((code) => html`${clusterChip(code, this.list.find((each) => each.code === code)?.name)}　`)}</p></li>`)}</ul></section>` : nothing}
      ${sourcesOf(this.figures).length ? html`<section class="section" aria-labelledby="sources"><h2 id="sources">${t('clusters.sources')}</h2><ul>${sourcesOf(this.figures).map((title) => html`<li>${title}</li>`)}</ul></section>` : nothing}`;
  }

  figuresOf(cluster) {
    const found = clusterFigures(this.figures, cluster.code);
    return found.length ? html`<ul class="figure-list">${found.slice(0, 6).map((figure) => html`<li>${figureText(figure)}</li>`)}</ul>` : html`<p class="quiet">${t('clusters.figures.none')}</p>`;
  }
}
