/** The tables of a stress test: before beside after. */
import { html, nothing } from 'lit';
import { words } from '../kit/i18n.js';
import { amount, estimateText, number, sum, t } from '../kit/kit.js';
import { stylesheet } from '../kit/stylesheet.js';

await Promise.all([words('editor'), stylesheet('/editor/simulation.css')]);

const COUNTS = ['eligible', 'undetermined', 'ineligible'];
const COSTS = ['certain', 'possible'];

/** A verdict with its amount. */
export const stands = ({ verdict, low, high }) => html`<span>${t(`editor.sim.${verdict}`)}${verdict === 'INELIGIBLE' ? nothing : html`<span class="row-sub">${low === high ? estimateText({ amount: low }) : estimateText({ low, high })}</span>`}</span>`;

const signed = (difference) => (difference > 0 ? `+${number(difference)}` : difference < 0 ? `−${number(-difference)}` : '0');
const money = (value) => (value === undefined ? t('editor.sim.unbounded') : amount(value));

function moved(before, after) {
  if (before === undefined || after === undefined) return html`<span class="quiet">–</span>`;
  const difference = sum([after, before.startsWith('-') ? before.slice(1) : `-${before}`]);
  return html`<span>${difference.startsWith('-') ? '−' : difference === '0.00' ? '' : '+'}${amount(difference.replace('-', ''))}</span>`;
}

/** One item: counts and costs before, after and the difference. */
export function sideTable({ before, after }) {
  const none = { eligible: 0, undetermined: 0, ineligible: 0, certain: '0.00', possible: '0.00' };
  const [was, becomes] = [before ?? none, after ?? none];
  const count = (side, key) => (side ? t('editor.sim.count', { n: number(side[key]) }) : '–');
  const rows = [
    ...COUNTS.map((key) => ({ key, before: count(before, key), after: count(after, key), change: before && after ? signed(becomes[key] - was[key]) : '–' })),
    ...COSTS.map((key) => ({ key, before: money(was[key]), after: money(becomes[key]), change: moved(was[key], becomes[key]) })),
  ];
  const when = (side, key) => (side ? t(`editor.sim.${key}`) : `${t(`editor.sim.${key}`)} (${t('editor.sim.noItem')})`);
  return html`<fpo-table .caption=${t('editor.sim.table')} .rows=${rows} .columns=${[
    { key: 'key', label: t('editor.sim.measure'), cell: (row) => t(`editor.sim.${row.key}`) },
    { key: 'before', label: when(before, 'before'), numeric: true },
    { key: 'after', label: when(after, 'after'), numeric: true },
    { key: 'change', label: t('editor.sim.change'), numeric: true },
  ]}></fpo-table>`;
}

/** Groups of enterprises: eligible, newly in and out, costs. */
export function groupTable(groups, label, name) {
  if (!groups.length) return html`<p class="quiet">${t('editor.sim.groupNone')}</p>`;
  const pair = (before, after, show) => (before === after ? show(after) : html`<span class="turned"><span class="quiet">${show(before)} →</span> ${show(after)}</span>`);
  return html`<fpo-table .caption=${label} .rows=${groups} .columns=${[
    { key: 'code', label, cell: (row) => name(row.code) },
    { key: 'eligible', label: t('editor.sim.eligible'), numeric: true, cell: (row) => pair(row.before.eligible, row.after.eligible, number) },
    { key: 'undetermined', label: t('editor.sim.undetermined'), numeric: true, cell: (row) => pair(row.before.undetermined, row.after.undetermined, number) },
    { key: 'in', label: t('editor.sim.in'), numeric: true, cell: (row) => number(row.newlyIn) },
    { key: 'out', label: t('editor.sim.out'), numeric: true, cell: (row) => number(row.newlyOut) },
    { key: 'certain', label: t('editor.sim.certain'), numeric: true, cell: (row) => pair(row.before.certain, row.after.certain, money) },
    { key: 'possible', label: t('editor.sim.possible'), numeric: true, cell: (row) => pair(row.before.possible, row.after.possible, money) },
  ]}></fpo-table>`;
}
