/** Small templates that pages share: chips, tabs, pager, timeline, clauses, key-value lists. */
import { html, nothing } from 'lit';
import { tc, t } from './i18n.js';
import { amount, day, moment } from './format.js';
import { CLUSTERS } from './brand.js';

/** A cluster's name beside its colour. `name` comes from the service where known. */
export const clusterChip = (code, name) => html`<span class="cluster"><span class="cluster-dot c-${code}" aria-hidden="true"></span>${name ?? tc('cluster', code)}</span>`;

/** The clusters of an item: all five, or some by name. */
export const clusterChips = (codes) => (!codes?.length || codes === 'ALL' || codes.includes('ALL') || codes.length === CLUSTERS.length
  ? html`<span class="cluster">${clusterStrip(CLUSTERS)}${t('cluster.ALL')}</span>`
  : html`<span class="clusters">${codes.map((code) => clusterChip(code))}</span>`);

/** Five small marks, coloured where a cluster is meant. */
export const clusterStrip = (codes) => html`<span class="strip" aria-hidden="true">${CLUSTERS.map((code) => html`<span class=${codes.includes(code) ? `c-${code}` : 'off'}></span>`)}</span>`;

/** A state in words with a quiet frame; `kind`: '', 'go', 'stop', 'end'. */
export const chip = (text, kind = '') => html`<span class="chip ${kind}">${text}</span>`;

const ENDED = ['CLOSED', 'WITHDRAWN', 'LAPSED'];
const STOPPED = ['REFUSED', 'REJECTED', 'OBJECTED', 'FAILED'];
/** The state of a filing as a chip. */
export const stateChip = (state) => chip(tc('state', state), STOPPED.includes(state) ? 'stop' : ENDED.includes(state) ? 'end' : state === 'DRAFT' || state === 'CORRECTION' ? 'todo' : 'go');

/** `tabs`: `[{key, text, count?, href}]`: links, so that a tab is an address. */
export const tabs = (label, list, current) => html`<nav class="tabs" aria-label=${label}><ul>${list.map((tab) => html`<li><a href=${tab.href} aria-current=${tab.key === current ? 'page' : nothing}>${tab.text}${tab.count === undefined ? nothing : html` <span class="count">${tab.count}</span>`}</a></li>`)}</ul></nav>`;

/** Pages of a list `{page, size, total}`; `href(page)` gives the address of a page (from 0). */
export function pager({ page, size, total }, href) {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  if (last === 0) return total ? html`<p class="pager-total quiet">${t('kit.pager.total', { total })}</p>` : nothing;
  const shown = [...new Set([0, page - 1, page, page + 1, last])].filter((n) => n >= 0 && n <= last).sort((a, b) => a - b);
  return html`<nav class="pager" aria-label=${t('kit.pager.label')}><p class="quiet">${t('kit.pager.range', { from: page * size + 1, to: Math.min(total, (page + 1) * size), total })}</p>
    <ul>${page > 0 ? html`<li><a rel="prev" href=${href(page - 1)}>${t('kit.pager.prev')}</a></li>` : nothing}
    ${shown.map((n, i) => html`${i && n - shown[i - 1] > 1 ? html`<li aria-hidden="true">…</li>` : nothing}<li>${n === page ? html`<span aria-current="page" class="here">${n + 1}</span>` : html`<a href=${href(n)} aria-label=${t('kit.pager.page', { n: n + 1 })}>${n + 1}</a>`}</li>`)}
    ${page < last ? html`<li><a rel="next" href=${href(page + 1)}>${t('kit.pager.next')}</a></li>` : nothing}</ul></nav>`;
}

/** What happened and what is due: `[{at?, step, actor?, text, dueOn?}]`, oldest first; entries without `at` are still to come. */
export const timeline = (entries) => html`<ol class="timeline">${entries.map((entry) => html`<li class=${entry.at ? (entry.overdue ? 'late' : 'done') : 'next'}>
  <p class="timeline-when">${entry.at ? html`<time datetime=${entry.at}>${moment(entry.at)}</time>` : entry.dueOn ? html`<time datetime=${entry.dueOn}>${t('kit.timeline.due', { day: day(entry.dueOn) })}</time>` : t('kit.timeline.next')}</p>
  <p class="timeline-what">${entry.text ?? tc('state', entry.step)}</p>
  ${entry.actor ? html`<p class="quiet">${tc('role', entry.actor)}${entry.at && entry.dueOn ? ` · ${t('kit.timeline.due', { day: day(entry.dueOn) })}` : ''}</p>` : nothing}
</li>`)}</ol>`;

/** Terms and values; `rows`: `[[term, value, action?]]`, empty values left out unless `keep`. */
export const facts = (rows, { keep = false } = {}) => html`<dl class="facts">${rows.filter(([, value]) => keep || (value !== undefined && value !== null && value !== '' && value !== nothing)).map(([term, value, action]) => html`<div><dt>${term}</dt><dd>${value ?? '–'}</dd>${action ? html`<dd class="facts-action">${action}</dd>` : nothing}</div>`)}</dl>`;

const CLAUSE = { MET: '✓', UNMET: '×', UNKNOWN: '?' };
/** The trace of a verdict, clause by clause, what stands in the way first; basic conditions that are all met are folded: `[{clause, text, state, actual, actualText, source, verified}]`; `answer(clause)` may add a way to supply what is missing. */
export function trace(clauses, { answer } = {}) {
  const common = clauses.filter(({ group }) => group === 'common');
  const folded = common.length > 2 && common.length < clauses.length && common.every(({ state }) => state === 'MET');
  const shown = (folded ? clauses.filter(({ group }) => group !== 'common') : [...clauses]).sort((a, b) => WEIGHT[a.state] - WEIGHT[b.state]);
  return html`<ol class="trace">${shown.map((clause) => clauseRow(clause, answer))}</ol>
    ${folded ? html`<details class="more"><summary>${t('clause.common', { count: common.length })}</summary><ol class="trace">${common.map((clause) => clauseRow(clause, answer))}</ol></details>` : nothing}`;
}

const WEIGHT = { UNMET: 0, UNKNOWN: 1, MET: 2 };

/** The value seen and who stated it; a value that only repeats the sentence is left out. */
function seen(clause) {
  const value = clause.actualText === clause.text ? '' : clause.actualText || (clause.actual !== undefined && clause.actual !== null ? valueText(clause.actual) : '');
  const declared = clause.verified === false;
  const from = declared ? t('clause.unverified') : clause.source ? tc('source', clause.source) : '';
  return value || from ? html`<p class="quiet">${value ? html`${t('clause.actual')} ${value}` : nothing}${value && from ? ' · ' : nothing}${from}</p>` : nothing;
}

const clauseRow = (clause, answer) => html`<li class="clause ${clause.state}">
  <span class="clause-state"><span aria-hidden="true">${CLAUSE[clause.state]}</span>${t(`clause.${clause.state}`)}</span>
  <div class="clause-text"><p>${clause.text}</p>
    ${clause.state === 'UNKNOWN' ? html`<p class="quiet">${t('clause.missing')}${answer ? html` ${answer(clause)}` : nothing}</p>`
      : seen(clause)}
  </div><span class="clause-no">${clause.clause}</span></li>`;

/** A value of a fact in words. */
export function valueText(value, unit) {
  if (value === true || value === 'true') return t('kit.yes');
  if (value === false || value === 'false') return t('kit.no');
  if (Array.isArray(value)) return value.map((each) => valueText(each, unit)).join('、');
  if (value && typeof value === 'object') return Object.values(value).join(' ');
  if (/^-?\d+\.\d{2}$/.test(String(value)) && (unit === undefined || unit === '元' || unit === 'CNY')) return amount(value);
  return String(value ?? '–');
}
