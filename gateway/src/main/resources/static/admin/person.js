/** One person: roles and enterprises, a new code, switching off and on. Never the own account. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { confirm } from '../kit/dialog.js';
import { moment } from '../kit/format.js';
import { t, words } from '../kit/i18n.js';
import { facts } from '../kit/parts.js';
import { currentSession } from '../kit/session.js';
import { note } from '../kit/states.js';
import { say } from '../kit/toast.js';
import './represents.js';
import { accountState, dutiesFields, dutiesOf, issuedCode, namedErrors } from './duties.js';

await words('admin');

export default class OnePerson extends Page {
  static properties = { person: { state: true }, values: { state: true }, issued: { state: true } };

  heading() { return this.person?.displayName ?? this.params.username ?? ''; }
  back() { return { href: '/admin/people', text: t('admin.people.title') }; }
  aside() { return this.person ? accountState(this.person) : nothing; }
  measure() { return 'text'; }

  get path() { return `/api/people/${encodeURIComponent(this.params.username)}`; }

  show(person) {
    this.person = person;
    this.values = { displayName: person.displayName, roles: person.roles, codes: person.creditCodes.join('\n') };
  }

  async load() { this.show(await api.get(this.path)); }

  async save(event) {
    event.preventDefault();
    await this.submitOnce(async () => {
      this.show(await api.patch(this.path, dutiesOf(this.values), { of: this.person }));
      say(t('admin.people.saved'));
    }, { refused: (problem) => (problem.errors?.length ? this.fail(namedErrors(problem)) : this.failWith(problem)) });
  }

  async toggle() {
    const { enabled, displayName: name } = this.person;
    const changed = await confirm({
      title: t(enabled ? 'admin.people.off.sure' : 'admin.people.on.sure', { name }), body: html`<p>${t(enabled ? 'admin.people.off.text' : 'admin.people.on.text')}</p>`,
      yes: t(enabled ? 'admin.people.off' : 'admin.people.on'), danger: enabled, run: () => api.patch(this.path, { enabled: !enabled }, { of: this.person }),
    });
    if (!changed) return;
    this.issued = null;
    this.show(changed);
  }

  async renew() {
    const issued = await confirm({
      title: t('admin.people.renew.sure', { name: this.person.displayName }), body: html`<p>${t('admin.people.renew.text')}</p>`, yes: t('admin.people.renew'), run: () => api.post(`${this.path}/code`, {}),
    });
    if (!issued) return;
    this.show(issued);
    this.issued = issued;
  }

  async resetFactor() {
    const changed = await confirm({
      title: t('admin.people.factor.sure', { name: this.person.displayName }), body: html`<p>${t('admin.people.factor.text')}</p>`, yes: t('admin.people.factor.reset'), danger: true, run: () => api.delete(`${this.path}/factor`),
    });
    if (!changed) return;
    this.show(changed);
    say(t('admin.people.factor.done'));
  }

  body() {
    const { person } = this;
    const head = facts([[t('admin.people.username'), html`<span class="code">${person.username}</span>`], [t('admin.people.factor'), person.factorSince ? t('admin.people.factor.since', { at: moment(person.factorSince) }) : t('admin.people.factor.none'), html`<a href="/admin/factor-records?username=${person.username}">${t('admin.factors.of')}</a>`],
      [t('admin.people.codeUntil'), person.codeExpiresAt ? moment(person.codeExpiresAt) : nothing]]);
    if (currentSession().username === person.username) return html`${head}${note(t('admin.people.self'))}`;
    return html`${head}${this.issued ? issuedCode(this.issued) : nothing}
      <form class="form" novalidate @submit=${this.save}>${dutiesFields(this.values, (field) => this.errorOf(field), (some) => { this.values = { ...this.values, ...some }; })}
        <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('admin.people.save')}</button></div></form>
      ${person.creditCodes.length ? html`<fpo-represents .person=${person}></fpo-represents>` : nothing}
      <section class="section" aria-labelledby="access"><h2 id="access">${t('admin.people.access')}</h2><div class="buttons">
        ${person.enabled ? html`<button type="button" class="button second" @click=${this.renew}>${t('admin.people.renew')}</button>` : nothing}
        ${person.factorSince ? html`<button type="button" class="button second" @click=${this.resetFactor}>${t('admin.people.factor.reset')}</button>` : nothing}
        <button type="button" class="button second ${person.enabled ? 'danger' : ''}" @click=${this.toggle}>${t(person.enabled ? 'admin.people.off' : 'admin.people.on')}</button></div></section>`;
  }
}
