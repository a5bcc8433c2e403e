/** The documents of a filing: what is asked, what is there, and a way to add it. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from './api.js';
import { t } from './i18n.js';
import { bytes } from './format.js';
import { isOfSystem } from './papers.js';
import { say } from './toast.js';

const TYPES = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };
const BY_ENDING = { pdf: 'application/pdf', ofd: 'application/ofd', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' };
const LARGEST = 20 * 1024 * 1024;

/**
 * `documents`: `[{code, name, required, provided, files?:[{name, size, sha256, type, seenBefore?}]}]`; `path`: address below which files are put (`/api/fund/filings/{id}/evidence`);
 * `editable`: uploads are open. Sends `uploaded` with `{code, file}` after each file.
 */
class Documents extends LitElement {
  static properties = { documents: { attribute: false }, path: {}, editable: { type: Boolean }, busy: { state: true }, troubles: { state: true } };

  constructor() {
    super();
    this.documents = [];
    this.busy = {};
    this.troubles = {};
  }

  createRenderRoot() { return this; }

  async add(document, file) {
    if (!file) return;
    const { code } = document;
    const ending = TYPES[file.type] ?? (file.name.split('.').pop() ?? '').toLowerCase();
    const type = BY_ENDING[ending];
    if (!type) return this.trouble(code, t('kit.document.type'));
    if (file.size > LARGEST) return this.trouble(code, t('kit.document.large', { size: bytes(file.size) }));
    if (!file.size) return this.trouble(code, t('kit.document.empty'));
    this.trouble(code, null);
    this.busy = { ...this.busy, [code]: 0 };
    const count = (document.files ?? []).length;
    const name = `${code}${count ? `-${count + 1}` : ''}.${ending === 'jpeg' ? 'jpg' : ending}`;
    try {
      const kept = await api.upload(`${this.path}/${name}`, file, { type, progress: (part) => { this.busy = { ...this.busy, [code]: part }; } });
      document.files = [...(document.files ?? []), { ...kept, name: kept.name ?? name, size: kept.size ?? file.size }];
      document.provided = true;
      say(t('kit.document.added', { name: document.name }));
      this.dispatchEvent(new CustomEvent('uploaded', { detail: { code, file: kept }, bubbles: true }));
    } catch (problem) {
      this.trouble(code, problem instanceof Problem ? problem.message : t('kit.problem.page'));
    } finally {
      const { [code]: done, ...rest } = this.busy;
      this.busy = rest;
    }
  }

  trouble(code, text) { this.troubles = { ...this.troubles, [code]: text }; }

  one(document) {
    const { code } = document;
    const system = isOfSystem(document);
    const id = `doc-${code}`;
    const open = this.editable && !system;
    const busy = this.busy[code];
    return html`<li class="document"><div class="document-what"><span class="document-code">${code}</span><span class="document-name" id="${id}-name">${document.name}</span>
        <span class="chip ${document.provided || system ? 'go' : document.required === false ? '' : 'todo'}">${system ? t('kit.document.system') : document.provided ? t('kit.document.there') : document.required === false ? t('kit.document.optional') : t('kit.document.wanted')}</span></div>
      ${document.files?.length ? html`<ul class="files">${document.files.map((file) => html`<li><a href="${this.path}/${file.name}" download>${file.name}</a> <span class="quiet">${file.size ? bytes(file.size) : ''}</span>${file.seenBefore ?? file.duplicate ? html` <span class="chip todo">${t('kit.document.seen')}</span>` : nothing}</li>`)}</ul>` : nothing}
      ${this.troubles[code] ? html`<p class="field-error" id="${id}-error" role="alert"><span class="vh">${t('kit.error.prefix')}</span>${this.troubles[code]}</p>` : nothing}
      ${busy !== undefined ? html`<p class="quiet" role="status">${t('kit.document.sending', { part: Math.round(busy * 100) })} <progress max="1" .value=${busy} aria-label=${document.name}></progress></p>` : nothing}
      ${open && busy === undefined ? html`<p class="document-add"><label class="button second small" for=${id}>${document.provided ? t('kit.document.another') : t('kit.document.choose')}<span class="vh">${t('kit.colon')}${document.name}</span></label>
        <input class="file" id=${id} type="file" accept=".pdf,.ofd,.jpg,.jpeg,.png" aria-describedby=${this.troubles[code] ? `${id}-error` : nothing}
          @change=${(event) => { this.add(document, event.target.files[0]); event.target.value = ''; }}></p>` : nothing}</li>`;
  }

  render() {
    return html`${this.editable ? html`<p class="hint">${t('kit.document.hint')}</p>` : nothing}<ul class="documents">${this.documents.map((document) => this.one(document))}</ul>`;
  }
}

customElements.define('fpo-documents', Documents);
