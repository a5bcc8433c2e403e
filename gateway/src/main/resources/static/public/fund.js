/** The fund in the open: the bar by line, exact figures, and what each state of money means. */
import { api, html, Page, sampleLabel, t } from '/kit/kit.js';
import { STATES } from '/kit/bar.js';

export default class Fund extends Page {
  static properties = { fund: { state: true } };

  heading() { return t('fundPage.title'); }
  lead() { return t('fundPage.lead'); }
  aside() { return sampleLabel(); }
  async load() { this.fund = await api.get('/api/fund/fund'); }

  body() {
    return html`<p class="big-sum">${t('home.sum')}</p><fpo-fund-bar .fund=${this.fund} mode="total" table="none"></fpo-fund-bar>
      <section class="section" aria-labelledby="lines"><h2 id="lines">${t('fundPage.lines')}</h2><fpo-fund-bar .fund=${this.fund} table="open" no-legend></fpo-fund-bar></section>
      <section class="section" aria-labelledby="words"><h2 id="words">${t('fundPage.words')}</h2>
        <dl class="facts">${['budget', ...STATES, 'recovered'].map((state) => html`<div><dt>${t(`fund.${state}`)}</dt><dd>${t(`fundPage.${state}`)}</dd></div>`)}</dl>
        <p class="measure section-note">${t('fundPage.identity')}</p><p class="measure quiet">${t('fundPage.assumption')} <a href="/api/fund/fund">${t('fundPage.data')}</a></p></section>`;
  }
}
