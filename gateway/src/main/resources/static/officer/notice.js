/** One notice: its rows, its working days, objections to screen and answer, and closing it when it is over. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, day, moment, sum } from '../kit/format.js';
import { choice, textArea } from '../kit/form.js';
import { empty, note } from '../kit/states.js';
import { chip, facts, stateChip } from '../kit/parts.js';
import { confirm } from '../kit/dialog.js';
import { hasRole } from '../kit/session.js';
import { say } from '../kit/toast.js';
import '../kit/table.js';
import { rowsOf } from './desk.js';
import { daysLeft, noticeFilings } from './notice-words.js';

const DONE = ['ANSWERED', 'DISMISSED', 'UPHELD', 'CLOSED', 'REFUSED'];

export default class NoticePage extends Page {
  heading() { return this.notice ? t('officer.notice.title', { day: day(this.notice.publishedOn) }) : t('officer.notices.title'); }
  back() { return { href: '/officer/notices', text: t('officer.notices.title') }; }

  async load() {
    this.answers ??= {};
    const [notice, objections] = await Promise.all([
      api.get(`/api/fund/notices/${encodeURIComponent(this.params.id)}`),
      hasRole('INTAKE', 'AUDITOR') ? api.get('/api/fund/objections?size=200') : [],
    ]);
    this.notice = notice;
    this.objections = rowsOf(objections).filter((objection) => (objection.notice ?? objection.noticeId ?? notice.id) === notice.id);
  }

  async close() {
    const closed = await confirm({
      title: t('officer.notice.closeSure'), body: html`<p>${t('officer.notice.closeText')}</p>`, yes: t('officer.notice.close'),
      run: () => api.act(`/api/fund/notices/${this.notice.id}/close`, {}, { of: this.notice }),
    });
    if (!closed) return;
    say(t('officer.notice.closed'));
    this.reload({ quiet: true });
  }

  async answer(event, objection) {
    event.preventDefault();
    const { upheld, text } = this.answers[objection.id] ?? {};
    const errors = [];
    if (upheld === undefined) errors.push({ field: `upheld-${objection.id}`, message: t('officer.objection.needResult') });
    if (!text?.trim()) errors.push({ field: `answer-${objection.id}`, message: t('officer.objection.needText') });
    await this.fail(errors);
    if (errors.length) return;
    const done = await confirm({
      title: t(upheld === 'yes' ? 'officer.objection.upheldSure' : 'officer.objection.dismissedSure'),
      body: html`<p>${t(upheld === 'yes' ? 'officer.objection.upheldText' : 'officer.objection.dismissedText')}</p>`,
      yes: t('officer.objection.send'), danger: upheld === 'yes',
      run: () => api.act(`/api/fund/objections/${objection.id}/answer`, { upheld: upheld === 'yes', answer: text.trim() }),
    });
    if (!done) return;
    say(t('officer.objection.done'));
    this.reload({ quiet: true });
  }

  keep(id, part) {
    this.answers = { ...this.answers, [id]: { ...this.answers[id], ...part } };
    this.requestUpdate();
  }

  objection(objection) {
    const filing = noticeFilings(this.notice).find((each) => (each.filing ?? each.id) === objection.filing);
    const done = DONE.includes(objection.state);
    const { upheld, text } = this.answers[objection.id] ?? {};
    return html`<li class="objection">
      <p><strong>${filing ? `${filing.enterpriseName} · ${filing.itemCode} ${filing.title ?? ''}` : objection.filing}</strong> ${chip(t(done ? 'officer.objection.state.ANSWERED' : 'officer.objection.state.OPEN'), done ? 'end' : 'stop')}</p>
      <blockquote>${objection.text}</blockquote>
      <p class="quiet">${[objection.name, objection.contact].filter(Boolean).join(' · ')} ${objection.at ?? objection.receivedAt ? html`<time datetime=${objection.at ?? objection.receivedAt}>${moment(objection.at ?? objection.receivedAt)}</time>` : nothing}</p>
      ${objection.answer ? html`<p>${t('officer.objection.answered')}${t('kit.colon')}${objection.answer}</p>` : nothing}
      ${!done && hasRole('INTAKE') ? html`<form novalidate @submit=${(event) => this.answer(event, objection)}>
        ${choice({ name: `upheld-${objection.id}`, label: t('officer.objection.result'), hint: t('officer.objection.resultHint'), value: upheld, error: this.errorOf(`upheld-${objection.id}`), onChange: (value) => this.keep(objection.id, { upheld: value }),
          options: [{ value: 'no', text: t('officer.objection.dismissed'), hint: t('officer.objection.dismissedText') }, { value: 'yes', text: t('officer.objection.upheld'), hint: t('officer.objection.upheldText') }] })}
        ${textArea({ name: `answer-${objection.id}`, label: t('officer.objection.text'), value: text, rows: 3, maxlength: 2000, error: this.errorOf(`answer-${objection.id}`), onInput: (value) => this.keep(objection.id, { text: value }) })}
        <div class="buttons"><button class="button">${t('officer.objection.send')}</button></div></form>` : nothing}
    </li>`;
  }

  body() {
    const { notice } = this;
    const rows = noticeFilings(notice);
    const running = notice.state !== 'CLOSED';
    const left = daysLeft(notice);
    const columns = [
      { key: 'enterpriseName', label: t('officer.field.enterprise') },
      { key: 'itemCode', label: t('officer.field.item'), cell: (filing) => html`<span class="code">${filing.itemCode}</span> ${filing.title ?? ''}` },
      ...(rows.some(({ state }) => state) ? [{ key: 'state', label: t('officer.field.state'), cell: (filing) => stateChip(filing.state) }] : []),
      { key: 'amount', label: t('officer.field.amount'), numeric: true, cell: (filing) => amount(filing.amount) },
    ];
    return html`
      ${facts([
        [t('officer.field.state'), html`${chip(t(`officer.notices.state.${running ? 'RUNNING' : 'CLOSED'}`), running ? 'go' : 'end')} ${left}`],
        [t('officer.notices.published'), day(notice.publishedOn, { weekday: true })],
        [t('officer.notices.ends'), day(notice.endsOn, { weekday: true })],
        [t('officer.notice.days'), notice.workingDays ? t('officer.publish.nDays', { n: notice.workingDays }) : null],
        [t('officer.notice.calendar'), typeof notice.calendar === 'object' ? notice.calendar?.version : notice.calendar],
        [t('officer.notices.sum'), amount(notice.sum ?? sum(rows.map((filing) => filing.amount)))],
      ])}
      <p><a href="/notices/${notice.id}">${t('officer.notice.public')}</a></p>
      <fpo-table .columns=${columns} .rows=${rows} caption=${t('officer.notices.filings')} .href=${(filing) => `/officer/filings/${filing.filing ?? filing.id}`}></fpo-table>
      <section aria-labelledby="objections"><h2 id="objections">${t('officer.notices.objections')}</h2>
        ${this.objections.length ? html`<ul class="plain-list">${this.objections.map((objection) => this.objection(objection))}</ul>` : empty(t('officer.objection.none'), t(running ? 'officer.objection.empty' : 'officer.objection.emptyClosed'))}</section>
      ${running && hasRole('INTAKE') ? html`<section class="decide" aria-labelledby="close-notice"><h2 id="close-notice">${t('officer.notice.close')}</h2>
        <p>${t('officer.notice.closeLead', { day: day(notice.endsOn) })}</p>
        <div class="buttons"><button type="button" class="button" @click=${() => this.close()}>${t('officer.notice.close')}</button></div></section>` : nothing}
      ${running ? nothing : note(t('officer.notice.closedNote'))}`;
  }
}
