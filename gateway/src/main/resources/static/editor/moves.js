/** What is done with a draft: submit with its review, return, publish, discard. Each asks first and shows a refusal in place. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { textArea, textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { say } from '../kit/toast.js';
import { faultAt } from './desk.js';

const REVIEW = ['number', 'authority', 'conclusion', 'reviewedOn', 'validFrom', 'validTo'];

class DraftMoves extends LitElement {
  static properties = { draft: { attribute: false }, unsaved: { type: Boolean }, busy: { state: true }, errors: { state: true }, open: { state: true } };

  constructor() {
    super();
    this.errors = [];
    this.review = {};
    this.values = {};
  }

  createRenderRoot() { return this; }

  async move(path, body) {
    this.busy = true;
    this.errors = [];
    try {
      const draft = await api.act(`/api/policy/drafts/${this.draft.id}/${path}`, body, { of: this.draft });
      this.open = null;
      say(t(`editor.moved.${path}`));
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true, detail: draft }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.errors = problem.errors.length ? problem.errors : [{ message: problem.message }];
      await this.updateComplete;
      this.querySelector('.move-problem')?.focus();
    } finally {
      this.busy = false;
    }
  }

  field(name, options) {
    const holder = options.holder ?? this.values;
    const make = options.rows ? textArea : textField;
    return make({ ...options, name, label: options.label, value: holder[options.key], error: faultAt(this.errors, name), onInput: (value) => { holder[options.key] = value; } });
  }

  async discard() {
    const done = await confirm({ title: t('editor.discard.sure'), body: html`<p>${t('editor.discard.text')}</p>`, yes: t('editor.action.discard'), danger: true,
      run: async () => { await api.delete(`/api/policy/drafts/${this.draft.id}`); return true; } });
    if (done) {
      say(t('editor.moved.discard'));
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true }));
    }
  }

  form(key, body, fields) {
    return html`<form class="panel" novalidate @submit=${(event) => { event.preventDefault(); this.move(key, body()); }}>
      <h3>${t(`editor.action.${key}`)}</h3><p class="quiet">${t(`editor.${key}.text`)}</p>
      ${this.errors.length ? html`<div class="note stop move-problem" role="alert" tabindex="-1">${this.errors.some(({ field }) => field) ? html`<p>${t('kit.error.summary')}</p>` : this.errors.map(({ message }) => html`<p>${message}</p>`)}</div>` : nothing}
      ${fields}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t(`editor.action.${key}`)}</button>
        <button type="button" class="button second" @click=${() => { this.open = null; this.errors = []; }}>${t('kit.cancel')}</button></div></form>`;
  }

  submitForm() {
    const kinds = { reviewedOn: 'date', validFrom: 'date', validTo: 'date' };
    return this.form('submit', () => ({ fairCompetition: Object.fromEntries(REVIEW.map((key) => [key, this.review[key] || null])) }),
      REVIEW.map((key) => this.field(`fairCompetition.${key}`, { key, holder: this.review, label: t(`editor.review.${key}`), kind: kinds[key] ?? 'text', rows: key === 'conclusion' ? 3 : undefined })));
  }

  publishForm() {
    const item = this.draft.kind === 'ITEM';
    return this.form('publish', () => ({ inForceFrom: this.values.inForceFrom || null, ...(item && this.values.inForceTo && { inForceTo: this.values.inForceTo }) }),
      html`${this.field('inForceFrom', { key: 'inForceFrom', label: t('editor.publish.from'), kind: 'date' })}
        ${item ? this.field('inForceTo', { key: 'inForceTo', label: t('editor.publish.to'), kind: 'date', optional: true }) : nothing}`);
  }

  returnForm() {
    return this.form('return', () => ({ reason: this.values.reason ?? '' }), this.field('reason', { key: 'reason', label: t('editor.return.reason'), rows: 3 }));
  }

  render() {
    const actions = this.draft.actions.filter((action) => action !== 'save');
    if (this.open) return { submit: () => this.submitForm(), publish: () => this.publishForm(), return: () => this.returnForm() }[this.open]();
    if (!actions.length) return this.draft.state === 'SUBMITTED' ? html`<p class="note">${t('editor.waits')}</p>` : nothing;
    return html`<div class="buttons">${actions.map((action) => (action === 'discard'
      ? html`<button type="button" class="button second" @click=${() => this.discard()}>${t('editor.action.discard')}</button>`
      : html`<button type="button" class="button ${action === 'return' ? 'second' : ''}" ?disabled=${this.unsaved && action === 'submit'} @click=${() => { this.open = action; this.errors = []; }}>${t(`editor.action.${action}`)}</button>`))}</div>
      ${this.unsaved && actions.includes('submit') ? html`<p class="quiet">${t('editor.saveFirst')}</p>` : nothing}`;
  }
}

customElements.define('fpo-draft-moves', DraftMoves);
