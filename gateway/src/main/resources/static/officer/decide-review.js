/** The expert's score and the reviewer's opinion: facts verified, lines allowed or not, an amount that the rule gives again. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { api, Problem } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, estimateText, shortYuan, sum } from '../kit/format.js';
import { choice, cleanNumber, isNumber, selectField, textArea, textField } from '../kit/form.js';
import { fieldId } from '../kit/states.js';
import { confirm } from '../kit/dialog.js';
import { factValue } from '../kit/match.js';
import { dictionary } from '../kit/programme.js';
import { currentSession } from '../kit/session.js';
import { claimTable, kindsOf } from './claims.js';
import { Move } from './move.js';
import { clausesOf } from './trace.js';

class Score extends Move {
  get action() { return 'scores'; }
  lead() { return t('officer.scores.lead'); }
  confirmText() { return t('officer.scores.confirm'); }
  /** What the panel asks marks for; none where one score is given. */
  get criteria() { return this.filing.experts?.find((draw) => draw.expert === currentSession().username)?.criteria ?? []; }
  get total() { return this.criteria.length ? this.criteria.reduce((all, { code }) => all + (Number(cleanNumber(this.values[`mark-${code}`])) || 0), 0) : cleanNumber(this.values.score); }

  payload() {
    const opinion = this.values.opinion.trim();
    if (!this.criteria.length) return { score: Number(cleanNumber(this.values.score)), opinion };
    return { marks: Object.fromEntries(this.criteria.map(({ code }) => [code, Number(cleanNumber(this.values[`mark-${code}`]))])), opinion };
  }

  check() {
    const errors = [];
    const marks = this.criteria.length ? this.criteria.map(({ code, most }) => [`mark-${code}`, most]) : [['score', 100]];
    for (const [field, most] of marks) {
      const mark = cleanNumber(this.values[field]);
      if (!isNumber(mark, 0) || Number(mark) < 0 || Number(mark) > most) errors.push({ field, message: t('officer.scores.rangeTo', { most }) });
    }
    if (!this.values.opinion?.trim()) errors.push({ field: 'opinion', message: t('officer.scores.needOpinion') });
    return errors;
  }

  sure() { return confirm({ title: t('officer.scores.sure', { score: this.total }), body: html`<p>${t('officer.scores.sureText')}</p>`, yes: t('officer.scores.confirm') }); }

  mark(name, label) { return textField({ name: this.fieldName(name), label, kind: 'number', width: 'short', value: this.values[name], error: this.errorOf(name), onInput: this.set(name) }); }

  fields() {
    return html`${this.criteria.length ? html`${this.criteria.map(({ code, name, most }) => this.mark(`mark-${code}`, t('officer.scores.mark', { name, most })))}<p role="status">${t('officer.scores.total', { score: this.total })}</p>` : this.mark('score', t('officer.scores.score'))}
      ${textArea({ name: this.fieldName('opinion'), label: t('officer.scores.opinion'), value: this.values.opinion, maxlength: 2000, error: this.errorOf('opinion'), onInput: this.set('opinion') })}`;
  }
}

class Review extends Move {
  static properties = { item: { state: true }, names: { state: true }, recomputed: { state: true } };

  get action() { return 'review'; }
  lead() { return t('officer.review.lead'); }
  confirmText() { return t('officer.review.confirm'); }

  get lines() { return this.filing.claimLines ?? []; }
  get refused() { return this.values.refused ?? {}; }
  get allowed() { return this.lines.filter(({ id }) => this.refused[id] === undefined); }
  /** Self-declared facts that the trace of this filing rests on. */
  get unverified() { return this.recomputed?.unverified ?? this.filing.trace?.unverified ?? []; }
  keyOf(fact) { return typeof fact === 'string' ? fact : fact.key; }
  get verified() { return this.values.verified ?? []; }
  get recommend() { return this.values.recommend ?? 'yes'; }

  connectedCallback() {
    super.connectedCallback();
    this.readWords();
  }

  async readWords() {
    try { [this.names, this.item] = await Promise.all([dictionary(), api.get(`/api/policy/items/${this.filing.itemCode}`)]); } catch { /* names then stand as their keys */ }
    this.recompute();
  }

  updated(changed) {
    if (changed.has('values') && this.refused !== this.computedFor?.refused) this.recompute();
  }

  /** Asks the rule again with the allowed lines: what the award would be if everything declared is confirmed. */
  async recompute() {
    this.computedFor = { refused: this.refused };
    const turn = (this.turn = {});
    const claimed = {};
    for (const kind of this.item?.form?.claimLines ?? []) {
      if (!kind.fact) continue;
      claimed[kind.fact] = sum([claimed[kind.fact], ...this.allowed.filter((line) => line.kind === kind.kind).map((line) => line.netAmount)]);
    }
    try {
      const answer = await api.post('/api/policy/assessments', {
        creditCode: this.filing.creditCode, item: this.filing.itemCode, filing: this.filing.id,
        ...(this.filing.project && { record: this.filing.project }), basis: 'DECLARED', ...(Object.keys(claimed).length && this.lines.length && { claimed }),
      });
      if (turn === this.turn) this.recomputed = answer;
    } catch (problem) {
      if (turn === this.turn) this.recomputed = problem instanceof Problem ? { problem } : null;
    }
  }

  /** A recommendation on this track rests on a third party's audit. */
  get asksAudit() { return this.filing.track === 'EXPERT_AND_AUDIT' && this.recommend === 'yes'; }

  /** How far the amount is below the award; null where it is not, and nothing has to be explained. */
  get cut() {
    const typed = cleanNumber(this.values.amount);
    if (this.recommend !== 'yes' || this.bound === null || !isNumber(typed)) return null;
    const below = sum([this.bound, `-${typed}`]);
    return Number(below) > 0 ? below : null;
  }

  /** The award, and no more than was audited where the audit bounds the award itself. */
  get bound() {
    const audited = this.asksAudit && !this.lines.length && isNumber(this.values.auditAmount) ? cleanNumber(this.values.auditAmount) : null;
    return this.most !== null && audited !== null && Number(audited) < Number(this.most) ? audited : this.most;
  }

  /** The most that may be proposed, as far as the page knows. */
  get most() {
    const estimate = this.recomputed?.estimate ?? this.filing.estimate;
    return estimate?.amount ?? estimate?.high ?? null;
  }

  check() {
    const errors = [];
    for (const [id, reason] of Object.entries(this.refused)) if (!reason.trim()) errors.push({ field: `reason-${id}`, message: t('officer.review.needReason') });
    const typed = cleanNumber(this.values.amount);
    if (!isNumber(typed) || Number(typed) < 0) errors.push({ field: 'amount', message: t('officer.review.needAmount') });
    else if (this.most !== null && Number(typed) > Number(this.most)) errors.push({ field: 'amount', message: t('officer.review.tooMuch', { most: shortYuan(this.most) }) });
    if (!this.values.opinion?.trim()) errors.push({ field: 'opinion', message: t('officer.review.needOpinion') });
    if (this.asksAudit && !this.values.auditDocument?.trim()) errors.push({ field: 'auditDocument', message: t('officer.audit.needDocument') });
    if (this.asksAudit && !isNumber(this.values.auditAmount)) errors.push({ field: 'auditAmount', message: t('officer.review.needAmount') });
    if (this.cut && !this.values.cutReason?.trim()) errors.push({ field: 'cutReason', message: t('officer.reduction.need', { amount: shortYuan(this.cut) }) });
    if (this.cut && this.allowed.length && !this.values.cutLine) errors.push({ field: 'cutLine', message: t('officer.reduction.needLine') });
    return errors;
  }

  payload() {
    return {
      amount: sum([cleanNumber(this.values.amount)]),
      opinion: this.values.opinion.trim(),
      recommend: this.recommend === 'yes',
      ...(this.asksAudit && { audit: { document: this.values.auditDocument.trim(), amount: sum([cleanNumber(this.values.auditAmount)]) } }),
      ...(this.cut && { reductions: [{ ...(this.values.cutLine && { line: this.values.cutLine }), amount: this.cut, reason: this.values.cutReason.trim() }] }),
      ...(this.verified.length && { verified: this.verified }),
      ...(Object.keys(this.refused).length && { disallowed: Object.entries(this.refused).map(([line, reason]) => ({ line, reason: reason.trim() })) }),
    };
  }

  sure() {
    return confirm({
      title: t('officer.review.summary'),
      body: html`<dl class="facts"><div><dt>${t('officer.review.amount')}</dt><dd>${amount(this.payload().amount)}</dd></div>
        <div><dt>${t('officer.review.recommend')}</dt><dd>${t(this.recommend === 'yes' ? 'officer.review.recommendYes' : 'officer.review.recommendNo')}</dd></div>
        <div><dt>${t('officer.review.facts')}</dt><dd>${t('officer.review.factsCount', { n: this.verified.length, all: this.unverified.length })}</dd></div>
        ${this.lines.length ? html`<div><dt>${t('officer.review.lines')}</dt><dd>${t('officer.review.linesCount', { n: this.allowed.length, all: this.lines.length })}</dd></div>` : nothing}</dl>
        ${this.verified.length < this.unverified.length ? html`<p class="note warn">${t('officer.review.factsLeft')}</p>` : nothing}`,
      yes: t('officer.review.confirm'),
    });
  }

  refuse(line, on) {
    const { [line.id]: reason, ...rest } = this.refused;
    this.values = { ...this.values, refused: on ? { ...rest, [line.id]: reason ?? '' } : rest };
  }

  judge(line) {
    const refused = this.refused[line.id] !== undefined;
    const name = this.fieldName(`line-${line.id}`);
    const field = `reason-${line.id}`;
    const id = fieldId(this.fieldName(field));
    const error = this.errorOf(field);
    return html`<fieldset class="judge"><legend class="vh">${t('officer.review.judge', { reference: line.reference })}</legend>
      <label><input type="radio" name=${name} .checked=${live(!refused)} @change=${() => this.refuse(line, false)}> ${t('officer.claim.allow')}</label>
      <label><input type="radio" name=${name} .checked=${live(refused)} @change=${() => this.refuse(line, true)}> ${t('officer.claim.disallow')}</label>
      ${refused ? html`<div class="field ${error ? 'wrong' : ''}"><label for=${id}>${t('officer.claim.reason')}</label>${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
        <input id=${id} maxlength="200" .value=${live(this.refused[line.id])} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing}
          @input=${(event) => { this.values = { ...this.values, refused: { ...this.refused, [line.id]: event.target.value } }; }}></div>` : nothing}
    </fieldset>`;
  }

  factOption(fact) {
    const key = this.keyOf(fact);
    const known = this.names?.get(key);
    const clause = clausesOf(this.filing).find((each) => each.fact === key);
    const declared = this.filing.facts?.[key];
    const value = clause?.actualText ?? (declared !== undefined && typeof declared !== 'object' ? factValue(declared, known) : undefined);
    return { value: key, text: html`${fact.name ?? known?.name ?? key}${value ? html`${t('kit.colon')}${value}` : nothing}`, hint: fact.record };
  }

  fields() {
    const { recomputed } = this;
    return html`
      ${this.unverified.length ? choice({ name: this.fieldName('verified'), label: t('officer.review.facts'), hint: t('officer.review.factsHint'), many: true, options: this.unverified.map((fact) => this.factOption(fact)), value: this.verified, onChange: this.set('verified') })
        : html`<p class="quiet">${t('officer.review.factsNone')}</p>`}
      ${this.lines.length ? html`<h3>${t('officer.review.lines')}</h3>${claimTable(this.lines, { judge: (line) => this.judge(line), allowedLines: this.allowed, kinds: kindsOf(this.item) })}` : nothing}
      <p class="recomputed" role="status">${recomputed?.estimate ? html`${t('officer.review.recomputed')} <strong>${estimateText(recomputed.estimate)}</strong>${recomputed.estimate.basis ? html` <span class="quiet">${recomputed.estimate.basis}</span>` : nothing}`
        : recomputed?.problem ? html`<span class="quiet">${t('officer.review.notRecomputed', { why: recomputed.problem.message })}</span>` : nothing}</p>
      ${textField({ name: this.fieldName('amount'), label: t('officer.review.amount'), hint: this.most === null ? undefined : t('officer.review.amountHint', { most: shortYuan(this.most) }), kind: 'money', value: this.values.amount, error: this.errorOf('amount'), onInput: this.set('amount') })}
      ${this.asksAudit ? html`${textField({ name: this.fieldName('auditDocument'), label: t('officer.audit.document'), value: this.values.auditDocument, maxlength: 100, error: this.errorOf('auditDocument'), onInput: this.set('auditDocument') })}
        ${textField({ name: this.fieldName('auditAmount'), label: t('officer.audit.amount'), hint: t('officer.audit.hint'), kind: 'money', value: this.values.auditAmount, error: this.errorOf('auditAmount'), onInput: this.set('auditAmount') })}` : nothing}
      ${this.cut ? html`<fieldset class="repeat"><legend>${t('officer.reduction.title', { amount: shortYuan(this.cut) })}</legend>
        ${this.allowed.length ? selectField({ name: this.fieldName('cutLine'), label: t('officer.reduction.line'), blank: t('officer.choose'), value: this.values.cutLine, options: this.lines.map(({ id, reference }) => ({ value: id, text: `${id} ${reference}` })), error: this.errorOf('cutLine'), onChange: this.set('cutLine') }) : nothing}
        ${textArea({ name: this.fieldName('cutReason'), label: t('officer.reduction.reason'), rows: 2, maxlength: 500, value: this.values.cutReason, error: this.errorOf('cutReason'), onInput: this.set('cutReason') })}</fieldset>` : nothing}
      ${textArea({ name: this.fieldName('opinion'), label: t('officer.review.opinion'), value: this.values.opinion, maxlength: 2000, error: this.errorOf('opinion'), onInput: this.set('opinion') })}
      ${choice({ name: this.fieldName('recommend'), label: t('officer.review.recommend'), inline: true, options: [{ value: 'yes', text: t('officer.review.recommendYes') }, { value: 'no', text: t('officer.review.recommendNo') }], value: this.recommend, onChange: this.set('recommend') })}`;
  }
}

customElements.define('fpo-score', Score);
customElements.define('fpo-review', Review);
