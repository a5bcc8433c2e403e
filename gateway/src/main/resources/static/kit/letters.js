/** The official letters of a filing, or of one of its recoveries, each for print and as PDF. Shows nothing while there are none. */
import { LitElement, html, nothing } from 'lit';
import { api } from './api.js';
import { day } from './format.js';
import { lang, t } from './i18n.js';

class Letters extends LitElement {
  static properties = { filing: { type: String }, recovery: { type: String }, state: { type: String }, letters: { state: true } };

  createRenderRoot() { return this; }

  /** Each state may have brought a letter. */
  async willUpdate(changed) {
    if (!changed.has('filing') && !changed.has('recovery') && !changed.has('state')) return;
    const { filing, recovery } = this;
    const letters = await api.get(`/api/fund/filings/${encodeURIComponent(filing)}/letters`).catch(() => []);
    if (filing === this.filing) this.letters = recovery ? letters.filter((letter) => letter.recovery === recovery) : letters;
  }

  render() {
    if (!this.letters?.length) return nothing;
    const tongue = lang() === 'en' ? '&language=en' : '';
    return html`<section class="section" aria-labelledby="letters"><h2 id="letters" class="section-head">${t('letters.title')}</h2>
      <ul class="letters">${this.letters.map(({ id, title, number, issuedOn }) => html`<li>
        <a href="/api/fund/letters/${id}?format=html${tongue}" target="_blank" rel="noopener">${title}<span class="vh">${t('letters.newWindow')}</span></a>
        <span class="num quiet">${number}</span> <time class="quiet" datetime=${issuedOn}>${day(issuedOn)}</time>
        <a href="/api/fund/letters/${id}?format=pdf${tongue}" download aria-label=${t('letters.pdf', { title })}>PDF</a></li>`)}</ul></section>`;
  }
}

customElements.define('fpo-letters', Letters);
