/** From filing to money in working days, against the aim of sixty: in all, by step and by call. */
import { api, calendarName, day, html, number, Page, registerLabel, t } from '/kit/kit.js';
import '/kit/table.js';

const days = (value) => (value === undefined || value === null ? '–' : number(value, String(value).endsWith('.0') ? 0 : 1));
const share = (measure) => (measure.count ? t('timeliness.share', { share: days(measure.share), within: measure.within, count: measure.count }) : '–');

export default class Timeliness extends Page {
  static properties = { found: { state: true } };

  heading() { return t('timeliness.title'); }
  lead() { return t('timeliness.lead'); }
  back() { return { href: '/awards', text: t('awards.title') }; }
  aside() { return registerLabel(); }

  async load() {
    const asked = new URLSearchParams();
    for (const name of ['call', 'item']) if (this.query.get(name)) asked.set(name, this.query.get(name));
    this.found = await api.get(`/api/fund/timeliness?${asked}`);
  }

  figure(term, value, text) {
    return html`<div><dt>${term}</dt><dd>${value}${text ? html` <span class="quiet">· ${text}</span>` : ''}</dd></div>`;
  }

  body() {
    const { paid, open, phases, calls, aim, asOf, calendar, ended } = this.found;
    const steps = [
      { key: 'name', label: t('timeliness.step') },
      { key: 'count', label: t('timeliness.count'), numeric: true },
      { key: 'median', label: t('timeliness.median'), numeric: true, cell: (phase) => days(phase.median) },
      { key: 'longest', label: t('timeliness.longest'), numeric: true, cell: (phase) => days(phase.longest) },
    ];
    const byCall = [
      { key: 'itemCode', label: t('notice.item'), cell: (call) => html`${call.itemCode} ${call.title}` },
      { key: 'year', label: t('timeliness.year'), numeric: true, cell: (call) => String(call.year) },
      { key: 'paid', label: t('timeliness.paid'), numeric: true, cell: (call) => call.paid.count },
      { key: 'median', label: t('timeliness.median'), numeric: true, cell: (call) => days(call.paid.median) },
      { key: 'share', label: t('timeliness.within', { aim }), numeric: true, cell: (call) => share(call.paid) },
      { key: 'open', label: t('timeliness.open'), numeric: true, cell: (call) => call.open.count },
    ];
    return html`<dl class="facts">
        ${this.figure(t('timeliness.median.paid'), paid.count ? t('timeliness.days', { days: days(paid.median) }) : '–', paid.count ? t('timeliness.longest.text', { days: days(paid.longest) }) : t('timeliness.nonePaid'))}
        ${this.figure(t('timeliness.within', { aim }), share(paid))}
        ${this.figure(t('timeliness.open'), t('timeliness.open.text', { count: open.count, beyond: open.count - open.within, aim }))}</dl>
      <section class="section" aria-labelledby="steps"><h2 id="steps">${t('timeliness.steps')}</h2><p class="section-lead">${t('timeliness.steps.lead')}</p>
        <fpo-table .columns=${steps} .rows=${phases} caption=${t('timeliness.steps')} .emptyTitle=${t('timeliness.nonePaid')}></fpo-table></section>
      <section class="section" aria-labelledby="calls"><h2 id="calls">${t('timeliness.calls')}</h2>
        <fpo-table .columns=${byCall} .rows=${calls} caption=${t('timeliness.calls')} .href=${(call) => `/items/${call.itemCode}`} .emptyTitle=${t('timeliness.none')} .emptyText=${t('timeliness.none.text')}></fpo-table></section>
      <p class="quiet section-note measure">${t('timeliness.note', { day: day(asOf), calendar: calendarName(calendar), ended })}</p>`;
  }
}
