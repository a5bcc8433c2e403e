/** All filings of the enterprises that a person acts for, newest first. */
import { amount, api, day, html, Page, pager, stateChip, t } from '/kit/kit.js';

export default class Filings extends Page {
  static properties = { list: { state: true } };

  heading() { return t('nav.filings'); }
  lead() { return t('filings.lead'); }
  aside() { return html`<a class="button second" href="/enterprise">${t('filings.new')}</a>`; }
  async load() { this.list = await api.get(`/api/fund/filings?page=${Number(this.query.get('page') ?? 0)}&size=20`); }

  body() {
    const columns = [
      { key: 'title', label: t('filings.item'), cell: (filing) => `${filing.itemCode} ${filing.title ?? ''}` },
      { key: 'number', label: t('filings.number') },
      { key: 'enterpriseName', label: t('filings.enterprise') },
      { key: 'state', label: t('filings.state'), cell: (filing) => stateChip(filing.state), sort: true },
      { key: 'dueOn', label: t('filings.due'), cell: (filing) => (filing.dueOn ? day(filing.dueOn) : '–'), sort: true },
      { key: 'amount', label: t('filings.amount'), numeric: true, cell: (filing) => amount(filing.approved ?? filing.amount), sort: true },
    ];
    return html`<fpo-table .columns=${columns} .rows=${this.list.items} caption=${t('nav.filings')} .href=${(filing) => `/enterprise/filings/${filing.id}`}
        .emptyTitle=${t('filings.none')} .emptyText=${t('filings.none.text')}></fpo-table>${pager(this.list, (page) => `/enterprise/filings?page=${page}`)}`;
  }
}
