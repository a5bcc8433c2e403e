/** The base of every page: heading, document title, loading, error and ready states, field errors, the address's parameters. */
import { LitElement, html, nothing } from 'lit';
import { Problem } from './api.js';
import { t } from './i18n.js';
import { keepQuery } from './router.js';
import { errorPanel, errorSummary, skeleton } from './states.js';

export class Page extends LitElement {
  static properties = {
    params: { attribute: false },
    phase: { state: true },
    problem: { state: true },
    errors: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.params = {};
    this.phase = 'loading';
    this.problem = null;
    this.errors = [];
    this.busy = false;
  }

  /** Pages are light DOM: one style sheet, labels and headings that see each other. */
  createRenderRoot() { return this; }

  /** The query of the address as it is now. */
  get query() { return new URLSearchParams(location.search); }

  // What a page says of itself

  /** Text of the h1 and of the document title. */
  heading() { return ''; }
  /** One sentence below the h1. */
  lead() { return nothing; }
  /** Where "back" leads: `{href, text}`. */
  back() { return null; }
  /** Buttons and labels to the right of the h1. */
  aside() { return nothing; }
  /** Reads what the page shows; throws a Problem. */
  async load() {}
  /** The page's content when loaded. */
  body() { return nothing; }
  /** What stands there while loading. */
  waiting() { return skeleton(); }
  /** Class of the page's measure: '' (reading width), 'wide'. */
  measure() { return 'wide'; }

  // Life

  connectedCallback() {
    super.connectedCallback();
    this.reload();
  }

  /** Loads anew; keeps what is shown if `quiet`. */
  async reload({ quiet = false } = {}) {
    if (!quiet) this.phase = 'loading';
    this.problem = null;
    const turn = (this.turn = {});
    try {
      await this.load();
      if (turn !== this.turn) return;
      this.phase = 'ready';
    } catch (problem) {
      if (turn !== this.turn) return;
      if (!(problem instanceof Problem)) console.error(problem);
      this.problem = problem instanceof Problem ? problem : new Problem(-1, { detail: t('kit.problem.page'), code: 'PAGE' });
      this.phase = 'error';
    }
    this.requestUpdate(); // a quiet load changes no phase, yet what it read is to be seen
    this.dispatchEvent(new CustomEvent('page-settled', { bubbles: true }));
  }

  /** The address's query changed (back, forward) while the page stayed. */
  queryChanged() { this.reload({ quiet: true }); }

  /** Writes filters to the address and loads again. */
  filter(values, options) {
    keepQuery(values, options);
    this.queryChanged();
  }

  /** Shows field errors `[{field, message}]` in the summary and moves the focus there. */
  async fail(errors) {
    this.errors = errors;
    this.entitle();
    await this.updateComplete;
    this.querySelector('.error-summary')?.focus();
  }

  /** Field errors of a problem; its detail alone where it names no field. */
  failWith(problem) {
    if (!(problem instanceof Problem)) { console.error(problem); return this.fail([{ message: t('kit.problem.page') }]); }
    return this.fail(problem.errors.length ? problem.errors.map(({ field, message }) => ({ field, message })) : [{ message: problem.message }]);
  }

  /** Sends what a form holds, one sending at a time. `wrong` are field errors found beforehand; what the service refuses stands in the summary, unless `refused(problem)` tells it otherwise. */
  async submitOnce(run, { wrong = [], refused = (problem) => this.failWith(problem) } = {}) {
    if (this.busy) return;
    if (wrong.length) { await this.fail(wrong); return; }
    this.busy = true;
    this.errors = [];
    try {
      await run();
    } catch (problem) {
      await (problem instanceof Problem ? refused(problem) : this.failWith(problem));
    } finally {
      this.busy = false;
    }
  }

  errorOf(field) { return this.errors.find((error) => error.field === field)?.message; }

  entitle() {
    const name = this.heading() || t('kit.name');
    document.title = `${this.errors.length ? t('kit.error.prefix') : ''}${name}${name === t('kit.name') ? '' : ` – ${t('kit.name')}`}`;
  }

  updated() {
    this.setAttribute('aria-busy', this.phase === 'loading');
    this.entitle();
  }

  head() {
    const back = this.back();
    return html`<div class="page-head">
      ${back ? html`<nav class="back" aria-label=${t('kit.back')}><a href=${back.href}><span aria-hidden="true">←</span> ${back.text}</a></nav>` : nothing}
      <div class="page-title"><h1 tabindex="-1">${this.heading()}</h1><div class="page-aside">${this.aside()}</div></div>
      ${this.lead() === nothing ? nothing : html`<p class="lead">${this.lead()}</p>`}
    </div>`;
  }

  render() {
    return html`<div class="page ${this.measure()}">
      ${this.head()}
      ${this.errors.length ? errorSummary(this.errors) : nothing}
      ${this.phase === 'loading' ? this.waiting() : this.phase === 'error' ? errorPanel(this.problem, () => this.reload()) : this.body()}
    </div>`;
  }
}
