/** The approver's forms. Approval shows the line of the fund before and after, and asks before it binds money. */
import { html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, shortYuan, sum } from '../kit/format.js';
import { cleanNumber, isNumber, textArea, textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { note } from '../kit/states.js';
import '../kit/bar.js';
import { Move } from './move.js';
import { Reasons } from './reasons.js';

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

  /** The first of two signatures; the second has to be for the same amount. */
  get first() { return (this.filing.decisions ?? []).find(({ kind }) => kind === 'APPROVAL'); }
  get most() { return this.first?.body?.amount ?? this.filing.reviewed ?? this.filing.amount; }
  get typed() { return cleanNumber(this.values.amount ?? this.most ?? ''); }
  get line() { return this.fund?.lines?.find(({ line }) => line === this.filing.line); }
  get firstBy() { return this.first ? this.first.person ?? t('officer.approve.somebody') : null; }
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

class Reject extends Reasons {
  get action() { return 'reject'; }
  get needsClause() { return true; }
  lead() { return t('officer.reject.lead'); }
  confirmText() { return t('officer.reject.confirm'); }
  warning() { return t('officer.reject.confirmText'); }
}

customElements.define('fpo-approve', Approve);
customElements.define('fpo-reject', Reject);
