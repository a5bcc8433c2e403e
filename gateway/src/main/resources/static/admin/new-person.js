/** Entering a person, who then sets the own password with the code. */
import { html } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { textField } from '../kit/form.js';
import { t, words } from '../kit/i18n.js';
import { dutiesFields, dutiesOf, issuedCode, namedErrors } from './duties.js';

await words('admin');

const BLANK = { username: '', displayName: '', roles: [], codes: '' };

export default class NewPerson extends Page {
  static properties = { values: { state: true }, issued: { state: true } };

  constructor() {
    super();
    this.values = BLANK;
    this.issued = null;
  }

  heading() { return t('admin.people.new'); }
  lead() { return t('admin.people.new.lead'); }
  back() { return { href: '/admin/people', text: t('admin.people.title') }; }
  measure() { return 'text'; }

  async submit(event) {
    event.preventDefault();
    await this.submitOnce(async () => {
      this.issued = await api.post('/api/people', { username: this.values.username.trim(), ...dutiesOf(this.values) });
      this.values = BLANK;
    }, { refused: (problem) => (problem.errors?.length ? this.fail(namedErrors(problem)) : this.failWith(problem)) });
  }

  body() {
    if (this.issued) {
      return html`${issuedCode(this.issued)}<div class="buttons"><button type="button" class="button" @click=${() => { this.issued = null; }}>${t('admin.people.another')}</button>
        <a class="button second" href="/admin/people">${t('admin.people.done')}</a></div>`;
    }
    return html`<form class="form" novalidate @submit=${this.submit}>
      ${textField({ name: 'username', label: t('admin.people.username'), hint: t('admin.people.username.hint'), value: this.values.username, width: 'medium', maxlength: 64, required: true, error: this.errorOf('username'), onInput: (username) => { this.values = { ...this.values, username }; } })}
      ${dutiesFields(this.values, (field) => this.errorOf(field), (some) => { this.values = { ...this.values, ...some }; })}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('admin.people.enter')}</button></div></form>`;
  }
}
