/** One batch: every account in it to be checked by a second person, then released, sent, and answered by the bank. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api, download } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, day, shortYuan, sum, when, yuan } from '../kit/format.js';
import { note } from '../kit/states.js';
import { facts } from '../kit/parts.js';
import { textArea } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { currentSession, hasRole } from '../kit/session.js';
import { say } from '../kit/toast.js';
import '../kit/table.js';
import { batchChip } from './batch-words.js';
import { payChip, repairs } from './instalments.js';
import './bank-answer.js';

export default class BatchPage extends Page {
  heading() { return this.batch ? t('officer.batch.title', { id: this.batch.messageId }) : t('officer.payments.batches'); }
  back() { return { href: '/officer/payments', text: t('officer.payments.title') }; }
  async load() { this.batch = await api.get(`/api/fund/batches/${encodeURIComponent(this.params.id)}`); }

  get rows() { return this.batch.payments ?? []; }

  async move(action) {
    const { batch } = this;
    const done = await confirm({
      title: t(`officer.batch.${action}.sure`, { n: batch.count, amount: shortYuan(batch.sum) }), body: html`<p>${t(`officer.batch.${action}.text`)}</p>`, yes: t(`officer.batch.${action}`),
      run: () => api.act(`/api/fund/batches/${batch.id}/${action}`, {}),
    });
    if (!done) return;
    say(t(`officer.batch.${action}.done`));
    this.reload({ quiet: true });
  }

  async withdraw(event) {
    event.preventDefault();
    const reason = this.reason?.trim();
    if (!reason) return this.fail([{ field: 'reason', message: t('officer.batch.withdraw.need') }]);
    const { batch } = this;
    const done = await confirm({
      title: t('officer.batch.withdraw.sure', { n: batch.count, amount: shortYuan(batch.sum) }), yes: t('officer.batch.withdraw'), danger: true,
      run: () => api.act(`/api/fund/batches/${batch.id}/withdraw`, { reason }),
    });
    if (!done) return undefined;
    say(t('officer.batch.withdraw.done'));
    return this.reload({ quiet: true });
  }

  async takeOut(row) {
    let reason = '';
    const done = await confirm({
      title: t('officer.batch.takeOut.sure', { name: row.enterpriseName, amount: shortYuan(row.amount) }), yes: t('officer.batch.takeOut'), danger: true,
      body: () => html`<p>${t('officer.batch.takeOut.text')}</p>${textArea({ name: 'take-out-reason', label: t('officer.batch.takeOut.reason'), value: reason, rows: 2, maxlength: 200, onInput: (value) => { reason = value; } })}`,
      run: () => {
        if (!reason.trim()) throw new Error(t('officer.batch.withdraw.need'));
        return api.act(`/api/fund/batches/${this.batch.id}/payments/${row.endToEndId}/withdraw`, { reason: reason.trim() });
      },
    });
    if (!done) return;
    say(t('officer.batch.takeOut.done'));
    this.reload({ quiet: true });
  }

  takeBack() {
    if (!this.batch.actions?.includes('withdraw')) return nothing;
    return html`<section class="decide" aria-labelledby="batch-back"><h2 id="batch-back">${t('officer.batch.withdraw')}</h2><p>${t('officer.batch.withdraw.lead')}</p>
      <form class="move" novalidate @submit=${(event) => this.withdraw(event)}>${textArea({ name: 'reason', label: t('officer.batch.withdraw.reason'), value: this.reason, rows: 2, maxlength: 200, error: this.errorOf('reason'), onInput: (value) => { this.reason = value; } })}
        <div class="buttons"><button class="button danger">${t('officer.batch.withdraw')}</button></div></form></section>`;
  }

  files() {
    const { batch } = this;
    if (batch.state !== 'SENT') return nothing;
    if (!hasRole('RELEASER')) return this.readings();
    const link = (path, name, text, type) => html`<li><button type="button" class="plain" @click=${() => download(path, type, name).then(() => this.reload({ quiet: true })).catch((problem) => this.failWith(problem))}>${text}</button></li>`;
    const path = `/api/fund/batches/${batch.id}`;
    return html`<section aria-labelledby="batch-files"><h2 id="batch-files">${t('officer.batch.files')}</h2><p class="quiet">${t('officer.batch.files.lead')}</p>
      ${batch.readings?.length ? nothing : note(t('officer.batch.files.unread'), 'stop')}<ul class="plain-list">
      ${link(`${path}/treasury`, `${batch.messageId}.xlsx`, t('officer.batch.treasury'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')}
      ${link(`${path}/treasury`, `${batch.messageId}.csv`, t('officer.batch.treasuryCsv'), 'text/csv')}
      ${link(`${path}/pain.001`, `${batch.messageId}.xml`, t('officer.batch.download'), 'application/xml')}</ul>${this.readings()}</section>`;
  }

  readings() {
    const { readings = [] } = this.batch;
    if (!readings.length) return nothing;
    return html`<details class="more"><summary>${t('officer.batch.readings', { n: readings.length })}</summary><ul class="plain-list">
      ${readings.map(({ at, by, file }) => html`<li>${when(at)} · ${by} · ${t(`officer.batch.file.${file}`)}</li>`)}</ul></details>`;
  }

  next() {
    const { batch } = this;
    const action = { MADE: 'release', RELEASED: 'send' }[batch.state];
    if (!action) return nothing;
    const mine = action === 'release' && batch.createdBy === currentSession().username;
    return html`<section class="decide" aria-labelledby="batch-next"><h2 id="batch-next">${t(`officer.batch.${action}`)}</h2>
      <p>${t(`officer.batch.${action}.lead`)}</p>
      ${batch.actions?.includes(action) && !mine ? html`<div class="buttons"><button type="button" class="button" @click=${() => this.move(action)}>${t(`officer.batch.${action}`)}</button></div>` : html`<p class="quiet">${t(mine ? 'officer.batch.own' : 'officer.batch.releaserOnly')}</p>`}</section>`;
  }

  account(row) {
    const { account, holderIsEnterprise } = row;
    if (!account) return '–';
    return html`<div>${account.name}${holderIsEnterprise === false ? html`<span class="row-sub stop-text">${t('officer.batch.notHolder')}</span>` : nothing}<span class="row-sub"><span class="code">${account.number}</span> ${account.bank} <span class="code">${account.cnaps}</span></span>
      ${(account.warnings ?? []).map(({ message }) => html`<span class="flag">${message}</span>`)}${repairs(row)}</div>`;
  }

  body() {
    const { batch, rows } = this;
    const columns = [
      { key: 'enterpriseName', label: t('officer.field.enterprise') },
      { key: 'itemCode', label: t('officer.field.item'), cell: (row) => html`<span class="code">${row.itemCode}</span> ${row.title}` },
      { key: 'account', label: t('officer.batch.account'), cell: (row) => this.account(row) },
      { key: 'state', label: t('officer.field.state'), cell: (row) => html`${payChip(row.state)}${row.reason ? html`<span class="row-sub">${row.reason}</span>` : nothing}${row.settledOn ? html`<span class="row-sub">${day(row.settledOn)}</span>` : nothing}${batch.actions?.includes('withdraw') && row.state === 'IN_BATCH' ? html`<span class="row-sub"><button type="button" class="button small second" aria-label=${`${t('officer.batch.takeOut')} ${row.enterpriseName}`} @click=${() => this.takeOut(row)}>${t('officer.batch.takeOut')}</button></span>` : nothing}` },
      { key: 'amount', label: t('officer.field.amount'), numeric: true, cell: (row) => html`<div>${amount(row.amount)}<span class="row-sub">${row.amountInCapitals ?? ''}</span></div>` },
    ];
    const total = sum(rows.filter(({ state }) => batch.state === 'WITHDRAWN' || state !== 'WITHDRAWN').map((row) => row.amount));
    return html`
      ${facts([
        [t('officer.field.state'), batchChip(batch.state)],
        [t('officer.batch.count'), String(batch.count)],
        [t('officer.batch.sum'), html`${yuan(batch.sum)} <span class="quiet">${batch.sumInCapitals ?? ''}</span>`],
        [t('officer.batch.made.at'), when(batch.createdAt)],
        [t('officer.batch.made.by'), batch.createdBy],
        [t('officer.batch.released.by'), batch.releasedBy],
        [t('officer.batch.sent.at'), batch.sentAt ? when(batch.sentAt) : null],
        [t('officer.batch.withdrawn'), batch.withdrawnAt ? html`${when(batch.withdrawnAt)} ${batch.withdrawnReason}` : null],
      ])}
      <fpo-table .columns=${columns} .rows=${rows} caption=${t('officer.batch.rows')} .href=${(row) => `/officer/filings/${row.filing}`}></fpo-table>
      ${rows.length && total !== sum([batch.sum]) ? note(t('officer.batch.differs', { rows: shortYuan(total), sum: shortYuan(batch.sum) }), 'stop') : nothing}
      ${this.next()}${this.files()}
      ${this.takeBack()}
      ${batch.state === 'SENT' && hasRole('RELEASER') ? html`<section aria-labelledby="bank"><h2 id="bank">${t('officer.bank.title')}</h2><fpo-bank-answer @moved=${() => this.reload({ quiet: true })}></fpo-bank-answer></section>` : nothing}`;
  }
}
