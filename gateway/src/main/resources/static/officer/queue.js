/** My work by due date, with the case beside the list where there is room. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount } from '../kit/format.js';
import { empty } from '../kit/states.js';
import { go, keepQuery } from '../kit/router.js';
import { pager, stateChip } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { count, due, roomBeside, rowKeys, rowsOf, withQuery } from './desk.js';
import { asked, filingFilters, filterChoices, isFiltered, saveCsv } from './filters.js';
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
      this.answer = { items: [], page: 0, size: 0, total: 0 };
      go('/officer/enterprises', { replace: true });
      return;
    }
    this.askedFor = asked(this.query);
    [this.answer, this.late, this.beside, this.choices] = await Promise.all([
      api.get(`/api/fund/queue?size=50&${this.askedFor}`), api.get('/api/fund/queue?overdue=true&size=1').then(({ total }) => total), otherWork(), filterChoices()]);
  }

  others() {
    return this.beside?.length ? html`<ul class="other-work">${this.beside.map(({ text, href }) => html`<li><a href=${href}>${text}</a></li>`)}</ul>` : nothing;
  }

  /** Another filter asks anew; another case beside the list does not. */
  queryChanged() {
    if (asked(this.query) === this.askedFor) this.requestUpdate();
    else this.reload({ quiet: true });
  }

  select(filing) {
    if (!this.room.is) { go(`/officer/filings/${filing.id}`); return; }
    keepQuery({ filing: filing.id });
    this.requestUpdate();
  }

  body() {
    const rows = rowsOf(this.answer);
    const filtered = isFiltered(this.query);
    if (!rows.length && !filtered) return html`${this.others()}${empty(t('officer.queue.none'), t('officer.queue.empty'), html`<p><a href="/officer/filings">${t('officer.filings.title')}</a></p>`)}`;
    const beside = this.room.is;
    const chosen = rows.find((filing) => filing.id === this.query.get('filing')) ?? (beside ? rows[0] : undefined);
    return html`${this.others()}<div class="desk ${beside ? 'beside' : ''}">
      <section class="desk-list" aria-label=${t('officer.queue.list')}>
        ${filingFilters(this, this.choices, { sorts: true })}
        <p class="desk-count quiet"><span role="status">${count(this.answer.total)}</span>${this.late ? html`<span class="due late">${t('officer.queue.overdue', { n: this.late })}</span>` : nothing}<button type="button" class="plain" @click=${() => saveCsv('/api/fund/queue', this.query, 'queue')}>${t('officer.csv')}</button><span class="keys">${t('officer.keys')}</span></p>
        ${rows.length ? html`${this.list(rows, chosen, beside)}${pager(this.answer, (page) => withQuery({ page: page || null, filing: null }))}` : empty(t('officer.queue.none'), t('officer.queue.emptyFiltered'))}
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
        <td class="num" data-label=${t('officer.field.amount')}>${amount(filing.amount)}</td>
      </tr>`)}</tbody></table>`;
  }
}
