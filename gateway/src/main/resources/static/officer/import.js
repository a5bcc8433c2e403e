/** One file on its way into the register: its check, its errors or its changes, and the confirmation. */
import { html, nothing } from 'lit';
import { Page, api, bytes, confirm, empty, facts, moment, note, number, pager, say, t, tabs, when } from '../kit/kit.js';
import { download } from '../kit/api.js';
import { withQuery } from './desk.js';
import { importChip } from './imports.js';

const RUNNING = ['CHECKING', 'APPLYING'];
const SHOWN = 1000;

export default class Import extends Page {
  heading() { return this.import ? this.import.fileName : t('officer.imports.title'); }
  back() { return { href: '/officer/imports', text: t('officer.imports.title') }; }
  aside() { return this.import ? importChip(this.import.state) : nothing; }

  get path() { return `/api/industry/imports/${encodeURIComponent(this.params.id)}`; }
  get change() { return this.query.get('change') === 'CHANGED' || (!this.query.get('change') && !this.import.added && this.import.changed) ? 'CHANGED' : 'ADDED'; }

  async load() {
    const page = this.query.get('page') ?? 0;
    this.import = await api.get(this.path);
    this.wrong = this.import.errors ? await api.get(`${this.path}/errors?size=50&page=${page}`) : null;
    this.rows = this.import.state === 'READY' ? await api.get(`${this.path}/changes?change=${this.change}&size=50&page=${page}`) : null;
    clearTimeout(this.timer);
    if (RUNNING.includes(this.import.state) && this.isConnected) this.timer = setTimeout(() => this.reload({ quiet: true }), 1000);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  apply() {
    const { added, changed } = this.import;
    return confirm({
      title: t('officer.imports.apply.title', { n: number(added + changed, 0) }),
      body: html`<p>${t('officer.imports.apply.body', { added: number(added, 0), changed: number(changed, 0) })}</p>`,
      yes: t('officer.imports.apply'),
      run: async () => { await api.act(`${this.path}/apply`, undefined); await this.reload({ quiet: true }); },
    });
  }

  discard() {
    return confirm({
      title: t('officer.imports.discard.title'),
      body: html`<p>${t('officer.imports.discard.body')}</p>`,
      yes: t('officer.imports.discard'),
      danger: true,
      run: async () => { await api.act(`${this.path}/discard`, undefined); await this.reload({ quiet: true }); },
    });
  }

  async save() {
    try { await download(`${this.path}/errors`, 'text/csv', 'errors.csv'); } catch (problem) { say(problem.message, 'stop'); }
  }

  running({ state, done, total }) {
    const words = t(`officer.imports.progress.${state}`, { done: number(done, 0), total: number(total, 0) });
    return html`<div class="panel" role="status"><p>${words}</p><p><progress class="wide" max=${Math.max(1, total)} .value=${done} aria-label=${words}></progress></p><p class="quiet">${t('officer.imports.leave')}</p></div>`;
  }

  trouble({ problem, errors }) {
    if (problem) return html`<div class="note stop" role="alert"><p><strong>${problem.title}</strong></p><p>${problem.detail}</p></div>`;
    return errors ? html`<div class="note stop" role="alert"><p>${t('officer.imports.refused')}</p></div>` : nothing;
  }

  errorList() {
    const { wrong } = this;
    return html`<section class="section" aria-labelledby="import-errors"><h2 id="import-errors">${t('officer.imports.errors')}</h2>
      <p>${this.import.errors > SHOWN ? t('officer.imports.errorsShown', { n: number(this.import.errors, 0), shown: number(SHOWN, 0) }) : t('officer.imports.errorCount', { n: number(this.import.errors, 0) })}</p>
      <fpo-table caption=${t('officer.imports.errors')} .rows=${wrong.items} .columns=${[
        { key: 'row', label: t('officer.imports.row'), numeric: true, cell: (each) => String(each.row) },
        { key: 'column', label: t('officer.imports.column'), cell: (each) => each.columnName },
        { key: 'value', label: t('officer.imports.value'), cell: (each) => (each.value ? html`<span class="code">${each.value}</span>` : html`<span class="quiet">${t('officer.imports.blank')}</span>`) },
        { key: 'message', label: t('officer.imports.problem'), cell: (each) => each.message },
      ]}></fpo-table>${pager(wrong, (page) => withQuery({ page: page || null }))}
      <div class="buttons"><button type="button" class="button second small" @click=${() => this.save()}>${t('officer.imports.errors.csv')}</button></div></section>`;
  }

  cells(row) {
    return html`<ul class="cells">${row.cells.map((cell) => html`<li><span class="quiet">${row.what ?? cell.name}</span> ${row.change === 'CHANGED'
      ? html`<span class="was">${cell.before ?? t('officer.imports.blank')}</span> <span aria-hidden="true">→</span><span class="vh">→</span> <strong>${cell.after ?? t('officer.imports.blank')}</strong>` : cell.after}</li>`)}</ul>`;
  }

  changeList() {
    const { added, changed } = this.import;
    if (!added && !changed) return empty(t('officer.imports.noChanges'), t('officer.imports.noChangesText'));
    const link = (change) => withQuery({ change, page: null });
    return html`<section class="section" aria-labelledby="import-changes"><h2 id="import-changes">${t('officer.imports.changes')}</h2>
      ${tabs(t('officer.imports.changes'), [['ADDED', added], ['CHANGED', changed]].map(([key, n]) => ({ key, text: t(`officer.imports.changes.${key}`, { n: number(n, 0) }), href: link(key) })), this.change)}
      <fpo-table caption=${t('officer.imports.changes')} .rows=${this.rows.items} emptyTitle=${t('officer.imports.noneOfKind')} .columns=${[
        { key: 'row', label: t('officer.imports.row'), numeric: true, cell: (each) => String(each.row) },
        { key: 'subject', label: t('officer.imports.subject'), cell: (each) => html`<div>${each.subject}<span class="row-sub code">${Object.values(each.key).join(' · ')}</span></div>` },
        { key: 'cells', label: t('officer.imports.what'), wide: true, cell: (each) => this.cells(each) },
      ]}></fpo-table>${pager(this.rows, (page) => withQuery({ page: page || null }))}</section>`;
  }

  moves({ actions }) {
    if (!actions.length) return nothing;
    return html`<div class="buttons">${actions.includes('apply') ? html`<button type="button" class="button" @click=${() => this.apply()}>${t('officer.imports.apply')}</button>` : nothing}
      <button type="button" class="button second" @click=${() => this.discard()}>${t('officer.imports.discard')}</button></div>`;
  }

  body() {
    const it = this.import;
    if (RUNNING.includes(it.state)) return this.running(it);
    const counted = !it.problem && !it.errors;
    return html`${this.trouble(it)}
      ${it.recomputed && it.state === 'READY' ? note(t('officer.imports.recomputed')) : nothing}
      ${it.state === 'APPLIED' ? html`<div class="note go" role="status"><p>${t('officer.imports.done', { at: moment(it.finishedAt), by: it.finishedBy })}</p></div>` : nothing}
      ${it.state === 'DISCARDED' ? note(t('officer.imports.gone', { at: moment(it.finishedAt) })) : nothing}
      ${facts([
        [t('officer.imports.kind'), it.kindName],
        [t('officer.imports.at'), html`${when(it.startedAt)} ${it.startedBy}`],
        [t('officer.imports.rows'), it.rows ? number(it.rows, 0) : null],
        [t('officer.imports.added'), counted ? number(it.added, 0) : null],
        [t('officer.imports.changed'), counted ? number(it.changed, 0) : null],
        [t('officer.imports.unchanged'), counted ? number(it.unchanged, 0) : null],
        [t('officer.imports.size'), bytes(it.fileSize)],
      ])}
      ${this.moves(it)}
      ${this.wrong ? this.errorList() : nothing}${this.rows ? this.changeList() : nothing}
      ${it.actions.length ? nothing : html`<div class="buttons"><a class="button" href="/officer/imports">${t('officer.imports.again')}</a></div>`}
      <details class="more"><summary>${t('officer.imports.sha256')}</summary><p class="code break">${it.sha256}</p></details>`;
  }
}
