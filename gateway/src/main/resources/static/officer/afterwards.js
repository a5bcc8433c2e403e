/** After the award: revoking it, its final account (清算), and claiming money back. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { shortYuan, sum, yuan } from '../kit/format.js';
import { cleanNumber, isNumber, selectField, textArea, textField } from '../kit/form.js';
import { errorSummary } from '../kit/states.js';
import { facts } from '../kit/parts.js';
import { confirm } from '../kit/dialog.js';
import { hasRole } from '../kit/session.js';
import { go } from '../kit/router.js';
import { say } from '../kit/toast.js';
import { explain } from './move.js';
import './decide-approval.js';

const GROUNDS = ['CONDITIONS_BROKEN', 'FALSE_CLAIM', 'MISUSE', 'DUPLICATE', 'PAID_IN_ERROR'];

class Afterwards extends LitElement {
  static properties = { filing: { attribute: false }, account: { state: true }, values: { state: true }, errors: { state: true }, open: { state: true } };

  constructor() {
    super();
    this.values = {};
    this.errors = [];
  }

  createRenderRoot() { return this; }

  willUpdate(changed) {
    if (changed.has('filing') && changed.get('filing')?.id !== this.filing.id) {
      this.open = null;
      this.account = null;
      this.reload();
    }
  }

  async reload() {
    if (this.filing.state === 'APPROVED') return;
    try { this.account = await api.get(`/api/fund/filings/${this.filing.id}/final-account`); } catch { this.account = null; }
  }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }
  errorOf(name) { return this.errors.find(({ field }) => field === `after-${name}`)?.message; }

  get amount() { return cleanNumber(this.values.amount ?? ''); }

  need(names) {
    const given = (name) => (name === 'amount' ? isNumber(this.amount) && Number(this.amount) > 0 : String(this.values[name] ?? '').trim());
    this.errors = names.filter((name) => !given(name)).map((name) => ({ field: `after-${name}`, message: t(`officer.after.need.${name}`) }));
    if (this.errors.length) this.updateComplete.then(() => this.querySelector('.error-summary')?.focus());
    return !this.errors.length;
  }

  async ask(title, yes, run, danger) {
    const done = await confirm({ title, yes, danger, run: () => run().catch((problem) => {
      throw problem instanceof Problem ? Object.assign(problem, { message: [explain(problem, this.filing), ...problem.errors.map((error) => error.message)].join(' ') }) : problem;
    }) });
    if (done) {
      this.open = null;
      this.values = {};
      this.reload();
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true }));
    }
    return done;
  }

  async propose(event) {
    event.preventDefault();
    if (!this.need(['amount', 'basis'])) return;
    const { basis } = this.values;
    const amount = sum([this.amount]);
    if (await this.ask(t('officer.after.proposeSure', { amount: shortYuan(amount) }), t('officer.after.propose'), () => api.act(`/api/fund/filings/${this.filing.id}/final-account`, { amount, basis }))) say(t('officer.after.proposed'));
  }

  async confirm() {
    const text = t('officer.after.confirmSure', { amount: shortYuan(this.account.amount) });
    if (await this.ask(text, t('officer.after.confirm'), () => api.act(`/api/fund/filings/${this.filing.id}/final-account/confirm`, {}), true)) say(t('officer.after.confirmed'));
  }

  async demand(event) {
    event.preventDefault();
    if (!this.need(['amount', 'reason'])) return;
    const { reason, ground = GROUNDS[0] } = this.values;
    const amount = sum([this.amount]);
    const made = await this.ask(t('officer.after.demandSure', { amount: shortYuan(amount) }), t('officer.after.demand'), () => api.act('/api/fund/recoveries', { filing: this.filing.id, amount, ground, reason }), true);
    if (made) go(`/officer/recoveries/${made.id}`);
  }

  /** Opens one of the forms, or closes it where it is open already. */
  show(name) {
    this.open = name === this.open ? null : name;
    this.errors = [];
    this.values = {};
  }

  field(name, kind) {
    const common = { name: `after-${name}`, label: t(`officer.after.${name}`), value: this.values[name], error: this.errorOf(name), onInput: this.set(name) };
    return kind === 'area' ? textArea({ ...common, rows: 3, maxlength: 1000 }) : textField({ ...common, kind, maxlength: 300 });
  }

  form(name) {
    const finalAccount = name === 'account';
    return html`<form class="move decide" novalidate @submit=${(event) => (finalAccount ? this.propose(event) : this.demand(event))}>
      <h3>${t(finalAccount ? 'officer.after.propose' : 'officer.after.demand')}</h3><p class="quiet">${t(finalAccount ? 'officer.after.proposeLead' : 'officer.after.demandLead')}</p>
      ${this.errors.length ? errorSummary(this.errors) : nothing}
      ${this.field('amount', 'money')}
      ${finalAccount ? this.field('basis', 'text') : html`${selectField({ name: 'after-ground', label: t('recovery.ground'), value: this.values.ground ?? GROUNDS[0], options: GROUNDS.map((value) => ({ value, text: t(`recovery.ground.${value}`) })), onChange: this.set('ground') })}${this.field('reason', 'area')}`}
      <div class="buttons"><button class="button ${finalAccount ? '' : 'danger'}">${t(finalAccount ? 'officer.after.propose' : 'officer.after.demand')}</button><button type="button" class="button second" @click=${() => this.show(null)}>${t('kit.cancel')}</button></div></form>`;
  }

  render() {
    const { account } = this;
    const reviewer = hasRole('REVIEWER') && this.filing.state !== 'APPROVED';
    const revocable = this.filing.actions?.includes('revoke');
    if (!account && !reviewer && !revocable) return nothing;
    return html`<section aria-labelledby="case-after"><h2 id="case-after">${t('officer.after.title')}</h2>
      ${account ? facts([[t('officer.after.account'), yuan(account.amount)], [t('officer.after.basis'), account.basis], [t('officer.field.state'), t(account.confirmed ? 'officer.after.isConfirmed' : 'officer.after.isProposed')], [t('officer.after.by'), [account.proposedBy, account.confirmedBy].filter(Boolean).join(' → ')]]) : nothing}
      <div class="buttons">${account?.actions?.includes('confirm') ? html`<button type="button" class="button" @click=${() => this.confirm()}>${t('officer.after.confirm')}</button>` : nothing}
        ${reviewer && !account?.confirmed ? html`<button type="button" class="button second" aria-expanded=${this.open === 'account'} @click=${() => this.show('account')}>${t('officer.after.propose')}</button>` : nothing}
        ${reviewer && this.filing.state !== 'CONFIRMED' ? html`<button type="button" class="button second" aria-expanded=${this.open === 'demand'} @click=${() => this.show('demand')}>${t('officer.after.demand')}</button>` : nothing}
        ${revocable ? html`<button type="button" class="button second" aria-expanded=${this.open === 'revoke'} @click=${() => this.show('revoke')}>${t('officer.move.revoke')}</button>` : nothing}</div>
      ${this.open === 'revoke' ? html`<div class="decide"><h3>${t('officer.move.revoke')}</h3><fpo-revoke .filing=${this.filing} @left=${() => this.show(null)}></fpo-revoke></div>` : this.open ? this.form(this.open) : nothing}</section>`;
  }
}

customElements.define('fpo-afterwards', Afterwards);
