/** Everybody with an account. */
import { html } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { selectField } from '../kit/form.js';
import { t, tc, words } from '../kit/i18n.js';
import { pager } from '../kit/parts.js';
import '../kit/table.js';
import { accountState, ROLES } from './duties.js';

await words('admin');

export default class People extends Page {
  heading() { return t('admin.people.title'); }
  lead() { return t('admin.people.lead'); }
  aside() { return html`<a class="button second" href="/admin/factor-records">${t('admin.factors.title')}</a><a class="button" href="/admin/new-person">${t('admin.people.new')}</a>`; }

  get role() { return this.query.get('role') ?? ''; }

  async load() {
    this.list = await api.get(`/api/people?page=${Number(this.query.get('page') ?? 0)}&role=${encodeURIComponent(this.role)}`);
  }

  body() {
    const columns = [
      { key: 'displayName', label: t('admin.people.name') },
      { key: 'username', label: t('admin.people.username'), cell: (person) => html`<span class="code">${person.username}</span>` },
      { key: 'roles', label: t('admin.people.roles'), cell: (person) => person.roles.map((role) => tc('role', role)).join(t('kit.list')) },
      { key: 'creditCodes', label: t('admin.people.codes'), cell: (person) => html`<span class="code">${person.creditCodes.join(' ')}</span>` },
      { key: 'enabled', label: t('admin.people.state'), cell: accountState },
    ];
    return html`<form class="filters" @submit=${(event) => event.preventDefault()}>
        ${selectField({ name: 'role', label: t('admin.people.role'), value: this.role, blank: t('admin.people.everybody'), options: ROLES.map((value) => ({ value, text: tc('role', value) })), onChange: (role) => this.filter({ role, page: null }) })}</form>
      <fpo-table .columns=${columns} .rows=${this.list.items} caption=${t('admin.people.title')} .href=${(person) => `/admin/people/${person.username}`} .rowClass=${(person) => (person.enabled ? '' : 'quiet')}
        .emptyTitle=${t('admin.people.none')} .emptyText=${t('admin.people.none.text')}></fpo-table>
      ${pager(this.list, (page) => `/admin/people?page=${page}&role=${this.role}`)}`;
  }
}
