/** The three ways to read the published figures: as they stand, what follows from them, what does not go together. */
import { html, nothing } from 'lit';
import { t } from '../kit/i18n.js';

const VIEWS = { all: '/analyst/figures', derived: '/analyst/figures/derived', contradictions: '/analyst/figures/contradictions' };

export const figureTabs = (current) => html`<nav class="view-tools" aria-label=${t('analyst.figures.views')}>${Object.entries(VIEWS).map(([key, href]) => html`<a class="pick" href=${href} aria-current=${key === current ? 'page' : nothing}>${t(`analyst.figures.view.${key}`)}</a>`)}</nav>`;

/** The code of a figure, leading to it in the table. */
export const figureLink = (id) => html`<a class="code" href="/analyst/figures#figure-${id}">${id}</a>`;
