/** The base of the drawn statistics: the library, colours of the reader's theme, sizes, and what is pointed at in the other picture. */
import { LitElement, html } from 'lit';
import { t } from '../kit/i18n.js';

/** The width of a page between its margins, in CSS pixels: A4 less 2 × 18 mm. */
const PAPER = 657;
const LIBRARY = '/webjars/echarts/5.5.0/echarts.esm.min.js';

export class Picture extends LitElement {
  static properties = { rows: { attribute: false }, view: { attribute: false }, scale: { attribute: false }, pointed: {}, failed: { state: true } };

  createRenderRoot() { return this; }

  connectedCallback() {
    super.connectedCallback();
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.redraw = () => this.draw();
    this.dark.addEventListener('change', this.redraw);
    this.print = ({ type }) => this.turn(type === 'beforeprint');
    addEventListener('beforeprint', this.print);
    addEventListener('afterprint', this.print);
    this.sizes = new ResizeObserver(() => { if (!this.onPaper) this.chart?.resize(); });
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.dark.removeEventListener('change', this.redraw);
    removeEventListener('beforeprint', this.print);
    removeEventListener('afterprint', this.print);
    this.sizes.disconnect();
    this.chart?.dispose();
    this.chart = null;
  }

  updated(changed) {
    if (['rows', 'view', 'scale'].some((name) => changed.has(name))) this.draw();
    else if (changed.has('pointed')) this.point(changed.get('pointed'));
  }

  async draw() {
    const place = this.querySelector('.chart');
    if (!place) return;
    let echarts;
    try { echarts = await import(LIBRARY); } catch (trouble) {
      console.error(trouble);
      this.failed = true;
      return;
    }
    if (!this.isConnected) return;
    if (!this.chart) {
      this.chart = echarts.init(place, null, { renderer: 'canvas' });
      this.chart.on('click', (event) => this.tell('choose', event));
      this.chart.on('mouseover', (event) => this.tell('point', event));
      this.chart.on('globalout', () => this.tell('point', {}));
    }
    this.paint();
    this.dataset.drawn = 'true';
  }

  /** A canvas keeps the colours and the width that it was painted with: for paper they are light and a page wide. */
  turn(onPaper) {
    this.onPaper = onPaper;
    document.documentElement.classList.toggle('on-paper', onPaper);
    if (this.chart) this.paint();
  }

  get width() { return this.onPaper ? PAPER : this.clientWidth; }
  get isDark() { return this.dark.matches && !this.onPaper; }

  paint() {
    this.chart.resize({ width: this.onPaper ? PAPER : 'auto' });
    this.chart.setOption({
      animation: !this.onPaper && !matchMedia('(prefers-reduced-motion: reduce)').matches, animationDuration: 250,
      textStyle: { fontFamily: this.of('--sans'), color: this.of('--ink') },
      aria: { enabled: true, label: { enabled: true, description: this.told } },
      tooltip: { renderMode: 'richText', backgroundColor: this.of('--sheet'), borderColor: this.of('--rule-2'), textStyle: { color: this.of('--ink'), fontSize: 13 }, confine: true },
      ...this.option(),
    }, true);
  }

  of(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }
  tell(what, event) {
    const detail = this.meant(event);
    if (detail) this.dispatchEvent(new CustomEvent(what, { bubbles: true, detail }));
  }

  point(last) {
    if (last) this.chart?.dispatchAction({ type: 'downplay', ...this.target(last) });
    if (this.pointed) this.chart?.dispatchAction({ type: 'highlight', ...this.target(this.pointed) });
  }

  render() {
    if (this.failed) return html`<p class="note stop">${t('analyst.chart.failed')}</p>`;
    return html`<div class="chart" role="img" aria-label=${this.told}></div>`;
  }
}

/** Patterns beside colours, for readers who see no colour and for print. */
export const DECALS = [
  { symbol: 'none' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4 },
  { symbol: 'circle', symbolSize: 0.7, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 7], rotation: -Math.PI / 4 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 5] },
  { symbol: 'triangle', symbolSize: 0.6, dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [7, 2] },
];
