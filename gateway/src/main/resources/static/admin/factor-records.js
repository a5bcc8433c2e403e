/** Who set up or reset whose second factor, newest first. */
import { html } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, words } from '../kit/i18n.js';
import { when } from '../kit/format.js';
import { chip, pager } from '../kit/parts.js';
import '../kit/table.js';

await words('admin');

export default class FactorRecords extends Page {
  heading() { return t('admin.factors.title'); }
  lead() { return t('admin.factors.lead'); }
  back() { return this.username ? { href: `/admin/people/${this.username}`, text: this.username } : { href: '/admin/people', text: t('admin.people.title') }; }
  get username() { return this.query.get('username') ?? ''; }

  async load() { this.list = await api.get(`/api/factor-records?page=${Number(this.query.get('page') ?? 0)}&username=${encodeURIComponent(this.username)}`); }

  body() {
    return html`<fpo-table caption=${t('admin.factors.title')} .rows=${this.list.items} emptyTitle=${t('admin.factors.none')} emptyText=${t('admin.factors.noneText')} .columns=${[
      { key: 'at', label: t('admin.factors.at'), cell: (row) => when(row.at) },
      { key: 'username', label: t('admin.people.username'), cell: (row) => html`<a class="code" href="/admin/people/${row.username}">${row.username}</a>` },
      { key: 'act', label: t('admin.factors.act'), cell: (row) => chip(t(`admin.factors.${row.act}`), row.act === 'RESET' ? 'todo' : 'go') },
      { key: 'actor', label: t('admin.factors.actor'), cell: (row) => (row.actor === row.username ? t('admin.factors.self') : html`<span class="code">${row.actor}</span>`) },
    ]}></fpo-table>${pager(this.list, (page) => `/admin/factor-records?page=${page}${this.username ? `&username=${encodeURIComponent(this.username)}` : ''}`)}`;
  }
}
