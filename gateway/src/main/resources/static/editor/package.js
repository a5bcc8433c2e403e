/** The whole policy out and in: one JSON file or one workbook, checked as a whole before it becomes a draft. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api, Problem } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { bytes } from '../kit/format.js';
import { hasRole } from '../kit/session.js';
import { go } from '../kit/router.js';
import './desk.js';
import { previewOf } from './preview.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export default class WholePackage extends Page {
  static properties = { file: { state: true }, preview: { state: true }, busy: { state: true }, faults: { state: true } };

  heading() { return t('editor.package.title'); }
  lead() { return t('editor.package.lead'); }

  choose(file) {
    this.file = file;
    this.key = `${Date.now()}-${Math.random().toString(36).slice(2)}`; // one effect for one file chosen
    this.preview = null;
    this.faults = null;
    this.errors = [];
  }

  async send(check) {
    if (!this.file) return this.fail([{ field: 'file', message: t('editor.package.needFile') }]);
    this.busy = true;
    this.faults = null;
    this.errors = [];
    const type = /\.xlsx$/i.test(this.file.name) ? XLSX : 'application/json';
    try {
      const body = await this.file.arrayBuffer();
      if (check) this.preview = await api.post('/api/policy/packages?check=true', body, { raw: true, headers: { 'Content-Type': type } });
      else {
        const taken = await api.post('/api/policy/packages?check=false', body, { raw: true, headers: { 'Content-Type': type, 'Idempotency-Key': this.key } });
        go(`/editor/drafts/${taken.id}`);
      }
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.preview = null;
      if (problem.errors.length) this.faults = problem.errors;
      else this.failWith(problem);
    } finally {
      this.busy = false;
    }
  }

  body() {
    return html`<section aria-labelledby="out"><h2 id="out" class="section-head">${t('editor.package.out')}</h2><p class="measure">${t('editor.package.outText')}</p>
        <p class="buttons"><a class="button second" href="/api/policy/package?format=xlsx" download>${t('editor.package.xlsx')}</a><a class="button second" href="/api/policy/package?format=json" download>${t('editor.package.json')}</a></p></section>
      ${hasRole('POLICY_EDITOR') ? html`<section class="section" aria-labelledby="in"><h2 id="in" class="section-head">${t('editor.package.in')}</h2><p class="measure">${t('editor.package.inText')}</p>
        <form class="form" novalidate @submit=${(event) => { event.preventDefault(); this.send(true); }}>
          <div class="field ${this.errorOf('file') ? 'wrong' : ''}"><label for="f-file">${t('editor.package.file')}</label><p class="hint" id="f-file-hint">${t('editor.package.fileHint')}</p>
            ${this.errorOf('file') ? html`<p class="field-error">${this.errorOf('file')}</p>` : nothing}
            <input id="f-file" type="file" accept=".xlsx,.json,application/json,${XLSX}" aria-describedby="f-file-hint" @change=${(event) => this.choose(event.target.files[0])}>
            ${this.file ? html`<p class="quiet">${this.file.name} · ${bytes(this.file.size)}</p>` : nothing}</div>
          <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('editor.package.check')}</button></div></form>
        ${this.faults ? html`<section class="panel failed wide-panel" role="alert"><h3>${t('editor.package.faults', { count: this.faults.length })}</h3><p>${t('editor.package.faultsText')}</p>
          <table class="table"><caption class="vh">${t('editor.package.faults', { count: this.faults.length })}</caption><thead><tr><th scope="col">${t('editor.package.where')}</th><th scope="col">${t('editor.package.what')}</th></tr></thead>
          <tbody>${this.faults.map(({ field, message }) => html`<tr><th scope="row"><code>${field || t('editor.package.wholeFile')}</code></th><td data-label=${t('editor.package.what')}>${message}</td></tr>`)}</tbody></table></section>` : nothing}
        ${this.preview ? html`<section class="section" aria-labelledby="preview"><h2 id="preview" class="section-head">${t('editor.package.preview')}</h2>${previewOf(this.preview)}
          <p class="measure">${t('editor.package.takeText')}</p><div class="buttons"><button type="button" class="button" ?disabled=${this.busy} @click=${() => this.send(false)}>${t('editor.package.take')}</button></div></section>` : nothing}</section>` : nothing}`;
  }
}
