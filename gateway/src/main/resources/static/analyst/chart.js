/** The statistics over time: columns stacked by group for amounts, lines for rates or as asked. */
import { lang, t } from '../kit/i18n.js';
import { CLUSTERS } from '../kit/brand.js';
import { fixed, groupName, keyOf, rate, scaled } from './cells.js';
import { periodName, shortPeriod } from './periods.js';
import { DECALS, Picture } from './picture.js';

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow'];
const DASHES = ['solid', 'dashed', 'dotted', 'solid', 'dashed', 'dotted'];
const MOST = 10;

class Trend extends Picture {
  get periods() { return [...new Set(this.rows.map((row) => row[this.view.grain]))].sort(); }

  /** The groups to draw: all of a few, of many the largest of the newest period. */
  get groups() {
    const { by, show } = this.view;
    const last = this.periods.at(-1);
    const all = [...new Map(this.rows.map((row) => [keyOf(row, by), row])).values()].filter((row) => show === 'value' || show === 'contribution' || row.cluster !== 'NONE');
    if (all.length <= MOST) return all;
    const size = new Map(this.rows.filter((row) => row[this.view.grain] === last).map((row) => [keyOf(row, by), Number(row.value ?? 0)]));
    return all.sort((a, b) => (size.get(keyOf(b, by)) ?? 0) - (size.get(keyOf(a, by)) ?? 0)).slice(0, MOST);
  }

  cell(key, period) { return this.rows.find((row) => row[this.view.grain] === period && keyOf(row, this.view.by) === key); }

  written(value) {
    if (value === null || value === undefined || Number.isNaN(value)) return t('analyst.suppressed');
    return this.view.show === 'value' ? `${scaled(value, this.scale)} ${this.scale.name}` : `${rate(value)}${this.view.show === 'pull' ? t('analyst.points') : '%'}`;
  }

  /** The picture in words. */
  get told() {
    const { by, show, measure, only } = this.view;
    const last = this.periods.at(-1);
    const parts = this.groups.map((group) => `${groupName(group, by, only)} ${this.written(this.number(this.cell(keyOf(group, by), last)))}`);
    return t('analyst.chart.told', { measure: t(`analyst.measure.${measure}`), shown: t(`analyst.show.${show}`), from: periodName(this.periods[0]), to: periodName(last), last: parts.join(lang() === 'en' ? '; ' : '；') });
  }

  number(row) {
    const value = row?.suppressed ? undefined : row?.[this.view.show];
    return value === undefined || value === null ? null : Number(value);
  }

  /** A cluster's own colour, lighter for each further part of it; ink where no cluster is meant. */
  color(group, at, same) {
    if (!CLUSTERS.includes(group.cluster)) return { color: this.of(['--rule-2', '--ink-3', '--ink-committed', '--ink-reserved'][at % 4]), opacity: 1 };
    return { color: this.of(`--${group.cluster}`), opacity: 1 - 0.72 * (same.indexOf(group) / Math.max(1, same.length)) };
  }

  option() {
    const { by, show, only } = this.view;
    const { periods, groups } = this;
    const bars = (this.view.chart ?? (show === 'value' ? 'bar' : 'line')) === 'bar';
    const narrow = this.width < 560;
    const quiet = { color: this.of('--ink-2'), fontFamily: this.of('--sans'), fontSize: 13 };
    const rows = Math.ceil(groups.length / (narrow ? 1 : Math.max(1, Math.floor(this.width / 230))));
    const series = groups.map((group, at) => {
      const tint = this.color(group, at, groups.filter(({ cluster }) => cluster === group.cluster));
      const data = periods.map((period) => this.number(this.cell(keyOf(group, by), period)));
      const shared = { id: keyOf(group, by), name: groupName(group, by, only), data, emphasis: { focus: 'series' } };
      return bars
        ? { ...shared, type: 'bar', stack: show === 'growth' ? undefined : 'all', barMaxWidth: 56, itemStyle: { ...tint, decal: { ...DECALS[at % 6], color: 'rgba(255,255,255,0.3)' } } }
        : { ...shared, type: 'line', symbol: SYMBOLS[at % 6], symbolSize: 8, connectNulls: false, lineStyle: { ...tint, width: 2, type: DASHES[at % 6] }, itemStyle: tint };
    });
    return {
      grid: { left: 4, right: 12, top: 30, bottom: 12 + rows * 24, containLabel: true },
      legend: { bottom: 0, left: 0, itemWidth: 18, itemHeight: 11, itemGap: narrow ? 8 : 16, orient: narrow ? 'vertical' : 'horizontal', textStyle: { color: this.of('--ink'), fontSize: 13, fontFamily: this.of('--sans') } },
      tooltip: { trigger: 'axis', axisPointer: { type: bars ? 'shadow' : 'line' }, renderMode: 'richText', backgroundColor: this.of('--sheet'), borderColor: this.of('--rule-2'), textStyle: { color: this.of('--ink'), fontSize: 13 }, confine: true, valueFormatter: (value) => this.written(value) },
      xAxis: { type: 'category', data: periods.map((period) => (narrow ? period : shortPeriod(period))), axisLabel: { ...quiet, hideOverlap: true, rotate: narrow ? 45 : 0 }, axisLine: { lineStyle: { color: this.of('--ink') } }, axisTick: { show: false } },
      yAxis: { type: 'value', name: show === 'value' ? this.scale.name : show === 'pull' ? t('analyst.points').trim() : '%', nameTextStyle: { ...quiet, align: 'left' }, axisLabel: { ...quiet, formatter: (value) => (show === 'value' ? fixed(value / this.scale.by, 0) : fixed(value, 0)) }, splitLine: { lineStyle: { color: this.of('--rule') } } },
      series,
    };
  }

  meant({ dataIndex, seriesId }) { return { at: this.periods[dataIndex], key: seriesId }; }
  target(key) { return { seriesId: key }; }
}

customElements.define('fpo-trend', Trend);
