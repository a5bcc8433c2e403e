/** Files for the register: a template, a file, its check; and what was handed in before. */
import { html, nothing } from 'lit';
import { Page, api, bytes, chip, choice, empty, go, hasRole, number, pager, say, t, when } from '../kit/kit.js';
import { download } from '../kit/api.js';
import './desk.js';
import { withQuery } from './desk.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TYPES = { csv: 'text/csv', txt: 'text/plain', xlsx: XLSX };
const LARGEST = 32 * 1024 * 1024;
const FINAL = { APPLIED: 'go', REFUSED: 'stop', FAILED: 'stop', DISCARDED: 'end', READY: 'todo' };

export const importChip = (state) => chip(t(`officer.imports.state.${state}`), FINAL[state] ?? '');
export const kinds = () => [...(hasRole('INTAKE') || hasRole('ADMIN') ? ['enterprises', 'facts', 'projects'] : []), ...(hasRole('ANALYST') || hasRole('ADMIN') ? ['reports'] : [])];

export default class Imports extends Page {
  static properties = { kind: { state: true }, file: { state: true }, sent: { state: true }, over: { state: true } };

  heading() { return t('officer.imports.title'); }
  lead() { return t('officer.imports.lead'); }

  async load() {
    this.kind ??= kinds()[0];
    this.list = await api.get(`/api/industry/imports?size=20&page=${this.query.get('page') ?? 0}`);
  }

  take(file) {
    if (!file) return;
    this.file = file;
    this.errors = [];
  }

  drop(event) {
    event.preventDefault();
    this.over = false;
    this.take(event.dataTransfer.files[0]);
  }

  async send(event) {
    event.preventDefault();
    if (!this.file) return this.fail([{ field: 'file', message: t('officer.imports.need') }]);
    if (this.file.size > LARGEST) return this.fail([{ field: 'file', message: t('officer.imports.large', { size: bytes(this.file.size) }) }]);
    this.errors = [];
    this.sent = 0;
    const type = TYPES[(this.file.name.split('.').pop() ?? '').toLowerCase()] ?? 'application/octet-stream';
    try {
      const taken = await api.upload(`/api/industry/imports/${this.kind}?name=${encodeURIComponent(this.file.name.slice(0, 200))}`, this.file, { type, method: 'POST', progress: (part) => { this.sent = part; } });
      go(`/officer/imports/${taken.id}`);
    } catch (problem) {
      this.failWith(problem);
    } finally {
      this.sent = undefined;
    }
  }

  async template(type, ending) {
    try { await download(`/api/industry/imports/${this.kind}/template`, type, `${this.kind}.${ending}`); } catch (problem) { say(problem.message, 'stop'); }
  }

  form() {
    const wrong = this.errorOf('file');
    return html`<form class="panel import ${this.over ? 'over' : ''}" novalidate aria-labelledby="new-import" @submit=${(event) => this.send(event)}
        @dragover=${(event) => { event.preventDefault(); this.over = true; }} @dragleave=${() => { this.over = false; }} @drop=${(event) => this.drop(event)}>
      <h2 id="new-import">${t('officer.imports.new')}</h2>
      ${choice({ name: 'kind', label: t('officer.imports.kind'), value: this.kind, options: kinds().map((kind) => ({ value: kind, text: t(`officer.imports.kind.${kind}`), hint: t(`officer.imports.about.${kind}`) })), onChange: (kind) => { this.kind = kind; } })}
      <div class="buttons"><button type="button" class="button second small" @click=${() => this.template(XLSX, 'xlsx')}>${t('officer.imports.template.xlsx')}</button>
        <button type="button" class="button second small" @click=${() => this.template('text/csv', 'csv')}>${t('officer.imports.template.csv')}</button></div>
      <div class="field ${wrong ? 'wrong' : ''}"><label for="f-file">${t('officer.imports.file')}</label>
        <p class="hint" id="f-file-hint">${this.over ? t('officer.imports.drop') : t('officer.imports.hint')}</p>
        ${wrong ? html`<p class="field-error" id="f-file-error"><span class="vh">${t('kit.error.prefix')}</span>${wrong}</p>` : nothing}
        <p class="document-add"><label class="button second" for="f-file">${this.file ? t('officer.imports.another') : t('officer.imports.choose')}</label>
          <input class="file" id="f-file" name="file" type="file" accept=".csv,.xlsx,.txt" aria-describedby="f-file-hint" aria-invalid=${wrong ? 'true' : nothing} @change=${(event) => this.take(event.target.files[0])}>
          ${this.file ? html`<span class="chosen">${this.file.name} <span class="quiet">${bytes(this.file.size)}</span></span>` : nothing}</p></div>
      ${this.sent === undefined ? html`<div class="buttons"><button class="button">${t('officer.imports.send')}</button></div>`
        : html`<p role="status">${t('officer.imports.sending', { part: Math.round(this.sent * 100) })} <progress max="1" .value=${this.sent} aria-label=${t('officer.imports.file')}></progress></p>`}
    </form>`;
  }

  result(row) {
    if (row.errors) return html`<span class="stop-text">${t('officer.imports.errorCount', { n: number(row.errors, 0) })}</span>`;
    if (row.problem) return html`<span class="stop-text">${row.problem.title}</span>`;
    return row.state === 'CHECKING' ? html`<span class="quiet">–</span>` : t('officer.imports.counts', { added: number(row.added, 0), changed: number(row.changed, 0), unchanged: number(row.unchanged, 0) });
  }

  body() {
    const { list } = this;
    return html`${this.form()}
      <section class="section" aria-labelledby="imports-list"><h2 id="imports-list">${t('officer.imports.list')}</h2>
      ${list.items.length ? html`<fpo-table caption=${t('officer.imports.list')} .rows=${list.items} .href=${({ id }) => `/officer/imports/${id}`} .columns=${[
        { key: 'file', label: t('officer.imports.file'), cell: (row) => row.fileName },
        { key: 'kind', label: t('officer.imports.kind'), cell: (row) => row.kindName },
        { key: 'state', label: t('officer.imports.state'), cell: (row) => importChip(row.state) },
        { key: 'result', label: t('officer.imports.result'), cell: (row) => this.result(row) },
        { key: 'at', label: t('officer.imports.at'), cell: (row) => when(row.startedAt) },
        { key: 'by', label: t('officer.imports.by'), cell: (row) => row.startedBy },
      ]}></fpo-table>${pager(list, (page) => withQuery({ page: page || null }))}` : empty(t('officer.imports.none'), t('officer.imports.noneText'))}</section>`;
  }
}
