/** 免申即享: whom the register already proves to fit, chosen with a preview, opened as filings that the enterprise then confirms. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { Page } from '../kit/page.js';
import { api, Problem } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, estimateText, shortYuan, sum } from '../kit/format.js';
import { empty, errorPanel, note, sampleLabel, skeleton } from '../kit/states.js';
import { clusterChip } from '../kit/parts.js';
import { confirm } from '../kit/dialog.js';
import { keepQuery } from '../kit/router.js';
import { explain } from './move.js';
import { rowsOf } from './desk.js';

const SHOWN = 50;

export default class NoApplication extends Page {
  static properties = { eligible: { state: true }, trouble: { state: true }, results: { state: true }, chosen: { state: true }, busy: { state: true } };

  heading() { return t('officer.free.title'); }
  lead() { return t('officer.free.lead'); }

  async load() {
    this.items = rowsOf(await api.get('/api/policy/items?track=NO_APPLICATION'));
    this.readEligible();
  }

  queryChanged() { this.readEligible(); }

  get item() { return this.items.find(({ code }) => code === this.query.get('item')) ?? this.items[0]; }

  async readEligible() {
    const { item } = this;
    if (!item) return;
    const turn = (this.asked = {});
    this.eligible = null;
    this.trouble = null;
    this.results = null;
    this.chosen = new Set();
    try {
      const [answer, filings] = await Promise.all([
        api.get(`/api/policy/items/${item.code}/eligible?page=${this.query.get('page') ?? 0}&size=${SHOWN}`),
        api.get(`/api/fund/filings?item=${item.code}&size=200`),
      ]);
      if (turn !== this.asked) return;
      const open = new Map(rowsOf(filings).filter(({ state }) => !['WITHDRAWN', 'REFUSED', 'REJECTED', 'LAPSED'].includes(state)).map((filing) => [filing.creditCode, filing]));
      this.total = answer.total ?? rowsOf(answer).length;
      this.eligible = rowsOf(answer).map((row) => ({ ...row, filing: open.get(row.creditCode) }));
    } catch (problem) {
      if (turn === this.asked) this.trouble = problem;
    }
  }

  get picked() { return (this.eligible ?? []).filter(({ creditCode, filing }) => !filing && this.chosen.has(creditCode)); }

  toggle(code, on) {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(code);
    else chosen.delete(code);
    this.chosen = chosen;
  }

  async open(event) {
    event.preventDefault();
    const { picked, item } = this;
    if (!picked.length) return this.fail([{ message: t('officer.free.needOne') }]);
    this.errors = [];
    const total = sum(picked.map(({ amount: each, low }) => each ?? low));
    const sure = await confirm({ title: t('officer.free.sure', { n: picked.length, amount: shortYuan(total) }), body: html`<p>${item.code} ${item.title}</p><p>${t('officer.free.sureText')}</p>`, yes: t('officer.free.open') });
    if (!sure) return undefined;
    this.busy = true;
    const results = [];
    for (const row of picked) {
      try {
        results.push({ row, filing: await api.act('/api/fund/filings', { itemCode: item.code, creditCode: row.creditCode, ...(row.record && { project: row.record }) }) });
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        results.push({ row, problem });
      }
      this.results = [...results];
    }
    this.busy = false;
    const kept = this.results;
    await this.readEligible();
    this.results = kept;
    return undefined;
  }

  outcome() {
    if (!this.results) return nothing;
    const good = this.results.filter(({ filing }) => filing).length;
    return html`<section aria-labelledby="opened" role="status"><h2 id="opened">${t('officer.free.results', { good, bad: this.results.length - good })}</h2>
      <ul class="plain-list">${this.results.map(({ row, filing, problem }) => html`<li>${row.name}${t('kit.colon')}${filing ? html`<a href="/officer/filings/${filing.id}">${t('officer.free.opened', { number: filing.number })}</a>` : html`<span class="stop-text">${explain(problem)}</span>`}</li>`)}</ul></section>`;
  }

  body() {
    if (!this.items.length) return empty(t('officer.free.noItems'), '');
    const { item } = this;
    return html`<form class="filters" @submit=${(event) => event.preventDefault()}><label>${t('officer.field.item')}<select name="item" @change=${(event) => { keepQuery({ item: event.target.value, page: null }); this.readEligible(); }}>
        ${this.items.map((each) => html`<option value=${each.code} ?selected=${each === item}>${each.code} ${each.title}</option>`)}</select></label></form>
      <p>${item.benefit} <a href="/items/${item.code}">${t('officer.free.conditions')}</a> ${item.illustrative ? sampleLabel() : nothing}</p>
      ${this.outcome()}
      ${this.trouble ? errorPanel(this.trouble, () => this.readEligible()) : !this.eligible ? skeleton(6) : this.list()}`;
  }

  list() {
    const rows = this.eligible;
    if (!rows.length) return empty(t('officer.free.none'), t('officer.free.empty'));
    const free = rows.filter(({ filing }) => !filing);
    const { picked } = this;
    const estimateOf = (row) => (row.amount ? amount(row.amount) : estimateText(row));
    return html`<form @submit=${(event) => this.open(event)}><table class="table work pickable"><caption class="vh">${t('officer.free.title')}</caption>
      <thead><tr><th scope="col"><input type="checkbox" aria-label=${t('officer.pickAll')} ?disabled=${!free.length} .checked=${live(free.length > 0 && picked.length === free.length)} .indeterminate=${picked.length > 0 && picked.length < free.length}
        @change=${(event) => { this.chosen = new Set(event.target.checked ? free.map(({ creditCode }) => creditCode) : []); }}></th>
        <th scope="col">${t('officer.field.enterprise')}</th><th scope="col">${t('officer.field.cluster')}</th><th scope="col">${t('officer.free.filing')}</th><th scope="col" class="num">${t('officer.case.estimate')}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr class=${row.filing ? 'struck-soft' : ''}><td>${row.filing ? nothing : html`<input type="checkbox" id="pick-${row.creditCode}" aria-label=${t('officer.pick', { name: row.name })} .checked=${live(this.chosen.has(row.creditCode))} @change=${(event) => this.toggle(row.creditCode, event.target.checked)}>`}</td>
        <th scope="row"><a href="/officer/enterprises/${row.creditCode}">${row.name}</a><span class="row-sub code">${row.creditCode}</span></th>
        <td data-label=${t('officer.field.cluster')}>${row.cluster ? clusterChip(row.cluster) : tc('cluster', 'NONE')}</td>
        <td data-label=${t('officer.free.filing')}>${row.filing ? html`<a href="/officer/filings/${row.filing.id}">${tc('state', row.filing.state)}</a>` : html`<span class="quiet">${t('officer.free.notYet')}</span>`}</td>
        <td class="num" data-label=${t('officer.case.estimate')}>${estimateOf(row)}</td></tr>`)}</tbody>
      <tfoot><tr><td></td><th scope="row" colspan="3">${t('officer.free.total', { n: picked.length })}</th><td class="num">${amount(sum(picked.map(({ amount: each, low }) => each ?? low)))}</td></tr></tfoot></table>
      ${this.total > rows.length ? note(t('officer.free.more', { shown: rows.length, total: this.total })) : nothing}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('officer.free.open')}</button></div></form>`;
  }
}
