/** Who may act for an enterprise: its legal representative gives and ends mandates. */
import { api, chip, choice, confirm, currentSession, day, html, note, nothing, Page, say, t, tc, textField } from '/kit/kit.js';
import '/kit/table.js';
import { chosenEnterprise, enterpriseChoice, ownEnterprises } from './own.js';

const RIGHTS = ['FILE', 'CONFIRM_ACCOUNT'];
const nothingTyped = () => ({ username: '', name: '', may: ['FILE'], from: '', to: '' });

export default class Mandates extends Page {
  static properties = { code: { state: true }, list: { state: true }, values: { state: true } };

  constructor() {
    super();
    this.values = nothingTyped();
  }

  heading() { return t('mandates.title'); }
  lead() { return t('mandates.lead'); }

  async load() {
    this.code ??= chosenEnterprise(this.query);
    [this.enterprises, this.list] = await Promise.all([ownEnterprises(), api.get(`/api/fund/mandates?creditCode=${this.code}&size=200`)]);
  }

  /** Whether this person names the clerks. */
  get represents() { return this.list.items.some(({ username, role, inForce }) => inForce && role === 'LEGAL_REPRESENTATIVE' && username === currentSession().username); }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }

  wrong() {
    const { username, name, may, from, to } = this.values;
    const errors = [];
    if (!username.trim()) errors.push({ field: 'username', message: t('mandates.needUsername') });
    if (!name.trim()) errors.push({ field: 'name', message: t('mandates.needName') });
    if (!may.length) errors.push({ field: 'may', message: t('mandates.needRight') });
    if (from && to && to < from) errors.push({ field: 'to', message: t('mandates.daysTurned') });
    return errors;
  }

  async give(event) {
    event.preventDefault();
    const { username, name, may, from, to } = this.values;
    await this.submitOnce(async () => {
      await api.act('/api/fund/mandates', { creditCode: this.code, role: 'CLERK', username: username.trim(), name: name.trim(), may, ...(from && { from }), ...(to && { to }) });
      say(t('mandates.given'));
      this.values = nothingTyped();
      await this.reload({ quiet: true });
    }, { wrong: this.wrong() });
  }

  async end(mandate) {
    const done = await confirm({ title: t('mandates.end.title', { name: mandate.name }), body: html`<p>${t('mandates.end.text')}</p>`, yes: t('mandates.end'), danger: true, run: () => api.act(`/api/fund/mandates/${mandate.id}/end`, {}) });
    if (!done) return;
    say(t('mandates.ended'));
    await this.reload({ quiet: true });
  }

  state(mandate) {
    if (mandate.endedAt) return chip(t('mandates.state.ended'), 'end');
    return mandate.inForce ? chip(t('mandates.state.inForce'), 'go') : chip(t('mandates.state.notNow'), 'todo');
  }

  form() {
    const { values } = this;
    const field = (name, extra) => textField({ name, label: t(`mandates.${name}`), value: values[name], error: this.errorOf(name), onInput: this.set(name), onChange: this.set(name), ...extra });
    return html`<section class="section no-print" aria-labelledby="give"><h2 id="give">${t('mandates.give')}</h2><form class="form" novalidate @submit=${this.give}>
      ${field('username', { hint: t('mandates.username.hint'), maxlength: 80, width: 'medium' })}${field('name', { maxlength: 100, width: 'medium' })}
      ${choice({ name: 'may', label: t('mandates.may'), many: true, value: values.may, error: this.errorOf('may'), options: RIGHTS.map((value) => ({ value, text: tc('right', value) })), onChange: this.set('may') })}
      ${field('from', { kind: 'date', optional: true, hint: t('mandates.from.hint') })}${field('to', { kind: 'date', optional: true, hint: t('mandates.to.hint') })}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('mandates.giveIt')}</button></div></form></section>`;
  }

  body() {
    const { represents } = this;
    const me = currentSession().username;
    const mayEnd = (mandate) => !mandate.endedAt && mandate.role === 'CLERK' && (represents || mandate.username === me);
    const columns = [
      { key: 'name', label: t('mandates.person'), cell: (mandate) => html`${mandate.name} <span class="quiet">${mandate.username}</span>` },
      { key: 'role', label: t('mandates.role'), cell: (mandate) => tc('mandateRole', mandate.role) },
      { key: 'may', label: t('mandates.may'), cell: (mandate) => (mandate.role === 'LEGAL_REPRESENTATIVE' ? t('mandates.everything') : mandate.may.map((right) => tc('right', right)).join(t('kit.list'))) },
      { key: 'from', label: t('mandates.days'), cell: (mandate) => `${day(mandate.from)} – ${mandate.to ? day(mandate.to) : t('mandates.noEnd')}` },
      { key: 'state', label: t('filings.state'), cell: (mandate) => html`${this.state(mandate)}${mayEnd(mandate) ? html` <button type="button" class="link" @click=${() => this.end(mandate)}>${t('mandates.end')}<span class="vh">${t('kit.colon')}${mandate.name}</span></button>` : nothing}` },
    ];
    return html`${enterpriseChoice(this.enterprises, this.code, (code) => { this.code = code; this.filter({ e: code }); this.reload({ quiet: true }); })}
      ${this.list.items.length ? nothing : note(t('mandates.none'))}
      ${this.list.items.length ? html`<fpo-table .columns=${columns} .rows=${this.list.items} caption=${t('mandates.title')}></fpo-table>` : nothing}
      ${represents ? this.form() : this.list.items.length ? html`<p class="quiet section-note">${t('mandates.onlyRepresentative')}</p>` : nothing}`;
  }
}
