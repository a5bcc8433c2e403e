/** A table of work: sticky head, sorting, rows by keyboard, cards on a narrow screen, a sentence when empty. */
import { LitElement, html, nothing } from 'lit';
import { t } from './i18n.js';
import { empty } from './states.js';

/**
 * `columns`: `[{key, label, cell?(row), numeric?, sort?: true | (row) => value, wide?}]`; the first column's cell holds the row's link.
 * `rows`; `caption`; `href(row)` makes each row a link; `sortBy`, `sortDown`; `onSort(key, down)` takes sorting over (for lists sorted by the server);
 * `emptyTitle`, `emptyText`; `rowClass(row)`; `selected(row)`.
 */
class Table extends LitElement {
  static properties = {
    columns: { attribute: false }, rows: { attribute: false }, caption: {}, href: { attribute: false }, sortBy: {}, sortDown: { type: Boolean },
    onSort: { attribute: false }, emptyTitle: {}, emptyText: {}, rowClass: { attribute: false }, selected: { attribute: false }, showCaption: { type: Boolean },
  };

  constructor() {
    super();
    this.columns = [];
    this.rows = [];
  }

  createRenderRoot() { return this; }

  sorted() {
    const column = this.columns.find(({ key }) => key === this.sortBy);
    if (!column || this.onSort) return this.rows;
    const valueOf = typeof column.sort === 'function' ? column.sort : (row) => row[column.key];
    const compare = (a, b) => (a === b ? 0 : a === null || a === undefined ? 1 : b === null || b === undefined ? -1 : column.numeric ? Number(a) - Number(b) : String(a).localeCompare(String(b), document.documentElement.lang));
    return [...this.rows].sort((a, b) => (this.sortDown ? -1 : 1) * compare(valueOf(a), valueOf(b)));
  }

  sort(key) {
    const down = this.sortBy === key ? !this.sortDown : false;
    if (this.onSort) return this.onSort(key, down);
    this.sortBy = key;
    this.sortDown = down;
  }

  move(event) {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target.matches('input,select,textarea')) return;
    const row = event.target.closest('tbody tr');
    if (!row) return;
    const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    const target = next?.querySelector('a.row-link, a, button, input');
    if (target) { event.preventDefault(); target.focus(); }
  }

  /** A click beside the row's link opens the row, unless something is being chosen or marked. */
  open(event) {
    if (event.target.closest('a, button, input, select, label, .exact') || String(getSelection())) return;
    event.target.closest('tr.linked')?.querySelector('a.row-link')?.click();
  }

  render() {
    if (!this.rows.length) return html`${empty(this.emptyTitle ?? t('kit.empty'), this.emptyText)}`;
    return html`<div class="table-scroll" role="group" aria-label=${this.caption ?? nothing}><table class="table cards" @keydown=${this.move} @click=${this.open}>
      <caption class=${this.showCaption ? '' : 'vh'}>${this.caption}</caption>
      <thead><tr>${this.columns.map((column) => html`<th scope="col" class=${column.numeric ? 'num' : ''} aria-sort=${this.sortBy === column.key ? (this.sortDown ? 'descending' : 'ascending') : nothing}>${column.sort
        ? html`<button type="button" class="sort" @click=${() => this.sort(column.key)}>${column.label}<span aria-hidden="true">${this.sortBy === column.key ? (this.sortDown ? '↓' : '↑') : '↕'}</span></button>` : column.label}</th>`)}</tr></thead>
      <tbody>${this.sorted().map((row) => html`<tr class="${this.rowClass?.(row) ?? ''} ${this.href ? 'linked' : ''}" aria-current=${this.selected?.(row) ? 'true' : nothing}>${this.columns.map((column, i) => {
        const cell = column.cell ? column.cell(row) : row[column.key];
        const content = i === 0 && this.href ? html`<a class="row-link" href=${this.href(row)}>${cell}</a>` : cell;
        return i === 0 ? html`<th scope="row" class=${column.numeric ? 'num' : ''}>${content}</th>`
          : html`<td class=${column.numeric ? 'num' : ''} data-label=${column.label}>${content}</td>`;
      })}</tr>`)}</tbody></table></div>`;
  }
}

customElements.define('fpo-table', Table);
