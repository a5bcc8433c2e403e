/** The person's own second factor: whether it is set up, and setting it up with an authenticator app. */
import { api, clockTime, currentSession, html, nothing, note, Page, refreshSession, say, svg, t, textField } from '/kit/kit.js';
import { codeField, isCode } from '/kit/factor.js';

export default class Factor extends Page {
  static properties = { factor: { state: true }, enrolment: { state: true }, password: { state: true }, code: { state: true } };

  constructor() {
    super();
    this.password = '';
    this.code = '';
  }

  heading() { return t('factor.title'); }
  lead() { return t('factor.lead'); }
  measure() { return 'text'; }

  async load() { this.factor = (await refreshSession()).factor; }

  /** Sends one step; what was typed wrong is said beside its field. */
  async send(event, missing, step) {
    event.preventDefault();
    await this.submitOnce(step, { wrong: missing ? [missing] : [] });
  }

  begin(event) {
    return this.send(event, this.password ? null : { field: 'password', message: t('signIn.password.missing') }, async () => {
      this.enrolment = await api.post('/api/session/factor/enrolment', { password: this.password });
      this.password = '';
    });
  }

  confirm(event) {
    return this.send(event, isCode(this.code) ? null : { field: 'code', message: t('kit.factor.six') }, async () => {
      this.factor = await api.post('/api/session/factor/enrolment/confirm', { code: this.code });
      this.enrolment = null;
      this.code = '';
      await refreshSession();
      say(t('factor.done'));
    });
  }

  button(text) { return html`<div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : text}</button></div>`; }

  qr({ size, path }) {
    return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${t('factor.qr')}>${svg`<path d=${path} />`}</svg>`;
  }

  enrol() {
    const { secret, address, qr } = this.enrolment;
    return html`<section class="section" aria-labelledby="scan"><h2 id="scan">${t('factor.scan')}</h2><p>${t('factor.scan.text')}</p>
        ${this.qr(qr)}
        <p>${t('factor.secret')}${t('kit.colon')}<span class="code">${secret}</span></p><p><a href=${address}>${t('factor.open')}</a></p>${note(t('factor.once'))}</section>
      <section class="section" aria-labelledby="prove"><h2 id="prove">${t('factor.confirm')}</h2>
        <form class="form" novalidate @submit=${this.confirm}>${codeField({ value: this.code, error: this.errorOf('code'), onInput: (value) => { this.code = value; } })}${this.button(t('factor.confirm.button'))}</form></section>`;
  }

  body() {
    if (!currentSession().username) return html`${note(t('factor.signIn'))}<p><a class="button" href="/sign-in?next=/factor">${t('factor.signIn.link')}</a></p>`;
    if (this.enrolment) return this.enrol();
    if (this.factor?.setUp) {
      return html`${note(html`${t('factor.on')} ${this.factor.freshUntil ? t('factor.fresh', { time: clockTime(this.factor.freshUntil) }) : nothing}`, 'go')}
        <section class="section"><h2>${t('factor.lost')}</h2><p>${t('factor.lost.text')}</p></section>`;
    }
    return html`${note(html`<strong>${t('factor.app')}</strong> ${t('factor.app.text')}`)}
      <form class="form" novalidate @submit=${this.begin}>${textField({ name: 'password', label: t('factor.password'), hint: t('factor.password.hint'), kind: 'password', value: this.password, autocomplete: 'current-password', width: 'medium', required: true, error: this.errorOf('password'), onInput: (value) => { this.password = value; } })}${this.button(t('factor.begin'))}</form>`;
  }
}
