/** The mosaic of 51: ten columns, one for each article, one tile an item. The same picture for the enterprise, the public, the officer and the editor. */
import { LitElement, html, nothing } from 'lit';
import { tc, t } from './i18n.js';
import { estimateText } from './format.js';
import { clusterStrip } from './parts.js';
import { CLUSTERS } from './brand.js';

/** A drawn sign for each state, told apart without colour. */
const SIGN = { fits: '✓', nearly: '◐', unknown: '?', unfit: '–', 'newly-in': '+', 'newly-out': '−', same: '=' };
const VERDICT = ['fits', 'nearly', 'unknown', 'unfit'];

const isNumber = (value) => /^-?\d+(\.\d+)?$/.test(String(value ?? ''));
const isYear = (fact, value) => /year/i.test(fact) && /^(19|20)\d\d$/.test(String(value));

/** Whether a change is within an enterprise's reach: a number at least half of the way there, or a yes or no that is not about its standing. */
function isReachable({ fact = '', from, to }) {
  if (typeof to === 'boolean') return from !== null && from !== undefined && !/^(ent|credit|safety|fund)\./.test(fact);
  if (!isNumber(to) || !isNumber(from) || isYear(fact, to)) return false;
  const [now, wanted] = [Number(from), Number(to)];
  return now > wanted || (now > 0 && now >= wanted / 2);
}

/** Whether an item is missed only by a little: one or two changes, each within reach. */
export const isNear = (matched) => {
  const changes = matched?.nearMiss?.changes ?? [];
  return changes.length > 0 && changes.length <= 2 && changes.every(isReachable);
};

/** Which tile an item of a match answer is: fits, nearly, unknown or unfit. */
export function tileState(matched) {
  if (!matched) return undefined;
  if (matched.verdict === 'ELIGIBLE') return 'fits';
  if (matched.verdict === 'UNDETERMINED') return 'unknown';
  return isNear(matched) ? 'nearly' : 'unfit';
}

/** What a near miss would pay, in words. */
export const wouldEarn = (near) => (near?.wouldEarn ? estimateText({ amount: near.wouldEarn }) : near?.wouldEarnAtMost ? estimateText({ high: near.wouldEarnAtMost }) : t('kit.money.unknown'));

/**
 * `articles`: `[{no, title, items:[code]}]`; `items`: list or map of `{code, title, benefit, clusters}`;
 * `states`: code → fits | nearly | unknown | unfit | newly-in | newly-out | same (absent: a catalogue);
 * `matched`: code → item of a match answer (gives `states` and the amounts by itself);
 * `numbers`: code → `{text, share?, title?}` (a figure in the tile, `share` 0…1 draws its size);
 * `href(code)`: tiles are links; without it a click sends `tile` with `{code}`; `chosen`: the selected code; `dimmed(code)`: filtered out.
 */
class Mosaic extends LitElement {
  static properties = {
    articles: { attribute: false }, items: { attribute: false }, states: { attribute: false }, matched: { attribute: false }, numbers: { attribute: false },
    href: { attribute: false }, chosen: {}, dimmed: { attribute: false }, label: {}, noLegend: { type: Boolean, attribute: 'no-legend' }, active: { state: true }, tip: { state: true },
  };

  constructor() {
    super();
    this.articles = [];
    this.items = [];
    this.active = null;
    this.tip = null;
  }

  createRenderRoot() { return this; }

  willUpdate(changed) {
    if (changed.has('items') || !this.byCode) this.byCode = this.items instanceof Map ? this.items : new Map(this.items.map((item) => [item.code, item]));
    this.order = this.articles.flatMap((article) => article.items);
    if (!this.order.includes(this.active)) this.active = this.chosen && this.order.includes(this.chosen) ? this.chosen : this.order[0];
  }

  stateOf(code) { return this.matched ? tileState(this.matched[code]) : this.states?.[code]; }

  sentence(code) {
    const item = this.byCode.get(code) ?? {};
    const state = this.stateOf(code);
    const matched = this.matched?.[code];
    const parts = [`${code} ${item.title ?? ''}`];
    if (state) parts.push(t(`mosaic.${state}`));
    if (matched && state !== 'unfit') parts.push(state === 'nearly' ? t('mosaic.wouldEarn', { amount: wouldEarn(matched.nearMiss) }) : estimateText(matched.estimate));
    if (this.numbers?.[code]) parts.push(this.numbers[code].title ?? this.numbers[code].text);
    return parts.filter(Boolean).join(t('kit.comma'));
  }

  choose(code, event) {
    this.active = code;
    if (this.href) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('tile', { detail: { code }, bubbles: true }));
  }

  keys(event) {
    const tile = event.target.closest('[data-code]');
    if (!tile) return;
    if (event.key === 'Escape') { this.tip = null; return; }
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const all = [...this.querySelectorAll('[data-code]')];
    let next;
    if (way) {
      const here = tile.getBoundingClientRect();
      const x = here.left + here.width / 2;
      const y = here.top + here.height / 2;
      let best = Infinity;
      for (const other of all) {
        if (other === tile) continue;
        const there = other.getBoundingClientRect();
        const dx = there.left + there.width / 2 - x;
        const dy = there.top + there.height / 2 - y;
        const along = dx * way[0] + dy * way[1];
        if (along <= 4) continue;
        const distance = along + 4 * Math.abs(way[0] ? dy : dx);
        if (distance < best) { best = distance; next = other; }
      }
    } else if (event.key === 'Home') next = all[0];
    else if (event.key === 'End') next = all.at(-1);
    if (!next) return;
    event.preventDefault();
    this.active = next.dataset.code;
    next.focus();
  }

  show(code, event) {
    const box = event.currentTarget.getBoundingClientRect();
    const home = this.getBoundingClientRect();
    const width = Math.min(320, home.width);
    const left = Math.max(0, Math.min(box.left - home.left, home.width - width));
    this.tip = { code, left, top: box.bottom - home.top + 6, width };
  }

  hide() { this.tip = null; }

  updated() {
    const tip = this.querySelector('.mosaic-tip');
    if (!tip || !this.tip) return;
    tip.style.left = `${this.tip.left}px`;
    tip.style.width = `${this.tip.width}px`;
    tip.style.top = `${this.tip.top}px`;
  }

  tile(code) {
    const item = this.byCode.get(code) ?? { title: code };
    const state = this.stateOf(code);
    const figure = this.numbers?.[code];
    const clusters = !item.clusters?.length || item.clusters.includes('ALL') ? CLUSTERS : item.clusters;
    const inside = html`<span class="vh">${this.sentence(code)}</span><span class="tile-top" aria-hidden="true"><span class="tile-no">${Number(code.slice(1, 3))}.${Number(code.slice(4))}</span>${state ? html`<span class="tile-sign">${SIGN[state]}</span>` : figure ? nothing : clusterStrip(clusters)}</span>
      <span class="tile-title" aria-hidden="true">${item.title}</span>${figure ? html`<span class="tile-figure" aria-hidden="true">${figure.text}</span>${figure.share === undefined ? nothing : html`<meter class="tile-meter" min="0" max="1" value=${figure.share} aria-hidden="true"></meter>`}` : nothing}`;
    const classes = `tile ${state ?? 'bare'} ${this.dimmed?.(code) ? 'dimmed' : ''} ${this.chosen === code ? 'chosen' : ''}`;
    const focusable = this.active === code ? 0 : -1;
    const on = { enter: (event) => this.show(code, event), leave: () => this.hide() };
    return this.href
      ? html`<a class=${classes} data-code=${code} href=${this.href(code)} tabindex=${focusable} @focus=${on.enter} @blur=${on.leave} @pointerenter=${on.enter} @pointerleave=${on.leave} @click=${() => { this.active = code; }}>${inside}</a>`
      : html`<button type="button" class=${classes} data-code=${code} tabindex=${focusable} aria-pressed=${this.chosen === undefined || this.chosen === null ? nothing : String(this.chosen === code)}
          @focus=${on.enter} @blur=${on.leave} @pointerenter=${on.enter} @pointerleave=${on.leave} @click=${(event) => this.choose(code, event)}>${inside}</button>`;
  }

  tipBox() {
    if (!this.tip) return nothing;
    const { code } = this.tip;
    const item = this.byCode.get(code) ?? {};
    const state = this.stateOf(code);
    const matched = this.matched?.[code];
    const near = matched?.nearMiss;
    return html`<div class="mosaic-tip" aria-hidden="true"><p class="tip-title">${code} ${item.title}</p>
      ${state ? html`<p class="tip-state ${state}"><span class="tile-sign">${SIGN[state]}</span>${t(`mosaic.${state}`)}</p>` : nothing}
      ${matched && state !== 'unfit' && state !== 'nearly' ? html`<p class="tip-amount">${estimateText(matched.estimate)}</p>` : nothing}
      ${state === 'nearly' ? html`<p class="tip-amount">${t('mosaic.wouldEarn', { amount: wouldEarn(near) })}</p>${near.changes.map((change) => html`<p>${change.text ?? ''}</p>`)}` : nothing}
      ${item.benefit ? html`<p>${item.benefit}</p>` : nothing}
      ${this.numbers?.[code] ? html`<p class="tip-amount">${this.numbers[code].title ?? this.numbers[code].text}</p>` : nothing}</div>`;
  }

  legend() {
    if (this.noLegend) return nothing;
    const present = this.order.map((code) => this.stateOf(code)).filter(Boolean);
    if (!present.length) return this.numbers ? nothing : html`<ul class="mosaic-legend clusters-legend">${CLUSTERS.map((code) => html`<li><span class="cluster-dot c-${code}" aria-hidden="true"></span>${tc('cluster', code)}</li>`)}</ul>`;
    const shown = VERDICT.some((state) => present.includes(state)) ? VERDICT : [...new Set(present)];
    return html`<ul class="mosaic-legend">${shown.map((state) => html`<li><span class="tile-sign key ${state}" aria-hidden="true">${SIGN[state]}</span>${t(`mosaic.${state}`)} <strong>${present.filter((each) => each === state).length}</strong></li>`)}</ul>`;
  }

  render() {
    return html`${this.legend()}<div class="mosaic ${this.states || this.matched ? 'stated' : ''}" role="group" aria-label=${this.label ?? t('mosaic.label')} @keydown=${this.keys}>
      ${this.articles.map((article) => html`<div class="mosaic-column" role="group" aria-label=${t('mosaic.article', { no: article.no, title: article.title })}>
        <p class="mosaic-article" aria-hidden="true"><span>${t('mosaic.no', { no: article.no })}</span>${article.title}</p>
        <ul>${article.items.map((code) => html`<li>${this.tile(code)}</li>`)}</ul></div>`)}
    </div>${this.tipBox()}<p class="vh">${t('mosaic.keys')}</p>`;
  }
}

customElements.define('fpo-mosaic', Mosaic);
