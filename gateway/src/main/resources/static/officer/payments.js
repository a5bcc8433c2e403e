/** Payments: instalments to request, instalments to put in a batch (rows and total first), batches on their way, and the bank's answer. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, shortYuan, sum, when } from '../kit/format.js';
import { empty } from '../kit/states.js';
import { confirm } from '../kit/dialog.js';
import { hasRole } from '../kit/session.js';
import { go } from '../kit/router.js';
import { say } from '../kit/toast.js';
import '../kit/table.js';
import { batchChip } from './batch-words.js';
import { rowsOf } from './desk.js';
import './bank-answer.js';
import './instalments.js';

export default class Payments extends Page {
  heading() { return t('officer.payments.title'); }
  lead() { return t('officer.payments.lead'); }
  aside() { return hasRole('PAYER', 'RELEASER', 'AUDITOR') ? html`<a class="button second" href="/officer/reconciliation">${t('officer.payments.reconcile')}</a>` : nothing; }

  async load() {
    const [batches, ...filings] = await Promise.all([
      hasRole('PAYER', 'RELEASER', 'AUDITOR') ? api.get('/api/fund/batches?size=100') : [],
      ...['CONFIRMED', 'PAYING'].map((state) => api.get(`/api/fund/filings?state=${state}&size=200`)),
    ]);
    this.batches = rowsOf(batches);
    this.filings = filings.flatMap(rowsOf);
    const each = await Promise.all(this.filings.map((filing) => api.get(`/api/fund/filings/${filing.id}/instalments`).then(rowsOf)));
    this.rows = this.filings.flatMap((filing, at) => each[at].map((instalment) => ({ ...instalment, filing })));
    this.chosen = new Set(this.ready.map(({ id }) => id));
  }

  /** Requested and not yet in a batch. */
  get ready() { return this.rows.filter(({ state }) => state === 'REQUESTED'); }
  get picked() { return this.ready.filter(({ id }) => this.chosen.has(id)); }

  toggle(id, on) {
    if (on) this.chosen.add(id);
    else this.chosen.delete(id);
    this.requestUpdate();
  }

  async batch(event) {
    event.preventDefault();
    const { picked } = this;
    if (!picked.length) return this.fail([{ message: t('officer.batch.needOne') }]);
    this.errors = [];
    const total = sum(picked.map((row) => row.amount));
    const made = await confirm({
      title: t('officer.batch.sure', { n: picked.length, amount: shortYuan(total) }), body: html`<p>${t('officer.batch.sureText')}</p>`, yes: t('officer.batch.make'),
      run: () => api.act('/api/fund/batches', { instalments: picked.map(({ id }) => id) }),
    });
    if (!made) return undefined;
    say(t('officer.batch.made', { id: made.messageId }));
    go(`/officer/batches/${made.id}`);
    return undefined;
  }

  toRequest() {
    const filings = this.filings.filter((filing) => this.rows.some((row) => row.filing === filing && (row.state === 'PLANNED' || row.state === 'FAILED')));
    return html`<section aria-labelledby="to-request"><h2 id="to-request">${t('officer.payments.toRequest')}</h2>
      ${filings.length ? html`<div class="fold-list">${filings.map((filing) => html`<details class="fold" ?open=${filings.length === 1}><summary><span>${filing.enterpriseName}</span> <span class="quiet">${filing.itemCode} ${filing.title}</span> <span class="fold-amount">${amount(filing.approved ?? filing.amount)}</span></summary>
        <fpo-instalments .filing=${filing} @moved=${() => this.reload({ quiet: true })}></fpo-instalments><p><a href="/officer/filings/${filing.id}">${t('officer.case.open')}</a></p></details>`)}</div>`
        : empty(t('officer.payments.toRequestNone'), t('officer.payments.toRequestEmpty'))}</section>`;
  }

  toBatch() {
    const rows = this.ready;
    const { picked } = this;
    const may = hasRole('PAYER');
    return html`<section aria-labelledby="to-batch"><h2 id="to-batch">${t('officer.payments.toBatch')}</h2>
      ${rows.length ? html`<form @submit=${(event) => this.batch(event)}><table class="table work ${may ? 'pickable' : ''}"><caption class="vh">${t('officer.payments.toBatch')}</caption>
        <thead><tr>${may ? html`<th scope="col"><input type="checkbox" aria-label=${t('officer.pickAll')} .checked=${live(picked.length === rows.length)} .indeterminate=${picked.length > 0 && picked.length < rows.length}
          @change=${(event) => { this.chosen = new Set(event.target.checked ? rows.map(({ id }) => id) : []); this.requestUpdate(); }}></th>` : nothing}
          <th scope="col">${t('officer.field.enterprise')}</th><th scope="col">${t('officer.field.item')}</th><th scope="col">${t('officer.instalments.trigger')}</th><th scope="col" class="num">${t('officer.field.amount')}</th></tr></thead>
        <tbody>${rows.map((row) => html`<tr>${may ? html`<td><input type="checkbox" id="pick-${row.id}" aria-label=${t('officer.pick', { name: `${row.filing.enterpriseName} ${row.filing.itemCode}` })} .checked=${live(this.chosen.has(row.id))} @change=${(event) => this.toggle(row.id, event.target.checked)}></td>` : nothing}
          <th scope="row"><label for="pick-${row.id}">${row.filing.enterpriseName}</label></th><td data-label=${t('officer.field.item')}><a href="/officer/filings/${row.filing.id}">${row.filing.itemCode} ${row.filing.title}</a></td>
          <td data-label=${t('officer.instalments.trigger')}>${row.triggerName ?? tc('trigger', row.trigger)}</td><td class="num" data-label=${t('officer.field.amount')}>${amount(row.amount)}</td></tr>`)}</tbody>
        <tfoot><tr>${may ? html`<td></td>` : nothing}<th scope="row" colspan="3">${t('officer.batch.total', { n: (may ? picked : rows).length })}</th><td class="num">${amount(sum((may ? picked : rows).map((row) => row.amount)))}</td></tr></tfoot></table>
        ${may ? html`<div class="buttons"><button class="button">${t('officer.batch.make')}</button></div>` : nothing}</form>`
        : empty(t('officer.payments.toBatchNone'), t('officer.payments.toBatchEmpty'))}</section>`;
  }

  onTheirWay() {
    const columns = [
      { key: 'messageId', label: t('officer.batch.id'), cell: (batch) => html`<span class="code">${batch.messageId}</span>` },
      { key: 'madeAt', label: t('officer.batch.made.at'), cell: (batch) => when(batch.madeAt) },
      { key: 'state', label: t('officer.field.state'), cell: (batch) => batchChip(batch.state) },
      { key: 'count', label: t('officer.batch.count'), numeric: true },
      { key: 'sum', label: t('officer.field.amount'), numeric: true, cell: (batch) => amount(batch.sum) },
    ];
    return html`<section aria-labelledby="batches"><h2 id="batches">${t('officer.payments.batches')}</h2>
      <fpo-table .columns=${columns} .rows=${this.batches} caption=${t('officer.payments.batches')} .href=${(batch) => `/officer/batches/${batch.id}`}
        emptyTitle=${t('officer.payments.batchesNone')} emptyText=${t('officer.payments.batchesEmpty')}></fpo-table></section>`;
  }

  body() {
    return html`
      ${hasRole('RELEASER', 'AUDITOR') && !hasRole('PAYER') ? html`${this.onTheirWay()}${this.toBatch()}` : html`${this.toRequest()}${this.toBatch()}${this.onTheirWay()}`}
      ${hasRole('RELEASER') ? html`<section aria-labelledby="bank"><h2 id="bank">${t('officer.bank.title')}</h2><fpo-bank-answer @moved=${() => this.reload({ quiet: true })}></fpo-bank-answer></section>` : nothing}`;
  }
}
