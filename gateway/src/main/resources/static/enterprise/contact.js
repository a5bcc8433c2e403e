/** Task: whom the officers call. */
import { html, savedAt, t, textField } from '/kit/kit.js';
import { FilingPage } from './filing-page.js';

export default class Contact extends FilingPage {
  static properties = { values: { state: true } };

  heading() { return t('task.contact'); }
  lead() { return t('contact.lead'); }
  async prepare() { this.values = { name: '', phone: '', email: '', ...(this.filing.contact ?? {}) }; }
  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }

  async submit(event) {
    event.preventDefault();
    const { phone, email } = this.values;
    const errors = [];
    if (phone.trim() && !/^\+?[\d ()-]{7,20}$/.test(phone.trim())) errors.push({ field: 'contact.phone', message: t('contact.phone.wrong') });
    if (email.trim() && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email.trim())) errors.push({ field: 'contact.email', message: t('contact.email.wrong') });
    if (errors.length) { this.fail(errors); return; }
    this.errors = [];
    const contact = Object.fromEntries(Object.entries(this.values).map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
    if (await this.save({ contact })) this.done();
  }

  body() {
    const field = (name, rest = {}) => textField({ name: `contact.${name}`, label: t(`contact.${name}`), value: this.values[name], width: 'medium', error: this.errorOf(`contact.${name}`), onInput: this.set(name), ...rest });
    return html`<form class="form" novalidate @submit=${this.submit}>
      ${field('name', { autocomplete: 'name', maxlength: 50 })}${field('phone', { kind: 'tel', autocomplete: 'tel', hint: t('contact.phone.hint') })}${field('email', { kind: 'email', autocomplete: 'email', optional: true })}
      ${savedAt({ at: this.saved, saving: this.saving, failed: this.failed })}
      <div class="buttons"><button class="button" ?disabled=${this.saving}>${t('task.save')}</button><a href=${this.path}>${t('task.later')}</a></div></form>`;
  }
}
