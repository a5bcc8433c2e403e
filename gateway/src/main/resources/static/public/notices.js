/** Public notices, newest first. */
import { api, chip, day, html, Page, pager, t } from '/kit/kit.js';
import '/kit/table.js';

export const noticeOpen = (notice) => !['CLOSED', 'CONFIRMED', 'ENDED'].includes(notice.state);
export const noticeName = (notice) => notice.title ?? notice.number ?? t('notice.title', { day: day(notice.publishedOn) });
/** The cases of a notice, whatever the list is called. */
export const noticeCases = (notice) => notice.filings ?? notice.entries ?? notice.items ?? [];

export default class Notices extends Page {
  static properties = { list: { state: true } };

  heading() { return t('notices.title'); }
  lead() { return t('notices.lead'); }

  async load() {
    const page = Number(this.query.get('page') ?? 0);
    const answer = await api.get(`/api/fund/notices?page=${page}&size=20`);
    this.list = Array.isArray(answer) ? { items: answer, page: 0, size: answer.length || 20, total: answer.length } : answer;
  }

  body() {
    const columns = [
      { key: 'name', label: t('notices.notice'), cell: noticeName },
      { key: 'publishedOn', label: t('notices.from'), cell: (notice) => day(notice.publishedOn) },
      { key: 'endsOn', label: t('notices.to'), cell: (notice) => day(notice.endsOn) },
      { key: 'state', label: t('notices.state'), cell: (notice) => (noticeOpen(notice) ? chip(t('notices.open'), 'go') : chip(t('notices.closed'), 'end')) },
    ];
    return html`<fpo-table .columns=${columns} .rows=${this.list.items} caption=${t('notices.title')} .href=${(notice) => `/notices/${notice.id}`} .emptyTitle=${t('notices.none')} .emptyText=${t('notices.none.text')}></fpo-table>
      ${pager(this.list, (page) => `/notices?page=${page}`)}`;
  }
}
