/** Calls for filings: what is open now, the soonest to end first. */
import { api, chip, day, html, Page, pager, registerLabel, t, tc } from '/kit/kit.js';
import '/kit/table.js';

/** Open, still to open, or over. */
export const callChip = ({ state }) => chip(tc('callState', state), { OPEN: 'go', COMING: 'todo', OVER: 'end' }[state]);

export default class Calls extends Page {
  static properties = { list: { state: true } };

  heading() { return t('calls.title'); }
  lead() { return t('calls.lead'); }
  aside() { return registerLabel(); }

  async load() {
    this.list = await api.get(`/api/fund/calls?open=true&page=${Number(this.query.get('page') ?? 0)}&size=60`);
  }

  body() {
    const columns = [
      { key: 'itemCode', label: t('calls.item'), cell: (call) => html`<span class="item-code">${call.itemCode}</span> ${call.title}` },
      { key: 'department', label: t('calls.department') },
      { key: 'track', label: t('items.track'), cell: (call) => tc('track', call.track) },
      { key: 'allocation', label: t('calls.allocation'), cell: (call) => tc('allocation', call.allocation) },
      { key: 'closesOn', label: t('calls.closesOn'), cell: (call) => day(call.closesOn), sort: true },
    ];
    return html`<fpo-table .columns=${columns} .rows=${this.list.items} caption=${t('calls.title')} .href=${(call) => `/calls/${call.id}`}
      .emptyTitle=${t('calls.none')} .emptyText=${t('calls.none.text')}></fpo-table>${pager(this.list, (page) => `/calls?page=${page}`)}`;
  }
}
