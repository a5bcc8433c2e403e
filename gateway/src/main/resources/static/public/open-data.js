/** The published awards for machines: files, what each column means, and the signed roots of the audit. */
import { api, html, nothing, Page, say, t } from '/kit/kit.js';
import { download } from '/kit/api.js';
import '/kit/table.js';

const SERVICES = ['fund', 'policy', 'industry'];

export default class OpenData extends Page {
  static properties = { dictionary: { state: true } };

  heading() { return t('openData.title'); }
  lead() { return t('openData.lead'); }
  back() { return { href: '/awards', text: t('awards.title') }; }

  async load() { this.dictionary = await api.get('/api/fund/awards/dictionary'); }

  async save(path, accept, name) {
    try { await download(path, accept, name); } catch (problem) { say(problem.message, 'stop'); }
  }

  body() {
    const columns = [
      { key: 'name', label: t('openData.column'), cell: (field) => html`<span class="code">${field.name}</span>` },
      { key: 'title', label: t('openData.name') },
      { key: 'type', label: t('openData.type'), cell: (field) => t(`openData.type.${field.type}`) },
      { key: 'meaning', label: t('openData.meaning'), cell: (field) => html`<span>${field.meaning}${field.required ? nothing : html` <span class="quiet">${t('openData.optional')}</span>`}${field.values ? html` <span class="code">${field.values.join(' · ')}</span>` : nothing}</span>` },
    ];
    return html`<div class="buttons"><button type="button" class="button" @click=${() => this.save('/api/fund/awards', 'text/csv', 'awards.csv')}>${t('openData.csv')}</button>
        <a class="link" href="/api/fund/awards?size=200">JSON</a> <a class="link" href="/api/fund/awards/dictionary">${t('openData.dictionary')} (JSON)</a></div>
      <p class="measure section-note">${this.dictionary.note}</p>
      <section class="section" aria-labelledby="columns"><h2 id="columns">${t('openData.dictionary')}</h2>
        <fpo-table .columns=${columns} .rows=${this.dictionary.fields} caption=${t('openData.dictionary')}></fpo-table></section>
      <section class="section" aria-labelledby="roots"><h2 id="roots">${t('openData.roots')}</h2><p class="measure">${t('openData.roots.text')}</p>
        <div class="buttons">${SERVICES.map((service) => html`<button type="button" class="button second small" @click=${() => this.save(`/api/${service}/audit/roots`, 'application/x-ndjson', `roots-${service}-service.ndjson`)}>${t(`openData.roots.${service}`)}</button>`)}</div>
        <p class="quiet section-note">${t('openData.key')} ${SERVICES.map((service, i) => html`${i ? t('kit.list') : ''}<a class="link" href="/api/${service}/audit/key">${t(`openData.key.${service}`)}</a>`)}</p></section>`;
  }
}
