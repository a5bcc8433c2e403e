/** The programme: what it is, where its money stands, the 51 items, the five clusters, the newest notices, and what each visitor does next. */
import { api, clusterChip, day, empty, errorPanel, html, number, Page, registerLabel, sampleLabel, skeleton, t } from '/kit/kit.js';
import { articles, clusters, items } from '/kit/programme.js';
import { figureText, clusterFigures } from './cluster-figures.js';
import '/kit/bar.js';
import '/kit/mosaic.js';

const PARTS = {
  fund: () => api.get('/api/fund/fund'),
  programme: () => Promise.all([articles(), items()]),
  clusters: () => clusters(),
  figures: () => api.get('/api/industry/figures'),
  notices: () => api.get('/api/fund/notices?size=4'),
};

/** Each part is read by itself: one service that is away leaves the others standing. */
export default class Home extends Page {
  static properties = { parts: { state: true } };

  constructor() {
    super();
    this.parts = {};
  }

  heading() { return ''; }

  async load() {
    for (const name of Object.keys(PARTS)) this.read(name);
  }

  async read(name) {
    this.parts = { ...this.parts, [name]: null };
    try {
      const value = await PARTS[name]();
      this.parts = { ...this.parts, [name]: { value } };
    } catch (problem) {
      this.parts = { ...this.parts, [name]: { problem } };
    }
  }

  part(name, draw, lines = 5) {
    const part = this.parts[name];
    if (!part) return skeleton(lines);
    if (part.problem) return errorPanel(part.problem, () => this.read(name));
    return draw(part.value);
  }

  cluster(cluster, figures) {
    return html`<li class="cluster-line c-${cluster.code}"><h3>${clusterChip(cluster.code, cluster.name)}</h3><p>${cluster.summary}</p>
      <p class="cluster-count">${t('home.cluster.count', { enterprises: number(cluster.enterprises), above: number(cluster.aboveScale) })} ${registerLabel()}</p>
      ${clusterFigures(figures, cluster.code).slice(0, 2).map((figure) => html`<p class="cluster-figure">${figureText(figure)}</p>`)}</li>`;
  }

  render() {
    return html`<div class="page wide home">
      <div class="opening"><h1 tabindex="-1">${t('home.title').split('|').map((part) => html`<span class="phrase">${part}</span>`)}</h1>
        <div class="opening-side"><p class="lead">${t('home.lead')}</p>
        <p class="buttons"><a class="button" href="/check">${t('home.check')}</a><a class="button second" href="/items">${t('home.items')}</a></p></div></div>

      <section class="home-bar" aria-labelledby="home-fund"><div class="home-bar-head"><h2 id="home-fund">${t('home.fund')} ${sampleLabel()}</h2><p><a href="/fund">${t('home.fund.more')}</a></p></div>
        ${this.part('fund', (fund) => html`<p class="big-sum">${t('home.sum')}</p><fpo-fund-bar .fund=${fund} mode="total"></fpo-fund-bar>`)}</section>

      <section class="section" aria-labelledby="home-items"><div class="section-head"><h2 id="home-items">${t('home.mosaic')} ${sampleLabel()}</h2><p><a href="/items">${t('home.mosaic.more')}</a></p></div>
        <p class="section-lead">${t('home.mosaic.lead')}</p>
        ${this.part('programme', ([list, all]) => html`<fpo-mosaic .articles=${list} .items=${all} .href=${(code) => `/items/${code}`}></fpo-mosaic>`, 8)}</section>

      <section class="section" aria-labelledby="home-clusters"><div class="section-head"><h2 id="home-clusters">${t('home.clusters')}</h2><p><a href="/clusters">${t('home.clusters.more')}</a></p></div>
        ${this.part('clusters', (list) => html`<ul class="cluster-lines">${list.map((cluster) => this.cluster(cluster, this.parts.figures?.value))}</ul>`)}</section>

      <div class="section columns even"><section aria-labelledby="home-notices"><div class="section-head"><h2 id="home-notices">${t('home.notices')}</h2><p><a href="/notices">${t('home.notices.more')}</a></p></div>
          ${this.part('notices', ({ items: list }) => (list.length
            ? html`<ul class="plain-list">${list.map((notice) => html`<li><a href="/notices/${notice.id}">${notice.title ?? notice.number ?? t('notice.title', { day: day(notice.publishedOn) })}</a>
              <p class="quiet">${t('notice.until', { from: day(notice.publishedOn), to: day(notice.endsOn) })}</p></li>`)}</ul>`
            : empty(t('notices.none'), t('notices.none.text'))), 4)}</section>
        <section aria-labelledby="home-next"><div class="section-head"><h2 id="home-next">${t('home.next')}</h2></div>
          <dl class="next">${['enterprise', 'officer', 'analyst', 'public'].map((who) => html`<div><dt>${t(`home.next.${who}`)}</dt><dd>${t(`home.next.${who}.text`)} <a href=${who === 'public' ? '/notices' : who === 'enterprise' ? '/check' : '/sign-in'}>${t(`home.next.${who}.link`)}</a></dd></div>`)}</dl></section></div>
    </div>`;
  }
}
