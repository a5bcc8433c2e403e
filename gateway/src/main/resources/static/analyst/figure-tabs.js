/** The three ways to read the published figures: as they stand, what follows from them, what does not go together. */
import { html } from 'lit';
import { t } from '../kit/i18n.js';
import { tabs } from '../kit/parts.js';

const VIEWS = { all: '/analyst/figures', derived: '/analyst/figures/derived', contradictions: '/analyst/figures/contradictions' };

export const figureTabs = (current) => tabs(t('analyst.figures.views'), Object.entries(VIEWS).map(([key, href]) => ({ key, href, text: t(`analyst.figures.view.${key}`) })), current);

/** The code of a figure, leading to it in the table. */
export const figureLink = (id) => html`<a class="code" href="/analyst/figures#figure-${id}">${id}</a>`;
