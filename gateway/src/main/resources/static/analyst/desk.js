/** What the analyst's pages share: their sheet, the links between them, a file as it was asked for. */
import { html, nothing } from 'lit';
import { t, words } from '../kit/i18n.js';
import { tabs } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { stylesheet } from '../kit/stylesheet.js';

export { download } from '../kit/api.js';

await Promise.all([words('analyst'), stylesheet('/analyst/analyst.css')]);

/** The pages, as links, for readers without the analyst's menu too. */
export const analystTabs = (current) => (hasRole('ANALYST') ? nothing : tabs(t('analyst.nav'), ['overview', 'statistics', 'structure', 'chain', 'bulletins', 'figures', 'projects', 'vintages'].map((key) => ({ key, text: t(`analyst.nav.${key}`), href: key === 'overview' ? '/analyst' : `/analyst/${key}` })), current));

export const rowsOf = (answer) => (Array.isArray(answer) ? answer : answer?.items ?? []);

export const signed = (value) => (value === undefined || value === null ? '–' : `${Number(value) > 0 ? '+' : ''}${value}`);
export const dash = html`<span class="quiet">–</span>`;
