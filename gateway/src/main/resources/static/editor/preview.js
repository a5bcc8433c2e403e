/** What a package would change against what is in force. */
import { html, nothing } from 'lit';
import { t } from '../kit/i18n.js';
import { note } from '../kit/states.js';
import { facts } from '../kit/parts.js';
import { changeList } from '../kit/changes.js';
import './desk.js';

const list = (key, entries, more) => (entries.length ? html`<section class="section" aria-labelledby="preview-${key}"><h2 id="preview-${key}" class="section-head">${t(`editor.package.${key}`, { count: entries.length })}</h2>
  ${entries.map((entry) => (more ? html`<details class="more"><summary><span class="item-code">${entry.code}</span> ${entry.title} <span class="quiet">${t('editor.package.changes', { count: entry.changes.length })}</span></summary>${changeList(entry.changes)}</details>`
    : html`<p><span class="item-code">${entry.code}</span> ${entry.title}</p>`))}</section>` : nothing);

export const previewOf = (preview) => html`${facts([
  [t('editor.package.items'), preview.items],
  [t('editor.package.unchanged'), preview.unchanged],
  [t('editor.package.articles'), t(preview.articlesChanged ? 'editor.package.differs' : 'editor.package.same')],
  [t('editor.package.terms'), t(preview.termsChanged ? 'editor.package.differs' : 'editor.package.same')],
])}
  ${preview.termsChanged ? note(t('editor.package.termsNote')) : nothing}
  ${!preview.added.length && !preview.changed.length && !preview.removed.length && !preview.termsChanged && !preview.articlesChanged ? note(t('editor.package.nothing'), 'go') : nothing}
  ${list('removed', preview.removed)}${list('added', preview.added)}${list('changed', preview.changed, true)}`;
