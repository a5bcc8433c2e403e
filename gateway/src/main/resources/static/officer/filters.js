/** The filters of the lists of filings: kept in the address, applied by the service. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { api, download } from '../kit/api.js';
import { CLUSTERS } from '../kit/brand.js';
import { lang, t, tc } from '../kit/i18n.js';
import { items } from '../kit/programme.js';
import { say } from '../kit/toast.js';
import { LINES, STATES, rowsOf } from './desk.js';

const FIRST = ['search', 'state', 'overdue'];
const MORE = ['item', 'call', 'cluster', 'department', 'line', 'creditCode'];
export const FILTERS = [...FIRST, ...MORE];
export const SORTS = ['dueOn', '-dueOn', 'submittedAt', '-submittedAt', 'amount', '-amount', 'number', '-number'];

/** What the address asks of the service. */
export function asked(query, more = {}) {
  const parameters = new URLSearchParams();
  for (const name of [...FILTERS, 'sort', 'page']) if (query.get(name)) parameters.set(name, query.get(name));
  for (const [name, value] of Object.entries(more)) if (value !== null) parameters.set(name, value); else parameters.delete(name);
  return parameters.toString();
}

export const isFiltered = (query) => FILTERS.some((name) => query.get(name));

const kept = new Map();
/** Items, calls and departments to choose from; the lists work without them. */
export function filterChoices() {
  if (!kept.has(lang())) {
    const read = Promise.all([items(), api.get('/api/fund/calls?size=200')]).then(([all, calls]) => ({
      items: all, calls: rowsOf(calls), departments: [...new Set([...all, ...rowsOf(calls)].map(({ department }) => department).filter(Boolean))].sort(),
    }), () => { kept.delete(lang()); return { items: [], calls: [], departments: [] }; });
    kept.set(lang(), read);
  }
  return kept.get(lang());
}

/** Saves what the filters leave as CSV; `name` without its ending. */
export async function saveCsv(path, query, name) {
  try { await download(`${path}?${asked(query, { page: null })}`, 'text/csv', `${name}.csv`); } catch (problem) { say(problem.message, 'stop'); }
}

/** `page.filter` is told what changed. `sorts` offers the order too, where no table heads do. */
export function filingFilters(page, choices, { sorts = false } = {}) {
  const { query } = page;
  const change = (values) => page.filter({ ...values, page: null, filing: null });
  const select = (name, label, options) => html`<label>${label}<select name=${name} @change=${(event) => change({ [name]: event.target.value })}>
    ${name === 'sort' ? nothing : html`<option value="">${t('officer.filter.all')}</option>`}
    ${options.map(([value, text]) => html`<option value=${value} .selected=${live((query.get(name) ?? (name === 'sort' ? 'dueOn' : '')) === value)}>${text}</option>`)}</select></label>`;
  const search = (event) => {
    event.preventDefault();
    const typed = new FormData(event.target);
    change({ search: String(typed.get('search') ?? '').trim(), creditCode: String(typed.get('creditCode') ?? '').trim() });
  };
  return html`<form class="filters" aria-label=${t('officer.filter.title')} @submit=${search}>
    <label>${t('officer.filter.search')}<input type="search" name="search" maxlength="100" placeholder=${t('officer.filter.searchHint')} .value=${query.get('search') ?? ''}></label>
    ${select('state', t('officer.field.state'), STATES.map((state) => [state, tc('state', state)]))}
    <label class="check"><input type="checkbox" name="overdue" .checked=${live(query.get('overdue') === 'true')} @change=${(event) => change({ overdue: event.target.checked ? 'true' : null })}> ${t('officer.queue.overdueOnly')}</label>
    <button class="button second small">${t('officer.filter.apply')}</button>
    <details class="more filter-more" ?open=${MORE.some((name) => query.get(name))}><summary>${t('officer.filter.more')}</summary><div>
      ${select('item', t('officer.field.item'), choices.items.map(({ code, title }) => [code, `${code} ${title}`]))}
      ${select('call', t('officer.filter.call'), choices.calls.map(({ id, itemCode, title, year }) => [id, `${itemCode} ${title} (${year})`]))}
      ${select('cluster', t('officer.field.cluster'), CLUSTERS.map((code) => [code, tc('cluster', code)]))}
      ${select('department', t('officer.filter.department'), choices.departments.map((name) => [name, name]))}
      ${select('line', t('officer.field.line'), LINES.map((code) => [code, tc('line', code)]))}
      <label>${t('officer.filings.creditCode')}<input name="creditCode" maxlength="18" .value=${query.get('creditCode') ?? ''}></label>
    </div></details>
    ${sorts ? select('sort', t('officer.filter.sort'), SORTS.map((sort) => [sort, t(`officer.sort.${sort}`)])) : nothing}
    ${isFiltered(query) ? html`<button type="button" class="plain" @click=${() => change(Object.fromEntries(FILTERS.map((name) => [name, null])))}>${t('officer.filter.clear')}</button>` : nothing}
  </form>`;
}
