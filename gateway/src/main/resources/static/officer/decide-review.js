/** The reviewer's opinion: facts verified, lines allowed or not and as audited, an amount that the rule gives again, and why less. */
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
import { claimTable, kindsOf } from './claims.js';
import { Move } from './move.js';
import { clausesOf } from './trace.js';

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
    if (changed.has('values') && this.basis !== this.computedFor) {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.recompute(), 300);
    }
  }

  /** What the award is computed from, as one text. */
  get basis() { return JSON.stringify([this.whole, ...this.audited.map(({ id, netAmount }) => [id, netAmount])]); }

  /** The audited amount of the whole, where one is given. */
  get whole() { return this.asksAudit && isNumber(this.values.auditAmount) ? cleanNumber(this.values.auditAmount) : null; }

  /** Asks the rule again with the allowed lines: what the award would be if everything declared is confirmed. */
  async recompute() {
    this.computedFor = this.basis;
    clearTimeout(this.soon);
    const turn = (this.turn = {});
    const claimed = {};
    for (const kind of this.item?.form?.claimLines ?? []) {
      if (!kind.fact) continue;
      claimed[kind.fact] = sum([claimed[kind.fact], ...this.audited.filter((line) => line.kind === kind.kind).map((line) => line.netAmount)]);
    }
    const [measured, ...others] = Object.keys(claimed);
    if (measured && !others.length && this.whole !== null && Number(this.whole) < Number(claimed[measured])) claimed[measured] = sum([this.whole]);
    try {
      const answer = await api.post('/api/policy/assessments', {
        creditCode: this.filing.creditCode, item: this.filing.itemCode, version: this.filing.itemVersion, filing: this.filing.id,
        ...(this.filing.project && { record: this.filing.project }), basis: 'DECLARED', ...(Object.keys(claimed).length && this.lines.length && { claimed }),
      });
      if (turn === this.turn) this.recomputed = answer;
    } catch (problem) {
      if (turn === this.turn) this.recomputed = problem instanceof Problem ? { problem } : null;
    }
  }

  /** A recommendation on this track rests on a third party's audit. */
  get asksAudit() { return this.filing.track === 'EXPERT_AND_AUDIT' && this.recommend === 'yes'; }

  /** What the audit found for single lines: id → amount as typed, for lines that are allowed. */
  get auditedLines() { return this.asksAudit ? this.allowed.filter(({ id }) => this.values[`audited-${id}`]?.trim()).map(({ id, netAmount }) => ({ line: id, typed: this.values[`audited-${id}`], netAmount })) : []; }

  /** The lines with what the audit leaves of each. */
  get audited() {
    const found = new Map(this.auditedLines.filter(({ typed }) => isNumber(typed)).map(({ line, typed }) => [line, cleanNumber(typed)]));
    return this.allowed.map((line) => (found.has(line.id) ? { ...line, netAmount: sum([found.get(line.id)]) } : line));
  }

  /** How far the amount is below the award; null where it is not, and nothing has to be explained. */
  get cut() {
    const typed = cleanNumber(this.values.amount);
    if (this.recommend !== 'yes' || this.bound === null || !isNumber(typed)) return null;
    const below = sum([this.bound, `-${typed}`]);
    return Number(below) > 0 ? below : null;
  }

  /** The award, and no more than was audited where the audit bounds the award itself. */
  get bound() {
    const audited = this.lines.length ? null : this.whole;
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
    if (this.asksAudit && (this.values.auditAmount?.trim() || !this.auditedLines.length) && !isNumber(this.values.auditAmount)) errors.push({ field: 'auditAmount', message: t(this.lines.length ? 'officer.audit.needAmount' : 'officer.review.needAmount') });
    for (const { line, typed, netAmount } of this.auditedLines) if (!isNumber(typed) || Number(cleanNumber(typed)) < 0 || Number(cleanNumber(typed)) > Number(netAmount)) errors.push({ field: `audited-${line}`, message: t('officer.audit.lineAtMost', { most: shortYuan(netAmount) }) });
    if (this.cut) errors.push(...this.checkCuts());
    return errors;
  }

  /** Reductions by line: what is typed, or one row over the whole difference. */
  get cuts() { return this.values.cuts?.length ? this.values.cuts : [{ line: '', amount: '', reason: '' }]; }

  amountOf(cut) { return this.cuts.length === 1 ? this.cut : cut.amount; }

  checkCuts() {
    const errors = [];
    this.cuts.forEach((cut, at) => {
      if (this.allowed.length && !cut.line) errors.push({ field: `cutLine-${at}`, message: t('officer.reduction.needLine') });
      if (!isNumber(this.amountOf(cut)) || Number(cleanNumber(this.amountOf(cut))) <= 0) errors.push({ field: `cutAmount-${at}`, message: t('officer.review.needAmount') });
      if (!cut.reason.trim()) errors.push({ field: `cutReason-${at}`, message: t('officer.reduction.need', { amount: shortYuan(isNumber(this.amountOf(cut)) ? cleanNumber(this.amountOf(cut)) : this.cut) }) });
    });
    const all = sum(this.cuts.map((cut) => cleanNumber(this.amountOf(cut))));
    if (!errors.length && Number(all) !== Number(this.cut)) errors.push({ field: 'cutAmount-0', message: t('officer.reduction.sum', { sum: shortYuan(all), cut: shortYuan(this.cut) }) });
    return errors;
  }

  payload() {
    return {
      amount: sum([cleanNumber(this.values.amount)]),
      opinion: this.values.opinion.trim(),
      recommend: this.recommend === 'yes',
      ...(this.asksAudit && { audit: { document: this.values.auditDocument.trim(), ...(this.values.auditAmount?.trim() && { amount: sum([cleanNumber(this.values.auditAmount)]) }),
        ...(this.auditedLines.length && { lines: this.auditedLines.map(({ line, typed }) => ({ line, amount: sum([cleanNumber(typed)]) })) }) } }),
      ...(this.cut && { reductions: this.cuts.map((cut) => ({ ...(cut.line && { line: cut.line }), amount: sum([cleanNumber(this.amountOf(cut))]), reason: cut.reason.trim() })) }),
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
          @input=${(event) => { this.values = { ...this.values, refused: { ...this.refused, [line.id]: event.target.value } }; }}></div>` : this.asksAudit ? this.auditOf(line) : nothing}
    </fieldset>`;
  }

  auditOf(line) {
    const name = `audited-${line.id}`;
    return textField({ name: this.fieldName(name), label: t('officer.audit.line'), kind: 'money', optional: true, value: this.values[name], error: this.errorOf(name), onInput: this.set(name) });
  }

  setCut(at, name) { return (value) => { this.values = { ...this.values, cuts: this.cuts.map((cut, i) => (i === at ? { ...cut, [name]: value } : cut)) }; }; }

  /** Where the amount is below the award: by which line, how much and why, making up the difference. */
  reductions() {
    const many = this.cuts.length > 1;
    return html`<fieldset class="repeat"><legend>${t('officer.reduction.title', { amount: shortYuan(this.cut) })}</legend>
      ${this.cuts.map((cut, at) => html`<div role="group" aria-label=${t('officer.reduction.nth', { n: at + 1 })}>
        ${this.allowed.length ? selectField({ name: this.fieldName(`cutLine-${at}`), label: t('officer.reduction.line'), blank: t('officer.choose'), value: cut.line, options: this.allowed.map(({ id, reference }) => ({ value: id, text: `${id} ${reference}` })), error: this.errorOf(`cutLine-${at}`), onChange: this.setCut(at, 'line') }) : nothing}
        ${many ? textField({ name: this.fieldName(`cutAmount-${at}`), label: t('officer.reduction.amount'), kind: 'money', value: cut.amount, error: this.errorOf(`cutAmount-${at}`), onInput: this.setCut(at, 'amount') }) : nothing}
        ${textArea({ name: this.fieldName(`cutReason-${at}`), label: t('officer.reduction.reason'), rows: 2, maxlength: 500, value: cut.reason, error: this.errorOf(`cutReason-${at}`), onInput: this.setCut(at, 'reason') })}
        ${many ? html`<p><button type="button" class="plain" @click=${() => { this.values = { ...this.values, cuts: this.cuts.filter((_, i) => i !== at) }; }}>${t('officer.reduction.drop')}<span class="vh">${t('kit.colon')}${at + 1}</span></button></p>` : nothing}</div>`)}
      ${this.allowed.length > 1 && this.cuts.length < this.allowed.length ? html`<p><button type="button" class="button second small" @click=${() => { this.values = { ...this.values, cuts: [...this.cuts.map((cut, at) => (at === 0 && !many ? { ...cut, amount: this.cut } : cut)), { line: '', amount: '', reason: '' }] }; }}>${t('officer.reduction.more')}</button></p>` : nothing}</fieldset>`;
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
      ${this.lines.length ? html`<h3>${t('officer.review.lines')}</h3>${claimTable(this.lines, { judge: (line) => this.judge(line), allowedLines: this.allowed, kinds: kindsOf(this.item), elsewhere: this.filing.sameNumbers })}` : nothing}
      <p class="recomputed" role="status">${recomputed?.estimate ? html`${t('officer.review.recomputed')} <strong>${estimateText(recomputed.estimate)}</strong>${recomputed.estimate.basis ? html` <span class="quiet">${recomputed.estimate.basis}</span>` : nothing}`
        : recomputed?.problem ? html`<span class="quiet">${t('officer.review.notRecomputed', { why: recomputed.problem.message })}</span>` : nothing}</p>
      ${textField({ name: this.fieldName('amount'), label: t('officer.review.amount'), hint: this.most === null ? undefined : t('officer.review.amountHint', { most: shortYuan(this.most) }), kind: 'money', value: this.values.amount, error: this.errorOf('amount'), onInput: this.set('amount') })}
      ${this.asksAudit ? html`${textField({ name: this.fieldName('auditDocument'), label: t('officer.audit.document'), value: this.values.auditDocument, maxlength: 100, error: this.errorOf('auditDocument'), onInput: this.set('auditDocument') })}
        ${textField({ name: this.fieldName('auditAmount'), label: t('officer.audit.amount'), hint: t(this.lines.length ? 'officer.audit.wholeHint' : 'officer.audit.hint'), optional: this.lines.length > 0, kind: 'money', value: this.values.auditAmount, error: this.errorOf('auditAmount'), onInput: this.set('auditAmount') })}` : nothing}
      ${this.cut ? this.reductions() : nothing}
      ${textArea({ name: this.fieldName('opinion'), label: t('officer.review.opinion'), value: this.values.opinion, maxlength: 2000, error: this.errorOf('opinion'), onInput: this.set('opinion') })}
      ${choice({ name: this.fieldName('recommend'), label: t('officer.review.recommend'), inline: true, options: [{ value: 'yes', text: t('officer.review.recommendYes') }, { value: 'no', text: t('officer.review.recommendNo') }], value: this.recommend, onChange: this.set('recommend') })}`;
  }
}

customElements.define('fpo-review', Review);
