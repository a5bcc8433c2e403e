/** Correcting a notice that has gone out: the reason for everybody to read, the days, which are counted anew, and what is taken off it. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { day } from '../kit/format.js';
import { choice, selectField, textArea } from '../kit/form.js';
import { errorSummary } from '../kit/states.js';
import { confirm } from '../kit/dialog.js';
import { go } from '../kit/router.js';
import { say } from '../kit/toast.js';

const DAYS = ['5', '7', '10', '15'];
const SHORTEST = 5;

class CorrectNotice extends LitElement {
  static properties = { notice: { attribute: false }, reason: { state: true }, days: { state: true }, drop: { state: true }, errors: { state: true } };

  constructor() {
    super();
    this.reason = '';
    this.drop = [];
    this.errors = [];
  }

  createRenderRoot() { return this; }

  async fail(errors) {
    this.errors = errors;
    await this.updateComplete;
    this.querySelector('.error-summary')?.focus();
  }

  async correct(event) {
    event.preventDefault();
    const reason = this.reason.trim();
    if (reason.length < SHORTEST) { this.fail([{ field: 'reason', message: t('officer.correct.needReason') }]); return; }
    if (this.drop.length && this.drop.length === this.open.length) { this.fail([{ field: 'drop', message: t('officer.correct.leaveOne') }]); return; }
    this.errors = [];
    try {
      const corrected = await confirm({
        title: t('officer.correct.sure'), body: html`<p>${t('officer.correct.sureText', { days: this.length })}</p>${this.drop.length ? html`<p>${t('officer.correct.dropText')}</p><ul>${this.open.filter(({ filing }) => this.drop.includes(filing)).map((row) => html`<li>${this.named(row)}</li>`)}</ul>` : nothing}`, yes: t('officer.correct'), danger: true,
        run: () => api.act(`/api/fund/notices/${this.notice.id}/correct`, { reason, workingDays: Number(this.length), ...(this.drop.length && { drop: this.drop }) }),
      });
      if (!corrected) return;
      say(t('officer.correct.done', { day: day(corrected.endsOn) }));
      go(`/officer/notices/${corrected.id}`);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.fail(problem.errors.length ? problem.errors : [{ message: problem.message }]);
    }
  }

  /** What still stands in the notice; `PAUSED` is open too, its objection keeps it there. */
  get open() { return (this.notice.filings ?? []).filter(({ state }) => state === 'OPEN' || state === 'PAUSED'); }
  named({ enterpriseName, itemCode, title }) { return `${enterpriseName} · ${itemCode} ${title}`; }

  get length() { return this.days ?? String(this.notice.workingDays); }
  errorOf(field) { return this.errors.find((error) => error.field === field)?.message; }

  render() {
    const days = [...new Set([...DAYS, String(this.notice.workingDays)])].sort((a, b) => a - b);
    return html`<section class="decide" aria-labelledby="correct-notice"><h2 id="correct-notice">${t('officer.correct')}</h2><p>${t('officer.correct.lead')}</p>
      <form class="form-narrow" novalidate @submit=${this.correct}>${this.errors.length ? errorSummary(this.errors) : nothing}
        ${textArea({ name: 'reason', label: t('officer.correct.reason'), hint: t('officer.correct.reasonHint'), value: this.reason, rows: 3, maxlength: 500, error: this.errorOf('reason'), onInput: (value) => { this.reason = value; } })}
        ${selectField({ name: 'workingDays', label: t('officer.publish.days'), hint: t('officer.publish.daysHint'), value: this.length, error: this.errorOf('workingDays'), options: days.map((value) => ({ value, text: t('officer.publish.nDays', { n: value }) })), onChange: (value) => { this.days = value; } })}
        ${this.open.length > 1 ? choice({ name: 'drop', label: t('officer.correct.drop'), hint: t('officer.correct.dropHint'), many: true, optional: true, value: this.drop, error: this.errorOf('drop'),
          options: this.open.filter(({ state }) => state === 'OPEN').map((row) => ({ value: row.filing, text: this.named(row) })), onChange: (value) => { this.drop = value; } }) : nothing}
        <div class="buttons"><button class="button second">${t('officer.correct')}</button></div></form></section>`;
  }
}

customElements.define('fpo-correct-notice', CorrectNotice);
