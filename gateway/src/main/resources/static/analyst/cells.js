/** A cell of a published table as a reader meets it: its value, its rates as small bars, or why it is not there. */
import { html, nothing, svg } from 'lit';
import { has, lang, t, tc } from '../kit/i18n.js';
import { exactYuan } from '../kit/format.js';
import { CLUSTERS } from '../kit/brand.js';
import { clusterChip } from '../kit/parts.js';
import { groupsOf } from './view.js';

/** The size in which the values of a view are written: `{by, name, digits}`. */
export function scaleOf(values, measure) {
  if (measure === 'jobs') return { by: 1, name: t('analyst.unit.jobs'), digits: 0 };
  const most = Math.max(0, ...values.map((value) => Math.abs(Number(value ?? 0))));
  if (lang() === 'en') return most >= 1e6 ? { by: 1e6, name: t('analyst.unit.large'), digits: 1 } : { by: 1, name: t('analyst.unit.one'), digits: 2 };
  return most >= 1e8 ? { by: 1e8, name: t('analyst.unit.large'), digits: 2 } : most >= 1e4 ? { by: 1e4, name: t('analyst.unit.small'), digits: 2 } : { by: 1, name: t('analyst.unit.one'), digits: 2 };
}

const locale = () => (lang() === 'en' ? 'en-GB' : 'zh-CN');
export const fixed = (number, digits) => Number(number).toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace('-', '−');
export const scaled = (value, scale) => fixed(Number(value) / scale.by, scale.digits);
/** A rate with its sign: `+3.20`. */
export const rate = (value, digits = 2) => `${Number(value) > 0 ? '+' : ''}${fixed(value, digits)}`;
const fen = (text) => BigInt(String(text).replace(/^(-?\d+)\.?(\d{0,2})$/, (all, whole, part) => whole + part.padEnd(2, '0')));
/** Growth in percent of two amounts, from their digits, rounded half up to two decimals. */
export function grown(value, base) {
  const change = (fen(value) - fen(base)) * 1000000n / fen(base);
  const size = change < 0n ? -change : change;
  return `${change < 0n ? '-' : ''}${Number((size + 50n) / 100n) / 100}`;
}
const missing = (value) => value === undefined || value === null || value === '';

/** Why a cell is withheld, in the words of the service's reason or in general. */
export const reasonOf = (row) => (row.reason && has(`analyst.withheld.${row.reason}`) ? t(`analyst.withheld.${row.reason}`) : t('analyst.suppressed.short'));
export const withheld = (row) => html`<span class="withheld" title=${reasonOf(row)}>${t('analyst.suppressed')}<span class="vh">${t('kit.colon')}${reasonOf(row)}</span></span>`;

export function valueCell(row, name, scale) {
  if (row.suppressed) return withheld(row);
  if (missing(row[name])) return row.baseSuppressed && name !== 'value' ? html`<span class="quiet" title=${t('analyst.base.withheld')}>${t('analyst.suppressed')}</span>` : html`<span class="quiet">–</span>`;
  return html`<data value=${row[name]} title=${scale.by === 1 ? row[name] : exactYuan(row[name])}>${scaled(row[name], scale)}</data>`;
}

/** A rate beside a bar from a common zero; below zero it is drawn hollow. */
export function rateCell(row, name, most) {
  if (row.suppressed) return html`<span class="quiet">${t('analyst.suppressed')}</span>`;
  if (missing(row[name])) return row.baseSuppressed ? html`<span class="quiet" title=${t('analyst.base.withheld')}>${t('analyst.suppressed')}</span>` : html`<span class="quiet" title=${t('analyst.undefined')}>–</span>`;
  return html`<span class="rate"><data value=${row[name]}>${rate(row[name])}</data>${smallBar(Number(row[name]), most)}</span>`;
}

function smallBar(value, most) {
  const width = most ? Math.min(29, (Math.abs(value) / most) * 29) : 0;
  return html`<svg class="small-bar" viewBox="0 0 60 12" width="60" height="12" aria-hidden="true">
    ${value < 0 ? svg`<rect class="below" x=${30 - width} y="2.5" width=${width} height="7"></rect>` : svg`<rect x="30" y="2" width=${width} height="8"></rect>`}<line x1="30" x2="30" y1="0" y2="12"></line></svg>`;
}

/** The largest rate of a column, for bars of one scale. */
export const mostOf = (rows, name) => Math.max(0, ...rows.filter((row) => !row.suppressed && !missing(row[name])).map((row) => Math.abs(Number(row[name]))));

/** One key for the group that a row is of. */
export const keyOf = (row, by) => groupsOf(by).map((name) => row[name]).join(' ');

const nameOf = (row, name) => row[`${name}Name`] ?? (name === 'cluster' ? (CLUSTERS.includes(row.cluster) ? tc('cluster', row.cluster) : tc('analyst.cluster', row.cluster)) : tc(`analyst.${name}`, row[name]));
/** The group's name in words. */
export const groupName = (row, by, only = {}) => groupsOf(by).filter((name) => groupsOf(by).length === 1 || only[name] !== row[name] || name === groupsOf(by).at(-1)).map((name) => nameOf(row, name)).join(' · ');
/** The same with the cluster's colour beside it. */
export const groupLabel = (row, by, only) => (CLUSTERS.includes(row.cluster) ? clusterChip(row.cluster, groupName(row, by, only)) : html`${groupName(row, by, only)}`);

/** What else is to be said of a value: a year not over, a period below zero. */
export const flags = (row, month) => html`${row.through ? html`<span class="row-sub">${t('analyst.through', { month })}</span>` : nothing}${row.negative ? html`<span class="flag">${t('analyst.negative')}</span>` : nothing}`;
