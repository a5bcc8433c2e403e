/** Proposing a revision of the budget; a second person confirms it before anything is posted. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { shortYuan, yuan } from '../kit/format.js';
import { choice, cleanNumber, isNumber, selectField, textArea, textField } from '../kit/form.js';
import { facts } from '../kit/parts.js';
import { confirm } from '../kit/dialog.js';
import { go } from '../kit/router.js';
import { say } from '../kit/toast.js';
import { LINES } from './desk.js';
import { change } from './revision-change.js';

const KINDS = ['ADD', 'TAKE', 'MOVE', 'RETURN'];

export default class Revise extends Page {
  static properties = { values: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.values = { kind: 'MOVE', line: '', toLine: '', amount: '', document: '', datedOn: '', reason: '' };
    this.busy = false;
  }

  heading() { return t('officer.revise.title'); }
  lead() { return t('officer.revise.lead'); }
  back() { return { href: '/officer/fund?view=revisions', text: t('officer.revision.title') }; }
  measure() { return 'text'; }

  async load() {
    this.years = await api.get('/api/fund/budget/years');
    const open = this.years.filter(({ closedOn }) => !closedOn).map(({ year }) => year);
    const last = Math.max(...this.years.map(({ year }) => year));
    this.open = [...open, last + 1];
    const current = this.years.find((each) => each.current && !each.closedOn)?.year ?? open[0] ?? last + 1;
    this.values = { ...this.values, year: this.values.year ?? String(current), paidYear: this.values.paidYear ?? String(current) };
    await this.readFund();
  }

  async readFund() {
    const { year } = this.values;
    this.fund = await api.get(`/api/fund/fund?year=${year}`).catch(() => null);
    this.requestUpdate();
  }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; if (name === 'year') this.readFund(); }; }
  of(code) { return this.fund?.lines.find(({ line }) => line === code); }

  check() {
    const { values } = this;
    const wrong = [];
    const need = (field, ok, key) => ok || wrong.push({ field, message: t(key) });
    need('line', values.line, 'officer.revise.needLine');
    need('toLine', values.kind !== 'MOVE' || (values.toLine && values.toLine !== values.line), 'officer.revise.needTo');
    need('amount', isNumber(values.amount) && Number(cleanNumber(values.amount)) > 0, 'officer.revise.needAmount');
    need('document', values.document.trim(), 'officer.revise.needDocument');
    need('datedOn', values.datedOn, 'officer.revise.needDate');
    need('reason', values.reason.trim(), 'officer.revise.needReason');
    return wrong;
  }

  get proposal() {
    const { year, kind, line, toLine, paidYear, amount, document, datedOn, reason } = this.values;
    return { year: Number(year), kind, line, amount: cleanNumber(amount), document: document.trim(), datedOn, reason: reason.trim(), ...(kind === 'MOVE' && { toLine }), ...(kind === 'RETURN' && { paidYear: Number(paidYear) }) };
  }

  async submit(event) {
    event.preventDefault();
    const wrong = this.check();
    if (wrong.length) { this.fail(wrong); return; }
    this.errors = [];
    const { proposal } = this;
    const made = await confirm({
      title: t('officer.revise.sure', { kind: t(`officer.revision.kind.${proposal.kind}`), amount: yuan(proposal.amount) }), yes: t('officer.revise.send'),
      body: html`<p>${t('officer.revise.sureText')}</p>${facts([[t('officer.fund.year'), String(proposal.year)], [t('officer.revision.line'), proposal.toLine ? `${tc('line', proposal.line)} → ${tc('line', proposal.toLine)}` : tc('line', proposal.line)], [t('officer.ledger.document'), proposal.document]])}${change(this.fund, proposal)}`,
      run: () => api.act('/api/fund/budget/revisions', proposal),
    });
    if (!made) return;
    say(t('officer.revise.done'));
    go('/officer/fund?view=revisions');
  }

  body() {
    const { values } = this;
    const lines = LINES.map((value) => ({ value, text: tc('line', value) }));
    const from = this.of(values.line);
    const free = from && (values.kind === 'RETURN' ? t('officer.revise.recovered', { amount: shortYuan(from.recovered) }) : t('officer.revise.free', { amount: shortYuan(from.available) }));
    const field = (name, more) => ({ name, value: values[name], error: this.errorOf(name), onInput: this.set(name), onChange: this.set(name), ...more });
    return html`<form class="form" novalidate @submit=${this.submit}>
      ${selectField(field('year', { label: t('officer.fund.year'), options: this.open.map((year) => ({ value: String(year), text: String(year) })) }))}
      ${choice({ name: 'kind', label: t('officer.revision.kind'), value: values.kind, onChange: this.set('kind'), options: KINDS.map((value) => ({ value, text: t(`officer.revision.kind.${value}`), hint: t(`officer.revise.hint.${value}`) })) })}
      ${selectField(field('line', { label: t(values.kind === 'MOVE' ? 'officer.revise.from' : 'officer.revision.line'), hint: free, options: lines, blank: t('officer.revise.choose') }))}
      ${values.kind === 'MOVE' ? selectField(field('toLine', { label: t('officer.revise.to'), options: lines.filter(({ value }) => value !== values.line), blank: t('officer.revise.choose') })) : nothing}
      ${values.kind === 'RETURN' ? selectField(field('paidYear', { label: t('officer.revise.paidYear'), options: this.years.map(({ year }) => ({ value: String(year), text: String(year) })) })) : nothing}
      ${textField(field('amount', { label: t('officer.field.amount'), kind: 'money', required: true }))}
      ${textField(field('document', { label: t('officer.ledger.document'), hint: t('officer.revise.documentHint'), width: 'medium', maxlength: 60, required: true }))}
      ${textField(field('datedOn', { label: t('officer.revise.datedOn'), kind: 'date', required: true }))}
      ${textArea(field('reason', { label: t('officer.revision.reason'), rows: 3, maxlength: 500 }))}
      <div class="buttons"><button class="button">${t('officer.revise.next')}</button><a class="button second" href="/officer/fund?view=revisions">${t('kit.cancel')}</a></div></form>`;
  }
}
