/** The bank's statement (camt.053): a file in, and what each of its lines did. */
import { html, nothing } from 'lit';
import { t } from '../kit/i18n.js';
import { day, exactYuan } from '../kit/format.js';
import { chip } from '../kit/parts.js';
import './desk.js';
import { BankFile } from './bank-file.js';

const LOOK = { RECONCILED: 'go', RETURNED: 'stop', REPEATED: 'end', UNMATCHED: 'todo', DIFFERENT: 'stop', CONFLICT: 'stop' };

/** A payment's name, which may break in its middle on a narrow page. */
export const brokenId = (id) => (id ? html`<span class="code">${id.slice(0, 16)}<wbr>${id.slice(16)}</span>` : '–');

/** The lines of a statement as a table. */
export const statementLines = (lines) => html`<table class="table work"><caption class="vh">${t('officer.statement.lines')}</caption>
  <thead><tr><th scope="col">${t('officer.bank.endToEnd')}</th><th scope="col">${t('officer.statement.bookedOn')}</th><th scope="col" class="num">${t('officer.field.amount')}</th><th scope="col">${t('officer.bank.result')}</th></tr></thead>
  <tbody>${lines.map((row) => html`<tr><th scope="row">${brokenId(row.endToEndId ?? row.reference)}${row.text ? html`<span class="row-sub">${row.text}</span>` : nothing}</th>
    <td data-label=${t('officer.statement.bookedOn')}>${day(row.bookedOn)}</td><td class="num" data-label=${t('officer.field.amount')}>${exactYuan(row.incoming ? row.amount : `-${row.amount}`)}</td>
    <td data-label=${t('officer.bank.result')}>${chip(t(`officer.statement.effect.${row.effect}`), LOOK[row.effect])}${row.reason ? html`<span class="row-sub">${row.reason}</span>` : nothing}</td></tr>`)}</tbody></table>`;

class BankStatement extends BankFile {
  path = '/api/fund/bank-statements';
  words = 'officer.statement';
  field = 'statement';

  rows() {
    return this.result.map((each) => html`<p role="status"><strong>${t(each.repeated ? 'officer.statement.again' : 'officer.statement.read', { id: each.statement.statement, n: each.lines.length })}</strong></p>${statementLines(each.lines)}`);
  }
}

customElements.define('fpo-bank-statement', BankStatement);
