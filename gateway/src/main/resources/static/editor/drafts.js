/** All drafts, the last changed first, and the way to begin one. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { moment } from '../kit/format.js';
import { selectField } from '../kit/form.js';
import { pager } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { go } from '../kit/router.js';
import { items } from '../kit/programme.js';
import '../kit/table.js';
import { STATES, draftChip } from './desk.js';

export default class Drafts extends Page {
  static properties = { code: { state: true } };

  heading() { return t('editor.drafts.title'); }
  lead() { return t(hasRole('POLICY_EDITOR') ? 'editor.drafts.lead' : 'editor.drafts.leadPublisher'); }

  async load() {
    const asked = new URLSearchParams({ size: '20' });
    for (const name of ['state', 'page']) if (this.query.get(name)) asked.set(name, this.query.get(name));
    [this.answer, this.items] = await Promise.all([api.get(`/api/policy/drafts?${asked}`), items()]);
    this.code ??= this.query.get('code') ?? '';
  }

  async begin(event) {
    event.preventDefault();
    if (!this.code) return this.fail([{ field: 'code', message: t('editor.drafts.choose') }]);
    await this.submitOnce(async () => {
      const draft = await api.act(`/api/policy/items/${this.code}/drafts`, {});
      go(`/editor/drafts/${draft.id}`);
    });
  }

  body() {
    const columns = [
      { key: 'title', label: t('editor.field.what'), cell: (draft) => html`${draft.code ? html`<span class="item-code">${draft.code}</span> ` : nothing}${draft.title}` },
      { key: 'state', label: t('editor.field.state'), cell: (draft) => html`${draftChip(draft.state)}${draft.returned && draft.state === 'DRAFT' ? html` <span class="quiet">${t('editor.returned.short')}</span>` : nothing}` },
      { key: 'createdBy', label: t('editor.field.by') },
      { key: 'updatedAt', label: t('editor.field.changed'), cell: (draft) => html`<time datetime=${draft.updatedAt}>${moment(draft.updatedAt)}</time>` },
    ];
    const state = this.query.get('state') ?? '';
    return html`${hasRole('POLICY_EDITOR') ? html`<form class="filters" @submit=${(event) => this.begin(event)}>
        ${selectField({ name: 'code', label: t('editor.drafts.begin'), error: this.errorOf('code'), value: this.code, blank: t('editor.choose'),
          options: this.items.map((item) => ({ value: item.code, text: `${item.code} ${item.title}` })), onChange: (value) => { this.code = value; } })}
        <button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('editor.drafts.beginGo')}</button></form>` : nothing}
      <div class="filters quiet-filters">${selectField({ name: 'state', label: t('editor.field.state'), value: state, blank: t('editor.all'),
        options: STATES.map((value) => ({ value, text: t(`editor.state.${value}`) })), onChange: (value) => this.filter({ state: value, page: null }) })}</div>
      <fpo-table .columns=${columns} .rows=${this.answer.items} caption=${t('editor.drafts.title')} .href=${(draft) => `/editor/drafts/${draft.id}`}
        emptyTitle=${t('editor.drafts.none')} emptyText=${t('editor.drafts.noneText')}></fpo-table>
      ${pager(this.answer, (page) => `/editor?${new URLSearchParams({ ...(state && { state }), page })}`)}`;
  }
}
