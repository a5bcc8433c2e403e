/** 免申即享: an item is chosen, the register judged on proven facts alone, and the lists made so far. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, moment } from '../kit/format.js';
import { chip, pager } from '../kit/parts.js';
import { sampleLabel } from '../kit/states.js';
import { selectField } from '../kit/form.js';
import { go, keepQuery } from '../kit/router.js';
import '../kit/table.js';
import { rowsOf } from './desk.js';

const TONES = { DRY_RUN: 'todo', CONFIRMED: 'go', DISCARDED: 'end' };
export const listChip = (state) => chip(t(`officer.free.state.${state}`), TONES[state]);

export default class NoApplication extends Page {
  heading() { return t('officer.free.title'); }
  lead() { return t('officer.free.lead'); }

  async load() {
    const [items, lists] = await Promise.all([
      api.get('/api/policy/items?track=NO_APPLICATION'),
      api.get(`/api/policy/entitlement-runs?size=20&page=${this.query.get('page') ?? 0}`),
    ]);
    this.items = rowsOf(items);
    this.lists = lists;
  }

  get item() { return this.items.find(({ code }) => code === this.query.get('item')) ?? this.items[0]; }

  async make(event) {
    event.preventDefault();
    await this.submitOnce(async () => {
      const made = await api.act('/api/policy/entitlement-runs', { item: this.item.code });
      go(`/officer/no-application/${made.id}`);
    });
  }

  body() {
    return html`${this.items.length ? this.form() : html`<p>${t('officer.free.noItems')}</p>`}
      <section class="section" aria-labelledby="lists"><h2 id="lists">${t('officer.free.lists')}</h2>
        <fpo-table caption=${t('officer.free.lists')} .rows=${rowsOf(this.lists)} .href=${({ id }) => `/officer/no-application/${id}`}
          emptyTitle=${t('officer.free.noLists')} emptyText=${t('officer.free.noListsText')} .columns=${[
            { key: 'item', label: t('officer.field.item'), cell: (list) => html`<span class="item-code">${list.item}</span> ${list.title}` },
            { key: 'state', label: t('officer.field.state'), cell: (list) => listChip(list.state) },
            { key: 'createdAt', label: t('officer.free.madeAt'), cell: (list) => html`<time datetime=${list.createdAt}>${moment(list.createdAt)}</time>` },
            { key: 'included', label: t('officer.free.included'), numeric: true, cell: (list) => list.counts.included },
            { key: 'sum', label: t('officer.free.sum'), numeric: true, cell: (list) => amount(list.sum) },
          ]}></fpo-table>
        ${pager(this.lists, (page) => `/officer/no-application?page=${page}`)}</section>`;
  }

  form() {
    const { item } = this;
    return html`<form class="form" @submit=${(event) => this.make(event)}>
      ${selectField({ name: 'item', label: t('officer.field.item'), value: item.code, error: this.errorOf('item'), options: this.items.map(({ code, title }) => ({ value: code, text: `${code} ${title}` })), onChange: (code) => { keepQuery({ item: code }); this.requestUpdate(); } })}
      <p>${item.benefit} ${tc('line', item.line)} <a href="/items/${item.code}">${t('officer.free.conditions')}</a> ${item.illustrative ? sampleLabel() : nothing}</p>
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('officer.free.make')}</button></div></form>`;
  }
}
