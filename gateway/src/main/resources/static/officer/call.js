/** One call as an officer keeps it: read, changed where it still may be, closed; or a new one. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc, words } from '../kit/i18n.js';
import { day } from '../kit/format.js';
import { choice, selectField, textArea, textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { go } from '../kit/router.js';
import { say } from '../kit/toast.js';
import { hasRole } from '../kit/session.js';
import { items } from '../kit/programme.js';
import './desk.js';
import { callChip } from '../public/calls.js';
import { callFacts } from '../public/call.js';

await words('public');

const OFFICES = ['TAX', 'SAFETY', 'ENVIRONMENT', 'MARKET', 'CREDIT'];
const ALLOCATIONS = ['FIRST_COME', 'POOLED'];
const ORDERS = ['AFTER_APPROVAL', 'BEFORE_APPROVAL'];
const PLAIN = { allocation: 'FIRST_COME', noticeOrder: 'AFTER_APPROVAL', jointReview: [] };

export default class Call extends Page {
  static properties = { call: { state: true }, values: { state: true }, editing: { state: true } };

  get fresh() { return this.params.id === undefined; }
  get started() { return !this.fresh && this.call.state !== 'COMING'; }

  heading() { return this.fresh ? t('officer.calls.new') : this.call ? `${this.call.itemCode} ${this.call.title}` : t('calls.one'); }
  lead() { return this.fresh ? t('officer.calls.newLead') : nothing; }
  back() { return { href: '/officer/calls', text: t('officer.calls.title') }; }
  aside() { return this.call ? callChip(this.call) : nothing; }
  measure() { return 'text'; }

  async load() {
    if (this.fresh) {
      this.items = await items();
      this.values = { ...PLAIN, itemCode: this.query.get('item') ?? '' };
    } else {
      this.call = await api.get(`/api/fund/calls/${encodeURIComponent(this.params.id)}`);
      this.values = { ...this.call, jointReview: this.call.jointReview.map(({ office }) => office), department: this.call.department, instalmentNote: this.call.instalmentNote ?? '' };
    }
  }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }

  wrong() {
    const { itemCode, opensOn = '', closesOn = '' } = this.values;
    const errors = [];
    if (!itemCode) errors.push({ field: 'itemCode', message: t('officer.calls.needItem') });
    if (!opensOn) errors.push({ field: 'opensOn', message: t('officer.calls.needDay') });
    if (!closesOn) errors.push({ field: 'closesOn', message: t('officer.calls.needDay') });
    if (opensOn && closesOn && closesOn < opensOn) errors.push({ field: 'closesOn', message: t('officer.calls.daysTurned') });
    return errors;
  }

  /** Only what was changed; a text in Chinese stands for both languages. */
  payload() {
    const { values, call } = this;
    const before = call && { ...call, jointReview: call.jointReview.map(({ office }) => office) };
    const changed = {};
    for (const name of [...(this.fresh ? ['itemCode'] : []), 'opensOn', 'closesOn', 'allocation', 'noticeOrder', 'jointReview']) {
      if (values[name] !== undefined && values[name] !== '' && (!before || JSON.stringify(values[name]) !== JSON.stringify(before[name]))) changed[name] = values[name];
    }
    for (const name of ['department', 'instalmentNote']) {
      const text = (values[name] ?? '').trim();
      if (text && text !== (before?.[name] ?? '')) changed[name] = { zh: text };
    }
    return changed;
  }

  async save(event) {
    event.preventDefault();
    await this.submitOnce(async () => {
      const saved = this.fresh ? await api.act('/api/fund/calls', this.payload()) : await api.patch(`/api/fund/calls/${this.call.id}`, this.payload(), { of: this.call });
      say(t(this.fresh ? 'officer.calls.opened' : 'officer.calls.changed'));
      this.editing = false;
      if (this.fresh) go(`/officer/calls/${saved.id}`);
      else await this.reload({ quiet: true });
    }, { wrong: this.wrong() });
  }

  async close() {
    const { call } = this;
    const done = await confirm({ title: t('officer.calls.close.title'), body: html`<p>${t('officer.calls.close.text', { title: call.title, day: day(call.closesOn) })}</p>`, yes: t('officer.calls.close'), danger: true,
      run: () => api.act(`/api/fund/calls/${call.id}/close`, {}) });
    if (!done) return;
    say(t('officer.calls.closed'));
    await this.reload({ quiet: true });
  }

  form() {
    const { values, started } = this;
    const field = (name, extra) => ({ name, value: values[name], error: this.errorOf(name), onInput: this.set(name), onChange: this.set(name), ...extra });
    return html`<form class="form" novalidate @submit=${this.save}>
      ${this.fresh ? selectField(field('itemCode', { label: t('officer.field.item'), blank: t('officer.calls.choose'), options: this.items.map(({ code, title }) => ({ value: code, text: `${code} ${title}` })) })) : nothing}
      ${started ? nothing : textField(field('opensOn', { label: t('officer.calls.opensOn'), kind: 'date' }))}
      ${textField(field('closesOn', { label: t('officer.calls.closesOn'), kind: 'date', hint: started ? t('officer.calls.onlyLater') : t('officer.calls.bothCount') }))}
      ${started ? nothing : html`${choice(field('allocation', { label: t('calls.allocation'), options: ALLOCATIONS.map((value) => ({ value, text: tc('allocation', value), hint: t(`allocation.${value}.text`) })) }))}
        ${choice(field('noticeOrder', { label: t('calls.order'), options: ORDERS.map((value) => ({ value, text: tc('noticeOrder', value) })) }))}
        ${choice(field('jointReview', { label: t('calls.joint'), hint: t('officer.calls.jointHint'), many: true, optional: true, options: OFFICES.map((value) => ({ value, text: tc('office', value) })) }))}`}
      ${textField(field('department', { label: t('calls.department'), hint: this.fresh ? t('officer.calls.departmentHint') : undefined, optional: this.fresh, maxlength: 100 }))}
      ${textArea(field('instalmentNote', { label: t('calls.instalments'), rows: 3, maxlength: 1000, optional: true }))}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t(this.fresh ? 'officer.calls.openIt' : 'officer.calls.save')}</button>
        ${this.fresh ? nothing : html`<button type="button" class="button second" @click=${() => { this.editing = false; this.errors = []; }}>${t('kit.cancel')}</button>`}</div></form>`;
  }

  body() {
    if (this.fresh || this.editing) return this.form();
    const { call } = this;
    return html`${callFacts(call)}
      ${hasRole('INTAKE') && call.state !== 'OVER' ? html`<div class="buttons no-print"><button class="button second" @click=${() => { this.editing = true; }}>${t('officer.calls.edit')}</button><button class="button second danger" @click=${this.close}>${t('officer.calls.close')}</button></div>` : nothing}
      <p><a href="/officer/filings?item=${call.itemCode}">${t('officer.calls.filings')}</a>　<a href="/calls/${call.id}">${t('officer.calls.public')}</a></p>`;
  }
}
