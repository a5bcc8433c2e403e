/** Intake's forms: accept, return for correction, refuse, and drawing an expert. */
import { html, nothing } from 'lit';
import { t } from '../kit/i18n.js';
import { isOfSystem, paperText } from '../kit/papers.js';
import { selectField, textArea } from '../kit/form.js';
import { note } from '../kit/states.js';
import { Move } from './move.js';
import { Reasons } from './reasons.js';
import { clausesOf } from './trace.js';

class Accept extends Move {
  get action() { return 'accept'; }
  lead() { return t('officer.accept.lead'); }
  confirmText() { return t('officer.accept.confirm'); }

  fields() {
    const missing = (this.filing.documents ?? []).filter((document) => document.required && !document.provided && !isOfSystem(document));
    return missing.length ? note(t('officer.accept.missing', { n: missing.length, names: missing.map(({ name }) => name).join(t('kit.list')) }), 'warn') : nothing;
  }
}

const blank = () => ({ text: '', about: '' });

/** Points, each about a document, a claim line, a clause or the whole; a second return says why only now. */
class Return extends Move {
  get action() { return 'return'; }
  lead() { return t('officer.return.lead'); }
  confirmText() { return t('officer.return.confirm'); }
  get points() { return this.values.points ?? [blank()]; }
  get again() { return (this.filing.decisions ?? []).some(({ kind }) => kind === 'RETURN'); }

  change(at, part) { this.values = { ...this.values, points: this.points.map((point, i) => (i === at ? { ...point, ...part } : point)) }; }

  check() { return this.points.some(({ text }) => text.trim()) ? [] : [{ field: '0', message: t('officer.return.empty') }]; }

  payload() {
    const points = this.points.filter(({ text }) => text.trim()).map(({ text, about }) => {
      const [kind, code] = about.split(/:(.*)/s);
      return { text: text.trim(), ...(code && { [kind]: code }) };
    });
    const reason = this.values.reason?.trim();
    return { points, ...(reason && { reason }) };
  }

  /** What a point may be about: the documents asked, the lines claimed, the clauses judged. */
  get subjects() {
    const { documents = [], claimLines = [] } = this.filing;
    return [...documents.map(({ code }) => ({ value: `document:${code}`, text: paperText(code, documents) })),
      ...claimLines.map(({ id, reference }) => ({ value: `line:${id}`, text: `${t('officer.return.line', { line: id })} ${reference}` })),
      ...clausesOf(this.filing).map(({ clause, text }) => ({ value: `clause:${clause}`, text: `${clause} ${text}` }))];
  }

  fields() {
    return html`${this.points.map((point, at) => html`<div class="repeat">
        ${textArea({ name: this.fieldName(at), label: t('officer.return.point', { n: at + 1 }), value: point.text, rows: 2, maxlength: 500, error: this.errorOf(String(at)), onInput: (text) => this.change(at, { text }) })}
        ${selectField({ name: this.fieldName(`about-${at}`), label: t('officer.return.about'), value: point.about, blank: t('officer.return.aboutNone'), options: this.subjects, onChange: (about) => this.change(at, { about }) })}
        ${this.points.length > 1 ? html`<button type="button" class="plain" @click=${() => { this.values = { ...this.values, points: this.points.filter((_, i) => i !== at) }; }}>${t('officer.return.remove', { n: at + 1 })}</button>` : nothing}
      </div>`)}
      <p><button type="button" class="button second" @click=${() => { this.values = { ...this.values, points: [...this.points, blank()] }; }}>${t('officer.return.add')}</button></p>
      ${this.again ? textArea({ name: this.fieldName('reason'), label: t('officer.return.reason'), hint: t('officer.return.again'), optional: true, value: this.values.reason, rows: 2, maxlength: 500, onInput: this.set('reason') }) : nothing}`;
  }
}

class Refuse extends Reasons {
  get action() { return 'refuse'; }
  lead() { return t('officer.refuse.lead'); }
  confirmText() { return t('officer.refuse.confirm'); }
  warning() { return t('officer.refuse.confirmText'); }
}

/** Takes back what was opened from a list. */
class Recall extends Move {
  get action() { return 'recall'; }
  lead() { return t('officer.recall.lead'); }
  confirmText() { return t('officer.recall.confirm'); }
  danger() { return true; }
  check() { return this.values.reason?.trim() ? [] : [{ field: 'reason', message: t('officer.recall.empty') }]; }
  payload() { return { reason: this.values.reason.trim() }; }
  fields() { return textArea({ name: this.fieldName('reason'), label: t('officer.recall.reason'), value: this.values.reason, rows: 3, maxlength: 500, error: this.errorOf('reason'), onInput: this.set('reason') }); }
}

class Experts extends Move {
  get action() { return 'experts'; }
  lead() { return t('officer.experts.lead'); }
  confirmText() { return t('officer.experts.confirm'); }
}

customElements.define('fpo-accept', Accept);
customElements.define('fpo-return', Return);
customElements.define('fpo-refuse', Refuse);
customElements.define('fpo-recall', Recall);
/** A drawn expert steps off; the seat is drawn again. */
class Recusal extends Move {
  get action() { return 'recusal'; }
  lead() { return t('officer.recusal.lead'); }
  confirmText() { return t('officer.recusal.confirm'); }
  danger() { return true; }
  check() { return this.values.reason?.trim() ? [] : [{ field: 'reason', message: t('officer.recusal.need') }]; }
  payload() { return { reason: this.values.reason.trim() }; }
  fields() { return textArea({ name: this.fieldName('reason'), label: t('officer.recusal.reason'), value: this.values.reason, rows: 3, maxlength: 500, error: this.errorOf('reason'), onInput: this.set('reason') }); }
}

customElements.define('fpo-experts', Experts);
customElements.define('fpo-recusal', Recusal);
