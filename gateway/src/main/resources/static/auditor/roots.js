/** The daily signed roots of a service's audit, its export and how the export is verified offline. */
import { html } from 'lit';
import { Page } from '../kit/page.js';
import { api, download } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { day, number } from '../kit/format.js';
import { pager } from '../kit/parts.js';
import { say } from '../kit/toast.js';
import '../kit/table.js';
import { auditTabs } from './desk.js';
import { withQuery } from '../officer/desk.js';

const SERVICES = ['fund', 'policy', 'industry'];
const LINES = 'application/x-ndjson';
const short = (hash) => html`<span class="code" title=${hash}>${hash.slice(0, 16)}…</span>`;

export default class Roots extends Page {
  static properties = { saving: { state: true } };

  heading() { return t('auditor.roots.title'); }
  lead() { return t('auditor.roots.lead'); }
  head() { return html`${super.head()}${auditTabs('roots')}`; }

  get service() { return SERVICES.includes(this.query.get('service')) ? this.query.get('service') : 'fund'; }

  async load() {
    this.list = await api.get(`/api/${this.service}/audit/roots?size=50&page=${Number(this.query.get('page') ?? 0)}`);
  }

  async save(path, accept, name) {
    this.saving = true;
    try { await download(path, accept, name); } catch (problem) { say(problem.message, 'stop'); } finally { this.saving = false; }
  }

  export(event) {
    event.preventDefault();
    const typed = new FormData(event.target);
    const asked = new URLSearchParams([...typed.entries()].filter(([, value]) => value));
    this.save(`/api/${this.service}/audit/export?${asked}`, LINES, `audit-${this.service}-service.ndjson`);
  }

  body() {
    const columns = [
      { key: 'day', label: t('auditor.roots.day'), cell: (root) => day(root.day) },
      { key: 'cases', label: t('auditor.roots.cases'), numeric: true, cell: (root) => number(root.cases, 0) },
      { key: 'hash', label: t('auditor.roots.hash'), cell: (root) => short(root.hash) },
      { key: 'previous', label: t('auditor.roots.previous'), cell: (root) => short(root.previous) },
      { key: 'signature', label: t('auditor.roots.signature'), cell: (root) => short(root.signature) },
    ];
    return html`<form class="filters" @submit=${(event) => event.preventDefault()}><label>${t('auditor.roots.service')}<select name="service" @change=${(event) => this.filter({ service: event.target.value, page: null })}>${SERVICES.map((service) => html`<option value=${service} ?selected=${service === this.service}>${t(`auditor.roots.${service}`)}</option>`)}</select></label></form>
      <section class="section" aria-labelledby="export"><h2 id="export">${t('auditor.export.title')}</h2><p class="measure">${t('auditor.export.lead')}</p>
        <form class="filters" @submit=${(event) => this.export(event)}><label>${t('auditor.export.from')}<input type="date" name="from"></label><label>${t('auditor.export.to')}<input type="date" name="to"></label>
          <button class="button small" ?disabled=${this.saving}>${t(this.saving ? 'auditor.export.saving' : 'auditor.export.save')}</button></form></section>
      <section class="section" aria-labelledby="verify"><h2 id="verify">${t('auditor.verify.title')}</h2><p class="measure">${t('auditor.verify.text')}</p>
        <p><code class="code">deploy/verify-audit audit-${this.service}-service.ndjson --root roots-${this.service}-service.ndjson</code></p>
        <p class="measure quiet">${t('auditor.verify.finds')}</p></section>
      <section class="section" aria-labelledby="roots"><h2 id="roots">${t('auditor.roots.list')}</h2>
        <div class="buttons"><button type="button" class="button second small" ?disabled=${this.saving} @click=${() => this.save(`/api/${this.service}/audit/roots`, LINES, `roots-${this.service}-service.ndjson`)}>${t('auditor.roots.save')}</button>
          <a class="link" href="/api/${this.service}/audit/key">${t('auditor.roots.key')}</a></div>
        <fpo-table .columns=${columns} .rows=${this.list.items} caption=${t('auditor.roots.list')} .emptyTitle=${t('auditor.roots.none')} .emptyText=${t('auditor.roots.none.text')}></fpo-table>
        ${pager(this.list, (page) => withQuery({ page: page || null }))}</section>`;
  }
}
