/** My work by due date, with the case beside the list where there is room. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount } from '../kit/format.js';
import { empty } from '../kit/states.js';
import { go, keepQuery } from '../kit/router.js';
import { stateChip } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { LINES, STATES, count, due, isLate, roomBeside, rowKeys, rowsOf } from './desk.js';
import { isOpenObjection } from './notice-words.js';
import './case.js';

const AT_THE_DESK = ['INTAKE', 'REVIEWER', 'EXPERT', 'APPROVER', 'PAYER', 'RELEASER', 'AUDITOR'];

/** Work that is no step of a filing: objections to settle, batches to release or send. */
async function otherWork() {
  const work = [];
  if (hasRole('INTAKE')) {
    const open = rowsOf(await api.get('/api/fund/objections?size=200').catch(() => [])).filter(isOpenObjection);
    if (open.length) work.push({ text: t('officer.queue.objections', { n: open.length }), href: '/officer/notices' });
  }
  if (hasRole('RELEASER')) {
    const open = rowsOf(await api.get('/api/fund/batches?size=100').catch(() => [])).filter(({ state }) => state !== 'SENT');
    if (open.length) work.push({ text: t('officer.queue.batches', { n: open.length }), href: '/officer/payments' });
  }
  return work;
}

export default class Queue extends Page {
  heading() { return t('officer.queue.title'); }
  lead() { return t('officer.queue.lead'); }

  connectedCallback() {
    super.connectedCallback();
    this.room = roomBeside(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.room.stop();
  }

  measure() { return 'wide full'; }

  /** Whoever has no step in a case has no queue: the register is where their work begins. */
  async load() {
    if (!hasRole(...AT_THE_DESK)) {
      this.answer = [];
      go('/officer/enterprises', { replace: true });
      return;
    }
    [this.answer, this.beside] = await Promise.all([api.get('/api/fund/queue?size=200'), otherWork()]);
  }

  others() {
    return this.beside?.length ? html`<ul class="other-work">${this.beside.map(({ text, href }) => html`<li><a href=${href}>${text}</a></li>`)}</ul>` : nothing;
  }

  queryChanged() { this.requestUpdate(); }

  /** What the filters of the address leave. */
  get shown() {
    const { query } = this;
    return rowsOf(this.answer).filter((filing) => (!query.get('state') || filing.state === query.get('state'))
      && (!query.get('line') || filing.line === query.get('line')) && (!query.get('late') || isLate(filing)));
  }

  keep(values) {
    keepQuery(values);
    this.requestUpdate();
  }

  select(filing) {
    if (this.room.is) this.keep({ filing: filing.id });
    else go(`/officer/filings/${filing.id}`);
  }

  filters(all) {
    const { query } = this;
    const pickers = [['state', STATES, 'officer.field.state', 'state'], ['line', LINES, 'officer.field.line', 'line']];
    return html`<form class="filters" aria-label=${t('officer.filter.title')} @submit=${(event) => event.preventDefault()}>
      ${pickers.map(([name, codes, label, prefix]) => html`<label>${t(label)}<select name=${name} @change=${(event) => this.keep({ [name]: event.target.value, filing: null })}>
        <option value="">${t('officer.filter.all')}</option>
        ${codes.filter((code) => all.some((filing) => filing[name] === code)).map((code) => html`<option value=${code} ?selected=${query.get(name) === code}>${tc(prefix, code)}</option>`)}</select></label>`)}
      <label class="check"><input type="checkbox" name="late" .checked=${query.get('late') === '1'} @change=${(event) => this.keep({ late: event.target.checked ? '1' : null, filing: null })}> ${t('officer.queue.overdueOnly')}</label>
      ${['state', 'line', 'late'].some((name) => query.get(name)) ? html`<button type="button" class="plain" @click=${() => this.keep({ state: null, line: null, late: null })}>${t('officer.filter.clear')}</button>` : nothing}
    </form>`;
  }

  body() {
    const all = rowsOf(this.answer);
    if (!all.length) return html`${this.others()}${empty(t('officer.queue.none'), t('officer.queue.empty'), html`<p><a href="/officer/filings">${t('officer.filings.title')}</a></p>`)}`;
    const rows = this.shown;
    const beside = this.room.is;
    const chosen = rows.find((filing) => filing.id === this.query.get('filing')) ?? (beside ? rows[0] : undefined);
    const late = all.filter(isLate).length;
    return html`${this.others()}<div class="desk ${beside ? 'beside' : ''}">
      <section class="desk-list" aria-label=${t('officer.queue.list')}>
        ${this.filters(all)}
        <p class="desk-count quiet"><span role="status">${count(rows.length)}</span>${late ? html`<span class="due late">${t('officer.queue.overdue', { n: late })}</span>` : nothing}<span class="keys">${t('officer.keys')}</span></p>
        ${rows.length ? this.list(rows, chosen, beside) : empty(t('officer.queue.none'), t('officer.queue.emptyFiltered'))}
      </section>
      ${beside ? html`<section class="desk-detail" aria-label=${t('officer.queue.detail')}>${chosen
        ? html`<fpo-case .filing=${chosen.id} @case-changed=${() => this.reload({ quiet: true })}></fpo-case>`
        : html`<p class="quiet">${t('officer.queue.pick')}</p>`}</section>` : nothing}
    </div>`;
  }

  list(rows, chosen, beside) {
    const rowOf = (event) => rows[Number(event.target.closest('tr').dataset.at)];
    return html`<table class="table work">
      <caption class="vh">${t('officer.queue.title')}</caption>
      <thead><tr><th scope="col">${t('officer.field.item')}</th><th scope="col">${t('officer.field.state')}</th><th scope="col" class="num">${t('officer.field.amount')}</th></tr></thead>
      <tbody @keydown=${rowKeys} @row-reached=${(event) => beside && this.select(rowOf(event))} @row-opened=${(event) => go(`/officer/filings/${rowOf(event).id}`)}>
      ${rows.map((filing, at) => html`<tr data-at=${at} tabindex=${filing === chosen || (!chosen && at === 0) ? '0' : '-1'} aria-current=${beside && filing === chosen ? 'true' : nothing}
          @click=${(event) => !event.target.closest('a') && this.select(filing)}>
        <td><a class="row-link" href="/officer/filings/${filing.id}">${filing.itemCode} ${filing.title}</a><span class="row-sub">${filing.enterpriseName} · <span class="code">${filing.number}</span></span></td>
        <td>${stateChip(filing.state)}<span class="row-sub">${due(filing)}</span></td>
        <td class="num">${amount(filing.amount)}</td>
      </tr>`)}</tbody></table>`;
  }
}
