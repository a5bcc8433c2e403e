/** What the fund claims back from the enterprises that a person acts for. */
import { amount, api, day, html, Page, pager, t } from '/kit/kit.js';
import { recoveryChip } from '/kit/recovery-words.js';

export default class Recoveries extends Page {
  static properties = { list: { state: true } };

  heading() { return t('nav.recoveries'); }
  lead() { return t('recoveries.lead'); }
  async load() { this.list = await api.get(`/api/fund/recoveries?page=${Number(this.query.get('page') ?? 0)}&size=20`); }

  body() {
    const columns = [
      { key: 'number', label: t('recovery.number') },
      { key: 'title', label: t('recovery.filing'), cell: (row) => `${row.itemCode} ${row.title ?? ''}` },
      { key: 'groundName', label: t('recovery.ground') },
      { key: 'state', label: t('recovery.stateName'), cell: (row) => recoveryChip(row) },
      { key: 'dueOn', label: t('recovery.due'), cell: (row) => day(row.state === 'DEMANDED' ? row.heardUntil : row.dueOn) || '–' },
      { key: 'open', label: t('recovery.open'), numeric: true, cell: (row) => amount(row.open) },
    ];
    return html`<fpo-table .columns=${columns} .rows=${this.list.items} caption=${t('nav.recoveries')} .href=${(row) => `/enterprise/recoveries/${row.id}`}
        .emptyTitle=${t('recovery.none')} .emptyText=${t('recoveries.empty')}></fpo-table>${pager(this.list, (page) => `/enterprise/recoveries?page=${page}`)}`;
  }
}
