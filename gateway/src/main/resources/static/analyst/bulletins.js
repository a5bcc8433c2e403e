/** The bulletins that can be read, newest first. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { pager } from '../kit/parts.js';
import { empty, registerLabel } from '../kit/states.js';
import { stylesheet } from '../kit/stylesheet.js';
import { analystTabs } from './desk.js';

await stylesheet('/analyst/bulletin.css');

const KINDS = ['month', 'quarter'];

export default class Bulletins extends Page {
  heading() { return t('analyst.bulletins.title'); }
  lead() { return t('analyst.bulletins.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${analystTabs('bulletins')}`; }

  async load() {
    const asked = new URLSearchParams({ size: '24' });
    for (const name of ['kind', 'page']) if (this.query.get(name)) asked.set(name, this.query.get(name));
    this.answer = await api.get(`/api/industry/bulletins?${asked}`);
  }

  body() {
    const { query } = this;
    const years = new Map();
    for (const entry of this.answer.items) years.set(entry.period.slice(0, 4), [...(years.get(entry.period.slice(0, 4)) ?? []), entry]);
    return html`<div class="view-tools" role="group" aria-label=${t('analyst.kind')}>${[null, ...KINDS].map((kind) => html`<a class="pick" href="/analyst/bulletins${kind ? `?kind=${kind}` : ''}" aria-current=${(query.get('kind') ?? null) === kind ? 'true' : nothing}>${kind ? t(`analyst.bulletins.${kind}`) : t('analyst.all')}</a>`)}</div>
      ${this.answer.items.length ? [...years].map(([year, entries]) => html`<section class="bulletin-year" aria-labelledby="y-${year}"><h2 id="y-${year}">${year}</h2><ul class="bulletin-list">${entries.map(({ period, title }) => html`<li><a href="/analyst/bulletin/${period}">${title}</a></li>`)}</ul></section>`) : empty(t('analyst.bulletins.none'), t('analyst.bulletins.empty'))}
      ${pager(this.answer, (page) => `/analyst/bulletins?${new URLSearchParams({ ...Object.fromEntries(query), page })}`)}`;
  }
}
