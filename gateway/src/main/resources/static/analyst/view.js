/** What the statistics page shows, read from its address and written back to it: one address, one view, the same figures for everyone who opens it. */
import { before, convert, isPeriod, lastOf } from './periods.js';

export const MEASURES = ['output', 'valueAdded', 'revenue', 'profitTax', 'investment', 'rd', 'exports', 'jobs'];
export const GRAINS = ['month', 'quarter', 'year'];
export const SHOWN = ['value', 'growth', 'contribution', 'pull'];
/** What rows can be narrowed to, from wide to close. */
export const NARROWED = ['cluster', 'sizeClass', 'segment', 'industry'];
const SPAN = { month: 12, quarter: 7, year: 4 };
/** The combinations that are published; what the service names instead, once it refused one of them. */
let published = ['cluster,month', 'cluster,quarter', 'cluster,year', 'cluster,sizeClass,quarter', 'segment,year', 'industry,year'];

const sorted = (by) => by.split(',').sort().join();
export const grainOf = (by) => GRAINS.find((grain) => by.split(',').includes(grain));
export const groupsOf = (by) => by.split(',').filter((each) => !GRAINS.includes(each));

export const combinations = () => published;

/** Learns from a refusal which combinations there are; whether it told. */
export function learn({ code, properties }) {
  const allowed = (properties?.allowed ?? []).filter((by) => grainOf(by));
  if (code !== 'UNPUBLISHED_COMBINATION' || !allowed.length) return false;
  published = allowed;
  return true;
}

/** The view of an address; what it leaves open or gives wrongly falls back to what is usual. */
export function readView(query) {
  const among = (name, list, otherwise) => (list.includes(query.get(name)) ? query.get(name) : otherwise);
  const wished = query.get('by') ?? `cluster,${among('period', GRAINS, 'quarter')}`;
  const by = published.find((each) => sorted(each) === sorted(wished)) ?? published.find((each) => grainOf(each) === grainOf(wished)) ?? published[0];
  const grain = grainOf(by);
  const to = isPeriod(grain, query.get('to')) ? query.get('to') : lastOf(grain);
  const from = isPeriod(grain, query.get('from')) && query.get('from') <= to ? query.get('from') : before(grain, to, SPAN[grain]);
  const only = Object.fromEntries(NARROWED.filter((name) => /^[\w,]{1,200}$/.test(query.get(name) ?? '')).map((name) => [name, query.get(name)]));
  const growth = among('growth', ['yoy', 'none'], 'yoy');
  return {
    measure: among('measure', MEASURES, 'output'), by, grain, from, to, only, growth, form: grain === 'year' ? 'single' : among('form', ['single', 'cumulative'], 'single'),
    vintage: /^\d{4}-(0[1-9]|1[0-2])$/.test(query.get('vintage') ?? '') ? query.get('vintage') : null,
    show: growth === 'yoy' ? among('show', SHOWN, 'value') : 'value', chart: among('chart', ['bar', 'line'], null), as: among('as', ['chart', 'table'], 'chart'), at: isPeriod(grain, query.get('at')) ? query.get('at') : null,
    refused: sorted(by) !== sorted(wished) && query.get('by') ? wished : null,
  };
}

/** What rows of a combination can be narrowed to; a segment is told with its cluster. */
const narrowingOf = (by) => (groupsOf(by).includes('segment') ? ['cluster', 'segment'] : groupsOf(by));

/** What a view asks the service for. */
export function questionOf({ measure, by, from, to, growth, form, vintage, only }) {
  const question = new URLSearchParams({ measure, by, from, to });
  if (growth === 'yoy') question.set('growth', 'yoy');
  if (form === 'cumulative') question.set('form', 'cumulative');
  if (vintage) question.set('vintage', vintage);
  for (const name of narrowingOf(by)) if (only[name]) question.set(name, only[name]);
  return `/api/industry/statistics?${question}`;
}

/** A view as an address of the portal, with some things otherwise. */
export function addressOf(view, changes = {}) {
  const next = { ...view, ...changes };
  const grain = grainOf(next.by);
  if (grain !== view.grain) Object.assign(next, { from: convert(next.from, grain, false), to: convert(next.to, grain, true), at: null });
  const query = new URLSearchParams({ measure: next.measure, by: next.by, from: next.from, to: next.to });
  if (next.growth !== 'yoy') query.set('growth', next.growth);
  if (next.form === 'cumulative' && grain !== 'year') query.set('form', next.form);
  if (next.vintage) query.set('vintage', next.vintage);
  for (const [name, code] of Object.entries(next.only)) if (code) query.set(name, code);
  if (next.show !== 'value') query.set('show', next.show);
  if (next.chart) query.set('chart', next.chart);
  if (next.as !== 'chart') query.set('as', next.as);
  if (next.at && next.at >= next.from && next.at <= next.to) query.set('at', next.at);
  return `/analyst/statistics?${query}`;
}

/** Whether a row is of what a view is narrowed to. */
export const isWithin = (row, only) => NARROWED.every((name) => !only[name] || row[name] === undefined || only[name].split(',').includes(row[name]));

/** Where one group of a view can be looked into, keeping every other choice: `[{by, only}]`, closest first; `chain` tells the industries of a segment. */
export function deeper(view, row, chain) {
  const groups = groupsOf(view.by);
  const offer = (names, only) => published.filter((by) => sorted(groupsOf(by).join()) === sorted(names)).sort((a, b) => (grainOf(a) === view.grain ? 0 : 1) - (grainOf(b) === view.grain ? 0 : 1)).slice(0, 1).map((by) => ({ by, only: { ...view.only, ...only } }));
  if (groups.length === 1 && groups[0] === 'cluster') return row.cluster === 'NONE' ? [] : ['cluster,sizeClass', 'segment'].flatMap((names) => offer(names, { cluster: row.cluster }));
  if (groups.includes('sizeClass')) return view.only.sizeClass ? [] : [{ by: view.by, only: { ...view.only, cluster: row.cluster, sizeClass: row.sizeClass } }];
  const codes = groups[0] === 'segment' ? chain.industriesOf(row.cluster, row.segment) : [];
  return codes.length ? offer('industry', { cluster: row.cluster, segment: row.segment, industry: codes.join(',') }) : [];
}
