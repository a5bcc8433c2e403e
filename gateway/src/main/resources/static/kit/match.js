/** The answer of a match as a reader meets it: mosaic, counts, list with traces, near misses, documents, best combination. */
import { LitElement, html, nothing } from 'lit';
import { t, tc } from './i18n.js';
import { amount, estimateText, moment, shortYuan, sum } from './format.js';
import { chip, trace, valueText } from './parts.js';
import { empty, sampleLabel } from './states.js';
import { tileState, wouldEarn } from './mosaic.js';

const ORDER = ['fits', 'nearly', 'unknown', 'unfit'];

/** Reasons for leaving out an item that was eligible or granted before; the others are told by their verdict. */
const LEFT_OUT = ['SAME_GROUP', 'YEAR_CAP', 'LINE_EXHAUSTED', 'GRANTED_BEFORE'];

/** A value of a fact with the dictionary's names and units. */
export function factValue(value, fact) {
  const named = (code) => fact?.values?.find((each) => each.code === code)?.name;
  if (Array.isArray(value)) return value.map((code) => named(code) ?? code).join(t('kit.list'));
  if (named(String(value))) return named(String(value));
  if (fact?.type === 'RATIO') return `${Math.round(Number(value) * 10000) / 100}%`;
  if (fact?.type === 'MONEY') return amount(value);
  return html`${valueText(value, fact?.unit ?? null)}${fact?.unit && fact.type !== 'MONEY' && /^-?[\d.]+$/.test(String(value)) ? ` ${tc('unit', fact.unit)}` : nothing}`;
}

/**
 * `match`: the answer; `articles`, `items`: the programme; `dictionary`: Map of facts; `names`: Map of record references to names; `show`: a state to list alone; `chosen`: an item to open;
 * `answer(key, clause)`: template that leads to where a missing fact is given; `action(item)`: template of what can be done with an item;
 * `showHref(state)`: address of a list of one state.
 */
class Match extends LitElement {
  static properties = {
    match: { attribute: false }, articles: { attribute: false }, items: { attribute: false }, dictionary: { attribute: false },
    names: { attribute: false }, show: {}, chosen: {}, answer: { attribute: false }, action: { attribute: false }, showHref: { attribute: false },
  };

  createRenderRoot() { return this; }

  willUpdate() {
    this.byCode = new Map((this.items ?? []).map((item) => [item.code, item]));
    this.matched = Object.fromEntries((this.match?.items ?? []).map((item) => [item.code, item]));
  }

  async open(code) {
    if (this.show && tileState(this.matched[code]) !== this.show) this.show = '';
    this.chosen = code;
    await this.updateComplete;
    const details = this.querySelector(`#item-${code}`);
    if (!details) return;
    details.open = true;
    details.querySelector('summary').focus({ preventScroll: true });
    details.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }

  missing(item) {
    const keys = new Map();
    for (const clause of item.clauses ?? []) if (clause.state === 'UNKNOWN') keys.set(clause.fact ?? clause.text, clause);
    return [...keys];
  }

  one(item) {
    const known = this.byCode.get(item.code);
    const state = tileState(item);
    const missing = state === 'unknown' ? this.missing(item) : [];
    const near = item.nearMiss;
    return html`<details class="match ${state}" id="item-${item.code}" ?open=${this.chosen === item.code}><summary>
        <span class="tile-sign key ${state}" aria-hidden="true">${{ fits: '✓', nearly: '◐', unknown: '?', unfit: '–' }[state]}</span>
        <span class="match-name"><span class="item-code">${item.code}</span>${known?.title ?? item.title ?? ''}<span class="vh">${t('kit.comma')}${t(`mosaic.${state}`)}</span></span>
        <span class="match-amount">${state === 'nearly' ? html`<span class="quiet">${t('mosaic.wouldEarn', { amount: wouldEarn(near) })}</span>` : state === 'unfit' ? nothing : estimateText(item.estimate)}</span></summary>
      <div class="match-body">
        ${known?.benefit ? html`<p>${known.benefit}</p>` : nothing}
        ${state !== 'unfit' && item.estimate?.basis && item.estimate.basis !== known?.benefit ? html`<p class="quiet">${t('match.basis')}${t('kit.colon')}${item.estimate.basis}</p>` : nothing}
        ${near?.changes?.length ? html`<div class="note ${state === 'nearly' ? 'go' : ''}"><p><strong>${state === 'nearly' ? t('match.near') : t('match.far')}</strong></p><ul class="plain-tight">${near.changes.map((change) => html`<li>${change.text}</li>`)}</ul><p>${t('mosaic.wouldEarn', { amount: wouldEarn(near) })}</p></div>` : nothing}
        ${missing.length ? html`<div class="note"><p><strong>${t('match.missing')}</strong></p><ul class="plain-tight">${missing.map(([key, clause]) => html`<li>${this.dictionary?.get(key)?.name ?? clause.text} ${this.answer ? this.answer(key, clause) : nothing}</li>`)}</ul></div>` : nothing}
        ${this.action ? this.action(item, known) : nothing}
        <h4>${t('match.trace')}</h4>${trace(item.clauses ?? [])}
        ${item.records?.length > 1 ? html`<details class="more"><summary>${t('match.records', { count: item.records.length })}</summary>${item.records.map((record) => html`<h4>${this.names?.get(record.ref) ?? record.ref} ${chip(t(`verdict.${record.verdict}`), record.verdict === 'ELIGIBLE' ? 'go' : '')} ${record.verdict === 'INELIGIBLE' ? nothing : estimateText(record.estimate)}</h4>${trace(record.clauses ?? [])}`)}</details>` : nothing}
        ${item.documents?.length ? html`<h4>${t('match.documents')}</h4><p>${item.documents.map((document) => document.name ?? document).join(t('kit.list'))}</p>` : nothing}
        <p><a href="/items/${item.code}">${t('match.item')}</a></p>
      </div></details>`;
  }

  combination() {
    const { combination } = this.match;
    if (!combination?.chosen?.length) return nothing;
    const left = (combination.left ?? []).filter(({ why }) => LEFT_OUT.includes(why));
    return html`<section class="combination" aria-labelledby="combination"><h2 id="combination">${t('match.combination')}</h2>
      <p class="combination-total">${amount(combination.total)}</p><p class="quiet">${t('match.combination.text', { cap: shortYuan(combination.yearCap) })}${combination.proven ? ` ${t('match.combination.proven')}` : ''}${combination.linesIgnored ? ` ${t('match.combination.lines')}` : ''}</p>
      <ol class="combination-list">${combination.chosen.map(({ code, amount: value }) => html`<li><button type="button" class="link" @click=${() => this.open(code)}>${code} ${this.byCode.get(code)?.title ?? ''}</button><span>${amount(value)}</span></li>`)}</ol>
      ${left.length ? html`<details class="more"><summary>${t('match.left', { count: left.length })}</summary><ul class="plain-list">${left.map(({ code, reason }) => html`<li><strong>${code} ${this.byCode.get(code)?.title ?? ''}</strong><p class="quiet">${reason}</p></li>`)}</ul></details>` : nothing}</section>`;
  }

  render() {
    if (!this.match) return nothing;
    const states = Object.fromEntries(ORDER.map((state) => [state, this.match.items.filter((item) => tileState(item) === state)]));
    const certain = sum(states.fits.map((item) => item.estimate?.amount ?? item.estimate?.low));
    const shown = this.show && states[this.show] ? [this.show] : ORDER;
    return html`
      ${this.match.stale ? html`<p class="note">${t('match.stale', { at: moment(this.match.registerAsOf) })}</p>` : nothing}
      <p class="match-sum" role="status">${t('match.sum', { fits: states.fits.length, nearly: states.nearly.length, unknown: states.unknown.length, unfit: states.unfit.length })}
        ${states.fits.length ? html`<strong>${t('match.sum.amount', { amount: shortYuan(certain) })}</strong>` : nothing} ${sampleLabel()}</p>
      <fpo-mosaic .articles=${this.articles} .items=${this.items} .matched=${this.matched} .chosen=${this.chosen ?? ''} @tile=${(event) => this.open(event.detail.code)}></fpo-mosaic>
      <div class="section columns match-columns"><div>
        ${this.showHref ? html`<nav class="tabs" aria-label=${t('match.tabs')}><ul>${['', ...ORDER].map((state) => html`<li><a href=${this.showHref(state)} aria-current=${(this.show ?? '') === state ? 'page' : nothing}>${state ? t(`mosaic.${state}`) : t('match.all')} <span class="count">${state ? states[state].length : this.match.items.length}</span></a></li>`)}</ul></nav>` : nothing}
        ${shown.map((state) => html`<section class="match-group" aria-labelledby="group-${state}"><h2 id="group-${state}">${t(`mosaic.${state}`)} <span class="count">${states[state].length}</span></h2>${state === 'nearly' ? html`<p class="quiet">${t('match.nearly.text')}</p>` : nothing}
          ${states[state].length ? states[state].map((item) => this.one(item)) : empty(t(`match.none.${state}`), '')}</section>`)}</div>
        <aside class="side" aria-label=${t('match.combination')}>${this.combination()}</aside></div>`;
  }
}

customElements.define('fpo-match', Match);
