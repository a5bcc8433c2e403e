/** Signing in. */
import { codeField, isCode } from '/kit/factor.js';
import { api, currentSession, go, homeOf, html, isSample, nothing, note, Page, refreshSession, t, textField } from '/kit/kit.js';

/** Only addresses of the portal itself may be returned to. */
const safe = (next) => (next && /^\/(?![/\\])/.test(next) ? next : null);

/** That somebody with a second factor signs in on this device: the field for the digits then stands open. */
const DEVICE = 'fpo.factor';
const kept = () => { try { return localStorage.getItem(DEVICE) === '1'; } catch { return false; } };
const keep = () => { try { localStorage.setItem(DEVICE, '1'); } catch { /* asked again next time */ } };

export default class SignIn extends Page {
  static properties = { username: { state: true }, password: { state: true }, code: { state: true } };

  constructor() {
    super();
    this.username = '';
    this.password = '';
    this.code = '';
  }

  heading() { return t('signIn.title'); }
  lead() { return t('signIn.lead'); }
  measure() { return 'text'; }

  async submit(event) {
    event.preventDefault();
    const missing = [];
    if (!this.username.trim()) missing.push({ field: 'username', message: t('signIn.username.missing') });
    if (!this.password) missing.push({ field: 'password', message: t('signIn.password.missing') });
    if (this.code.trim() && !isCode(this.code)) missing.push({ field: 'code', message: t('kit.factor.six') });
    await this.submitOnce(async () => {
      await api.post('/api/session', { username: this.username.trim(), password: this.password, ...(this.code.trim() && { code: this.code }) });
      const who = await refreshSession();
      if (who.factor?.setUp) keep();
      go(safe(this.query.get('next')) ?? homeOf(who), { replace: true });
    }, {
      wrong: missing,
      refused: (problem) => {
        this.code = '';
        if (!problem.errors.some(({ field }) => field === 'code')) this.password = '';
        return this.failWith(problem);
      },
    });
  }

  body() {
    const who = currentSession();
    return html`${this.query.get('ended') ? note(t('signIn.ended')) : nothing}${this.query.get('activated') ? note(t('signIn.activated'), 'go') : nothing}
      ${who.username ? note(html`${t('signIn.already', { name: who.displayName ?? who.username })} <a href=${homeOf(who)}>${t('signIn.goOn')}</a>`, 'go') : nothing}
      <form class="form" novalidate @submit=${this.submit}>
        ${textField({ name: 'username', label: t('signIn.username'), value: this.username, autocomplete: 'username', width: 'medium', error: this.errorOf('username'), required: true, onInput: (value) => { this.username = value; } })}
        ${textField({ name: 'password', label: t('signIn.password'), kind: 'password', value: this.password, autocomplete: 'current-password', width: 'medium', error: this.errorOf('password'), required: true, onInput: (value) => { this.password = value; } })}
        <details class="more" ?open=${kept() || Boolean(this.errorOf('code'))}><summary>${t('signIn.factor')}</summary>
          ${codeField({ value: this.code, hint: t('signIn.factor.hint'), required: false, optional: true, error: this.errorOf('code'), onInput: (value) => { this.code = value; } })}</details>
        <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('signIn.button')}</button></div>
      </form>
      <section class="section"><h2>${t(isSample() ? 'signIn.sample' : 'signIn.first')}</h2>${isSample() ? html`<p>${t('signIn.sample.text')}</p>` : nothing}
        <p>${t('signIn.code')} <a href="/activate">${t('signIn.code.link')}</a></p><p>${t('signIn.without')} <a href="/check">${t('home.next.enterprise.link')}</a></p></section>`;
  }
}
