/** Pooled calls, to be allocated between review and approval. */
import { html } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { day } from '../kit/format.js';
import '../kit/table.js';
import { rowsOf } from './desk.js';

export default class Allocations extends Page {
  heading() { return t('officer.allocation.calls'); }
  lead() { return t('officer.allocation.callsLead'); }

  async load() {
    const all = [];
    for (let page = 0; ; page += 1) {
      const answer = await api.get(`/api/fund/calls?size=200&page=${page}`);
      all.push(...rowsOf(answer));
      if (Array.isArray(answer) || all.length >= answer.total || !rowsOf(answer).length) break;
    }
    this.rows = all.filter(({ allocation }) => allocation === 'POOLED');
  }

  body() {
    return html`<fpo-table caption=${t('officer.allocation.calls')} .rows=${this.rows} .href=${({ id }) => `/officer/allocations/${id}`}
      emptyTitle=${t('officer.allocation.noCalls')} emptyText=${t('officer.allocation.noCallsText')} .columns=${[
        { key: 'itemCode', label: t('officer.field.item'), cell: (call) => html`<span class="item-code">${call.itemCode}</span> ${call.title}` },
        { key: 'closesOn', label: t('officer.allocation.closesOn'), cell: (call) => html`<time datetime=${call.closesOn}>${day(call.closesOn)}</time>` },
        { key: 'open', label: t('officer.field.state'), cell: (call) => t(call.open ? 'officer.allocation.open' : 'officer.allocation.over') },
      ]}></fpo-table>`;
  }
}
