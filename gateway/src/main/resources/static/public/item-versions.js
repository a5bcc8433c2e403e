/** The versions of an item and what changed between two of them, for everybody. */
import { LitElement, html } from 'lit';
import { api, Problem } from '/kit/api.js';
import { t } from '/kit/i18n.js';
import { day } from '/kit/format.js';
import { selectField } from '/kit/form.js';
import { chip } from '/kit/parts.js';
import { changeList } from '/kit/changes.js';

const KIND = { IN_FORCE: 'go', PUBLISHED: 'todo', SUPERSEDED: 'end' };

class ItemVersions extends LitElement {
  static properties = { code: {}, versions: { state: true }, from: { state: true }, to: { state: true }, changes: { state: true }, trouble: { state: true } };

  createRenderRoot() { return this; }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.versions = await api.get(`/api/policy/items/${encodeURIComponent(this.code)}/versions`);
      if (this.versions.length > 1) {
        this.to = this.versions[0].version;
        this.from = this.versions[1].version;
        await this.compare();
      }
    } catch (problem) { this.trouble = problem; }
  }

  async compare() {
    this.trouble = null;
    this.changes = null;
    const asked = `${this.from} ${this.to}`;
    try {
      const { changes } = await api.get(`/api/policy/items/${encodeURIComponent(this.code)}/diff?from=${this.from}&to=${this.to}`);
      if (asked === `${this.from} ${this.to}`) this.changes = changes;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.trouble = problem;
    }
  }

  choose(name) {
    return selectField({ name: `versions-${name}`, label: t(`item.versions.${name}`), value: String(this[name]),
      options: this.versions.map(({ version }) => ({ value: String(version), text: t('item.version.text', { version }) })),
      onChange: (value) => { this[name] = Number(value); this.compare(); } });
  }

  render() {
    if (!this.versions) return this.trouble ? html`<p class="note stop">${this.trouble.message}</p>` : html`<p class="quiet" role="status">${t('kit.loading')}</p>`;
    return html`<ul class="plain-tight versions">${this.versions.map(({ version, state, inForceFrom, inForceTo }) => html`<li>${t('item.version.text', { version })} ${chip(t(`item.versions.${state}`), KIND[state])}
        <span class="quiet">${inForceTo ? t('item.versions.span', { from: day(inForceFrom), to: day(inForceTo) }) : t('item.versions.since', { from: day(inForceFrom) })}</span></li>`)}</ul>
      ${this.versions.length < 2 ? html`<p class="quiet">${t('item.versions.one')}</p>` : html`<div class="filters">${this.choose('from')}${this.choose('to')}</div>
        ${this.trouble ? html`<p class="note stop" role="alert">${this.trouble.message}</p>` : this.changes ? changeList(this.changes) : html`<p class="quiet" role="status">${t('kit.loading')}</p>`}`}`;
  }
}

customElements.define('fpo-item-versions', ItemVersions);
