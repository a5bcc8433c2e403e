/** One recovery as the enterprise sees it, and its statement. */
import { api, confirm, day, html, note, nothing, Page, Problem, say, t, textArea } from '/kit/kit.js';
import { recoveryFacts, recoveryHistory } from '/kit/recovery-words.js';
import '/kit/letters.js';

export default class Recovery extends Page {
  static properties = { row: { state: true }, text: { state: true } };

  heading() { return this.row ? t('recoveries.title', { number: this.row.number }) : t('nav.recoveries'); }
  back() { return { href: '/enterprise/recoveries', text: t('nav.recoveries') }; }
  measure() { return 'text'; }

  async load() {
    this.row = await api.get(`/api/fund/recoveries/${encodeURIComponent(this.params.id)}`);
    this.text ??= this.row.statement ?? '';
  }

  async send(event) {
    event.preventDefault();
    const text = this.text.trim();
    if (!text) return this.fail([{ field: 'text', message: t('recoveries.needText') }]);
    this.errors = [];
    const done = await confirm({ title: t('recoveries.sure'), body: html`<p>${t('recoveries.sureText')}</p>`, yes: t('recoveries.send'),
      run: () => api.act(`/api/fund/recoveries/${this.row.id}/statement`, { text }, { of: this.row }).catch((problem) => {
        throw problem instanceof Problem ? Object.assign(problem, { message: [problem.message, ...problem.errors.map((error) => error.message)].join(' ') }) : problem;
      }) });
    if (!done) return undefined;
    say(t('recoveries.sent'));
    return this.reload({ quiet: true });
  }

  body() {
    const { row } = this;
    return html`${row.state === 'DEMANDED' ? note(t('recoveries.heard', { day: day(row.heardUntil, { weekday: true }) })) : nothing}
      ${row.state === 'ORDERED' ? note(t('recoveries.pay', { day: day(row.dueOn, { weekday: true }), number: row.number }), row.overdue ? 'stop' : '') : nothing}
      ${recoveryFacts(row, '/enterprise/filings')}
      ${row.actions?.includes('statement') ? html`<form class="form" novalidate @submit=${(event) => this.send(event)}>
        ${textArea({ name: 'text', label: t('recoveries.statement'), hint: t('recoveries.hint'), value: this.text, rows: 6, maxlength: 4000, error: this.errorOf('text'), onInput: (value) => { this.text = value; } })}
        <div class="buttons"><button class="button">${t('recoveries.send')}</button></div></form>` : nothing}
      <fpo-letters filing=${row.filing} recovery=${row.id} state="${row.state} ${row.dunnings.length}"></fpo-letters>
      ${recoveryHistory(row)}`;
  }
}
