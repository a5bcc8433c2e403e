/** Task: the documents, one upload each, in any order. */
import { api, html, savedAt, t } from '/kit/kit.js';
import { FilingPage } from './filing-page.js';
import '/kit/documents.js';

export default class Papers extends FilingPage {
  heading() { return t('task.documents'); }
  lead() { return t('papers.lead'); }

  async uploaded() {
    this.saved = new Date().toISOString();
    this.filing = await api.get(this.api).catch(() => this.filing);
  }

  body() {
    return html`<fpo-documents .documents=${this.filing.documents ?? []} path="${this.api}/evidence" ?editable=${this.editable} @uploaded=${this.uploaded}></fpo-documents>
      <div class="section-note">${savedAt({ at: this.saved })}</div>
      <div class="buttons"><a class="button" href="${this.query.get('from') === 'check' ? `${this.path}/check` : this.path}">${t('papers.done')}</a></div>`;
  }
}
