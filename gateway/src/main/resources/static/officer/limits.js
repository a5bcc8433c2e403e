/** Approval limits as they held and will hold; proposed from a day to come on by the administrator, confirmed by a second person. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { day, exactYuan, moment, shortYuan, sum } from '../kit/format.js';
import { chip, facts, pager } from '../kit/parts.js';
import { cleanNumber, isNumber, selectField, textArea, textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { hasRole } from '../kit/session.js';
import { say } from '../kit/toast.js';
import '../kit/table.js';
import { rowsOf, withQuery } from './desk.js';

const CHIPS = { HOLDS: 'go', TO_COME: 'todo', PAST: 'end' };
const MONEY = ['single', 'minute', 'yearly'];

export default class Limits extends Page {
  static properties = { values: { state: true } };

  heading() { return t('officer.limits.title'); }
  lead() { return t('officer.limits.lead'); }

  async load() {
    const page = this.query.get('page') ?? 0;
    [this.list, this.proposals] = await Promise.all([api.get(`/api/fund/approval-limits?size=20&page=${page}`), api.get('/api/fund/approval-limits/proposals?size=50')]);
    this.values ??= { signatures: '2' };
  }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }

  check() {
    const { values } = this;
    const errors = [];
    if (!values.validFrom) errors.push({ field: 'validFrom', message: t('officer.limits.needDay') });
    for (const name of MONEY) if (!isNumber(values[name]) || Number(cleanNumber(values[name])) <= 0) errors.push({ field: name, message: t('officer.limits.needAmount', { name: t(`officer.limits.${name}`) }) });
    if (!errors.length) {
      const [single, minute, yearly] = MONEY.map((name) => Number(cleanNumber(values[name])));
      if (minute < single) errors.push({ field: 'minute', message: t('officer.limits.minuteBelow') });
      if (yearly < minute) errors.push({ field: 'yearly', message: t('officer.limits.yearlyBelow') });
    }
    return errors;
  }

  async enter(event) {
    event.preventDefault();
    const errors = this.check();
    if (errors.length) return this.fail(errors);
    this.errors = [];
    const { values } = this;
    const limits = { validFrom: values.validFrom, signatures: Number(values.signatures), ...Object.fromEntries(MONEY.map((name) => [name, sum([cleanNumber(values[name])])])) };
    try {
      const done = await confirm({
        title: t('officer.limits.sure', { day: day(limits.validFrom) }), body: html`${this.told(limits)}<p>${t('officer.limits.sureText')}</p>`, yes: t('officer.limits.enter'),
        run: () => api.act('/api/fund/approval-limits', limits),
      });
      if (!done) return undefined;
      say(t('officer.limits.done'));
      this.values = { signatures: '2' };
      await this.reload({ quiet: true });
    } catch (problem) { await this.failWith(problem); }
    return undefined;
  }

  told({ single, signatures, minute, yearly }) {
    return facts([
      [t('officer.limits.single'), t('officer.limits.upTo', { amount: shortYuan(single) })],
      [t('officer.limits.signatures'), t('officer.limits.persons', { n: signatures })],
      [t('officer.limits.minute'), t('officer.limits.above', { amount: shortYuan(minute) })],
      [t('officer.limits.yearly'), t('officer.limits.upTo', { amount: shortYuan(yearly) })],
    ]);
  }

  async confirmed(proposal) {
    const done = await confirm({
      title: t('officer.limits.confirm.sure', { day: day(proposal.validFrom) }), body: html`${this.told(proposal)}<p>${t('officer.limits.sureText')}</p>`, yes: t('officer.limits.confirm'),
      run: () => api.act(`/api/fund/approval-limits/proposals/${proposal.id}/confirm`, {}),
    });
    if (!done) return;
    say(t('officer.limits.confirm.done'));
    await this.reload({ quiet: true });
  }

  async discard(proposal) {
    let reason = '';
    const done = await confirm({
      title: t('officer.limits.discard.sure'), yes: t('officer.limits.discard'), danger: true,
      body: () => textArea({ name: 'discard-reason', label: t('officer.limits.discard.reason'), value: reason, rows: 3, maxlength: 500, onInput: (value) => { reason = value; } }),
      run: () => {
        if (!reason.trim()) throw new Error(t('officer.limits.discard.need'));
        return api.act(`/api/fund/approval-limits/proposals/${proposal.id}/discard`, { reason: reason.trim() });
      },
    });
    if (!done) return;
    say(t('officer.limits.discard.done'));
    await this.reload({ quiet: true });
  }

  /** Limits that wait for the second person. */
  waiting() {
    const open = rowsOf(this.proposals).filter(({ state }) => state === 'PROPOSED');
    if (!open.length) return nothing;
    return html`<section class="section" aria-labelledby="proposed"><h2 id="proposed">${t('officer.limits.proposed')}</h2><p class="section-lead">${t('officer.limits.proposedLead')}</p>
      ${open.map((proposal) => html`<div class="panel"><h3>${t('officer.limits.from', { day: day(proposal.validFrom) })}</h3>${this.told(proposal)}
        <p class="quiet">${t('officer.limits.proposedBy', { who: proposal.proposedBy, at: moment(proposal.proposedAt) })}</p>
        <div class="buttons">${proposal.actions.includes('confirm') ? html`<button type="button" class="button" @click=${() => this.confirmed(proposal)}>${t('officer.limits.confirm')}</button>` : nothing}
          ${proposal.actions.includes('discard') ? html`<button type="button" class="button second" @click=${() => this.discard(proposal)}>${t('officer.limits.discard')}</button>` : nothing}</div></div>`)}</section>`;
  }

  body() {
    const holding = rowsOf(this.list).find(({ state }) => state === 'HOLDS');
    return html`${holding ? html`<section class="section" aria-labelledby="holding"><h2 id="holding">${t('officer.limits.now')}</h2>${this.told(holding)}</section>` : nothing}
      ${this.waiting()}
      <section class="section" aria-labelledby="limits"><h2 id="limits">${t('officer.limits.list')}</h2>
        <fpo-table caption=${t('officer.limits.list')} .rows=${rowsOf(this.list)} .columns=${[
          { key: 'validFrom', label: t('officer.limits.validFrom'), cell: (row) => html`<div><time datetime=${row.validFrom}>${day(row.validFrom)}</time> ${chip(t(`officer.limits.${row.state}`), CHIPS[row.state])}<span class="row-sub">${t('officer.limits.setBy', { who: row.confirmedBy ? `${row.setBy} · ${row.confirmedBy}` : row.setBy, at: moment(row.setAt) })}</span></div>` },
          { key: 'single', label: t('officer.limits.single'), numeric: true, cell: (row) => exactYuan(row.single) },
          { key: 'signatures', label: t('officer.limits.signatures'), numeric: true },
          { key: 'minute', label: t('officer.limits.minute'), numeric: true, cell: (row) => exactYuan(row.minute) },
          { key: 'yearly', label: t('officer.limits.yearly'), numeric: true, cell: (row) => exactYuan(row.yearly) },
        ]}></fpo-table>${pager(this.list, (page) => withQuery({ page: page || null }))}</section>
      ${hasRole('ADMIN') ? this.form() : html`<p class="note">${t('officer.limits.whoMay')}</p>`}`;
  }

  form() {
    const { values } = this;
    const money = (name) => textField({ name, kind: 'money', label: t(`officer.limits.${name}`), hint: t(`officer.limits.${name}Hint`), value: values[name], error: this.errorOf(name), onInput: this.set(name) });
    return html`<section class="section" aria-labelledby="enter"><h2 id="enter">${t('officer.limits.enterTitle')}</h2><p class="section-lead">${t('officer.limits.enterLead')}</p>
      <form class="form" novalidate @submit=${(event) => this.enter(event)}>
        ${textField({ name: 'validFrom', kind: 'date', label: t('officer.limits.validFrom'), hint: t('officer.limits.validFromHint'), value: values.validFrom, error: this.errorOf('validFrom'), onInput: this.set('validFrom') })}
        ${money('single')}
        ${selectField({ name: 'signatures', label: t('officer.limits.signatures'), hint: t('officer.limits.signaturesHint'), value: values.signatures, options: ['2', '3', '4', '5'].map((value) => ({ value, text: t('officer.limits.persons', { n: value }) })), error: this.errorOf('signatures'), onChange: this.set('signatures') })}
        ${money('minute')}${money('yearly')}
        <div class="buttons"><button class="button">${t('officer.limits.enter')}</button></div></form></section>`;
  }
}
