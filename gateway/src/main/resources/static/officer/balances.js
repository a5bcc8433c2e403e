/** The balance of every account at an instant, of one budget year or of all; the address says which. */
import { html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { exactYuan } from '../kit/format.js';
import { ACCOUNTS } from './ledger.js';

export function readBalances(query) {
  const asked = new URLSearchParams();
  if (query.get('at')) asked.set('at', new Date(`${query.get('at')}:00+08:00`).toISOString());
  if (query.get('year')) asked.set('year', query.get('year'));
  return api.get(`/api/fund/ledger/balances${asked.size ? `?${asked}` : ''}`);
}

function table(balances) {
  const lines = [...new Map(balances.map((each) => [each.line, each.lineName])).entries()];
  const of = (line, account) => balances.find((each) => each.line === line && each.account === account)?.balance ?? '0.00';
  return html`<div class="table-scroll" role="group" tabindex="0" aria-label=${t('officer.balances.title')}><table class="table compact"><caption class="vh">${t('officer.balances.title')}</caption>
    <thead><tr><th scope="col">${t('officer.field.line')}</th>${ACCOUNTS.map((account) => html`<th scope="col" class="num">${tc('officer.account', account)}</th>`)}</tr></thead>
    <tbody>${lines.map(([line, name]) => html`<tr><th scope="row">${name ?? tc('line', line)}</th>${ACCOUNTS.map((account) => html`<td class="num">${exactYuan(of(line, account))}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** `page` keeps the filters `at` and `year` in its address and loads again. */
export const balancesPanel = (page, balances, years = []) => html`<section aria-labelledby="balances"><h2 id="balances">${t('officer.balances.title')}</h2>
  <form class="filters" @submit=${(event) => event.preventDefault()}><label>${t('officer.balances.at')}<input type="datetime-local" name="at" .value=${page.query.get('at') ?? ''} @change=${(event) => page.filter({ at: event.target.value })}></label>
    ${years.length > 1 ? html`<label>${t('officer.fund.year')}<select name="year" @change=${(event) => page.filter({ year: event.target.value })}><option value="">${t('officer.filter.all')}</option>
      ${years.map((year) => html`<option value=${year} ?selected=${String(year) === page.query.get('year')}>${year}</option>`)}</select></label>` : nothing}
    ${page.query.get('at') ? html`<button type="button" class="plain" @click=${() => page.filter({ at: null })}>${t('officer.balances.now')}</button>` : nothing}</form>
  ${table(balances)}</section>`;
