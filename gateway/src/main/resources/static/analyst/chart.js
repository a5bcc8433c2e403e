/** The statistics drawn: columns stacked by cluster for amounts, lines for rates. Cluster colours, patterns beside colour, words for who cannot see it. */
import { LitElement, html } from 'lit';
import { lang, t, tc } from '../kit/i18n.js';
import { number, shortYuan } from '../kit/format.js';
import { CLUSTERS } from '../kit/brand.js';
import { periodName } from './periods.js';

const LIBRARY = '/webjars/echarts/5.5.0/echarts.esm.min.js';
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow'];
const DECALS = [
  { symbol: 'none' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4 },
  { symbol: 'circle', symbolSize: 0.7, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 7], rotation: -Math.PI / 4 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 5] },
  { symbol: 'triangle', symbolSize: 0.6, dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [7, 2] },
];

class Chart extends LitElement {
  static properties = { rows: { attribute: false }, kind: {}, shown: {}, measure: {}, unit: {}, failed: { state: true } };

  createRenderRoot() { return this; }

  connectedCallback() {
    super.connectedCallback();
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.redraw = () => this.draw();
    this.dark.addEventListener('change', this.redraw);
    this.sizes = new ResizeObserver(() => this.chart?.resize());
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.dark.removeEventListener('change', this.redraw);
    this.sizes.disconnect();
    this.chart?.dispose();
    this.chart = null;
  }

  updated(changed) { if (!changed.has('failed')) this.draw(); }

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
    this.chart ??= echarts.init(place, null, { renderer: 'canvas' });
    this.chart.setOption(this.option(), true);
    this.chart.resize();
  }

  get clusters() {
    const present = new Set(this.rows.map(({ cluster }) => cluster));
    const kept = [...CLUSTERS, 'NONE'].filter((code) => present.has(code));
    return this.shown === 'contribution' || this.shown === 'value' ? kept : kept.filter((code) => code !== 'NONE');
  }

  name(code) { return CLUSTERS.includes(code) ? tc('cluster', code) : tc('analyst.cluster', code); }

  written(value) {
    if (value === null || value === undefined || Number.isNaN(value)) return t('analyst.suppressed');
    if (this.shown === 'value') return this.measure === 'jobs' ? number(value, 0) : shortYuan(value);
    return `${number(value, 2)}${this.shown === 'pull' ? t('analyst.points') : '%'}`;
  }

  /** The picture in words. */
  get told() {
    const periods = [...new Set(this.rows.map((row) => row[this.kind]))].sort();
    const last = periods.at(-1);
    const parts = this.clusters.map((code) => {
      const row = this.rows.find((each) => each.cluster === code && each[this.kind] === last);
      return `${this.name(code)} ${row && !row.suppressed ? this.written(row[this.shown] === undefined ? null : Number(row[this.shown])) : t('analyst.suppressed')}`;
    });
    return t('analyst.chart.told', { measure: t(`analyst.measure.${this.measure}`), shown: t(`analyst.show.${this.shown}`), from: periodName(periods[0]), to: periodName(last), last: parts.join(lang() === 'en' ? '; ' : '；') });
  }

  option() {
    const style = getComputedStyle(document.documentElement);
    const of = (name) => style.getPropertyValue(name).trim();
    const ink = of('--ink');
    const quiet = of('--ink-2');
    const periods = [...new Set(this.rows.map((row) => row[this.kind]))].sort();
    const stacked = this.shown === 'value';
    const narrow = this.clientWidth < 560;
    const series = this.clusters.map((code, i) => {
      const color = code === 'NONE' ? of('--rule-2') : of(`--${code}`);
      const data = periods.map((period) => {
        const row = this.rows.find((each) => each.cluster === code && each[this.kind] === period);
        return !row || row.suppressed || row[this.shown] === undefined || row[this.shown] === null ? null : Number(row[this.shown]);
      });
      return stacked
        ? { name: this.name(code), type: 'bar', stack: 'all', data, barMaxWidth: 64, itemStyle: { color, decal: { ...DECALS[i], color: 'rgba(255,255,255,0.35)' } } }
        : { name: this.name(code), type: 'line', data, symbol: SYMBOLS[i], symbolSize: 9, connectNulls: false, lineStyle: { color, width: 2, type: ['solid', 'dashed', 'dotted', 'solid', 'dashed', 'dotted'][i] }, itemStyle: { color } };
    });
    const axisText = { color: quiet, fontFamily: of('--sans'), fontSize: 13 };
    return {
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 300,
      textStyle: { fontFamily: of('--sans'), color: ink },
      aria: { enabled: true, label: { enabled: true, description: this.told } },
      grid: { left: 8, right: 16, top: 16, bottom: narrow ? 150 : 72, containLabel: true },
      legend: { bottom: 0, left: 0, itemWidth: 18, itemHeight: 12, itemGap: narrow ? 8 : 18, orient: narrow ? 'vertical' : 'horizontal', textStyle: { color: ink, fontSize: 13, fontFamily: of('--sans') } },
      tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: of('--sheet'), borderColor: of('--rule-2'), textStyle: { color: ink, fontSize: 13 }, confine: true, valueFormatter: (value) => this.written(value) },
      xAxis: { type: 'category', data: periods.map(periodName), axisLabel: { ...axisText, hideOverlap: true, rotate: narrow ? 40 : 0 }, axisLine: { lineStyle: { color: ink } }, axisTick: { show: false } },
      yAxis: { type: 'value', axisLabel: { ...axisText, formatter: (value) => this.written(value) }, splitLine: { lineStyle: { color: of('--rule') } } },
      series,
    };
  }

  render() {
    if (this.failed) return html`<p class="note stop">${t('analyst.chart.failed')}</p>`;
    return html`<div class="chart" role="img" aria-label=${this.told}></div>`;
  }
}

customElements.define('fpo-chart', Chart);
