/** Recoveries by due date: what is claimed back, what is still to come, what is overdue. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, day } from '../kit/format.js';
import { pager } from '../kit/parts.js';
import '../kit/table.js';
import { recoveryChip, RECOVERY_STATES } from '../kit/recovery-words.js';
import { withQuery } from './desk.js';

export default class Recoveries extends Page {
  heading() { return t('nav.recoveries'); }
  lead() { return t('officer.recoveries.lead'); }

  async load() {
    const asked = new URLSearchParams({ size: '20', page: this.query.get('page') ?? '0' });
    if (this.query.get('state')) asked.set('state', this.query.get('state'));
    this.list = await api.get(`/api/fund/recoveries?${asked}`);
  }

  body() {
    const columns = [
      { key: 'number', label: t('recovery.number') },
      { key: 'enterpriseName', label: t('officer.field.enterprise') },
      { key: 'itemCode', label: t('officer.field.item'), cell: (row) => html`<span class="code">${row.itemCode}</span> ${row.title}` },
      { key: 'groundName', label: t('recovery.ground') },
      { key: 'state', label: t('officer.field.state'), cell: (row) => recoveryChip(row) },
      { key: 'dueOn', label: t('recovery.due'), cell: (row) => (row.state === 'DEMANDED' ? html`${day(row.heardUntil)}<span class="row-sub">${t('recovery.heardShort')}</span>` : row.dueOn ? day(row.dueOn) : '–') },
      { key: 'open', label: t('recovery.open'), numeric: true, cell: (row) => amount(row.open) },
    ];
    const chosen = this.query.get('state') ?? '';
    return html`<form class="filters" aria-label=${t('officer.filter.title')} @submit=${(event) => event.preventDefault()}><label>${t('officer.field.state')}<select name="state" @change=${(event) => this.filter({ state: event.target.value || null, page: null })}>
        <option value="">${t('officer.filter.all')}</option>${RECOVERY_STATES.map((state) => html`<option value=${state} ?selected=${state === chosen}>${t(`recovery.state.${state}`)}</option>`)}</select></label></form>
      <fpo-table .columns=${columns} .rows=${this.list.items} caption=${t('nav.recoveries')} .href=${(row) => `/officer/recoveries/${row.id}`} .rowClass=${(row) => (row.overdue ? 'late' : '')}
        .emptyTitle=${t('recovery.none')} .emptyText=${t('officer.recoveries.empty')}></fpo-table>
      ${this.list.total ? pager(this.list, (page) => withQuery({ page: page || null })) : nothing}`;
  }
}
