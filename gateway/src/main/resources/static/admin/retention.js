/** How long records are kept, what is past its time, its erasure, and the record of erasures. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, words } from '../kit/i18n.js';
import { day, moment } from '../kit/format.js';
import { chip, pager } from '../kit/parts.js';
import { confirm } from '../kit/dialog.js';
import { hasRole } from '../kit/session.js';
import { say } from '../kit/toast.js';
import { stylesheet } from '../kit/stylesheet.js';
import '../kit/table.js';

await Promise.all([words('admin'), stylesheet('/officer/desk.css')]);

export default class Retention extends Page {
  heading() { return t('admin.retention.title'); }
  lead() { return t('admin.retention.lead'); }

  async load() {
    const page = this.query.get('page') ?? 0;
    [this.kinds, this.due, this.erasures] = await Promise.all([api.get('/api/fund/retention'), api.get('/api/fund/retention/due'), api.get(`/api/fund/retention/erasures?size=20&page=${page}`)]);
  }

  async erase({ code, title, count, before }) {
    const done = await confirm({
      title: t('admin.retention.sure', { title, count }), danger: true, yes: t('admin.retention.erase'),
      body: html`<p>${t('admin.retention.sureText', { day: day(before) })}</p>${count > 500 ? html`<p>${t('admin.retention.atMost')}</p>` : nothing}`,
      run: () => api.act(`/api/fund/retention/${code}/erase`, {}),
    });
    if (!done) return;
    say(t('admin.retention.done', { title, erased: done.erased, left: done.left }));
    await this.reload({ quiet: true });
  }

  title(code) { return this.kinds.find((kind) => kind.code === code)?.title ?? code; }

  action(row) {
    if (!row.count) return html`<span class="quiet">${t('admin.retention.nothing')}</span>`;
    if (row.disposal === 'ARCHIVE') return html`<span class="quiet">${t('admin.retention.toArchive')}</span>`;
    return hasRole('ADMIN') ? html`<button type="button" class="button second danger small" @click=${() => this.erase(row)}>${t('admin.retention.erase')}<span class="vh">${t('kit.colon')}${row.title}</span></button>`
      : html`<span class="quiet">${t('admin.retention.adminErases')}</span>`;
  }

  body() {
    const kind = new Map(this.kinds.map((each) => [each.code, each]));
    return html`<section class="section" aria-labelledby="kinds"><h2 id="kinds">${t('admin.retention.due')}</h2>
      <fpo-table caption=${t('admin.retention.due')} .rows=${this.due} .columns=${[
        { key: 'title', label: t('admin.retention.kind'), cell: (row) => html`<div>${row.title}<span class="row-sub">${kind.get(row.code).basis}</span></div>` },
        { key: 'years', label: t('admin.retention.years'), cell: (row) => { const { years, since } = kind.get(row.code); return html`<div>${years ? t('admin.retention.nYears', { n: years }) : t('admin.retention.forEver')}<span class="row-sub">${t('admin.retention.since', { since })}</span></div>`; } },
        { key: 'disposal', label: t('admin.retention.disposal'), cell: (row) => chip(t(`admin.retention.${row.disposal}`), row.disposal === 'ERASE' ? 'todo' : 'end') },
        { key: 'count', label: t('admin.retention.count'), numeric: true, cell: (row) => html`<div>${row.count}${row.oldest ? html`<span class="row-sub">${t('admin.retention.oldest', { day: day(row.oldest) })}</span>` : nothing}</div>` },
        { key: 'code', label: t('admin.retention.todo'), cell: (row) => this.action(row) },
      ]}></fpo-table></section>
      <section class="section" aria-labelledby="erasures"><h2 id="erasures">${t('admin.retention.record')}</h2><p class="section-lead">${t('admin.retention.recordLead')}</p>
        <fpo-table caption=${t('admin.retention.record')} .rows=${this.erasures.items} emptyTitle=${t('admin.retention.none')} emptyText=${t('admin.retention.noneText')} .columns=${[
          { key: 'erasedAt', label: t('admin.retention.at'), cell: (row) => html`<time datetime=${row.erasedAt}>${moment(row.erasedAt)}</time>` },
          { key: 'code', label: t('admin.retention.kind'), cell: (row) => this.title(row.code) },
          { key: 'before', label: t('admin.retention.before'), cell: (row) => day(row.before) },
          { key: 'erased', label: t('admin.retention.erased'), numeric: true },
          { key: 'erasedBy', label: t('admin.retention.by'), cell: (row) => html`<span class="code">${row.erasedBy}</span>` },
        ]}></fpo-table>${pager(this.erasures, (page) => `/admin/retention${page ? `?page=${page}` : ''}`)}</section>`;
  }
}
