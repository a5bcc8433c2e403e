/** Setting the own password with a one-time code: the first two administrators, and whoever a security administrator has entered. */
import { api, choice, currentSession, go, html, note, nothing, Page, t, tc, textField } from '/kit/kit.js';

const OTHER = 'OTHER';
const SHORTEST = 12;
const FIELDS = ['who', 'code', 'username', 'name', 'password', 'again'];

export default class Activate extends Page {
  static properties = { ...Object.fromEntries(FIELDS.map((field) => [field, { state: true }])), open: { state: true } };

  constructor() {
    super();
    for (const field of FIELDS) this[field] = '';
    this.username = this.query.get('username') ?? '';
    this.open = [];
  }

  heading() { return t('activate.title'); }
  lead() { return t('activate.lead'); }
  measure() { return 'text'; }

  async load() {
    this.open = (await api.get('/api/activation')).open;
    if (!this.open.length || this.username) this.who = OTHER;
  }

  get first() { return this.who && this.who !== OTHER; }

  missing() {
    const missing = [];
    const need = (field, key, value = this[field].trim(), shown = field) => { if (!value) missing.push({ field: shown, message: t(`activate.${key}.missing`) }); };
    need('who', 'who', this.who, 'role');
    need('code', 'code');
    need('username', 'username');
    if (this.first) need('name', 'name', this.name.trim(), 'displayName');
    need('password', 'password', this.password);
    if (this.password && [...this.password].length < SHORTEST) missing.push({ field: 'password', message: t('activate.password.short') });
    else if (this.password && this.password !== this.again) missing.push({ field: 'again', message: t('activate.again.differs') });
    return missing;
  }

  async submit(event) {
    event.preventDefault();
    await this.submitOnce(async () => {
      await api.post('/api/activation', { code: this.code, username: this.username.trim(), password: this.password, ...(this.first && { role: this.who, displayName: this.name.trim() }) });
      go('/sign-in?activated=1', { replace: true });
    }, {
      wrong: this.missing(),
      // A code that was used or has expired is one field's fault, and the problem itself says what to do.
      refused: (problem) => (problem.status !== 400 ? this.fail([{ field: problem.errors[0]?.field, message: problem.message }]) : this.failWith(problem)),
    });
  }

  field(name, label, more) {
    return textField({ name, label: t(label), required: true, width: 'medium', error: this.errorOf(name), ...more });
  }

  body() {
    const who = currentSession();
    if (who.username) return note(t('activate.signedIn', { name: who.displayName ?? who.username }), 'stop');
    return html`<form class="form" novalidate @submit=${this.submit}>
      ${this.open.length ? choice({ name: 'role', label: t('activate.who'), hint: t('activate.who.hint'), value: this.who, error: this.errorOf('role'),
        options: [...this.open.map((role) => ({ value: role, text: tc('role', role) })), { value: OTHER, text: t('activate.other') }], onChange: (value) => { this.who = value; } }) : nothing}
      ${this.field('code', 'activate.code', { hint: t(this.first ? 'activate.code.hintFirst' : 'activate.code.hint'), width: 'long', value: this.code, maxlength: 100, onInput: (value) => { this.code = value; } })}
      ${this.field('username', 'activate.username', { hint: t(this.first ? 'activate.username.choose' : 'activate.username.hint'), value: this.username, autocomplete: 'username', maxlength: 64, onInput: (value) => { this.username = value; } })}
      ${this.first ? this.field('displayName', 'activate.name', { value: this.name, autocomplete: 'name', maxlength: 100, onInput: (value) => { this.name = value; } }) : nothing}
      ${this.field('password', 'activate.password', { kind: 'password', hint: t('activate.password.hint'), value: this.password, autocomplete: 'new-password', maxlength: 200, onInput: (value) => { this.password = value; } })}
      ${this.field('again', 'activate.again', { kind: 'password', value: this.again, autocomplete: 'new-password', maxlength: 200, onInput: (value) => { this.again = value; } })}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('activate.button')}</button></div>
    </form>`;
  }
}
