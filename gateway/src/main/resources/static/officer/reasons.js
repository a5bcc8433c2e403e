/** The base of the forms that end a case: reasons, each with the clause it rests on. */
import { html, nothing } from 'lit';
import { t } from '../kit/i18n.js';
import { confirm } from '../kit/dialog.js';
import { selectField, textArea, textField } from '../kit/form.js';
import { Move } from './move.js';
import { clausesOf } from './trace.js';

const ORDER = { UNMET: 0, UNKNOWN: 1, MET: 2 };

export class Reasons extends Move {
  /** Whether every reason has to name a clause. */
  get needsClause() { return false; }
  warning() { return ''; }
  danger() { return true; }

  get reasons() { return this.values.reasons ?? [{ clause: '', text: '' }]; }
  change(at, part) { this.values = { ...this.values, reasons: this.reasons.map((reason, i) => (i === at ? { ...reason, ...part } : reason)) }; }
  payload() { return { reasons: this.reasons.filter(({ text }) => text.trim()).map(({ clause, text }) => ({ ...(clause && { clause }), text: text.trim() })) }; }

  check() {
    const errors = [];
    this.reasons.forEach(({ clause, text }, at) => {
      if (this.needsClause && !clause && (text.trim() || at === 0)) errors.push({ field: `clause-${at}`, message: t('officer.reject.needClause', { n: at + 1 }) });
      if (!text.trim() && (clause || at === 0)) errors.push({ field: `text-${at}`, message: t('officer.reject.needText', { n: at + 1 }) });
    });
    return errors;
  }

  sure() { return confirm({ title: this.confirmText(), body: html`<p>${this.warning()}</p>`, yes: this.confirmText(), danger: true }); }

  fields() {
    const clauses = [...clausesOf(this.filing)].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
    return html`${this.reasons.map((reason, at) => html`<fieldset class="repeat"><legend>${t('officer.reject.nth', { n: at + 1 })}</legend>
        ${clauses.length ? selectField({ name: this.fieldName(`clause-${at}`), label: t('officer.reject.clause'), optional: !this.needsClause, value: reason.clause, blank: t('officer.choose'), options: clauses.map(({ clause, text }) => ({ value: clause, text: `${clause} ${text}` })), error: this.errorOf(`clause-${at}`), onChange: (clause) => this.change(at, { clause }) })
          : textField({ name: this.fieldName(`clause-${at}`), label: t('officer.reject.clause'), optional: !this.needsClause, value: reason.clause, error: this.errorOf(`clause-${at}`), onInput: (clause) => this.change(at, { clause }) })}
        ${textArea({ name: this.fieldName(`text-${at}`), label: t('officer.reject.text'), hint: at === 0 ? t('officer.reject.textHint') : undefined, value: reason.text, rows: 2, maxlength: 1000, error: this.errorOf(`text-${at}`), onInput: (text) => this.change(at, { text }) })}
        ${this.reasons.length > 1 ? html`<button type="button" class="plain" @click=${() => { this.values = { ...this.values, reasons: this.reasons.filter((_, i) => i !== at) }; }}>${t('officer.reject.remove', { n: at + 1 })}</button>` : nothing}
      </fieldset>`)}
      <p><button type="button" class="button second" @click=${() => { this.values = { ...this.values, reasons: [...this.reasons, { clause: '', text: '' }] }; }}>${t('officer.reject.add')}</button></p>`;
  }
}
