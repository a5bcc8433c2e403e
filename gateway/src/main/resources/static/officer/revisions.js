/** Revisions of the budget: what was proposed, by whom, and the second person's confirmation. */
import { LitElement, html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, day, when, yuan } from '../kit/format.js';
import { confirm } from '../kit/dialog.js';
import { textArea } from '../kit/form.js';
import { chip, facts, pager } from '../kit/parts.js';
import { keepQuery } from '../kit/router.js';
import { currentSession, hasRole } from '../kit/session.js';
import { empty, errorPanel, skeleton } from '../kit/states.js';
import { say } from '../kit/toast.js';
import { withQuery } from './desk.js';
import { change } from './revision-change.js';

const STATES = ['PROPOSED', 'CONFIRMED', 'DISCARDED'];
const KINDS = { PROPOSED: 'todo', CONFIRMED: 'go', DISCARDED: 'end' };

class Revisions extends LitElement {
  static properties = { fund: { attribute: false }, answer: { state: true }, problem: { state: true } };

  createRenderRoot() { return this; }
  connectedCallback() { super.connectedCallback(); this.reload(); }

  get query() { return new URLSearchParams(location.search); }

  async reload() {
    this.problem = null;
    const asked = new URLSearchParams({ size: '20' });
    for (const name of ['state', 'page']) if (this.query.get(name)) asked.set(name, this.query.get(name));
    try { this.answer = await api.get(`/api/fund/budget/revisions?${asked}`); } catch (problem) { this.problem = problem; }
  }

  async confirm(revision) {
    const fund = await api.get(`/api/fund/fund?year=${revision.year}`).catch(() => null);
    const done = await confirm({
      title: t('officer.revision.confirm.sure', { kind: revision.kindName, amount: yuan(revision.amount) }), yes: t('officer.revision.confirm'),
      body: html`${facts([[t('officer.revision.line'), this.lines(revision)], [t('officer.ledger.document'), revision.document], [t('officer.revision.reason'), revision.reason]])}${change(fund, revision)}`,
      run: () => api.act(`/api/fund/budget/revisions/${revision.id}/confirm`, {}),
    });
    if (done) this.told('officer.revision.confirm.done');
  }

  async discard(revision) {
    let reason = '';
    const done = await confirm({
      title: t('officer.revision.discard.sure'), yes: t('officer.revision.discard'), danger: true,
      body: () => textArea({ name: 'discard-reason', label: t('officer.revision.discard.reason'), value: reason, rows: 3, maxlength: 500, onInput: (value) => { reason = value; } }),
      run: () => {
        if (!reason.trim()) throw new Error(t('officer.revision.discard.need'));
        return api.act(`/api/fund/budget/revisions/${revision.id}/discard`, { reason: reason.trim() });
      },
    });
    if (done) this.told('officer.revision.discard.done');
  }

  told(key) {
    say(t(key));
    this.reload();
    this.dispatchEvent(new CustomEvent('moved', { bubbles: true }));
  }

  lines({ line, lineName, toLine, toLineName }) {
    const from = lineName ?? tc('line', line);
    return toLine ? `${from} → ${toLineName ?? tc('line', toLine)}` : from;
  }

  moves(revision) {
    const own = revision.proposedBy === currentSession().username;
    if (!revision.actions?.length) return revision.decidedBy ? html`<div>${revision.decidedBy}<span class="row-sub">${when(revision.decidedAt)}</span>${revision.decision ? html`<span class="row-sub">${revision.decision}</span>` : nothing}</div>` : html`<span class="quiet">${t('officer.revision.waits')}</span>`;
    return html`<div>${revision.actions.includes('confirm') ? html`<button type="button" class="button small" @click=${() => this.confirm(revision)}>${t('officer.revision.confirm')}</button>` : nothing}
      <button type="button" class="button second small" @click=${() => this.discard(revision)}>${t('officer.revision.discard')}</button>${own ? html`<span class="row-sub">${t('officer.revision.own')}</span>` : nothing}</div>`;
  }

  filters() {
    return html`<form class="filters" aria-label=${t('officer.filter.title')} @submit=${(event) => event.preventDefault()}><label>${t('officer.revision.state')}<select name="state" @change=${(event) => { keepQuery({ state: event.target.value, page: null }); this.reload(); }}><option value="">${t('officer.filter.all')}</option>
      ${STATES.map((state) => html`<option value=${state} ?selected=${this.query.get('state') === state}>${t(`officer.revision.state.${state}`)}</option>`)}</select></label></form>`;
  }

  render() {
    if (this.problem) return errorPanel(this.problem, () => this.reload());
    if (!this.answer) return skeleton(6);
    const rows = this.answer.items;
    return html`<section aria-labelledby="revisions"><h2 id="revisions">${t('officer.revision.title')}</h2><p class="quiet">${t('officer.revision.lead')}</p>
      ${this.filters()}${hasRole('ADMIN') ? html`<p><a class="button" href="/officer/fund/revise">${t('officer.revision.propose')}</a></p>` : nothing}
      ${rows.length ? html`<div class="table-scroll" role="group" aria-label=${t('officer.revision.title')} tabindex="0"><table class="table work"><caption class="vh">${t('officer.revision.title')}</caption>
        <thead><tr><th scope="col">${t('officer.ledger.document')}</th><th scope="col">${t('officer.revision.kind')}</th><th scope="col">${t('officer.revision.line')}</th><th scope="col" class="num">${t('officer.field.amount')}</th><th scope="col">${t('officer.revision.reason')}</th><th scope="col">${t('officer.revision.state')}</th><th scope="col">${t('officer.revision.second')}</th></tr></thead>
        <tbody>${rows.map((row) => html`<tr><th scope="row">${row.document}<span class="row-sub">${day(row.datedOn)}</span></th>
          <td data-label=${t('officer.revision.kind')}>${row.kindName ?? t(`officer.revision.kind.${row.kind}`)}<span class="row-sub">${row.year}</span></td>
          <td data-label=${t('officer.revision.line')}>${this.lines(row)}${row.paidYear ? html`<span class="row-sub">${t('officer.revision.paidIn', { year: row.paidYear })}</span>` : nothing}</td>
          <td class="num" data-label=${t('officer.field.amount')}>${amount(row.amount)}</td>
          <td data-label=${t('officer.revision.reason')}><div>${row.reason}<span class="row-sub">${row.proposedBy} ${when(row.proposedAt)}</span></div></td>
          <td data-label=${t('officer.revision.state')}>${chip(row.stateName ?? t(`officer.revision.state.${row.state}`), KINDS[row.state])}</td>
          <td data-label=${t('officer.revision.second')}>${this.moves(row)}</td></tr>`)}</tbody></table></div>${pager(this.answer, (page) => withQuery({ page: page || null }))}` : empty(t('officer.revision.none'), t('officer.revision.empty'))}</section>`;
  }
}

customElements.define('fpo-revisions', Revisions);
