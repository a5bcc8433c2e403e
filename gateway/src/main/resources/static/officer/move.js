/** The base of the forms that move a case: values kept, errors in a summary and beside the fields, problems explained, a stale case re-read without loss. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { shortYuan } from '../kit/format.js';
import { dictionary } from '../kit/programme.js';
import { errorSummary } from '../kit/states.js';
import { say } from '../kit/toast.js';

/** What a problem means for an officer and what would help. */
export function explain(problem, filing) {
  const { code, properties = {} } = problem;
  if (code === 'LINE_EXHAUSTED') return t('officer.move.exhausted', { line: tc('line', properties.line ?? filing?.line), available: shortYuan(properties.available) });
  if (code === 'SAME_PERSON') return t('officer.move.samePerson', { did: tc('step', properties.did) });
  if (code === 'OFFLINE') return t('officer.move.offline');
  return problem.message;
}

export class Move extends LitElement {
  static properties = { filing: { attribute: false }, values: { state: true }, errors: { state: true }, problem: { state: true }, stale: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.values = {};
    this.errors = [];
    this.problem = null;
    this.stale = false;
    this.busy = false;
  }

  createRenderRoot() { return this; }

  /** The verb in the path. */
  get action() { return ''; }
  lead() { return ''; }
  fields() { return nothing; }
  /** Errors `[{field, message}]` of what was typed; none when it may be sent. */
  check() { return []; }
  /** What is sent. */
  payload() { return {}; }
  /** Asks before harm; true to go on. */
  async sure() { return true; }
  confirmText() { return t(`officer.move.${this.action}`); }
  danger() { return false; }
  /** Whether the form can be left without sending it; it then says `left`. */
  get canLeave() { return false; }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }
  errorOf(name) { return this.errors.find((error) => error.field === this.fieldName(name))?.message; }
  /** Names of fields are made unique on the page by the action. */
  fieldName(name) { return `${this.action}-${name}`; }

  async submit(event) {
    event?.preventDefault();
    if (this.busy) return;
    this.problem = null;
    this.errors = this.check().map(({ field, message }) => ({ field: field && this.fieldName(field), message }));
    if (this.errors.length) {
      await this.updateComplete;
      this.querySelector('.error-summary')?.focus();
      return;
    }
    if (!(await this.sure())) return;
    this.busy = true;
    try {
      const done = await api.act(`/api/fund/filings/${this.filing.id}/${this.action}`, this.payload(), { of: this.filing });
      say(this.doneText(done));
      this.values = {};
      this.stale = false;
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true, detail: done }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.words = await dictionary().catch(() => null);
      this.problem = problem;
      if (problem.code === 'STALE_VERSION' || problem.status === 412) {
        this.stale = true;
        this.dispatchEvent(new CustomEvent('stale', { bubbles: true }));
      }
      await this.updateComplete;
      this.querySelector('.move-problem')?.focus();
    } finally {
      this.busy = false;
    }
  }

  doneText() { return t('officer.move.done', { move: t(`officer.move.${this.action}`) }); }

  /** Facts and clauses that a refusal names, in words. */
  named({ properties = {} }) {
    const fact = ({ key, name }) => name ?? this.words?.get(key)?.name ?? key;
    const groups = [['missing', (each) => fact(each)], ['unverified', (each) => fact(each)], ['clauses', ({ clause, text }) => `${clause} ${text}`]];
    return groups.map(([name, text]) => (Array.isArray(properties[name]) && properties[name].length
      ? html`<p>${t(`officer.move.${name}`)}</p><ul>${properties[name].filter(({ state }) => !state || state !== 'MET').map((each) => html`<li>${text(each)}</li>`)}</ul>` : nothing));
  }

  trouble() {
    const { problem } = this;
    if (!problem) return nothing;
    if (this.stale && (problem.status === 412 || problem.code === 'STALE_VERSION')) {
      return html`<div class="note move-problem" role="alert" tabindex="-1"><p>${t('officer.move.stale')}</p></div>`;
    }
    return html`<div class="note stop move-problem" role="alert" tabindex="-1"><p><strong>${t('officer.move.failed')}</strong> ${explain(problem, this.filing)}</p>
      ${this.named(problem)}
      ${problem.errors?.length ? html`<ul>${problem.errors.map((error) => html`<li>${error.message}</li>`)}</ul>` : nothing}
      <p class="quiet">${problem.code}</p></div>`;
  }

  render() {
    const lead = this.lead();
    return html`<form class="move" novalidate @submit=${(event) => this.submit(event)}>
      ${this.errors.length ? errorSummary(this.errors) : nothing}
      ${this.trouble()}
      ${lead ? html`<p class="quiet">${lead}</p>` : nothing}
      ${this.fields()}
      <div class="buttons"><button class="button ${this.danger() ? 'danger' : ''}" ?disabled=${this.busy}>${this.busy ? t('kit.working') : this.confirmText()}</button>
        ${this.canLeave ? html`<button type="button" class="button second" @click=${() => this.dispatchEvent(new CustomEvent('left', { bubbles: true }))}>${t('kit.cancel')}</button>` : nothing}</div>
    </form>`;
  }
}
