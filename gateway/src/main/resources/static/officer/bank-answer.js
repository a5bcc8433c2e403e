/** The bank's status report (pain.002): a file in, a result for each payment out. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { bytes } from '../kit/format.js';
import { chip } from '../kit/parts.js';
import { explain } from './move.js';

class BankAnswer extends LitElement {
  static properties = { busy: { state: true }, trouble: { state: true }, result: { state: true }, file: { state: true } };

  createRenderRoot() { return this; }

  async send(event) {
    event.preventDefault();
    this.trouble = null;
    this.result = null;
    if (!this.file) {
      this.trouble = new Problem(400, { detail: t('officer.bank.needFile'), code: 'NO_FILE' });
      return;
    }
    this.busy = true;
    try {
      const text = await this.file.text();
      this.result = await api.act('/api/fund/payment-status', text, { raw: true, headers: { 'Content-Type': 'application/xml' } });
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.trouble = problem;
    } finally {
      this.busy = false;
    }
  }

  rows() {
    const { paid, failed, payments: results = [] } = this.result;
    const toLookAt = results.filter(({ effect }) => effect === 'CONFLICT' || effect === 'UNKNOWN').length;
    return html`<p role="status"><strong>${t('officer.bank.read', { paid, failed })}</strong>${toLookAt ? html` <span class="stop-text">${t('officer.bank.look', { n: toLookAt })}</span>` : nothing}</p>
      ${results.length ? html`<table class="table work"><caption class="vh">${t('officer.bank.results')}</caption>
        <thead><tr><th scope="col">${t('officer.bank.endToEnd')}</th><th scope="col">${t('officer.bank.status')}</th><th scope="col">${t('officer.bank.result')}</th></tr></thead>
        <tbody>${results.map((row) => html`<tr><th scope="row"><span class="code">${row.endToEndId}</span></th><td data-label=${t('officer.bank.status')}><span class="code">${row.status}</span></td>
          <td data-label=${t('officer.bank.result')}>${chip(t(`officer.bank.effect.${row.effect}`), { PAID: 'go', FAILED: 'stop', CONFLICT: 'stop', UNKNOWN: 'todo' }[row.effect] ?? 'end')}${row.filing ? html` <a href="/officer/filings/${row.filing}">${t('officer.ledger.filing')}</a>` : nothing}</td></tr>`)}</tbody></table>` : nothing}`;
  }

  render() {
    return html`<form class="move" novalidate @submit=${(event) => this.send(event)}>
      <p class="quiet">${t('officer.bank.lead')}</p>
      ${this.trouble ? html`<div class="note stop move-problem" role="alert"><p><strong>${t('officer.bank.failed')}</strong> ${explain(this.trouble)}</p>${this.trouble.errors.length ? html`<ul>${this.trouble.errors.map((error) => html`<li>${error.message}</li>`)}</ul>` : nothing}</div>` : nothing}
      <div class="field"><label for="f-bank-file">${t('officer.bank.file')}</label><p class="hint" id="f-bank-file-hint">${t('officer.bank.hint')}</p>
        <input id="f-bank-file" type="file" accept=".xml,application/xml,text/xml" aria-describedby="f-bank-file-hint" @change=${(event) => { [this.file] = event.target.files; }}>
        ${this.file ? html`<p class="quiet">${this.file.name} · ${bytes(this.file.size)}</p>` : nothing}</div>
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('officer.bank.send')}</button></div>
      ${this.result ? this.rows() : nothing}
    </form>`;
  }
}

customElements.define('fpo-bank-answer', BankAnswer);
