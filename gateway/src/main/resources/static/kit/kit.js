/** Everything of the kit in one import. */
export { LitElement, html, nothing, svg } from 'lit';
export { repeat } from 'lit/directives/repeat.js';
export { api, etagOf, Problem } from './api.js';
export { brand, CLUSTERS } from './brand.js';
export { confirm } from './dialog.js';
export { choice, cleanNumber, isNumber, savedAt, selectField, textArea, textField, tick } from './form.js';
export { amount, bytes, clockTime, day, estimateText, exactYuan, moment, number, percent, shortYuan, sum, when, yuan } from './format.js';
export { has, lang, pick, t, tc } from './i18n.js';
export { Page } from './page.js';
export { chip, clusterChip, clusterChips, clusterStrip, facts, pager, stateChip, tabs, timeline, trace, valueText } from './parts.js';
export { go, keepQuery } from './router.js';
export { currentSession, hasRole, homeOf, isSample, isSignedIn, refreshSession, session } from './session.js';
export { empty, errorPanel, errorSummary, fieldId, note, registerLabel, sampleLabel, skeleton } from './states.js';
export { say } from './toast.js';
export { LINES, STATES } from './bar.js';
export { tileState } from './mosaic.js';
import './documents.js';
import './table.js';
