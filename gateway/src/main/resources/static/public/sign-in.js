/** Signing in. */
import { api, currentSession, go, homeOf, html, isSample, nothing, note, Page, refreshSession, t, textField } from '/kit/kit.js';

/** Only addresses of the portal itself may be returned to. */
const safe = (next) => (next && /^\/(?![/\\])/.test(next) ? next : null);

export default class SignIn extends Page {
  static properties = { username: { state: true }, password: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.username = '';
    this.password = '';
    this.busy = false;
  }

  heading() { return t('signIn.title'); }
  lead() { return t('signIn.lead'); }
  measure() { return 'text'; }

  async submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const missing = [];
    if (!this.username.trim()) missing.push({ field: 'username', message: t('signIn.username.missing') });
    if (!this.password) missing.push({ field: 'password', message: t('signIn.password.missing') });
    if (missing.length) { this.fail(missing); return; }
    this.busy = true;
    this.errors = [];
    try {
      await api.post('/api/session', { username: this.username.trim(), password: this.password });
      const who = await refreshSession();
      go(safe(this.query.get('next')) ?? homeOf(who), { replace: true });
    } catch (problem) {
      this.password = '';
      this.failWith(problem);
    } finally {
      this.busy = false;
    }
  }

  body() {
    const who = currentSession();
    return html`${this.query.get('ended') ? note(t('signIn.ended')) : nothing}${this.query.get('activated') ? note(t('signIn.activated'), 'go') : nothing}
      ${who.username ? note(html`${t('signIn.already', { name: who.displayName ?? who.username })} <a href=${homeOf(who)}>${t('signIn.goOn')}</a>`, 'go') : nothing}
      <form class="form" novalidate @submit=${this.submit}>
        ${textField({ name: 'username', label: t('signIn.username'), value: this.username, autocomplete: 'username', width: 'medium', error: this.errorOf('username'), required: true, onInput: (value) => { this.username = value; } })}
        ${textField({ name: 'password', label: t('signIn.password'), kind: 'password', value: this.password, autocomplete: 'current-password', width: 'medium', error: this.errorOf('password'), required: true, onInput: (value) => { this.password = value; } })}
        <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('signIn.button')}</button></div>
      </form>
      <section class="section"><h2>${t(isSample() ? 'signIn.sample' : 'signIn.first')}</h2>${isSample() ? html`<p>${t('signIn.sample.text')}</p>` : nothing}
        <p>${t('signIn.code')} <a href="/activate">${t('signIn.code.link')}</a></p><p>${t('signIn.without')} <a href="/check">${t('home.next.enterprise.link')}</a></p></section>`;
  }
}
