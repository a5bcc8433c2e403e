/** What the work pages share: their style sheets, limits in working days, rows by keyboard, room for a detail beside the list. */
import { html } from 'lit';
import { t, words } from '../kit/i18n.js';
import { day } from '../kit/format.js';
import { stylesheet } from '../kit/stylesheet.js';

await Promise.all([words('officer'), stylesheet('/officer/desk.css')]);

export const LINES = ['EXPAND_INVESTMENT', 'TECH_INNOVATION', 'RESTRUCTURE_LISTING', 'BRAND_BUILDING', 'OTHER'];
export const STATES = ['DRAFT', 'SUBMITTED', 'CORRECTION', 'ACCEPTED', 'REVIEWED', 'APPROVED', 'ON_NOTICE', 'OBJECTED', 'NOTICED', 'CONFIRMED', 'PAYING', 'CLOSED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'LAPSED'];

export const isLate = (filing) => Boolean(filing.overdue ?? (filing.workingDaysLeft !== undefined && filing.workingDaysLeft !== null && filing.workingDaysLeft < 0));

/** The limit in working days, red only when it is over. `workingDaysLeft` comes from the service, which knows the calendar. */
export function due(filing) {
  const { dueOn, workingDaysLeft: left, state } = filing;
  if (state === 'CORRECTION' || state === 'OBJECTED') return html`<span class="due quiet">${t('officer.due.paused')}</span>`;
  if (!dueOn) return html`<span class="due quiet">${t('officer.due.none')}</span>`;
  if (isLate(filing)) return html`<time class="due late" datetime=${dueOn} title=${day(dueOn)}>${t('officer.due.overdue', { date: day(dueOn, { short: true }) })}</time>`;
  const text = left === undefined || left === null ? t('officer.due.on', { date: day(dueOn, { short: true }) })
    : left === 0 ? t('officer.due.today') : left === 1 ? t('officer.due.one') : t('officer.due.many', { n: left });
  return html`<time class="due" datetime=${dueOn} title=${day(dueOn)}>${text}</time>`;
}

/** Rows of any list answer, paged or plain. */
export const rowsOf = (answer) => (Array.isArray(answer) ? answer : answer?.items ?? []);

export const count = (n) => (n === 1 ? t('officer.total.one') : t('officer.total', { n }));

/** Arrow keys between the rows of a table body that carry a tabindex; Enter opens. Tells `row-reached` and `row-opened`. */
export function rowKeys(event) {
  const row = event.target.closest('tr');
  if (!row || event.target !== row) return;
  const rows = [...row.parentElement.querySelectorAll('tr[tabindex]')];
  const at = rows.indexOf(row);
  const next = { ArrowDown: rows[at + 1], j: rows[at + 1], ArrowUp: rows[at - 1], k: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key];
  if (next) {
    event.preventDefault();
    next.focus();
    next.dispatchEvent(new CustomEvent('row-reached', { bubbles: true }));
  } else if (event.key === 'Enter') {
    event.preventDefault();
    row.dispatchEvent(new CustomEvent('row-opened', { bubbles: true }));
  }
}

/** Whether there is room for a detail beside the list; `changed` is told when that turns. */
export function roomBeside(changed) {
  const wide = matchMedia('(min-width: 1100px)');
  wide.addEventListener('change', changed);
  return { get is() { return wide.matches; }, stop: () => wide.removeEventListener('change', changed) };
}

/** The address of this page with some of its query changed; empty values are left out. */
export function withQuery(values) {
  const there = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') there.searchParams.delete(name);
    else there.searchParams.set(name, value);
  }
  return there.pathname + there.search;
}
