/** What does not go together in the published figures: what stands there, what may explain it, what is done with it here. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { number } from '../kit/format.js';
import { analystTabs, rowsOf, signed } from './desk.js';
import { figureLink, figureTabs } from './figure-tabs.js';

export default class Contradictions extends Page {
  heading() { return t('analyst.contradictions.title'); }
  lead() { return t('analyst.contradictions.lead'); }
  head() { return html`${super.head()}${analystTabs('figures')}${figureTabs('contradictions')}`; }

  async load() {
    const [contradictions, figures, derived] = await Promise.all([
      api.get('/api/industry/figures/contradictions'), api.get('/api/industry/figures?size=200').catch(() => []), api.get('/api/industry/figures/derived').catch(() => []),
    ]);
    this.contradictions = rowsOf(contradictions);
    this.figures = new Map(rowsOf(figures).map((figure) => [figure.id, figure]));
    this.derived = new Map(rowsOf(derived).map((each) => [each.code, each]));
  }

  said(id) {
    const figure = this.figures.get(id);
    if (!figure) return figureLink(id);
    const value = figure.value === null || figure.value === undefined ? '' : `${figure.qualifier ?? ''}${number(figure.value, 4)} ${figure.unit ?? t('analyst.figures.noUnit')}`;
    return html`<div><dt>${figure.subject ?? ''} ${figure.name} <span class="quiet">${figure.period?.name} · ${figureLink(id)}</span></dt>
      <dd>${value}${figure.growth ? html` <span class="quiet">${t('analyst.column.growth')} ${signed(figure.growth)}%</span>` : nothing}</dd></div>`;
  }

  body() {
    return html`<ol class="disputes">${this.contradictions.map((each) => html`<li class="dispute">
      <div><p class="dispute-text">${each.text}</p>${each.explanation ? html`<p>${each.explanation}</p>` : nothing}
        ${(each.derivations ?? []).map((code) => this.derived.get(code)).filter(Boolean).map((derived) => html`<p class="formula worked"><a href="/analyst/figures/derived#derived-${derived.code}">${derived.name}</a><br>${derived.worked}</p>`)}</div>
      <dl class="dispute-figures">${each.figures.map((id) => this.said(id))}</dl></li>`)}</ol>`;
  }
}
