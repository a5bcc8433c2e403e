/** What a page shows when it has nothing to show yet: waiting, failed, empty, sample. */
import { html, nothing } from 'lit';
import { t } from './i18n.js';
import { isSample } from './session.js';

/** Lines where text will stand. */
export const skeleton = (lines = 6) => html`<div class="skeleton" role="status"><span class="vh">${t('kit.loading')}</span>
  ${Array.from({ length: lines }, (_, i) => html`<span class="bone b${i % 4}" aria-hidden="true"></span>`)}</div>`;

/** A failed read with a way to try again. */
export const errorPanel = (problem, retry) => html`<section class="panel failed" role="alert">
  <h2>${problem?.status === 404 ? t('kit.error.missing') : problem?.status === 403 ? t('kit.error.refused') : t('kit.error.title')}</h2>
  <p>${problem?.message ?? t('kit.problem.page')}</p>
  ${problem?.code && !(problem.status >= 400 && problem.status < 500) ? html`<p class="quiet">${t('kit.error.code', { code: problem.code })}</p>` : nothing}
  ${retry && problem?.status !== 404 && problem?.status !== 403 ? html`<p><button type="button" class="button" @click=${retry}>${t('kit.retry')}</button></p>` : nothing}
</section>`;

/** Nothing here, and what would fill it. */
export const empty = (title, text, action = nothing) => html`<div class="empty"><p class="empty-title">${title}</p>${text ? html`<p>${text}</p>` : nothing}${action}</div>`;

/** The summary of errors above a form; each leads to its field, or to the page `href` where it can be mended. */
export const errorSummary = (errors) => html`<section class="error-summary" tabindex="-1" role="alert" aria-labelledby="error-summary-title">
  <h2 id="error-summary-title">${t('kit.error.summary')}</h2>
  <ul>${errors.map(({ field, message, href }) => html`<li>${href || field ? html`<a href=${href ?? `#${fieldId(field)}`}>${message}</a>` : message}</li>`)}</ul>
</section>`;

/** The id of a field's control. */
export const fieldId = (name) => `f-${String(name).replace(/[^\w-]/g, '_')}`;

/** The label beside what comes from the register or was done with it: only where that is sample data. */
export const registerLabel = () => (isSample() ? sampleLabel() : nothing);

/** The constant label beside illustrative or sample data. */
export const sampleLabel = () => html`<span class="sample" title=${t('kit.sample.why')}>${t('kit.sample')}</span>`;

/** A warning line: stopped, stale, overdue (`stop`) or just to be known. */
export const note = (text, kind = '') => html`<p class="note ${kind}">${text}</p>`;
