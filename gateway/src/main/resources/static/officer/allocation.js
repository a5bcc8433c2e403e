/** One pooled call: what each filing gets by share and by rank, side by side; proposed by one officer, confirmed by another. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, exactYuan, moment, shortYuan, sum } from '../kit/format.js';
import { choice, cleanNumber, isNumber, textField } from '../kit/form.js';
import { empty, note } from '../kit/states.js';
import { confirm } from '../kit/dialog.js';
import { facts, pager } from '../kit/parts.js';
import { currentSession, hasRole } from '../kit/session.js';
import { keepQuery } from '../kit/router.js';
import { say } from '../kit/toast.js';
import { rowsOf } from './desk.js';

const METHODS = ['PRO_RATA', 'RANKED'];

export default class Allocation extends Page {
  static properties = { method: { state: true }, typed: { state: true } };

  heading() { return t('officer.allocation.title'); }
  lead() { return t('officer.allocation.lead'); }
  back() { return { href: '/officer/allocations', text: t('officer.allocation.calls') }; }
  measure() { return 'wide'; }

  get path() { return `/api/fund/calls/${encodeURIComponent(this.params.id)}`; }

  async load() {
    const pool = this.query.get('amount');
    this.view = await api.get(`${this.path}/allocation?size=200&page=${this.query.get('page') ?? 0}${pool ? `&amount=${encodeURIComponent(pool)}` : ''}`);
    this.method ??= this.view.proposal?.method ?? 'PRO_RATA';
    this.typed ??= pool ?? this.view.pool;
  }

  async act(run) {
    await this.submitOnce(async () => {
      if (await run()) await this.reload({ quiet: true });
    });
  }

  /** Shows both ways for another pool; nothing is kept. */
  preview(event) {
    event.preventDefault();
    const pool = cleanNumber(this.typed);
    if (!isNumber(pool) || Number(pool) <= 0) return this.fail([{ field: 'amount', message: t('officer.review.needAmount') }]);
    this.errors = [];
    keepQuery({ amount: sum([pool]), page: null });
    return this.reload({ quiet: true });
  }

  propose() {
    return this.act(async () => {
      const made = await confirm({
        title: t('officer.allocation.proposeSure', { method: t(`officer.allocation.${this.method}`) }),
        body: html`<p>${t('officer.allocation.proposeText', { pool: shortYuan(this.view.pool) })}</p>`,
        yes: t('officer.allocation.propose'),
        run: () => api.act(`${this.path}/allocate`, { method: this.method, amount: this.view.pool }),
      });
      if (!made) return false;
      keepQuery({ amount: null });
      say(t('officer.allocation.proposed'));
      return true;
    });
  }

  apply(proposal) {
    return this.act(async () => {
      const applied = await confirm({
        title: t('officer.allocation.confirmSure', { method: t(`officer.allocation.${proposal.method}`) }),
        body: html`<p>${t('officer.allocation.confirmText')}</p>`,
        yes: t('officer.allocation.confirm'),
        run: () => api.act(`${this.path}/allocation/confirm`, { allocation: proposal.id }),
      });
      if (applied) say(t('officer.allocation.applied'));
      return Boolean(applied);
    });
  }

  body() {
    const { view } = this;
    const { proposal } = view;
    const rows = rowsOf(view.page);
    const mayAct = hasRole('INTAKE', 'REVIEWER') && !proposal?.appliedBy;
    return html`
      ${facts([
        [t('officer.allocation.available'), amount(view.available)],
        [t('officer.allocation.pool'), amount(view.pool)],
        [t('officer.allocation.requested'), amount(view.requested)],
      ])}
      ${view.oversubscribed ? note(t('officer.allocation.over.more', { by: shortYuan(sum([view.requested, `-${view.pool}`])) })) : nothing}
      ${view.waiting ? note(t('officer.allocation.waiting', { n: view.waiting }), 'stop') : nothing}
      ${proposal ? this.proposal(proposal, mayAct) : nothing}
      ${rows.length ? html`<section class="section" aria-labelledby="shares"><h2 id="shares">${t('officer.allocation.shares')}</h2>${this.table(rows, proposal)}</section>` : empty(t('officer.allocation.none'), t('officer.allocation.noneText'))}
      ${pager(view.page, (page) => `/officer/allocations/${this.params.id}?page=${page}`)}
      ${mayAct ? html`<section class="section" aria-labelledby="make"><h2 id="make">${t('officer.allocation.make')}</h2>${this.form()}</section>` : nothing}`;
  }

  proposal(proposal, mayAct) {
    const mine = proposal.proposedBy === currentSession().username;
    return html`<section class="panel" aria-labelledby="proposal"><h2 id="proposal">${t(proposal.appliedBy ? 'officer.allocation.isApplied' : 'officer.allocation.isProposed')}</h2>
      <p>${t('officer.allocation.by', { method: t(`officer.allocation.${proposal.method}`), pool: shortYuan(proposal.pool), name: proposal.proposedBy, at: moment(proposal.proposedAt) })}</p>
      ${proposal.appliedBy ? html`<p>${t('officer.allocation.appliedBy', { name: proposal.appliedBy, at: moment(proposal.appliedAt) })}</p>`
        : !mayAct ? nothing
          : mine ? html`<p class="quiet">${t('officer.allocation.another')}</p>`
            : html`<div class="buttons"><button type="button" class="button" ?disabled=${this.busy} @click=${() => this.apply(proposal)}>${t('officer.allocation.confirm')}</button></div>`}
    </section>`;
  }

  form() {
    return html`<form class="form form-narrow" novalidate @submit=${(event) => this.preview(event)}>
      ${textField({ name: 'amount', kind: 'money', label: t('officer.allocation.pool'), hint: t('officer.allocation.poolHint'), value: this.typed, error: this.errorOf('amount'), onInput: (value) => { this.typed = value; } })}
      <div class="buttons"><button class="button second">${t('officer.allocation.preview')}</button></div>
      ${choice({ name: 'method', label: t('officer.allocation.method'), options: METHODS.map((value) => ({ value, text: t(`officer.allocation.${value}`), hint: t(`officer.allocation.${value}.hint`) })), value: this.method, onChange: (value) => { this.method = value; } })}
      <div class="buttons"><button type="button" class="button" ?disabled=${this.busy || Boolean(this.view.waiting)} @click=${() => this.propose()}>${t('officer.allocation.propose')}</button></div></form>`;
  }

  table(rows, proposal) {
    const label = (method) => html`${t(`officer.allocation.${method}`)}${proposal?.method === method ? html` <span class="quiet">${t(proposal.appliedBy ? 'officer.allocation.markApplied' : 'officer.allocation.markProposed')}</span>` : nothing}`;
    return html`<table class="table work"><caption class="vh">${t('officer.allocation.title')}</caption>
      <thead><tr><th scope="col" class="num">${t('officer.allocation.place')}</th><th scope="col">${t('officer.field.enterprise')}</th><th scope="col" class="num">${t('officer.allocation.score')}</th><th scope="col" class="num">${t('officer.allocation.asked')}</th>
        ${METHODS.map((method) => html`<th scope="col" class="num">${label(method)}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>
        <td class="num" data-label=${t('officer.allocation.place')}>${row.place}${row.tied ? html`<span class="row-sub">${t('officer.allocation.tied')}</span>` : nothing}</td>
        <th scope="row"><a href="/officer/filings/${row.filing}">${row.enterpriseName}</a><span class="row-sub code">${row.number}</span></th>
        <td class="num" data-label=${t('officer.allocation.score')}>${row.score ?? '–'}</td>
        <td class="num" data-label=${t('officer.allocation.asked')}>${exactYuan(row.requested)}</td>
        ${METHODS.map((method) => html`<td class="num" data-label=${t(`officer.allocation.${method}`)}>${exactYuan(row.shares[method])}</td>`)}
      </tr>`)}</tbody>
      <tfoot><tr><td></td><th scope="row" colspan="2">${t('officer.allocation.sum')}</th><td class="num">${exactYuan(sum(rows.map((row) => row.requested)))}</td>
        ${METHODS.map((method) => html`<td class="num">${exactYuan(sum(rows.map((row) => row.shares[method])))}</td>`)}</tr></tfoot></table>`;
  }
}
