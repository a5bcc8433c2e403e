/** The approver's forms. Approval shows the line of the fund before and after, and asks before it binds money. */
import { html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, shortYuan, sum } from '../kit/format.js';
import { cleanNumber, isNumber, selectField, textArea, textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { note } from '../kit/states.js';
import '../kit/bar.js';
import { Move } from './move.js';
import { clausesOf } from './trace.js';

/** The sample's limits: two approvers above the first, the leading group's minute above the second. The service decides. */
const TWO_PERSONS = 500_000;
const MINUTE = 2_000_000;

class Approve extends Move {
  static properties = { fund: { state: true } };

  get action() { return 'approve'; }
  lead() { return t('officer.approve.lead', { line: tc('line', this.filing.line) }); }

  connectedCallback() {
    super.connectedCallback();
    this.readFund();
  }

  async readFund() {
    try { this.fund = await api.get('/api/fund/fund'); } catch { this.fund = null; }
  }

  get most() { return this.filing.approved ?? this.filing.reviewed ?? this.filing.amount; }
  get typed() { return cleanNumber(this.values.amount ?? this.most ?? ''); }
  get line() { return this.fund?.lines?.find(({ line }) => line === this.filing.line); }
  /** The first of two approvals is there already. */
  get firstBy() {
    const first = (this.filing.decisions ?? []).find(({ kind }) => kind === 'APPROVAL');
    return first ? first.person ?? t('officer.approve.somebody') : null;
  }
  get binds() { return Number(this.typed) <= TWO_PERSONS || Boolean(this.firstBy); }

  get after() {
    const { line } = this;
    if (!line || !isNumber(this.typed)) return null;
    const available = sum([line.available, `-${this.typed}`]);
    if (available.startsWith('-')) return null;
    return { ...this.fund, lines: this.fund.lines.map((each) => (each === line ? { ...line, available, reserved: sum([line.reserved, this.typed]) } : each)) };
  }

  get isShort() { return Boolean(this.line) && isNumber(this.typed) && Number(this.typed) > Number(this.line.available); }

  confirmText() { return isNumber(this.typed) ? t('officer.approve.confirm', { amount: shortYuan(this.typed) }) : t('officer.move.approve'); }

  check() {
    const errors = [];
    if (!isNumber(this.typed) || Number(this.typed) <= 0) errors.push({ field: 'amount', message: t('officer.review.needAmount') });
    else if (this.most && Number(this.typed) > Number(this.most)) errors.push({ field: 'amount', message: t('officer.approve.amountHint', { most: shortYuan(this.most) }) });
    if (Number(this.typed) > MINUTE && !this.values.minute?.trim()) errors.push({ field: 'minute', message: t('officer.approve.minuteHint') });
    if (!this.values.reason?.trim()) errors.push({ field: 'reason', message: t('officer.approve.needReason') });
    return errors;
  }

  payload() { return { amount: sum([this.typed]), reason: this.values.reason.trim(), ...(this.values.minute?.trim() && { minute: this.values.minute.trim() }) }; }

  sure() {
    const after = this.after?.lines.find(({ line }) => line === this.filing.line);
    return confirm({
      title: t('officer.approve.sure', { name: this.filing.enterpriseName, amount: shortYuan(this.typed) }),
      body: html`<p>${this.filing.itemCode} ${this.filing.title}</p>
        ${!this.binds ? html`<p>${t('officer.approve.second')}</p>` : after ? html`<p>${t('officer.approve.fromTo', { line: tc('line', this.filing.line), from: shortYuan(this.line.available), to: shortYuan(after.available) })}</p>` : nothing}`,
      yes: this.confirmText(),
    });
  }

  doneText(done) { return done?.state === 'REVIEWED' ? t('officer.approve.firstDone') : t('officer.approve.done', { amount: shortYuan(done?.approved ?? this.typed) }); }

  fields() {
    const typed = Number(this.typed);
    return html`
      ${this.filing.recommended === false ? note(t('officer.approve.againstReview'), 'warn') : nothing}
      ${textField({ name: this.fieldName('amount'), label: t('officer.approve.amount'), hint: this.most ? t('officer.approve.amountHint', { most: shortYuan(this.most) }) : undefined, kind: 'money', value: this.values.amount ?? this.most ?? '', error: this.errorOf('amount'), onInput: this.set('amount') })}
      ${this.fund ? html`<div class="approve-bar">
        ${this.isShort ? note(t('officer.move.exhausted', { line: tc('line', this.filing.line), available: shortYuan(this.line.available) }), 'stop') : nothing}
        <p class="quiet">${t('officer.approve.picture')}</p>
        <fpo-fund-bar .fund=${this.fund} .after=${this.after} .only=${this.filing.line} table="none"></fpo-fund-bar></div>` : nothing}
      ${this.firstBy ? note(t('officer.approve.secondNow', { name: this.firstBy })) : typed > TWO_PERSONS ? note(t('officer.approve.second')) : nothing}
      ${typed > MINUTE ? textField({ name: this.fieldName('minute'), label: t('officer.approve.minute'), hint: t('officer.approve.minuteHint'), value: this.values.minute, maxlength: 100, error: this.errorOf('minute'), onInput: this.set('minute') }) : nothing}
      ${textArea({ name: this.fieldName('reason'), label: t('officer.approve.reason'), value: this.values.reason, rows: 3, maxlength: 1000, error: this.errorOf('reason'), onInput: this.set('reason') })}`;
  }
}

class Reject extends Move {
  get action() { return 'reject'; }
  lead() { return t('officer.reject.lead'); }
  confirmText() { return t('officer.reject.confirm'); }
  danger() { return true; }
  get reasons() { return this.values.reasons ?? [{ clause: '', text: '' }]; }
  change(at, part) { this.values = { ...this.values, reasons: this.reasons.map((reason, i) => (i === at ? { ...reason, ...part } : reason)) }; }
  payload() { return { reasons: this.reasons.filter(({ text }) => text.trim()).map(({ clause, text }) => ({ clause, text: text.trim() })) }; }

  check() {
    const errors = [];
    this.reasons.forEach(({ clause, text }, at) => {
      if (!clause && (text.trim() || at === 0)) errors.push({ field: `clause-${at}`, message: t('officer.reject.needClause', { n: at + 1 }) });
      if (!text.trim() && (clause || at === 0)) errors.push({ field: `text-${at}`, message: t('officer.reject.needText', { n: at + 1 }) });
    });
    return errors;
  }

  sure() { return confirm({ title: t('officer.reject.confirm'), body: html`<p>${t('officer.reject.confirmText')}</p>`, yes: t('officer.reject.confirm'), danger: true }); }

  fields() {
    const order = { UNMET: 0, UNKNOWN: 1, MET: 2 };
    const clauses = [...clausesOf(this.filing)].sort((a, b) => order[a.state] - order[b.state]);
    return html`${this.reasons.map((reason, at) => html`<fieldset class="repeat"><legend>${t('officer.reject.nth', { n: at + 1 })}</legend>
        ${clauses.length ? selectField({ name: this.fieldName(`clause-${at}`), label: t('officer.reject.clause'), value: reason.clause, blank: t('officer.choose'), options: clauses.map(({ clause, text }) => ({ value: clause, text: `${clause} ${text}` })), error: this.errorOf(`clause-${at}`), onChange: (clause) => this.change(at, { clause }) })
          : textField({ name: this.fieldName(`clause-${at}`), label: t('officer.reject.clause'), value: reason.clause, error: this.errorOf(`clause-${at}`), onInput: (clause) => this.change(at, { clause }) })}
        ${textArea({ name: this.fieldName(`text-${at}`), label: t('officer.reject.text'), value: reason.text, rows: 2, maxlength: 1000, error: this.errorOf(`text-${at}`), onInput: (text) => this.change(at, { text }) })}
        ${this.reasons.length > 1 ? html`<button type="button" class="plain" @click=${() => { this.values = { ...this.values, reasons: this.reasons.filter((_, i) => i !== at) }; }}>${t('officer.reject.remove', { n: at + 1 })}</button>` : nothing}
      </fieldset>`)}
      <p><button type="button" class="button second" @click=${() => { this.values = { ...this.values, reasons: [...this.reasons, { clause: '', text: '' }] }; }}>${t('officer.reject.add')}</button></p>`;
  }
}

customElements.define('fpo-approve', Approve);
customElements.define('fpo-reject', Reject);
