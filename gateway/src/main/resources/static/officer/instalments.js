/** The instalments of one filing, and the payer's request with the enterprise's account. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, day } from '../kit/format.js';
import { textField } from '../kit/form.js';
import { empty, errorPanel, errorSummary, skeleton } from '../kit/states.js';
import { shownBy } from '../kit/papers.js';
import { chip } from '../kit/parts.js';
import { say } from '../kit/toast.js';
import { rowsOf } from './desk.js';
import { explain } from './move.js';

const FIELDS = ['name', 'number', 'bank', 'cnaps'];

export const payChip = (state) => chip(tc('pay', state), state === 'FAILED' ? 'stop' : ['PAID', 'RECONCILED', 'WITHDRAWN'].includes(state) ? 'end' : state === 'PLANNED' ? 'todo' : 'go');

/** How an account was corrected, and whether a second person has checked it. */
export const repairs = (row) => (row.repairs ?? []).map((each) => html`<span class="row-sub">${t('officer.batch.repaired', { before: each.before.number, after: each.after.number, reason: each.reason ?? '' })} ${each.checkedBy ? t('officer.batch.repairChecked', { person: each.checkedBy }) : t('officer.batch.repairOpen')}</span>`);

class Instalments extends LitElement {
  static properties = { filing: { attribute: false }, rows: { state: true }, problem: { state: true }, open: { state: true }, account: { state: true }, errors: { state: true }, trouble: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.account = {};
    this.errors = [];
  }

  createRenderRoot() { return this; }

  willUpdate(changed) {
    if (changed.has('filing') && changed.get('filing')?.id !== this.filing.id) {
      this.account = { name: this.filing.enterpriseName };
      this.open = null;
      this.reload();
    }
  }

  async reload() {
    this.problem = null;
    try { this.rows = rowsOf(await api.get(`/api/fund/filings/${this.filing.id}/instalments`)); } catch (problem) { this.problem = problem; }
  }

  check() {
    const { name, number, bank, cnaps } = this.account;
    const errors = [];
    if (!name?.trim()) errors.push({ field: 'name', message: t('officer.account.needName') });
    else if (name.trim() !== this.filing.enterpriseName) errors.push({ field: 'name', message: t('officer.account.notOwn', { name: this.filing.enterpriseName }) });
    if (!/^\d{8,32}$/.test((number ?? '').replace(/[\s-]/g, ''))) errors.push({ field: 'number', message: t('officer.account.needNumber') });
    if (!bank?.trim()) errors.push({ field: 'bank', message: t('officer.account.needBank') });
    if (!/^\d{12}$/.test((cnaps ?? '').trim())) errors.push({ field: 'cnaps', message: t('officer.account.needCnaps') });
    return errors;
  }

  /** Asks for payment to the account that the enterprise confirmed; nobody types it again. */
  async requestKept() {
    this.trouble = null;
    this.errors = [];
    await this.send({});
  }

  async request(event) {
    event.preventDefault();
    this.trouble = null;
    this.errors = this.check().map(({ field, message }) => ({ field: `account-${field}`, message }));
    if (this.errors.length) {
      await this.updateComplete;
      this.querySelector('.error-summary')?.focus();
      return;
    }
    const { name, number, bank, cnaps } = this.account;
    await this.send({ account: { name: name.trim(), number: number.replace(/[\s-]/g, ''), bank: bank.trim(), cnaps: cnaps.trim() } });
  }

  async send(body) {
    this.busy = true;
    try {
      await api.act(`/api/fund/instalments/${this.open}/request`, body);
      say(t('officer.account.requested'));
      this.open = null;
      await this.reload();
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.errors.length) this.errors = problem.errors.map(({ field, message }) => ({ field: `account-${String(field).replace(/^account\./, '')}`, message }));
      else this.trouble = problem;
      await this.updateComplete;
      this.querySelector('.error-summary, .move-problem')?.focus();
    } finally {
      this.busy = false;
    }
  }

  form(row) {
    const hints = { name: 'officer.account.nameHint', cnaps: 'officer.account.cnapsHint' };
    return html`<form class="move" novalidate @submit=${(event) => this.request(event)}>
      <h3>${t('officer.account.title', { trigger: row.triggerName ?? tc('trigger', row.trigger) })}</h3>
      ${this.errors.length ? errorSummary(this.errors) : nothing}
      ${this.trouble ? html`<div class="note stop move-problem" role="alert" tabindex="-1"><p><strong>${t('officer.move.failed')}</strong> ${explain(this.trouble, this.filing)}</p><p class="quiet">${this.trouble.code}</p></div>` : nothing}
      ${this.filing.account ? html`<p>${t('officer.account.kept', this.filing.account)}</p><p><button type="button" class="button" ?disabled=${this.busy} @click=${() => this.requestKept()}>${t('officer.account.useKept')}</button></p>` : nothing}
      ${FIELDS.map((field) => textField({ name: `account-${field}`, label: t(`officer.account.${field}`), hint: hints[field] ? t(hints[field]) : undefined, value: this.account[field], maxlength: 80,
        error: this.errors.find((error) => error.field === `account-${field}`)?.message, onInput: (value) => { this.account = { ...this.account, [field]: value }; } }))}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('officer.account.confirm')}</button>
        <button type="button" class="button second" @click=${() => { this.open = null; }}>${t('kit.cancel')}</button></div>
    </form>`;
  }

  render() {
    if (this.problem) return errorPanel(this.problem, () => this.reload());
    if (!this.rows) return skeleton(2);
    if (!this.rows.length) return empty(t('officer.instalments.none'), t('officer.instalments.noneText'));
    return html`<table class="table work"><caption class="vh">${t('officer.case.instalments')}</caption>
      <thead><tr><th scope="col">${t('officer.instalments.trigger')}</th><th scope="col" class="num">${t('officer.field.amount')}</th><th scope="col">${t('officer.field.state')}</th><th scope="col"><span class="vh">${t('officer.case.decide')}</span></th></tr></thead>
      <tbody>${this.rows.map((row) => html`<tr><th scope="row">${row.triggerName ?? tc('trigger', row.trigger)}${shownBy(row, this.filing.documents)}</th><td class="num" data-label=${t('officer.field.amount')}>${amount(row.amount)}</td>
        <td data-label=${t('officer.field.state')}>${payChip(row.state)}${row.account ? html`<span class="row-sub">${row.account.bank} <span class="code">${row.account.number}</span></span>` : nothing}${row.reason ? html`<span class="row-sub stop-text">${row.reason}</span>` : nothing}${row.paidOn ? html`<span class="row-sub">${day(row.paidOn)}</span>` : nothing}${repairs(row)}</td>
        <td>${row.actions?.includes('request') && this.open !== row.id ? html`<button type="button" class="button small" @click=${() => { this.open = row.id; this.errors = []; this.trouble = null; }}>${t('officer.instalments.request')}</button>` : nothing}</td></tr>`)}</tbody></table>
      ${this.rows.filter(({ id }) => id === this.open).map((row) => this.form(row))}`;
  }
}

customElements.define('fpo-instalments', Instalments);
