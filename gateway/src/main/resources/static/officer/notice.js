/** One notice: its rows, its working days, objections to screen and answer, and closing it when it is over. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { has, t } from '../kit/i18n.js';
import { amount, calendarName, day, moment } from '../kit/format.js';
import { choice, textArea, tick } from '../kit/form.js';
import { empty, note } from '../kit/states.js';
import { chip, facts } from '../kit/parts.js';
import { confirm } from '../kit/dialog.js';
import { hasRole } from '../kit/session.js';
import { say } from '../kit/toast.js';
import '../kit/table.js';
import './correct-notice.js';
import { rowsOf } from './desk.js';
import { isOpenObjection, noticeChip } from './notice-words.js';

export default class NoticePage extends Page {
  heading() { return this.notice ? t('officer.notice.title', { day: day(this.notice.publishedOn) }) : t('officer.notices.title'); }
  back() { return { href: '/officer/notices', text: t('officer.notices.title') }; }

  async load() {
    this.typed ??= {};
    const [notice, objections] = await Promise.all([
      api.get(`/api/fund/notices/${encodeURIComponent(this.params.id)}`),
      hasRole('INTAKE', 'AUDITOR') ? api.get('/api/fund/objections?size=200') : [],
    ]);
    this.notice = notice;
    const shown = (notice.filings ?? []).map(({ filing }) => filing);
    this.objections = rowsOf(objections).filter(({ filing }) => shown.includes(filing));
  }

  async close() {
    const closed = await confirm({
      title: t('officer.notice.closeSure'), body: html`<p>${t('officer.notice.closeText')}</p>`, yes: t('officer.notice.close'),
      run: () => api.act(`/api/fund/notices/${this.notice.id}/close`, {}),
    });
    if (!closed) return;
    const stayed = (closed.filings ?? []).filter(({ result }) => result !== 'CONFIRMED').length;
    say(stayed ? t('officer.notice.partly', { n: stayed }) : t('officer.notice.closed'), stayed ? 'stop' : '');
    this.reload({ quiet: true });
  }

  keep(id, part) {
    this.typed = { ...this.typed, [id]: { ...this.typed[id], ...part } };
    this.requestUpdate();
  }

  /** Screening (admit or dismiss) first, the answer (upheld or not) after; both are one choice with its reason. */
  async settle(event, objection) {
    event.preventDefault();
    const { id } = objection;
    const screening = objection.state === 'RECEIVED';
    const { chosen, text, checked } = this.typed[id] ?? {};
    const errors = [];
    if (!chosen) errors.push({ field: `result-${id}`, message: t('officer.objection.needResult') });
    if (!text?.trim()) errors.push({ field: `text-${id}`, message: t('officer.objection.needText') });
    if (chosen === 'admitted' && !checked) errors.push({ field: `checked-${id}`, message: t('officer.objection.needChecked') });
    if (errors.length) return this.fail(errors);
    this.errors = [];
    const done = await confirm({
      title: t(`officer.objection.${chosen}.sure`), body: html`<p>${t(`officer.objection.${chosen}.text`)}</p>`, yes: t('officer.objection.send'), danger: chosen === 'upheld',
      run: () => (screening ? api.act(`/api/fund/objections/${id}/screen`, { admit: chosen === 'admitted', contactChecked: Boolean(checked), reason: text.trim() })
        : api.act(`/api/fund/objections/${id}/answer`, { text: text.trim(), upheld: chosen === 'upheld' })),
    });
    if (!done) return undefined;
    this.keep(id, { chosen: null, text: '', checked: false });
    say(t('officer.objection.done'));
    return this.reload({ quiet: true });
  }

  objection(objection) {
    const { id, state } = objection;
    const filing = this.notice.filings?.find((each) => each.filing === objection.filing);
    const { chosen, text, checked } = this.typed[id] ?? {};
    const options = (state === 'RECEIVED' ? ['admitted', 'dismissed'] : ['not-upheld', 'upheld']).map((value) => ({ value, text: t(`officer.objection.${value}`), hint: t(`officer.objection.${value}.text`) }));
    return html`<li class="objection">
      <p><a href="/officer/filings/${objection.filing}"><strong>${filing ? `${filing.enterpriseName} · ${filing.itemCode}` : objection.filing}</strong></a> ${chip(t(`officer.objection.state.${state}`), isOpenObjection(objection) ? 'stop' : 'end')}
        ${state === 'RECEIVED' ? html`<span class="quiet">${t('officer.objection.screenBy', { day: day(objection.screenBy, { short: true }) })}</span>` : nothing}
        ${objection.late ? chip(t(state === 'RECEIVED' ? 'officer.objection.late' : 'officer.objection.wasLate'), 'stop') : nothing}</p>
      <blockquote>${objection.text}</blockquote>
      <p class="quiet">${[objection.name, objection.contact].filter(Boolean).join(' · ')}${objection.contactChecked ? ` · ${t('officer.objection.checked')}` : ''} · <time datetime=${objection.receivedAt}>${moment(objection.receivedAt)}</time></p>
      ${objection.reason ? html`<p>${t('officer.objection.screened')}${t('kit.colon')}${objection.reason}</p>` : nothing}
      ${objection.answer ? html`<p>${t('officer.objection.answered')}${t('kit.colon')}${objection.answer}</p>` : nothing}
      ${isOpenObjection(objection) && hasRole('INTAKE') ? html`<form novalidate @submit=${(event) => this.settle(event, objection)}>
        ${choice({ name: `result-${id}`, label: t(state === 'RECEIVED' ? 'officer.objection.screen' : 'officer.objection.result'), options, value: chosen, error: this.errorOf(`result-${id}`), onChange: (value) => this.keep(id, { chosen: value }) })}
        ${textArea({ name: `text-${id}`, label: t(state === 'RECEIVED' ? 'officer.objection.reason' : 'officer.objection.text'), value: text, rows: 3, maxlength: state === 'RECEIVED' ? 500 : 2000, error: this.errorOf(`text-${id}`), onInput: (value) => this.keep(id, { text: value }) })}
        ${state === 'RECEIVED' ? tick({ name: `checked-${id}`, label: t('officer.objection.check', { contact: objection.contact }), checked, error: this.errorOf(`checked-${id}`), onChange: (value) => this.keep(id, { checked: value }) }) : nothing}
        <div class="buttons"><button class="button">${t('officer.objection.send')}</button></div></form>` : nothing}
    </li>`;
  }

  body() {
    const { notice } = this;
    const rows = notice.filings ?? [];
    const columns = [
      { key: 'enterpriseName', label: t('officer.field.enterprise') },
      { key: 'itemCode', label: t('officer.field.item'), cell: (row) => html`<span class="code">${row.itemCode}</span> ${row.title}` },
      { key: 'state', label: t('officer.field.state'), cell: (row) => html`${has(`officer.notice.row.${row.state}`) ? t(`officer.notice.row.${row.state}`) : row.state}${row.endsOn !== notice.endsOn ? html`<span class="row-sub">${day(row.endsOn, { short: true })}</span>` : nothing}` },
      { key: 'amount', label: t('officer.field.amount'), numeric: true, cell: (row) => amount(row.amount) },
    ];
    return html`
      ${facts([
        [t('officer.field.state'), html`${noticeChip(notice.state)} ${notice.timeLeft}`],
        [t('officer.notices.published'), day(notice.publishedOn, { weekday: true })],
        [t('officer.notices.ends'), day(notice.endsOn, { weekday: true })],
        [t('officer.notice.days'), t('officer.publish.nDays', { n: notice.workingDays })],
        [t('officer.notice.calendar'), calendarName(notice.calendar)],
        [t('officer.notices.sum'), amount(notice.total)],
      ])}
      ${notice.replacedBy ? note(html`${t('officer.notice.replacedBy')} <a href="/officer/notices/${notice.replacedBy}">${t('officer.notice.replacedBy.link')}</a>`, 'stop') : nothing}
      ${notice.replaces ? note(html`${t('officer.notice.replaces', { reason: notice.correction })} <a href="/officer/notices/${notice.replaces}">${t('officer.notice.replaces.link')}</a>`) : nothing}
      <p><a href="/notices/${notice.id}">${t('officer.notice.public')}</a></p>
      <fpo-table .columns=${columns} .rows=${rows} caption=${t('officer.notices.filings')} .href=${(row) => `/officer/filings/${row.filing}`}></fpo-table>
      ${hasRole('INTAKE', 'AUDITOR') ? html`<section aria-labelledby="objections"><h2 id="objections">${t('officer.notices.objections')}</h2>
        ${this.objections.length ? html`<ul class="plain-list">${this.objections.map((objection) => this.objection(objection))}</ul>`
          : empty(t('officer.objection.none'), t(notice.state === 'CLOSED' ? 'officer.objection.emptyClosed' : 'officer.objection.empty'))}</section>` : nothing}
      ${notice.state === 'REPLACED' ? nothing : notice.state === 'CLOSED' ? note(t('officer.notice.closedNote')) : hasRole('INTAKE') ? html`<section class="decide" aria-labelledby="close-notice"><h2 id="close-notice">${t('officer.notice.close')}</h2>
        <p>${t(notice.state === 'OVER' ? 'officer.notice.closeNow' : 'officer.notice.closeLead', { day: day(notice.endsOn) })}</p>
        <div class="buttons"><button type="button" class="button" @click=${() => this.close()}>${t('officer.notice.close')}</button></div></section>
        <fpo-correct-notice .notice=${notice}></fpo-correct-notice>` : nothing}`;
  }
}
