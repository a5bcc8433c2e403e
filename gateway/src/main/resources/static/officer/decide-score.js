/** The expert's score: one, or marks by the panel's criteria. */
import { html } from 'lit';
import { t } from '../kit/i18n.js';
import { cleanNumber, isNumber, textArea, textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { currentSession } from '../kit/session.js';
import { Move } from './move.js';

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

customElements.define('fpo-score', Score);
