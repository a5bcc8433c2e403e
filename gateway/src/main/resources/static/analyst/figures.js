/** The figures that the zone published, each with its source, and what does not go together in them. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { has, t, tc } from '../kit/i18n.js';
import { number } from '../kit/format.js';
import { empty } from '../kit/states.js';
import { keepQuery } from '../kit/router.js';
import { analystTabs, dash, rowsOf, signed } from './desk.js';
import { figureTabs } from './figure-tabs.js';

const RANKS = { growth: 'analyst.rank.growth', amount: 'analyst.rank.amount', 'amount and growth': 'analyst.rank.both' };

export default class Figures extends Page {
  heading() { return t('analyst.figures.title'); }
  lead() { return t('analyst.figures.lead'); }
  head() { return html`${super.head()}${analystTabs('figures')}${figureTabs('all')}`; }

  async load() {
    const [figures, sources, contradictions] = await Promise.all([
      api.get('/api/industry/figures?size=200'), api.get('/api/industry/figures/sources').catch(() => []), api.get('/api/industry/figures/contradictions').catch(() => []),
    ]);
    Object.assign(this, { figures: rowsOf(figures), sources: rowsOf(sources), contradictions: rowsOf(contradictions) });
  }

  queryChanged() { this.requestUpdate(); }

  keep(values) {
    keepQuery(values);
    this.requestUpdate();
  }

  get shown() {
    const { query } = this;
    const words = (query.get('search') ?? '').trim().toLowerCase();
    return this.figures.filter((figure) => (!query.get('source') || figure.source === query.get('source')) && (!query.get('category') || figure.category === query.get('category'))
      && (!query.get('scope') || figure.scope === query.get('scope')) && (!query.get('disputed') || this.disputed(figure).length)
      && (!words || `${figure.id} ${figure.name} ${figure.subject ?? ''} ${figure.locator ?? ''} ${figure.note ?? ''}`.toLowerCase().includes(words)));
  }

  disputed({ id }) { return this.contradictions.filter(({ figures }) => figures.includes(id)); }

  filters() {
    const { query } = this;
    const codes = (name) => [...new Set(this.figures.map((figure) => figure[name]))];
    const pick = (name, text) => html`<label>${t(`analyst.figures.${name}`)}<select name=${name} @change=${(event) => this.keep({ [name]: event.target.value })}><option value="">${t('analyst.all')}</option>${codes(name).map((code) => html`<option value=${code} ?selected=${query.get(name) === code}>${text(code)}</option>`)}</select></label>`;
    return html`<form class="filters" role="search" @submit=${(event) => event.preventDefault()}>
      <label>${t('analyst.figures.search')}<input type="search" name="search" .value=${query.get('search') ?? ''} @input=${(event) => this.keep({ search: event.target.value })}></label>
      ${pick('source', (code) => t(`analyst.figures.year`, { year: this.sources.find((source) => source.code === code)?.year ?? this.figures.find((figure) => figure.source === code)?.sourceYear ?? code }))}
      ${pick('category', (code) => tc('analyst.category', code))}
      ${pick('scope', (code) => tc('analyst.scope', code))}
      <label class="check"><input type="checkbox" name="disputed" .checked=${query.get('disputed') === '1'} @change=${(event) => this.keep({ disputed: event.target.checked ? '1' : null })}> ${t('analyst.figures.disputed')}</label>
      ${['search', 'source', 'category', 'scope', 'disputed'].some((name) => query.get(name)) ? html`<button type="button" class="plain" @click=${() => this.keep({ search: null, source: null, category: null, scope: null, disputed: null })}>${t('analyst.clear')}</button>` : nothing}
    </form>`;
  }

  value(figure) {
    const amount = figure.value === null || figure.value === undefined ? t('analyst.figures.noAmount') : html`${figure.qualifier ? html`<span class="quiet">${figure.qualifier}</span> ` : nothing}<strong>${/^-?\d+(\.\d+)?$/.test(figure.value) ? number(figure.value, 4) : figure.value}</strong> ${figure.unit ?? html`<span class="quiet">${t('analyst.figures.noUnit')}</span>`}`;
    return html`${amount}${figure.growth ? html`<span class="row-sub">${t('analyst.column.growth')} ${signed(figure.growth)}%</span>` : nothing}`;
  }

  beside({ rank, comparison }) {
    if (!rank && !comparison) return dash;
    return html`${rank ? html`<span>${t(RANKS[rank.of] ?? 'analyst.rank', { among: tc('analyst.among', rank.among), position: rank.position })}</span>` : nothing}
      ${Object.entries(comparison ?? {}).map(([name, value]) => html`<span class="row-sub">${has(`analyst.compared.${name}`) ? t(`analyst.compared.${name}`, { value }) : `${name} ${value}`}</span>`)}`;
  }

  body() {
    const rows = this.shown;
    return html`
      ${this.filters()}
      <p class="quiet" role="status">${t('analyst.figures.count', { n: rows.length, all: this.figures.length })}</p>
      ${rows.length ? html`<table class="table cards figures-table"><caption class="vh">${t('analyst.figures.title')}</caption>
        <thead><tr>${['name', 'value', 'period', 'beside', 'from'].map((name) => html`<th scope="col" class=${name === 'value' ? 'num' : ''}>${t(`analyst.figures.column.${name}`)}</th>`)}</tr></thead>
        <tbody>${rows.map((figure) => html`<tr id="figure-${figure.id}">
          <th scope="row">${figure.name}${figure.subject ? html` <span class="quiet">${figure.subject}</span>` : nothing}<span class="row-sub"><span class="code">${figure.id}</span> · ${tc('analyst.scope', figure.scope)}</span>
            ${figure.note ? html`<span class="row-sub">${figure.note}</span>` : nothing}${this.disputed(figure).map(({ text }) => html`<span class="disputed"><a href="/analyst/figures/contradictions">${t('analyst.figures.notTogether')}</a>${t('kit.colon')}${text}</span>`)}</th>
          <td class="num" data-label=${t('analyst.figures.column.value')}><span>${this.value(figure)}</span></td>
          <td data-label=${t('analyst.figures.column.period')}>${figure.period?.name}</td>
          <td data-label=${t('analyst.figures.column.beside')}><span>${this.beside(figure)}</span></td>
          <td data-label=${t('analyst.figures.column.from')}><span>${t('analyst.figures.year', { year: figure.sourceYear })}${figure.locator ? html`<span class="row-sub">“${figure.locator}”</span>` : nothing}</span></td></tr>`)}</tbody></table>` : empty(t('analyst.figures.none'), t('analyst.figures.empty'))}
      <section aria-labelledby="sources"><h2 id="sources">${t('analyst.figures.sources')}</h2><ul class="plain-list">${this.sources.map((source) => html`<li><strong>${source.title}</strong><p class="quiet">${source.yearBasis === 'inferred' ? t('analyst.figures.inferred', { year: source.year, evidence: source.evidence }) : source.evidence}</p></li>`)}</ul></section>`;
  }
}
