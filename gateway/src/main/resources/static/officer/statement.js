/** One statement of the bank, and what each of its lines did. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { exactYuan, moment } from '../kit/format.js';
import { facts } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { say } from '../kit/toast.js';
import { statementLines } from './bank-statement.js';

export default class StatementPage extends Page {
  heading() { return this.whole ? t('officer.statement.heading', { id: this.whole.statement.statement }) : t('officer.statement.list'); }
  back() { return { href: '/officer/reconciliation', text: t('officer.reconciliation.title') }; }
  async load() { this.whole = await api.get(`/api/fund/bank-statements/${encodeURIComponent(this.params.id)}`); }

  body() {
    const { statement, lines } = this.whole;
    return html`${facts([
      [t('officer.statement.account'), html`<span class="code">${statement.account}</span>`],
      [t('officer.statement.opening'), statement.opening ? exactYuan(statement.opening) : null],
      [t('officer.statement.closing'), statement.closing ? exactYuan(statement.closing) : null],
      [t('officer.statement.pending'), String(statement.pending)],
      [t('officer.statement.loaded'), `${moment(statement.loadedAt)} ${statement.loadedBy}`],
    ])}${statementLines(lines)}${this.again()}`;
  }

  get open() { return this.whole.lines.filter(({ effect }) => effect === 'CONFLICT').length; }

  again() {
    if (!this.open || !hasRole('RELEASER')) return nothing;
    return html`<section class="decide" aria-labelledby="match"><h2 id="match">${t('officer.statement.match')}</h2><p>${t('officer.statement.match.lead', { n: this.open })}</p>
      <div class="buttons"><button type="button" class="button" @click=${() => this.match()}>${t('officer.statement.match')}</button></div></section>`;
  }

  async match() {
    const before = this.open;
    try {
      await api.act(`/api/fund/bank-statements/${this.whole.statement.id}/match`, {});
      await this.reload({ quiet: true });
      say(t('officer.statement.match.done', { n: before - this.open }));
    } catch (problem) { await this.failWith(problem); }
  }
}
