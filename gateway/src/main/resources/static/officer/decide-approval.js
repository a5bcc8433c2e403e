/** The approver's forms. Approval shows the line of the fund before and after, and asks before it binds money. */
import { html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, moment, shortYuan, sum } from '../kit/format.js';
import { cleanNumber, isNumber, selectField, textArea, textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { currentSession } from '../kit/session.js';
import { note } from '../kit/states.js';
import '../kit/bar.js';
import { Move } from './move.js';
import { Reasons } from './reasons.js';

class Approve extends Move {
  static properties = { fund: { state: true }, progress: { state: true }, powers: { state: true } };

  get action() { return 'approve'; }
  lead() { return t('officer.approve.lead', { line: tc('line', this.filing.line) }); }

  connectedCallback() {
    super.connectedCallback();
    this.readFund();
    this.readProgress();
    this.readPowers();
  }

  /** Who signed, and how many have to sign this amount: the enterprise's running total of the year counts. */
  async readProgress() {
    const turn = (this.turn = {});
    const asked = isNumber(this.typed) && Number(this.typed) > 0 ? sum([this.typed]) : '';
    try {
      const progress = await api.get(`/api/fund/filings/${this.filing.id}/signatures${asked && `?amount=${asked}`}`);
      if (turn !== this.turn) return;
      this.progress = progress;
      if (asked && isNumber(this.typed) && sum([this.typed]) !== asked) this.readProgress();
    } catch { /* the service says it when it is signed */ }
  }

  /** Approvers who delegated to this person for today. */
  async readPowers() {
    try {
      const list = await api.get('/api/fund/delegations?active=true&size=200');
      const me = currentSession().username;
      this.powers = list.items.filter(({ delegate }) => delegate === me).map(({ approver }) => approver);
    } catch { this.powers = []; }
  }

  async readFund() {
    try { this.fund = await api.get('/api/fund/fund'); } catch { this.fund = null; }
  }

  /** The first of two signatures; the second has to be for the same amount. */
  get first() { return (this.filing.decisions ?? []).find(({ kind }) => kind === 'APPROVAL'); }
  get signed() { return this.first?.body?.amount ?? this.filing.reviewed ?? this.filing.amount; }
  /** Whether the group of a top-up leaves less by now than was reviewed or signed. */
  get isLess() { return Boolean(this.progress?.most && this.signed) && Number(this.progress.most) < Number(this.signed); }
  get most() { return this.isLess ? this.progress.most : this.signed; }
  get mostHint() { return t(this.isLess ? 'officer.approve.leftHint' : 'officer.approve.amountHint', { most: shortYuan(this.most) }); }
  get typed() { return cleanNumber(this.values.amount ?? this.most ?? ''); }
  get line() { return this.fund?.lines?.find(({ line }) => line === this.filing.line); }
  get given() { return this.progress?.given ?? []; }
  get needed() { return this.progress?.needed ?? 1; }
  get binds() { return this.given.length + 1 >= this.needed; }
  get asksMinute() { return Boolean(this.progress?.minuteNeeded) && !this.given.some(({ minute }) => minute); }

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
    else if (this.most && Number(this.typed) > Number(this.most)) errors.push({ field: 'amount', message: this.mostHint });
    if (this.asksMinute && !this.values.minute?.trim()) errors.push({ field: 'minute', message: this.minuteHint });
    if (!this.values.reason?.trim()) errors.push({ field: 'reason', message: t('officer.approve.needReason') });
    return errors;
  }

  payload() { return { amount: sum([this.typed]), reason: this.values.reason.trim(), ...(this.values.minute?.trim() && { minute: this.values.minute.trim() }), ...(this.values.onBehalfOf && { onBehalfOf: this.values.onBehalfOf }) }; }

  get minuteHint() { return t('officer.approve.minuteHint', { limit: shortYuan(this.progress?.limits?.minute ?? '0') }); }

  sure() {
    const after = this.after?.lines.find(({ line }) => line === this.filing.line);
    return confirm({
      title: t('officer.approve.sure', { name: this.filing.enterpriseName, amount: shortYuan(this.typed) }),
      body: html`<p>${this.filing.itemCode} ${this.filing.title}</p>
        ${!this.binds ? html`<p>${t('officer.approve.more', { n: this.needed - this.given.length - 1 })}</p>` : after ? html`<p>${t('officer.approve.fromTo', { line: tc('line', this.filing.line), from: shortYuan(this.line.available), to: shortYuan(after.available) })}</p>` : nothing}`,
      yes: this.confirmText(),
    });
  }

  doneText(done) { return done?.state === 'REVIEWED' ? t('officer.approve.firstDone') : t('officer.approve.done', { amount: shortYuan(done?.approved ?? this.typed) }); }

  signatures() {
    const { progress } = this;
    if (!progress) return nothing;
    return html`<div class="note" role="status"><p>${t('officer.approve.total', { total: shortYuan(progress.total), before: shortYuan(progress.yearTotal) })}</p>
      <p><strong>${t('officer.approve.progress', { given: this.given.length, needed: this.needed })}</strong></p>
      ${this.given.length ? html`<ul>${this.given.map((signature) => html`<li>${signature.person}${signature.onBehalfOf ? t('officer.onBehalfOf', { name: signature.onBehalfOf }) : ''} <span class="quiet">${amount(signature.amount)} · <time datetime=${signature.at}>${moment(signature.at)}</time></span></li>`)}</ul>` : nothing}</div>`;
  }

  fields() {
    return html`
      ${this.filing.recommended === false ? note(t('officer.approve.againstReview'), 'warn') : nothing}
      ${this.isLess ? note(t('officer.approve.granted', { granted: shortYuan(this.progress.granted ?? '0'), most: shortYuan(this.most) }), 'warn') : nothing}
      ${textField({ name: this.fieldName('amount'), label: t('officer.approve.amount'), hint: this.most ? this.mostHint : undefined, kind: 'money', value: this.values.amount ?? this.most ?? '', error: this.errorOf('amount'), onInput: (value) => { this.set('amount')(value); this.readProgress(); } })}
      ${this.fund ? html`<div class="approve-bar">
        ${this.isShort ? note(t('officer.move.exhausted', { line: tc('line', this.filing.line), available: shortYuan(this.line.available) }), 'stop') : nothing}
        <p class="quiet">${t('officer.approve.picture')}</p>
        <fpo-fund-bar .fund=${this.fund} .after=${this.after} .only=${this.filing.line} table="none"></fpo-fund-bar></div>` : nothing}
      ${this.signatures()}
      ${this.powers?.length ? selectField({ name: this.fieldName('onBehalfOf'), label: t('officer.approve.onBehalfOf'), optional: true, blank: t('officer.approve.myself'), value: this.values.onBehalfOf, options: this.powers.map((value) => ({ value, text: value })), onChange: this.set('onBehalfOf') }) : nothing}
      ${this.asksMinute ? textField({ name: this.fieldName('minute'), label: t('officer.approve.minute'), hint: this.minuteHint, value: this.values.minute, maxlength: 100, error: this.errorOf('minute'), onInput: this.set('minute') }) : nothing}
      ${textArea({ name: this.fieldName('reason'), label: t('officer.approve.reason'), value: this.values.reason, rows: 3, maxlength: 1000, error: this.errorOf('reason'), onInput: this.set('reason') })}`;
  }
}

/** Back to the reviewer, before anybody has signed. */
class SendBack extends Move {
  get action() { return 'send-back'; }
  lead() { return t('officer.sendBack.lead'); }
  confirmText() { return t('officer.sendBack.confirm'); }
  check() { return this.values.reason?.trim() ? [] : [{ field: 'reason', message: t('officer.sendBack.need') }]; }
  payload() { return { reason: this.values.reason.trim() }; }
  fields() { return textArea({ name: this.fieldName('reason'), label: t('officer.sendBack.reason'), value: this.values.reason, rows: 3, maxlength: 500, error: this.errorOf('reason'), onInput: this.set('reason') }); }
}

/** An award taken back before any of it was paid. */
class Revoke extends Move {
  get action() { return 'revoke'; }
  lead() { return t('officer.revoke.lead'); }
  confirmText() { return t('officer.revoke.confirm'); }
  danger() { return true; }
  get canLeave() { return true; }

  sure() {
    const { filing } = this;
    return confirm({
      title: t('officer.revoke.sure', { name: filing.enterpriseName, amount: shortYuan(filing.approved ?? filing.amount) }),
      body: html`<p>${filing.itemCode} ${filing.title}</p><p class="said">${this.values.reason.trim()}</p><p>${t('officer.revoke.confirmText', { line: tc('line', filing.line) })}</p>`,
      yes: t('officer.revoke.confirm'), danger: true,
    });
  }

  check() { return this.values.reason?.trim() ? [] : [{ field: 'reason', message: t('officer.revoke.need') }]; }
  payload() { return { reason: this.values.reason.trim() }; }
  fields() { return textArea({ name: this.fieldName('reason'), label: t('officer.revoke.reason'), value: this.values.reason, rows: 4, maxlength: 1000, error: this.errorOf('reason'), onInput: this.set('reason') }); }
}

class Reject extends Reasons {
  get action() { return 'reject'; }
  get needsClause() { return true; }
  lead() { return t('officer.reject.lead'); }
  confirmText() { return t('officer.reject.confirm'); }
  warning() { return t('officer.reject.confirmText'); }
}

customElements.define('fpo-approve', Approve);
customElements.define('fpo-send-back', SendBack);
customElements.define('fpo-revoke', Revoke);
customElements.define('fpo-reject', Reject);
