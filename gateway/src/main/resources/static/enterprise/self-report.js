/** The self-report on a finished filing: saved as often as one likes, submitted once; afterwards the officer's score. */
import { amount, api, cleanNumber, confirm, day, facts, html, isNumber, note, nothing, number, Page, Problem, savedAt, say, t, textArea, textField } from '/kit/kit.js';

const MONEY = ['output', 'revenue', 'rd'];
const TEXTS = ['achieved', 'useOfMoney', 'problems'];
const NUMBERS = ['year', 'jobs'];
/** Figures that the register may know of a year. */
const FACTS = { output: 'ent.outputYear', revenue: 'ent.revenueYear', rd: 'rd.expenseYear', jobs: 'ent.staffYearEnd' };

export default class SelfReport extends Page {
  static properties = { values: { state: true }, saving: { state: true }, saved: { state: true }, failed: { state: true } };

  heading() { return t('selfReport.title'); }
  lead() { return this.evaluation ? `${this.evaluation.number} · ${this.evaluation.title}` : nothing; }
  back() { return { href: `/enterprise/filings/${this.params.id}`, text: t('selfReport.back') }; }
  measure() { return ''; }

  get api() { return `/api/fund/evaluations/${this.params.id}`; }

  async load() {
    this.evaluation = await api.get(this.api);
    this.values = Object.fromEntries([...NUMBERS, ...MONEY, ...TEXTS].map((name) => [name, String(this.evaluation.report?.[name] ?? '')]));
    this.filled = null;
    if (!this.evaluation.report && this.evaluation.actions.includes('report')) await this.fill();
  }

  /** A report that was never saved begins with the newest year that the register knows; nothing is kept until it is saved. */
  async fill() {
    const known = await api.get(`/api/industry/enterprises/${this.evaluation.creditCode}/facts`).catch(() => ({ facts: [] }));
    const figures = known.facts.filter(({ key, record, period }) => Object.values(FACTS).includes(key) && !record && /^\d{4}$/.test(period ?? ''));
    const year = figures.map(({ period }) => period).sort().at(-1);
    if (!year) return;
    const values = { ...this.values, year };
    for (const [name, key] of Object.entries(FACTS)) {
      const value = figures.find((fact) => fact.key === key && fact.period === year)?.value;
      if (value !== undefined && value !== null) values[name] = NUMBERS.includes(name) ? String(Number(value)) : String(value);
    }
    this.values = values;
    this.filled = year;
  }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }

  /** What is typed wrongly; with `whole` also what is still missing. */
  wrong(whole) {
    const errors = [];
    for (const [name, text] of Object.entries(this.values)) {
      const value = text.trim();
      const field = { field: name };
      if (!value) { if (whole && name !== 'problems') errors.push({ ...field, message: t('selfReport.needed', { name: t(`selfReport.${name}`) }) }); }
      else if (NUMBERS.includes(name) && !/^\d{1,7}$/.test(cleanNumber(value))) errors.push({ ...field, message: t('selfReport.number', { name: t(`selfReport.${name}`) }) });
      else if (MONEY.includes(name) && (!isNumber(value) || Number(cleanNumber(value)) < 0)) errors.push({ ...field, message: t('selfReport.number', { name: t(`selfReport.${name}`) }) });
    }
    return errors;
  }

  payload() {
    return Object.fromEntries(Object.entries(this.values).filter(([, value]) => value.trim()).map(([name, value]) => [name,
      NUMBERS.includes(name) ? Number(cleanNumber(value)) : MONEY.includes(name) ? cleanNumber(value) : value.trim()]));
  }

  /** Whether it was kept. */
  async save(whole = false) {
    const errors = this.wrong(whole);
    if (errors.length) { this.fail(errors); return false; }
    this.errors = [];
    this.saving = true;
    try {
      this.evaluation = await api.put(`${this.api}/self-report`, this.payload(), { of: this.evaluation });
      this.saved = new Date();
      this.failed = false;
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.failed = true;
      this.failWith(problem);
      return false;
    } finally { this.saving = false; }
  }

  async submit(event) {
    event.preventDefault();
    if (!(await this.save(true))) return;
    const done = await confirm({
      title: t('selfReport.sure'), yes: t('selfReport.submit'), body: html`<p>${t('selfReport.once')}</p>`,
      run: () => api.act(`${this.api}/submit`, {}, { of: this.evaluation }),
    });
    if (!done) return;
    say(t('selfReport.done'));
    await this.reload({ quiet: true });
  }

  form() {
    const common = (name) => ({ name, label: t(`selfReport.${name}`), value: this.values[name], error: this.errorOf(name), onInput: this.set(name) });
    return html`${note(t('selfReport.due', { day: day(this.evaluation.reportDueOn, { weekday: true }) }))}${this.filled ? note(t('selfReport.filled', { year: this.filled })) : nothing}<form class="form" novalidate @submit=${this.submit}>
      ${textField({ ...common('year'), kind: 'number', width: 'short', inputmode: 'numeric', maxlength: 4, hint: t('selfReport.year.hint') })}
      ${MONEY.map((name) => textField({ ...common(name), kind: 'money' }))}
      ${textField({ ...common('jobs'), kind: 'number', width: 'short', inputmode: 'numeric', maxlength: 7 })}
      ${TEXTS.map((name) => textArea({ ...common(name), maxlength: 2000, optional: name === 'problems' }))}
      ${savedAt({ at: this.saved, saving: this.saving, failed: this.failed })}
      <div class="buttons"><button class="button" ?disabled=${this.saving}>${t('selfReport.submit')}</button><button type="button" class="button second" ?disabled=${this.saving} @click=${() => this.save()}>${t('selfReport.save')}</button></div></form>`;
  }

  shown() {
    const { report, criteria, score, bandName, opinion, state } = this.evaluation;
    return html`${state === 'SCORED' ? html`<section class="panel" aria-labelledby="result"><h2 id="result">${t('selfReport.result')}</h2><p><strong>${t('selfReport.score', { score, band: bandName })}</strong></p>
        ${facts([...criteria.map(({ name, points, most }) => [name, `${points} / ${most}`]), [t('selfReport.opinion'), opinion]])}</section>` : note(t('selfReport.waits'))}
      ${report ? html`<section class="section" aria-labelledby="said"><h2 id="said">${t('selfReport.title')}</h2>${facts([[t('selfReport.year'), report.year], ...MONEY.map((name) => [t(`selfReport.${name}`), report[name] === undefined ? undefined : amount(report[name])]), [t('selfReport.jobs'), report.jobs === undefined ? undefined : number(report.jobs, 0)], ...TEXTS.map((name) => [t(`selfReport.${name}`), report[name]])])}</section>` : nothing}`;
  }

  body() { return this.evaluation.actions.includes('report') ? this.form() : this.shown(); }
}
