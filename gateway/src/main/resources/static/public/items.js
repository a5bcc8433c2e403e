/** The catalogue: 51 items as mosaic and list, filtered by address. */
import { amount, clusterChips, CLUSTERS, empty, html, LINES, Page, sampleLabel, selectField, t, tc, textField } from '/kit/kit.js';
import { articles, items } from '/kit/programme.js';
import '/kit/mosaic.js';

const TRACKS = ['NO_APPLICATION', 'VERIFY', 'EXPERT_AND_AUDIT'];
const DRIVERS = ['FOSTER_NEW', 'UPGRADE_OLD'];

const includes = (item, cluster) => !item.clusters?.length || item.clusters.includes('ALL') || item.clusters.includes(cluster);

export default class Items extends Page {
  heading() { return t('items.title'); }
  lead() { return t('items.lead'); }
  aside() { return sampleLabel(); }

  async load() {
    [this.articles, this.items] = await Promise.all([articles(), items()]);
  }

  chosen() {
    const query = this.query;
    const word = (query.get('q') ?? '').trim().toLowerCase();
    return this.items.filter((item) => (!query.get('cluster') || includes(item, query.get('cluster')))
      && ['line', 'track', 'driver'].every((name) => !query.get(name) || item[name] === query.get(name))
      && (!word || `${item.code} ${item.title} ${item.benefit}`.toLowerCase().includes(word)));
  }

  queryChanged() { this.requestUpdate(); }

  filters() {
    const pick = (name, values, prefix) => selectField({
      name, label: t(`items.${name}`), value: this.query.get(name) ?? '', blank: t('items.any'),
      options: values.map((value) => ({ value, text: tc(prefix ?? name, value) })), onChange: (value) => this.filter({ [name]: value }),
    });
    return html`<form class="filters" role="search" aria-label=${t('items.filter')} @submit=${(event) => event.preventDefault()}>
      ${pick('cluster', CLUSTERS)}${pick('line', LINES)}${pick('track', TRACKS)}${pick('driver', DRIVERS)}
      ${textField({ name: 'q', label: t('items.search'), value: this.query.get('q') ?? '', onInput: (q) => this.filter({ q }) })}
      ${[...this.query.keys()].length ? html`<button type="button" class="button second small" @click=${() => this.filter({ cluster: '', line: '', track: '', driver: '', q: '' })}>${t('items.clear')}</button>` : ''}
    </form>`;
  }

  body() {
    const found = this.chosen();
    const codes = new Set(found.map(({ code }) => code));
    const narrowed = found.length < this.items.length;
    return html`${this.filters()}
      <p role="status" class="quiet">${t('items.found', { found: found.length, all: this.items.length })}</p>
      <fpo-mosaic .articles=${this.articles} .items=${this.items} .href=${(code) => `/items/${code}`} .dimmed=${narrowed ? (code) => !codes.has(code) : undefined}></fpo-mosaic>
      ${found.length ? this.articles.filter((article) => article.items.some((code) => codes.has(code))).map((article) => html`<section class="section" aria-labelledby="article-${article.no}">
        <h2 id="article-${article.no}">${t('mosaic.article', { no: article.no, title: article.title })}</h2>
        <ul class="item-list">${found.filter((item) => article.items.includes(item.code)).map((item) => html`<li>
          <p class="item-name"><span class="item-code">${item.code}</span><a href="/items/${item.code}">${item.title}</a></p>
          <p>${item.benefit}</p>
          <p class="quiet item-meta">${clusterChips(item.clusters)}<span>${tc('line', item.line)}</span><span>${tc('track', item.track)}</span>${item.most ? html`<span>${t('items.most')} ${amount(item.most)}</span>` : ''}</p></li>`)}</ul></section>`)
        : html`<div class="section">${empty(t('items.none'), t('items.none.text'))}</div>`}`;
  }
}
