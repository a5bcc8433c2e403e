/** The joint review (联审) of a case: each office's answer, its limit, and how an objection was settled. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { day, moment } from '../kit/format.js';
import { choice, textArea } from '../kit/form.js';
import { chip } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { say } from '../kit/toast.js';

class JointReview extends LitElement {
  static properties = { filing: { attribute: false }, list: { state: true }, values: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.values = {};
  }

  createRenderRoot() { return this; }

  willUpdate(changed) {
    if (changed.has('filing') && this.filing) this.read();
  }

  async read() {
    try { this.list = await api.get(`/api/fund/filings/${this.filing.id}/joint-review`); } catch { this.list = []; }
  }

  set(office, name) { return (value) => { this.values = { ...this.values, [office]: { ...this.values[office], [name]: value } }; }; }

  async send(event, path, body) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      this.list = await api.act(`/api/fund/filings/${this.filing.id}/joint-review/${path}`, body);
      this.values = {};
      say(t('officer.joint.done'));
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
      await this.updateComplete;
      this.querySelector('.move-problem')?.focus();
    } finally {
      this.busy = false;
    }
  }

  /** Whether this person answers for an office is known to the service alone; the form is offered where the case says so. */
  get mayAnswer() { return this.filing.actions?.includes('joint-review'); }

  state(opinion) {
    if (!opinion.answer) return opinion.overdue ? chip(t('officer.joint.late'), 'stop') : chip(t('officer.joint.open'), 'todo');
    if (opinion.answer === 'CLEAR') return chip(t('officer.joint.CLEAR'), 'go');
    return chip(t(opinion.resolution ? 'officer.joint.resolved' : 'officer.joint.OBJECTS'), opinion.resolution ? 'go' : 'stop');
  }

  render() {
    if (!this.list?.length) return nothing;
    return html`<section aria-labelledby="case-joint"><h2 id="case-joint">${t('officer.joint.title')}</h2>
      ${this.problem ? html`<div class="note stop move-problem" role="alert" tabindex="-1"><p>${this.problem.message}</p></div>` : nothing}
      <ul class="opinions">${this.list.map((opinion) => html`<li>
        <p class="opinion-who"><strong>${opinion.officeName}</strong> ${this.state(opinion)} <span class="quiet">${opinion.answer ? html`${opinion.answeredBy} · <time datetime=${opinion.answeredAt}>${moment(opinion.answeredAt)}</time>` : t('officer.joint.due', { day: day(opinion.dueOn) })}</span></p>
        ${opinion.reason ? html`<p class="said">${opinion.reason}</p>` : nothing}
        ${opinion.resolution ? html`<p class="said">${t('officer.joint.resolution')}${t('kit.colon')}${opinion.resolution} <span class="quiet">${opinion.resolvedBy}</span></p>` : nothing}
        ${!opinion.answer && this.mayAnswer ? this.answer(opinion) : nothing}
        ${opinion.answer === 'OBJECTS' && !opinion.resolution && hasRole('REVIEWER') && this.filing.state === 'ACCEPTED' ? this.settle(opinion) : nothing}</li>`)}</ul></section>`;
  }

  answer({ office }) {
    const { answer = 'CLEAR', reason } = this.values[office] ?? {};
    return html`<form class="move" novalidate @submit=${(event) => this.send(event, office, { answer, ...(reason?.trim() && { reason: reason.trim() }) })}>
      ${choice({ name: `joint-${office}`, label: t('officer.joint.answer'), inline: true, options: ['CLEAR', 'OBJECTS'].map((value) => ({ value, text: t(`officer.joint.${value}`) })), value: answer, onChange: this.set(office, 'answer') })}
      ${textArea({ name: `joint-reason-${office}`, label: t('officer.joint.reason'), rows: 2, maxlength: 1000, value: reason, optional: answer === 'CLEAR', onInput: this.set(office, 'reason') })}
      <div class="buttons"><button class="button small" ?disabled=${this.busy}>${t('officer.joint.send')}</button></div></form>`;
  }

  settle({ office }) {
    const { text } = this.values[office] ?? {};
    return html`<form class="move" novalidate @submit=${(event) => this.send(event, `${office}/resolution`, { text: text?.trim() ?? '' })}>
      ${textArea({ name: `joint-settle-${office}`, label: t('officer.joint.resolution'), hint: t('officer.joint.resolutionHint'), rows: 2, maxlength: 1000, value: text, onInput: this.set(office, 'text') })}
      <div class="buttons"><button class="button small second" ?disabled=${this.busy}>${t('officer.joint.settle')}</button></div></form>`;
  }
}

customElements.define('fpo-joint-review', JointReview);
