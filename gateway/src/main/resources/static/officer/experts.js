/** The register of experts that draws are made from, and the panels: how many score what, and what for. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { items } from '../kit/programme.js';
import { chip, tabs } from '../kit/parts.js';
import { textArea, textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { hasRole } from '../kit/session.js';
import { say } from '../kit/toast.js';
import '../kit/table.js';
import { rowsOf } from './desk.js';
import './panel-form.js';

const codesOf = (typed) => (typed ?? '').split(/[\s,，、;；]+/).map((code) => code.trim().toUpperCase()).filter(Boolean);

export default class Experts extends Page {
  static properties = { values: { state: true }, entering: { state: true }, setting: { state: true } };

  heading() { return t('officer.expertBook.title'); }
  lead() { return t(this.isPanels ? 'officer.panels.lead' : 'officer.expertBook.lead'); }
  get isPanels() { return this.query.get('view') === 'panels'; }
  get mayChange() { return hasRole('INTAKE', 'ADMIN'); }

  async load() {
    if (this.isPanels) [this.panels, this.calls, this.catalogue] = await Promise.all([api.get('/api/fund/expert-panels?size=200'), api.get('/api/fund/calls?size=200'), items()]);
    else this.experts = await api.get('/api/fund/experts');
    this.entering = null;
    this.setting = null;
  }

  async focusForm() {
    await this.updateComplete;
    this.querySelector('.decide h2')?.focus();
  }

  enter(expert) {
    this.errors = [];
    this.entering = { known: expert };
    this.values = { username: expert?.username ?? '', name: expert?.name ?? '', qualification: expert?.qualification ?? '', enterprises: (expert?.enterprises ?? []).join('\n') };
    this.focusForm();
  }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }

  keep(username, entry) { return api.put(`/api/fund/experts/${encodeURIComponent(username)}`, entry); }

  async save(event) {
    event.preventDefault();
    const { values } = this;
    const username = values.username.trim();
    const enterprises = codesOf(values.enterprises);
    const errors = [];
    if (!/^[A-Za-z0-9._-]{1,80}$/.test(username)) errors.push({ field: 'username', message: t('officer.expertBook.needUsername') });
    if (!values.name.trim()) errors.push({ field: 'name', message: t('officer.expertBook.needName') });
    if (enterprises.some((code) => !/^[0-9A-Z]{18}$/.test(code))) errors.push({ field: 'enterprises', message: t('officer.expertBook.needCodes') });
    if (errors.length) return this.fail(errors);
    this.errors = [];
    try {
      await this.keep(username, { name: values.name.trim(), active: this.entering.known?.active ?? true, qualification: values.qualification.trim(), enterprises });
      say(t('officer.expertBook.saved', { name: values.name.trim() }));
      await this.reload({ quiet: true });
    } catch (problem) { await this.failWith(problem); }
    return undefined;
  }

  async turn({ username, name, active }) {
    const done = await confirm({
      title: t(active ? 'officer.expertBook.offSure' : 'officer.expertBook.onSure', { name }), body: html`<p>${t(active ? 'officer.expertBook.offText' : 'officer.expertBook.onText')}</p>`,
      yes: t(active ? 'officer.expertBook.off' : 'officer.expertBook.on'), danger: active, run: () => this.keep(username, { name, active: !active }),
    });
    if (!done) return;
    say(t('officer.expertBook.saved', { name }));
    await this.reload({ quiet: true });
  }

  body() {
    const views = [['register', '/officer/experts'], ['panels', '/officer/experts?view=panels']];
    return html`${tabs(t('officer.expertBook.title'), views.map(([key, href]) => ({ key, href, text: t(`officer.expertBook.view.${key}`) })), this.isPanels ? 'panels' : 'register')}
      ${this.mayChange ? nothing : html`<p class="note">${t('officer.expertBook.whoMay')}</p>`}
      ${this.isPanels ? this.panelList() : this.register()}`;
  }

  register() {
    return html`${this.mayChange && !this.entering ? html`<p><button type="button" class="button second" @click=${() => this.enter()}>${t('officer.expertBook.new')}</button></p>` : nothing}
      ${this.entering ? this.form() : nothing}
      <fpo-table caption=${t('officer.expertBook.title')} .rows=${this.experts} sortBy="username" emptyTitle=${t('officer.expertBook.none')} emptyText=${t('officer.expertBook.noneText')} .columns=${[
        { key: 'username', label: t('officer.expertBook.expert'), sort: true, cell: (row) => html`<div>${row.name}<span class="row-sub code">${row.username}</span></div>` },
        { key: 'qualification', label: t('officer.expertBook.qualification'), cell: (row) => row.qualification || '–' },
        { key: 'enterprises', label: t('officer.expertBook.enterprises'), cell: (row) => (row.enterprises.length ? html`<div>${row.enterprises.map((code) => html`<span class="code">${code}</span> `)}</div>` : '–') },
        { key: 'active', label: t('officer.field.state'), sort: true, cell: (row) => chip(t(row.active ? 'officer.expertBook.active' : 'officer.expertBook.inactive'), row.active ? 'go' : 'end') },
        ...(this.mayChange ? [{ key: 'change', label: t('officer.expertBook.change'), cell: (row) => html`<div><button type="button" class="plain" @click=${() => this.enter(row)}>${t('officer.expertBook.edit')}<span class="vh">${t('kit.colon')}${row.name}</span></button>
          <button type="button" class="plain" @click=${() => this.turn(row)}>${t(row.active ? 'officer.expertBook.off' : 'officer.expertBook.on')}<span class="vh">${t('kit.colon')}${row.name}</span></button></div>` }] : []),
      ]}></fpo-table>`;
  }

  form() {
    const { values, entering: { known } } = this;
    const field = (name, more = {}) => ({ name, label: t(`officer.expertBook.${name}`), hint: t(`officer.expertBook.${name}Hint`), value: values[name], error: this.errorOf(name), onInput: this.set(name), ...more });
    return html`<section class="decide" aria-labelledby="enter-expert"><h2 id="enter-expert" tabindex="-1">${known ? t('officer.expertBook.editTitle', { name: known.name }) : t('officer.expertBook.new')}</h2>
      <form class="form" novalidate @submit=${(event) => this.save(event)}>
        ${known ? nothing : textField(field('username', { width: 'medium', maxlength: 80 }))}
        ${textField(field('name', { width: 'medium', maxlength: 100, hint: undefined }))}
        ${textArea(field('qualification', { rows: 2, maxlength: 500, optional: true }))}
        ${textArea(field('enterprises', { rows: 3, optional: true }))}
        <div class="buttons"><button class="button">${t('officer.expertBook.save')}</button><button type="button" class="button second" @click=${() => { this.entering = null; this.errors = []; }}>${t('kit.cancel')}</button></div></form></section>`;
  }

  /** What a scope is called: an item, or a call with its window. */
  scopeName(scope) {
    const call = rowsOf(this.calls).find(({ id }) => id === scope);
    if (call) return html`<div>${t('officer.panels.call')} <span class="code">${call.itemCode}</span> ${call.title}<span class="row-sub code">${scope}</span></div>`;
    return html`<div><span class="code">${scope}</span> ${this.catalogue.find(({ code }) => code === scope)?.title ?? ''}</div>`;
  }

  /** The panel in both languages, as it is stored. */
  async change(panel) {
    if (!panel) this.setting = {};
    else {
      const both = await api.get('/api/fund/expert-panels?size=200', { headers: { 'Accept-Language': 'mul' } });
      this.setting = { panel: rowsOf(both).find(({ scope }) => scope === panel.scope) };
    }
    this.focusForm();
  }

  async drop({ scope }) {
    const done = await confirm({ title: t('officer.panels.dropSure', { scope }), body: html`<p>${t('officer.panels.dropText')}</p>`, yes: t('officer.panels.drop'), danger: true,
      run: async () => (await api.act(`/api/fund/expert-panels/${encodeURIComponent(scope)}`, {}, { method: 'DELETE' })) ?? true });
    if (!done) return;
    say(t('officer.panels.dropped'));
    await this.reload({ quiet: true });
  }

  panelList() {
    return html`${this.mayChange && !this.setting ? html`<p><button type="button" class="button second" @click=${() => this.change()}>${t('officer.panels.new')}</button></p>` : nothing}
      ${this.setting ? html`<fpo-panel-form .panel=${this.setting.panel} .calls=${rowsOf(this.calls)} .catalogue=${this.catalogue} @panel-set=${() => this.reload({ quiet: true })} @panel-left=${() => { this.setting = null; }}></fpo-panel-form>` : nothing}
      <fpo-table caption=${t('officer.expertBook.view.panels')} .rows=${rowsOf(this.panels)} emptyTitle=${t('officer.panels.none')} emptyText=${t('officer.panels.noneText')} .columns=${[
        { key: 'scope', label: t('officer.panels.scope'), cell: (row) => this.scopeName(row.scope) },
        { key: 'experts', label: t('officer.panels.experts'), numeric: true },
        { key: 'criteria', label: t('officer.panels.criteria'), cell: (row) => (row.criteria.length ? row.criteria.map(({ name, most }) => t('officer.panels.mark', { name, most })).join(t('kit.list')) : t('officer.panels.oneScore')) },
        ...(this.mayChange ? [{ key: 'change', label: t('officer.expertBook.change'), cell: (row) => html`<div><button type="button" class="plain" @click=${() => this.change(row)}>${t('officer.expertBook.edit')}<span class="vh">${t('kit.colon')}${row.scope}</span></button>
          <button type="button" class="plain" @click=${() => this.drop(row)}>${t('officer.panels.drop')}<span class="vh">${t('kit.colon')}${row.scope}</span></button></div>` }] : []),
      ]}></fpo-table>`;
  }
}
