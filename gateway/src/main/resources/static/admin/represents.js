/** Of which enterprises a person is the legal representative: registered, and ended, by the security administrator. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from '../kit/api.js';
import { confirm } from '../kit/dialog.js';
import { day } from '../kit/format.js';
import { t } from '../kit/i18n.js';
import { errorPanel, skeleton } from '../kit/states.js';
import { say } from '../kit/toast.js';

class Represents extends LitElement {
  static properties = { person: { attribute: false }, mandates: { state: true }, problem: { state: true } };

  createRenderRoot() { return this; }

  willUpdate(changed) { if (changed.has('person')) this.read(); }

  /** The mandate in force of this person as representative, by credit code. */
  async read() {
    const { username, creditCodes } = this.person;
    try {
      const lists = await Promise.all(creditCodes.map((code) => api.get(`/api/fund/mandates?creditCode=${code}&size=200`)));
      this.problem = null;
      this.mandates = new Map(creditCodes.map((code, at) => [code, lists[at].items.find((mandate) => mandate.username === username && mandate.role === 'LEGAL_REPRESENTATIVE' && mandate.inForce)]));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    }
  }

  async change(code, mandate) {
    const { username, displayName: name } = this.person;
    const done = await confirm({
      title: t(mandate ? 'admin.represents.end.sure' : 'admin.represents.give.sure', { name, code }), danger: Boolean(mandate), yes: t(mandate ? 'admin.represents.end' : 'admin.represents.give'),
      body: html`<p>${t(mandate ? 'admin.represents.end.text' : 'admin.represents.give.text')}</p>`,
      run: () => (mandate ? api.act(`/api/fund/mandates/${mandate.id}/end`, {}) : api.act('/api/fund/mandates', { creditCode: code, username, name, role: 'LEGAL_REPRESENTATIVE' })),
    });
    if (!done) return;
    say(t('admin.represents.done'));
    await this.read();
  }

  render() {
    if (this.problem) return errorPanel(this.problem, () => this.read());
    return html`<section class="section measure" aria-labelledby="represents"><h2 id="represents">${t('admin.represents')}</h2><p class="quiet">${t('admin.represents.lead')}</p>
      ${this.mandates ? html`<ul class="plain-list">${[...this.mandates].map(([code, mandate]) => html`<li><span class="code">${code}</span> ${mandate ? html`<span class="quiet">${t('admin.represents.since', { day: day(mandate.from) })}</span> ` : nothing}
        <button type="button" class="link" @click=${() => this.change(code, mandate)}>${t(mandate ? 'admin.represents.end' : 'admin.represents.give')}<span class="vh">${t('kit.colon')}${code}</span></button></li>`)}</ul>` : skeleton(2)}</section>`;
  }
}

customElements.define('fpo-represents', Represents);
