/** The stress tests that were run, newest first. */
import { html, nothing } from 'lit';
import { Page, amount, api, chip, day, empty, pager, sampleLabel, shortYuan, t, tc, when } from '../kit/kit.js';

export default class Simulations extends Page {
  heading() { return t('editor.sim.title'); }
  lead() { return t('editor.sim.lead'); }
  aside() { return html`<a class="button" href="/editor/simulate">${t('editor.sim.new')}</a>`; }

  async load() { this.list = await api.get(`/api/policy/simulations?page=${this.query.get('page') ?? 0}&size=20`); }

  items({ items }) {
    return html`${items.map(({ code, title, kind }) => html`<span class="row-sub">${code} ${title}${kind === 'CHANGED' ? nothing : html` ${chip(t(`editor.sim.kind.${kind}`))}`}</span>`)}`;
  }

  shortage({ shortLines }) {
    return shortLines.length ? html`<span class="stop-text">${t('editor.sim.shortIn', { lines: shortLines.map((line) => tc('line', line)).join(t('kit.comma')) })}</span>` : t('editor.sim.enough');
  }

  body() {
    const { list } = this;
    if (!list.items.length) return empty(t('editor.sim.none'), t('editor.sim.noneText'), html`<p><a class="button" href="/editor/simulate">${t('editor.sim.new')}</a></p>`);
    return html`${list.items.some(({ illustrative }) => illustrative) ? sampleLabel() : nothing}
      <fpo-table .caption=${t('editor.sim.list')} .rows=${list.items} .href=${({ id }) => `/editor/simulations/${id}`} .columns=${[
        { key: 'at', label: t('editor.sim.at'), cell: (row) => when(row.createdAt) },
        { key: 'items', label: t('editor.sim.items'), cell: (row) => this.items(row) },
        { key: 'asOf', label: t('editor.sim.asOf'), cell: (row) => day(row.asOf) },
        { key: 'in', label: t('editor.sim.in'), numeric: true, cell: (row) => row.newlyIn },
        { key: 'out', label: t('editor.sim.out'), numeric: true, cell: (row) => row.newlyOut },
        { key: 'cost', label: t('editor.sim.certain'), numeric: true, cell: (row) => html`${shortYuan(row.before.certain)} → ${amount(row.after.certain)}` },
        { key: 'short', label: t('editor.sim.short'), cell: (row) => this.shortage(row) },
        { key: 'by', label: t('editor.sim.by'), cell: (row) => row.createdBy },
      ]}></fpo-table>${pager(list, (page) => `?page=${page}`)}`;
  }
}
