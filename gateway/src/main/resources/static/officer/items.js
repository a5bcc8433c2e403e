/** The mosaic as the officers' catalogue: filings in each tile, by state. */
import { html } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { shortYuan, sum } from '../kit/format.js';
import { sampleLabel } from '../kit/states.js';
import '../kit/mosaic.js';
import { articles, items } from '../kit/programme.js';
import { STATES } from './desk.js';

const OPEN = STATES.filter((state) => !['DRAFT', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'LAPSED'].includes(state));
const MOST_PAGES = 10;

export default class Items extends Page {
  heading() { return t('officer.items.title'); }
  lead() { return t('officer.items.lead'); }
  aside() { return sampleLabel(); }

  async load() {
    [this.articles, this.items] = await Promise.all([articles(), items()]);
    const filings = [];
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await api.get(`/api/fund/filings?size=200&page=${page}`);
      filings.push(...answer.items);
      if ((page + 1) * 200 >= answer.total) break;
    }
    this.filings = filings.filter(({ state }) => OPEN.includes(state) && (!this.query.get('state') || state === this.query.get('state')));
  }

  body() {
    const byItem = new Map();
    for (const filing of this.filings) byItem.set(filing.itemCode, [...(byItem.get(filing.itemCode) ?? []), filing]);
    const most = Math.max(1, ...[...byItem.values()].map(({ length }) => length));
    const numbers = Object.fromEntries(this.items.map(({ code }) => {
      const list = byItem.get(code);
      if (!list) return [code, { text: '–', title: t('officer.items.zero') }];
      const money = sum(list.map(({ amount }) => amount));
      return [code, { text: t('officer.items.count', { n: list.length }), share: list.length / most, title: t('officer.items.tile', { n: list.length, amount: shortYuan(money) }) }];
    }));
    const state = this.query.get('state') ?? '';
    return html`<form class="filters" @submit=${(event) => event.preventDefault()}><label>${t('officer.field.state')}<select name="state" @change=${(event) => this.filter({ state: event.target.value })}><option value="">${t('officer.items.all')}</option>
        ${OPEN.map((each) => html`<option value=${each} ?selected=${each === state}>${tc('state', each)}</option>`)}</select></label>
        <p class="quiet">${t('officer.items.sum', { n: this.filings.length, amount: shortYuan(sum(this.filings.map(({ amount }) => amount))) })}</p></form>
      <fpo-mosaic class="counted" .articles=${this.articles} .items=${this.items} .numbers=${numbers} no-legend .href=${(code) => `/officer/filings?item=${code}${state ? `&state=${state}` : ''}`} label=${t('officer.items.title')}></fpo-mosaic>`;
  }
}
