/** The offices of the joint review (联审) and who answers for them. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { hasRole } from '../kit/session.js';
import { say } from '../kit/toast.js';
import './desk.js';

export default class Offices extends Page {
  static properties = { values: { state: true }, offices: { state: true } };

  heading() { return t('officer.offices.title'); }
  lead() { return t('officer.offices.lead'); }

  async load() {
    this.offices = await api.get('/api/fund/offices');
    this.values ??= {};
  }

  async add(event, { office, name }) {
    event.preventDefault();
    const username = this.values[office]?.trim() ?? '';
    if (!/^[A-Za-z0-9._-]{1,80}$/.test(username)) return this.fail([{ field: `member-${office}`, message: t('officer.offices.needName') }]);
    this.errors = [];
    const done = await confirm({
      title: t('officer.offices.addSure', { username, name }), body: html`<p>${t('officer.offices.addText')}</p>`, yes: t('officer.offices.add'),
      run: () => api.act(`/api/fund/offices/${office}/members`, { username }),
    });
    if (!done) return undefined;
    this.offices = done;
    this.values = { ...this.values, [office]: '' };
    say(t('officer.offices.added', { username, name }));
    return undefined;
  }

  async remove({ office, name }, username) {
    const path = `/api/fund/offices/${office}/members/${encodeURIComponent(username)}`;
    const done = await confirm({
      title: t('officer.offices.removeSure', { username, name }), body: html`<p>${t('officer.offices.removeText')}</p>`, yes: t('officer.offices.remove'), danger: true,
      run: () => api.act(path, {}, { method: 'DELETE' }),
    });
    if (!done) return;
    await this.reload({ quiet: true });
    say(t('officer.offices.removed', { username, name }));
  }

  body() {
    const mayChange = hasRole('ADMIN');
    return html`${mayChange ? nothing : html`<p class="note">${t('officer.offices.whoMay')}</p>`}
      <div class="columns even">${this.offices.map((office) => html`<section class="side-block" aria-labelledby="office-${office.office}"><h2 id="office-${office.office}">${office.name}</h2>
        ${office.members.length ? html`<ul class="plain-list">${office.members.map((username) => html`<li><span class="code">${username}</span>
          ${mayChange ? html`<button type="button" class="plain" @click=${() => this.remove(office, username)}>${t('officer.offices.remove')}<span class="vh">${t('kit.colon')}${username}</span></button>` : nothing}</li>`)}</ul>`
          : html`<p class="quiet">${t('officer.offices.none')}</p>`}
        ${mayChange ? html`<form novalidate @submit=${(event) => this.add(event, office)}>
          ${textField({ name: `member-${office.office}`, label: t('officer.offices.username'), width: 'medium', maxlength: 80, value: this.values[office.office], error: this.errorOf(`member-${office.office}`), onInput: (value) => { this.values = { ...this.values, [office.office]: value }; } })}
          <div class="buttons"><button class="button second small">${t('officer.offices.add')}<span class="vh">${t('kit.colon')}${office.name}</span></button></div></form>` : nothing}</section>`)}</div>`;
  }
}
