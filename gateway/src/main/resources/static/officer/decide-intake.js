/** Intake's forms: accept, return for correction, refuse, and drawing an expert. */
import { html, nothing } from 'lit';
import { t } from '../kit/i18n.js';
import { textArea } from '../kit/form.js';
import { note } from '../kit/states.js';
import { Move } from './move.js';
import { Reasons } from './reasons.js';

class Accept extends Move {
  get action() { return 'accept'; }
  lead() { return t('officer.accept.lead'); }
  confirmText() { return t('officer.accept.confirm'); }

  fields() {
    const missing = (this.filing.documents ?? []).filter(({ required, provided, code }) => required && !provided && code !== 'E01' && code !== 'E04');
    return missing.length ? note(t('officer.accept.missing', { n: missing.length, names: missing.map(({ name }) => name).join(t('officer.listComma')) }), 'warn') : nothing;
  }
}

class Return extends Move {
  get action() { return 'return'; }
  lead() { return t('officer.return.lead'); }
  confirmText() { return t('officer.return.confirm'); }
  get points() { return this.values.points ?? ['']; }

  change(at, text) { this.values = { ...this.values, points: this.points.map((point, i) => (i === at ? text : point)) }; }

  check() { return this.points.some((point) => point.trim()) ? [] : [{ field: '0', message: t('officer.return.empty') }]; }
  payload() { return { points: this.points.map((point) => point.trim()).filter(Boolean) }; }

  fields() {
    return html`${this.points.map((point, at) => html`<div class="repeat">
        ${textArea({ name: this.fieldName(at), label: t('officer.return.point', { n: at + 1 }), value: point, rows: 2, maxlength: 500, error: this.errorOf(String(at)), onInput: (text) => this.change(at, text) })}
        ${this.points.length > 1 ? html`<button type="button" class="plain" @click=${() => { this.values = { ...this.values, points: this.points.filter((_, i) => i !== at) }; }}>${t('officer.return.remove', { n: at + 1 })}</button>` : nothing}
      </div>`)}
      <p><button type="button" class="button second" @click=${() => { this.values = { ...this.values, points: [...this.points, ''] }; }}>${t('officer.return.add')}</button></p>`;
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
customElements.define('fpo-experts', Experts);
