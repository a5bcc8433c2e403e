/** A day's ledger against the bank, to the fen, and the bank's statements that it is compared with. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { day, exactYuan, moment } from '../kit/format.js';
import { chip } from '../kit/parts.js';
import { note } from '../kit/states.js';
import { hasRole } from '../kit/session.js';
import '../kit/table.js';
import { rowsOf } from './desk.js';
import { brokenId } from './bank-statement.js';

export default class ReconciliationPage extends Page {
  heading() { return t('officer.reconciliation.title'); }
  lead() { return t('officer.reconciliation.lead'); }
  back() { return { href: '/officer/payments', text: t('officer.payments.title') }; }

  async load() {
    const date = this.query.get('date');
    const [report, statements] = await Promise.all([
      api.get(`/api/fund/reconciliation${date ? `?date=${encodeURIComponent(date)}` : ''}`),
      api.get('/api/fund/bank-statements?size=20'),
    ]);
    this.report = report;
    this.statements = rowsOf(statements);
  }

  differences() {
    const { report } = this;
    const columns = [
      { key: 'kind', label: t('officer.reconciliation.kind'), cell: (row) => html`${t(`officer.reconciliation.kind.${row.kind}`)}${row.text ? html`<span class="row-sub">${row.text}</span>` : nothing}` },
      { key: 'endToEndId', label: t('officer.bank.endToEnd'), cell: (row) => brokenId(row.endToEndId ?? row.reference) },
      { key: 'enterpriseName', label: t('officer.field.enterprise'), cell: (row) => row.enterpriseName ?? '–' },
      { key: 'ledger', label: t('officer.reconciliation.ledger'), numeric: true, cell: (row) => exactYuan(row.ledger) },
      { key: 'bank', label: t('officer.reconciliation.bank'), numeric: true, cell: (row) => exactYuan(row.bank) },
      { key: 'difference', label: t('officer.reconciliation.difference'), numeric: true, cell: (row) => exactYuan(row.difference) },
    ];
    return html`<fpo-table .columns=${columns} .rows=${report.differences} caption=${t('officer.reconciliation.differences')} .href=${(row) => (row.filing ? `/officer/filings/${row.filing}` : '')}
      .emptyTitle=${t('officer.reconciliation.none')} .emptyText=${t('officer.reconciliation.noneText')}></fpo-table>`;
  }

  repayments() {
    const columns = [
      { key: 'reference', label: t('officer.reconciliation.reference'), cell: (row) => brokenId(row.reference) },
      { key: 'enterpriseName', label: t('officer.field.enterprise'), cell: (row) => row.enterpriseName ?? '–' },
      { key: 'ledger', label: t('officer.reconciliation.ledger'), numeric: true, cell: (row) => exactYuan(row.ledger) },
      { key: 'bank', label: t('officer.reconciliation.bank'), numeric: true, cell: (row) => exactYuan(row.bank) },
      { key: 'bankOn', label: t('officer.reconciliation.atBank'), cell: (row) => (row.bankOn ? html`${chip(t(row.atBank ? 'officer.reconciliation.atBank.yes' : 'officer.reconciliation.kind.AMOUNT'), row.atBank ? 'go' : 'stop')} ${day(row.bankOn)}` : chip(t('officer.reconciliation.atBank.no'), 'todo')) },
    ];
    return html`<fpo-table .columns=${columns} .rows=${this.report.repayments} caption=${t('officer.reconciliation.repayments')} .href=${(row) => (row.filing ? `/officer/filings/${row.filing}` : '')}></fpo-table>`;
  }

  body() {
    const { report } = this;
    const columns = [
      { key: 'statement', label: t('officer.statement.id'), cell: (row) => html`<span class="code">${row.statement}</span>` },
      { key: 'account', label: t('officer.statement.account'), cell: (row) => html`<span class="code">${row.account}</span>` },
      { key: 'count', label: t('officer.statement.count'), numeric: true },
      { key: 'loadedAt', label: t('officer.statement.loaded'), cell: (row) => html`${moment(row.loadedAt)}<span class="row-sub">${row.loadedBy}</span>` },
    ];
    const figure = (name, value) => html`<div class="figure-cell"><dt>${name}</dt><dd>${exactYuan(value)}</dd></div>`;
    return html`<form class="filters" aria-label=${t('officer.filter.title')} @submit=${(event) => event.preventDefault()}><label>${t('officer.reconciliation.day')}<input type="date" name="date" .value=${report.date} @change=${(event) => event.target.value && this.filter({ date: event.target.value })}></label></form>
      ${report.balanced ? note(t('officer.reconciliation.balanced', { day: day(report.date), n: report.compared }), 'go') : note(t('officer.reconciliation.differ', { n: report.differences.length, amount: exactYuan(report.difference) }), 'stop')}
      <dl class="figure-row">${figure(t('officer.reconciliation.ledger'), report.ledger)}${figure(t('officer.reconciliation.bank'), report.bank)}${figure(t('officer.reconciliation.difference'), report.difference)}</dl>
      <section aria-labelledby="differences"><h2 id="differences">${t('officer.reconciliation.differences')}</h2>${this.differences()}</section>
      ${report.repayments?.length ? html`<section aria-labelledby="repayments"><h2 id="repayments">${t('officer.reconciliation.repayments')}</h2>${this.repayments()}</section>` : nothing}
      ${hasRole('RELEASER') ? html`<section aria-labelledby="statement-in"><h2 id="statement-in">${t('officer.statement.title')}</h2><fpo-bank-statement @moved=${() => this.reload({ quiet: true })}></fpo-bank-statement></section>` : nothing}
      <section aria-labelledby="statements"><h2 id="statements">${t('officer.statement.list')}</h2>
        <fpo-table .columns=${columns} .rows=${this.statements} caption=${t('officer.statement.list')} .href=${(row) => `/officer/statements/${row.id}`} .emptyTitle=${t('officer.statement.none')} .emptyText=${t('officer.statement.empty')}></fpo-table></section>`;
  }
}
