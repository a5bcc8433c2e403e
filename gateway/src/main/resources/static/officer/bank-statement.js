/** The bank's statement (camt.053): a file in, and what each of its lines did. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { bytes, day, exactYuan } from '../kit/format.js';
import { chip } from '../kit/parts.js';
import './desk.js';
import { explain } from './move.js';

const LOOK = { RECONCILED: 'go', RETURNED: 'stop', REPEATED: 'end', UNMATCHED: 'todo', DIFFERENT: 'stop', CONFLICT: 'stop' };

/** A payment's name, which may break in its middle on a narrow page. */
export const brokenId = (id) => (id ? html`<span class="code">${id.slice(0, 16)}<wbr>${id.slice(16)}</span>` : '–');

/** The lines of a statement as a table. */
export const statementLines = (lines) => html`<table class="table work"><caption class="vh">${t('officer.statement.lines')}</caption>
  <thead><tr><th scope="col">${t('officer.bank.endToEnd')}</th><th scope="col">${t('officer.statement.bookedOn')}</th><th scope="col" class="num">${t('officer.field.amount')}</th><th scope="col">${t('officer.bank.result')}</th></tr></thead>
  <tbody>${lines.map((row) => html`<tr><th scope="row">${brokenId(row.endToEndId ?? row.reference)}${row.text ? html`<span class="row-sub">${row.text}</span>` : nothing}</th>
    <td data-label=${t('officer.statement.bookedOn')}>${day(row.bookedOn)}</td><td class="num" data-label=${t('officer.field.amount')}>${exactYuan(row.incoming ? row.amount : `-${row.amount}`)}</td>
    <td data-label=${t('officer.bank.result')}>${chip(t(`officer.statement.effect.${row.effect}`), LOOK[row.effect])}${row.reason ? html`<span class="row-sub">${row.reason}</span>` : nothing}</td></tr>`)}</tbody></table>`;

class BankStatement extends LitElement {
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
      this.result = await api.act('/api/fund/bank-statements', await this.file.text(), { raw: true, headers: { 'Content-Type': 'application/xml' } });
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.trouble = problem;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<form class="move" novalidate @submit=${(event) => this.send(event)}>
      <p class="quiet">${t('officer.statement.lead')}</p>
      ${this.trouble ? html`<div class="note stop move-problem" role="alert"><p><strong>${t('officer.bank.failed')}</strong> ${explain(this.trouble)}</p>${this.trouble.errors.length ? html`<ul>${this.trouble.errors.map((error) => html`<li>${error.message}</li>`)}</ul>` : nothing}</div>` : nothing}
      <div class="field"><label for="f-statement-file">${t('officer.statement.file')}</label><p class="hint" id="f-statement-file-hint">${t('officer.statement.hint')}</p>
        <input id="f-statement-file" type="file" accept=".xml,application/xml,text/xml" aria-describedby="f-statement-file-hint" @change=${(event) => { [this.file] = event.target.files; }}>
        ${this.file ? html`<p class="quiet">${this.file.name} · ${bytes(this.file.size)}</p>` : nothing}</div>
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('officer.statement.send')}</button></div>
      ${this.result ? this.result.map((each) => html`<p role="status"><strong>${t(each.repeated ? 'officer.statement.again' : 'officer.statement.read', { id: each.statement.statement, n: each.lines.length })}</strong></p>${statementLines(each.lines)}`) : nothing}
    </form>`;
  }
}

customElements.define('fpo-bank-statement', BankStatement);
