/** How one period is made up: areas by value, a click looks into the group. */
import { lang, t } from '../kit/i18n.js';
import { CLUSTERS } from '../kit/brand.js';
import { fixed, groupName, keyOf, rate, scaled } from './cells.js';
import { periodName } from './periods.js';
import { Picture } from './picture.js';

class Treemap extends Picture {
  get shown() { return this.rows.filter((row) => !row.suppressed && Number(row.value) > 0).sort((a, b) => Number(b.value) - Number(a.value)); }
  get total() { return this.shown.reduce((all, row) => all + Number(row.value), 0); }

  share(row) { return `${fixed((Number(row.value) / this.total) * 100, 1)}%`; }

  get told() {
    const { by, measure, only, grain } = this.view;
    return t('analyst.treemap.told', { measure: t(`analyst.measure.${measure}`), period: periodName(this.rows[0]?.[grain] ?? ''), parts: this.shown.map((row) => `${groupName(row, by, only)} ${this.share(row)}`).join(lang() === 'en' ? '; ' : '；') });
  }

  option() {
    const { by, only } = this.view;
    const data = this.shown.map((row, at) => {
      const known = CLUSTERS.includes(row.cluster);
      return {
        id: keyOf(row, by), name: groupName(row, by, only), value: Number(row.value), row,
        itemStyle: { color: known ? this.of(`--${row.cluster}`) : this.of(['--ink-committed', '--ink-3', '--ink-transit'][at % 3]) },
        label: { color: this.ink(row.cluster), show: Number(row.value) / this.total > 0.035 },
      };
    });
    return {
      tooltip: { renderMode: 'richText', backgroundColor: this.of('--sheet'), borderColor: this.of('--rule-2'), textStyle: { color: this.of('--ink'), fontSize: 13 }, confine: true, formatter: ({ data: each }) => (each?.row ? `${each.name}\n${scaled(each.row.value, this.scale)} ${this.scale.name} · ${this.share(each.row)}${each.row.growth === undefined ? '' : `\n${t('analyst.column.growth')} ${rate(each.row.growth)}%`}` : '') },
      series: [{
        type: 'treemap', data, roam: false, nodeClick: false, breadcrumb: { show: false }, left: 0, right: 0, top: 0, bottom: 0, visibleMin: 60,
        itemStyle: { borderColor: this.of('--paper'), borderWidth: 2, gapWidth: 2 }, emphasis: { itemStyle: { borderColor: this.of('--ink') } },
        label: { fontFamily: this.of('--sans'), fontSize: 13, lineHeight: 18, formatter: ({ data: each }) => (each?.row ? `${each.name}\n${this.share(each.row)}${each.row.growth === undefined ? '' : `  ${rate(each.row.growth, 1)}%`}` : '') },
      }],
    };
  }

  /** Ink that is read on the area's colour. */
  ink(cluster) {
    if (!CLUSTERS.includes(cluster)) return this.of('--paper');
    if (this.isDark) return cluster === 'SMARTEQ' ? '#fff' : '#10151a';
    return cluster === 'BIOFOOD' || cluster === 'HEALTH_LEISURE' ? '#16191c' : '#fff';
  }

  meant({ data }) { return data?.row ? { key: data.id, row: data.row } : data === undefined ? { key: null } : null; }
  target(key) { return { seriesIndex: 0, dataIndex: 1 + this.shown.findIndex((row) => keyOf(row, this.view.by) === key) }; }
}

customElements.define('fpo-treemap', Treemap);
