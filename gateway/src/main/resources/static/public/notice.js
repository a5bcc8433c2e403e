/** One notice: who is to receive what, until when, and how to object. */
import { amount, api, calendarName, chip, day, facts, html, nothing, note, Page, selectField, t, textArea, textField } from '/kit/kit.js';
import { noticeName, noticeOpen, noticeState } from './notices.js';

const SHORTEST = 10;

export default class Notice extends Page {
  static properties = { notice: { state: true }, values: { state: true }, sent: { state: true } };

  constructor() {
    super();
    this.values = { filing: '', name: '', contact: '', text: '' };
  }

  heading() { return this.notice ? noticeName(this.notice) : t('notices.notice'); }
  lead() { return t('notice.lead'); }
  back() { return { href: '/notices', text: t('notices.title') }; }
  aside() { return this.notice ? noticeState(this.notice) : nothing; }
  async load() { this.notice = await api.get(`/api/fund/notices/${encodeURIComponent(this.params.id)}`); }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }

  async object(event) {
    event.preventDefault();
    const cases = this.notice.filings ?? [];
    const values = { ...this.values, filing: this.values.filing || (cases.length === 1 ? cases[0].filing : '') };
    const missing = ['filing', 'name', 'contact', 'text'].filter((name) => !values[name].trim()).map((field) => ({ field, message: t(`objection.${field}.missing`) }));
    if (values.text.trim() && values.text.trim().length < SHORTEST) missing.push({ field: 'text', message: t('objection.text.short', { shortest: SHORTEST }) });
    await this.submitOnce(async () => {
      this.sent = await api.act(`/api/fund/notices/${encodeURIComponent(this.params.id)}/objections`, values);
      await this.updateComplete;
      this.querySelector('#objection-sent')?.focus();
    }, { wrong: missing });
  }

  form(cases) {
    if (this.sent) return html`<div class="panel done" id="objection-sent" tabindex="-1"><h3>${t('objection.sent')}</h3><p>${t('objection.sent.text', { number: this.sent.id, day: day(this.sent.screenBy) })}</p></div>`;
    return html`<form class="form" novalidate @submit=${this.object}>
      ${selectField({ name: 'filing', label: t('objection.filing'), value: this.values.filing, blank: t('objection.choose'), error: this.errorOf('filing'), onChange: this.set('filing'),
        options: cases.map((entry) => ({ value: entry.filing, text: `${entry.enterpriseName} · ${entry.itemCode} ${entry.title}` })) })}
      ${textField({ name: 'name', label: t('objection.name'), hint: t('objection.name.hint'), value: this.values.name, autocomplete: 'name', width: 'medium', error: this.errorOf('name'), onInput: this.set('name') })}
      ${textField({ name: 'contact', label: t('objection.contact'), hint: t('objection.contact.hint'), value: this.values.contact, autocomplete: 'tel', width: 'medium', error: this.errorOf('contact'), onInput: this.set('contact') })}
      ${textArea({ name: 'text', label: t('objection.text'), hint: t('objection.text.hint'), rows: 6, maxlength: 2000, value: this.values.text, error: this.errorOf('text'), onInput: this.set('text') })}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('objection.send')}</button></div></form>`;
  }

  /** What it corrects, or what corrects it. */
  correction() {
    const { replaces, replacedBy, correction } = this.notice;
    return html`${replacedBy ? note(html`${t('notice.replacedBy')} <a href="/notices/${replacedBy}">${t('notice.replacedBy.link')}</a>`, 'stop') : nothing}
      ${replaces ? note(html`${t('notice.replaces', { reason: correction })} <a href="/notices/${replaces}">${t('notice.replaces.link')}</a>`) : nothing}`;
  }

  body() {
    const { notice } = this;
    const cases = notice.filings ?? [];
    const columns = [
      { key: 'enterpriseName', label: t('notice.enterprise'), },
      { key: 'title', label: t('notice.item'), cell: (entry) => html`<a href="/items/${entry.itemCode}">${entry.itemCode} ${entry.title}</a>` },
      { key: 'state', label: t('notices.state'), cell: (entry) => chip(t(`notice.row.${entry.state}`), entry.state === 'PAUSED' || entry.state === 'REJECTED' ? 'stop' : entry.state === 'CONFIRMED' ? 'go' : '') },
      { key: 'amount', label: t('notice.amount'), numeric: true, cell: (entry) => amount(entry.amount) },
    ];
    return html`${this.correction()}${facts([
        [t('notices.from'), day(notice.publishedOn, { weekday: true })],
        [t('notices.to'), html`${day(notice.endsOn, { weekday: true })}${notice.workingDays ? ` ${t('notice.days', { days: notice.workingDays })}` : ''}`],
        [t('notices.state'), notice.timeLeft],
        [t('notice.calendar'), calendarName(notice.calendar)],
        [t('notice.sum'), amount(notice.total)],
      ])}
      <section class="section" aria-labelledby="cases"><h2 id="cases">${t('notice.cases', { count: cases.length })}</h2>
        <fpo-table .columns=${columns} .rows=${cases} caption=${t('notice.cases', { count: cases.length })}></fpo-table></section>
      <section class="section no-print" aria-labelledby="object"><h2 id="object">${t('objection.title')}</h2>
        ${noticeOpen(notice) ? html`<p class="section-lead">${t('objection.lead', { day: day(notice.endsOn) })}</p>${this.form(cases)}` : note(t(notice.replacedBy ? 'objection.replaced' : 'objection.closed', { day: day(notice.endsOn) }))}</section>`;
  }
}
