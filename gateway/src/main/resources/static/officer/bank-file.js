/** A file of the bank's: chosen, sent, and what it did. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { bytes } from '../kit/format.js';
import { explain } from './move.js';

/** Subclasses say `path` where it is sent, `words` the prefix of its texts, `field` the field's name, and `rows()` of the `result`. */
export class BankFile extends LitElement {
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
      this.result = await api.act(this.path, await this.file.text(), { raw: true, headers: { 'Content-Type': 'application/xml' } });
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.trouble = problem;
    } finally {
      this.busy = false;
    }
  }

  render() {
    const id = `f-${this.field}-file`;
    return html`<form class="move" novalidate @submit=${(event) => this.send(event)}>
      <p class="quiet">${t(`${this.words}.lead`)}</p>
      ${this.trouble ? html`<div class="note stop move-problem" role="alert"><p><strong>${t('officer.bank.failed')}</strong> ${explain(this.trouble)}</p>${this.trouble.errors.length ? html`<ul>${this.trouble.errors.map((error) => html`<li>${error.message}</li>`)}</ul>` : nothing}</div>` : nothing}
      <div class="field"><label for=${id}>${t(`${this.words}.file`)}</label><p class="hint" id="${id}-hint">${t(`${this.words}.hint`)}</p>
        <input id=${id} type="file" accept=".xml,application/xml,text/xml" aria-describedby="${id}-hint" @change=${(event) => { [this.file] = event.target.files; }}>
        ${this.file ? html`<p class="quiet">${this.file.name} · ${bytes(this.file.size)}</p>` : nothing}</div>
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t(`${this.words}.send`)}</button></div>
      ${this.result ? this.rows() : nothing}
    </form>`;
  }
}
