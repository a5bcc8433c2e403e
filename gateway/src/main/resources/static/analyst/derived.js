/** What follows from the published figures: each result with its formula, its parts and what the account says of it. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { keepQuery } from '../kit/router.js';
import { empty } from '../kit/states.js';
import { analystTabs, rowsOf } from './desk.js';
import { figureLink, figureTabs } from './figure-tabs.js';

const SIGNS = { AGREES: '✓', DISAGREES: '×', NOT_STATED: '–' };
const spoken = (number) => String(number).replace(/^-/, '−');

export default class Derived extends Page {
  heading() { return t('analyst.derived.title'); }
  lead() { return t('analyst.derived.lead'); }
  head() { return html`${super.head()}${analystTabs('figures')}${figureTabs('derived')}`; }

  async load() {
    const [derived, sources] = await Promise.all([api.get('/api/industry/figures/derived'), api.get('/api/industry/figures/sources').catch(() => [])]);
    this.derived = rowsOf(derived);
    this.years = new Map(rowsOf(sources).map(({ code, year }) => [code, year]));
  }

  queryChanged() { this.requestUpdate(); }

  summary() {
    const chosen = this.query.get('agreement');
    const count = (state) => this.derived.filter(({ agreement }) => agreement === state).length;
    return html`<ul class="agreements">${Object.keys(SIGNS).map((state) => html`<li><button type="button" class="agreement ${state}" aria-pressed=${chosen === state} @click=${() => { keepQuery({ agreement: chosen === state ? null : state }); this.requestUpdate(); }}>
      <span class="agreement-sign" aria-hidden="true">${SIGNS[state]}</span><strong>${count(state)}</strong> ${t(`analyst.agreement.${state}`)}</button></li>`)}</ul>`;
  }

  unit(result) { return result.unit === '%' ? '%' : html` <span class="derived-unit">${result.unit}</span>`; }

  one(derived) {
    const { result, stated } = derived;
    return html`<article class="derivation" id="derived-${derived.code}" aria-labelledby="h-${derived.code}">
      <div class="derivation-head"><h2 id="h-${derived.code}">${derived.name}</h2><p class="quiet">${derived.definition}</p></div>
      <div class="derivation-result"><p class="derived-value">${spoken(result.value)}${this.unit(result)}</p>
        ${result.low === undefined ? nothing : html`<p class="quiet">${t('analyst.derived.range', { low: spoken(result.low), high: spoken(result.high) })}</p>`}
        <p class="agreement-said ${derived.agreement}"><span class="agreement-sign" aria-hidden="true">${SIGNS[derived.agreement]}</span> ${t(`analyst.agreement.${derived.agreement}.long`)}</p>
        <p class="quiet">${result.rounding}</p></div>
      <div class="derivation-body">
        <p class="formula">${derived.formula}</p><p class="formula worked">${derived.worked}</p>
        <ul class="parts" aria-label=${t('analyst.derived.parts')}>${derived.parts.map((part) => html`<li><span>${part.name} <span class="quiet">${part.period}</span></span> <strong>${part.qualifier ? `${part.qualifier} ` : ''}${part.value}${part.unit === '%' ? '%' : ` ${part.unit}`}</strong> <span class="quiet">${this.years.get(part.source) ?? ''} ${figureLink(part.figure)}</span></li>`)}</ul>
        ${stated ? html`<blockquote class="stated"><p>${stated.text}</p>${stated.figure ? html`<footer>${figureLink(stated.figure)}</footer>` : nothing}</blockquote>` : nothing}
        ${derived.explanation ? html`<p>${derived.explanation}</p>` : nothing}
      </div></article>`;
  }

  body() {
    const chosen = this.query.get('agreement');
    const shown = this.derived.filter(({ agreement }) => !chosen || agreement === chosen);
    return html`${this.summary()}${shown.length ? shown.map((derived) => this.one(derived)) : empty(t('analyst.figures.none'), t('analyst.figures.empty'))}
      <p class="quiet">${t('analyst.derived.how')}</p>`;
  }
}
