/** The evaluation of one finished filing: the enterprise's self-report, and the score by an officer who did nothing else on it. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, day, moment, number } from '../kit/format.js';
import { confirm } from '../kit/dialog.js';
import { textArea, textField } from '../kit/form.js';
import { facts } from '../kit/parts.js';
import { note } from '../kit/states.js';
import { say } from '../kit/toast.js';
import './desk.js';

const BANDS = [['EXCELLENT', 90], ['GOOD', 80], ['FAIR', 60], ['POOR', 0]];
const isWhole = (text, most) => /^\d{1,3}$/.test(text.trim()) && Number(text) <= most;

export default class EvaluationPage extends Page {
  static properties = { points: { state: true }, opinion: { state: true } };

  constructor() {
    super();
    this.points = {};
    this.opinion = '';
  }

  heading() { return this.evaluation?.title ?? t('officer.evaluation.title'); }
  lead() { return this.evaluation ? `${this.evaluation.number} · ${this.evaluation.enterpriseName}` : nothing; }
  back() { return { href: '/officer/evaluations', text: t('officer.evaluation.title') }; }

  async load() { this.evaluation = await api.get(`/api/fund/evaluations/${this.params.id}`); }

  get total() { return this.evaluation.criteria.reduce((all, { code }) => all + (Number(this.points[code]) || 0), 0); }
  get band() { return BANDS.find(([, least]) => this.total >= least)[0]; }

  async score(event) {
    event.preventDefault();
    const errors = this.evaluation.criteria.filter(({ code, most }) => !isWhole(this.points[code] ?? '', most)).map(({ code, name, most }) => ({ field: `points.${code}`, message: t('officer.evaluation.need', { name, most }) }));
    if (!this.opinion.trim()) errors.push({ field: 'opinion', message: t('officer.evaluation.needOpinion') });
    if (errors.length) { this.fail(errors); return; }
    this.errors = [];
    const done = await confirm({
      title: t('officer.evaluation.sure', { score: this.total, band: t(`officer.evaluation.band.${this.band}`) }), yes: t('officer.evaluation.give'),
      body: html`<p>${t('officer.evaluation.once')}</p>`,
      run: () => api.act(`/api/fund/evaluations/${this.params.id}/score`, { points: Object.fromEntries(Object.entries(this.points).map(([code, text]) => [code, Number(text)])), opinion: this.opinion.trim() }, { of: this.evaluation }),
    });
    if (!done) return;
    say(t('officer.evaluation.done'));
    this.reload({ quiet: true });
  }

  report() {
    const { report, state, reportDueOn, submittedAt } = this.evaluation;
    if (!report) return note(t(state === 'AWAITED' ? 'officer.evaluation.awaited' : 'officer.evaluation.without', { day: day(reportDueOn) }));
    return html`${facts([
      [t('officer.evaluation.submittedAt'), submittedAt ? moment(submittedAt) : undefined],
      [t('officer.evaluation.year'), report.year],
      [t('selfReport.output'), amount(report.output)], [t('selfReport.revenue'), amount(report.revenue)], [t('selfReport.rd'), amount(report.rd)],
      [t('selfReport.jobs'), number(report.jobs, 0)],
      [t('selfReport.achieved'), report.achieved], [t('selfReport.useOfMoney'), report.useOfMoney], [t('selfReport.problems'), report.problems],
    ])}`;
  }

  form() {
    const { criteria } = this.evaluation;
    return html`<form class="form" novalidate @submit=${this.score}>
      ${criteria.map(({ code, name, most }) => textField({ name: `points.${code}`, label: name, hint: t('officer.evaluation.most', { most }), kind: 'number', width: 'short', inputmode: 'numeric', maxlength: 3, value: this.points[code] ?? '', error: this.errorOf(`points.${code}`), onInput: (value) => { this.points = { ...this.points, [code]: value }; } }))}
      <p role="status"><strong>${t('officer.evaluation.sum', { score: this.total, band: t(`officer.evaluation.band.${this.band}`) })}</strong></p>
      ${textArea({ name: 'opinion', label: t('officer.evaluation.opinion'), hint: t('officer.evaluation.opinionHint'), value: this.opinion, maxlength: 2000, error: this.errorOf('opinion'), onInput: (value) => { this.opinion = value; } })}
      <div class="buttons"><button class="button">${t('officer.evaluation.give')}</button></div></form>`;
  }

  result() {
    const { criteria, score, bandName, opinion, scoredBy, scoredAt } = this.evaluation;
    return html`<p><strong>${t('officer.evaluation.result', { score, band: bandName })}</strong></p>
      ${facts([...criteria.map(({ name, points, most }) => [name, `${points} / ${most}`]), [t('officer.evaluation.opinion'), opinion], [t('officer.evaluation.by'), scoredBy], [t('officer.evaluation.at'), scoredAt ? moment(scoredAt) : undefined]])}`;
  }

  body() {
    const { evaluation } = this;
    const open = evaluation.actions.includes('score');
    return html`${facts([[t('officer.field.item'), evaluation.itemCode], [t('officer.field.line'), evaluation.lineName], [t('officer.field.amount'), amount(evaluation.award)]])}
      <p><a href="/officer/filings/${evaluation.filing}">${t('officer.evaluation.case')}</a></p>
      <section class="section" aria-labelledby="report"><h2 id="report">${t('officer.evaluation.report')}</h2>${this.report()}</section>
      <section class="section" aria-labelledby="score"><h2 id="score">${t('officer.evaluation.score')}</h2>
        ${evaluation.state === 'SCORED' ? this.result() : open ? this.form() : html`<p class="quiet">${t('officer.evaluation.notYours')}</p>`}</section>`;
  }
}
