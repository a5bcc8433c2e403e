/** What was awarded: open data, without personal data. */
import { amount, api, chip, day, html, LINES, Page, pager, registerLabel, selectField, t, tc, textField } from '/kit/kit.js';
import '/kit/table.js';

export default class Awards extends Page {
  static properties = { list: { state: true } };

  heading() { return t('awards.title'); }
  lead() { return t('awards.lead'); }
  aside() { return registerLabel(); }

  async load() {
    this.list = await api.get(`/api/fund/awards?page=${Number(this.query.get('page') ?? 0)}&size=50`);
  }

  rows() {
    const word = (this.query.get('q') ?? '').trim();
    const line = this.query.get('line');
    return this.list.items.filter((award) => (!line || award.line === line) && (!word || `${award.enterpriseName} ${award.title} ${award.itemCode}`.includes(word)));
  }

  body() {
    const columns = [
      { key: 'enterpriseName', label: t('notice.enterprise'), cell: (award) => award.enterpriseName, sort: (award) => award.enterpriseName },
      { key: 'itemCode', label: t('notice.item'), cell: (award) => html`<a href="/items/${award.itemCode}">${award.itemCode} ${award.title}</a>`, sort: (award) => award.itemCode },
      { key: 'line', label: t('items.line'), cell: (award) => tc('line', award.line), sort: true },
      { key: 'state', label: t('notices.state'), cell: (award) => chip(t(`award.${award.state}`), ['RECOVERED', 'REVOKED'].includes(award.state) ? 'stop' : award.state === 'PAID' ? 'go' : '') },
      { key: 'on', label: t('awards.on'), cell: (award) => day(award.paidOn ?? award.committedOn), sort: (award) => award.paidOn ?? award.committedOn },
      { key: 'paid', label: t('award.PAID'), numeric: true, cell: (award) => amount(award.paid), sort: true },
      { key: 'amount', label: t('notice.amount'), numeric: true, cell: (award) => amount(award.amount), sort: true },
    ];
    const filtered = this.query.get('q') || this.query.get('line');
    return html`<form class="filters" role="search" aria-label=${t('items.filter')} @submit=${(event) => event.preventDefault()}>
        ${selectField({ name: 'line', label: t('items.line'), value: this.query.get('line') ?? '', blank: t('items.any'), options: LINES.map((value) => ({ value, text: tc('line', value) })), onChange: (line) => this.narrow({ line }) })}
        ${textField({ name: 'q', label: t('awards.search'), value: this.query.get('q') ?? '', onInput: (q) => this.narrow({ q }) })}</form>
      <fpo-table .columns=${columns} .rows=${this.rows()} caption=${t('awards.title')} .emptyTitle=${filtered ? t('awards.noneFound') : t('awards.none')} .emptyText=${filtered ? t('items.none.text') : t('awards.none.text')}></fpo-table>
      ${pager(this.list, (page) => `/awards?page=${page}`)}
      <p class="section-note"><a href="/awards/timeliness">${t('timeliness.title')}</a> · <a href="/awards/data">${t('openData.title')}</a></p>`;
  }

  narrow(values) {
    this.filter(values);
  }

  queryChanged() {
    if (Number(this.query.get('page') ?? 0) === this.list?.page) this.requestUpdate();
    else super.queryChanged();
  }
}
