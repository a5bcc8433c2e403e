/** Public notices, newest first. */
import { amount, api, chip, day, html, Page, pager, t } from '/kit/kit.js';
import '/kit/table.js';

/** Whether objections are taken. */
export const noticeOpen = (notice) => notice.state === 'RUNNING';
export const noticeState = (notice) => chip(t(notice.state === 'REPLACED' ? 'notices.replaced' : noticeOpen(notice) ? 'notices.open' : 'notices.closed'), notice.state === 'REPLACED' ? 'stop' : noticeOpen(notice) ? 'go' : 'end');
export const noticeName = (notice) => t('notice.title', { day: day(notice.publishedOn) });

export default class Notices extends Page {
  static properties = { list: { state: true } };

  heading() { return t('notices.title'); }
  lead() { return t('notices.lead'); }

  async load() {
    const page = Number(this.query.get('page') ?? 0);
    this.list = await api.get(`/api/fund/notices?page=${page}&size=20`);
  }

  body() {
    const columns = [
      { key: 'name', label: t('notices.notice'), cell: noticeName },
      { key: 'count', label: t('notice.count'), numeric: true },
      { key: 'total', label: t('notice.sum'), numeric: true, cell: (notice) => amount(notice.total) },
      { key: 'publishedOn', label: t('notices.from'), cell: (notice) => day(notice.publishedOn) },
      { key: 'endsOn', label: t('notices.to'), cell: (notice) => day(notice.endsOn) },
      { key: 'state', label: t('notices.state'), cell: (notice) => html`${noticeState(notice)} <span class="quiet">${notice.timeLeft ?? ''}</span>` },
    ];
    return html`<fpo-table .columns=${columns} .rows=${this.list.items} caption=${t('notices.title')} .href=${(notice) => `/notices/${notice.id}`} .emptyTitle=${t('notices.none')} .emptyText=${t('notices.none.text')}></fpo-table>
      ${pager(this.list, (page) => `/notices?page=${page}`)}`;
  }
}
