/** The differences between two versions of an item, as the policy service words them. */
import { html, nothing } from 'lit';
import { t } from './i18n.js';
import { empty } from './states.js';

const MARK = { ADDED: '+', REMOVED: '−', CHANGED: '≠' };

/** `changes`: `[{path, kind, clause?, before?, after?, text}]`; what is long stands before and after instead of in one sentence. */
export const changeList = (changes) => (changes.length
  ? html`<ul class="changes">${changes.map((change) => html`<li class="change ${change.kind}">
      <span class="change-kind"><span aria-hidden="true">${MARK[change.kind]}</span>${t(`change.${change.kind}`)}</span>
      <div><p>${change.text}</p>${change.clause ? html`<p class="quiet">${change.clause}</p>` : nothing}</div></li>`)}</ul>`
  : empty(t('change.none'), t('change.noneText')));
