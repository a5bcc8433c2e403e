/** Key projects: plan of the year, what is done of it, whether that keeps pace with the time, and which stand still. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { t } from '../kit/i18n.js';
import { number } from '../kit/format.js';
import { facts } from '../kit/parts.js';
import { projectFilters, projectTable, readProjects } from '../kit/project-words.js';
import { registerLabel } from '../kit/states.js';
import { analystTabs } from './desk.js';

/** A rate in per cent as a headline; none where its base is empty. */
const rateOf = (rate) => (rate === undefined ? '–' : html`${number(rate, 1)}<span class="headline-unit">%</span>`);

export default class Projects extends Page {
  heading() { return t('project.list'); }
  lead() { return t('analyst.projects.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${analystTabs('projects')}`; }

  async load() { [this.answer, this.summary] = await readProjects(this.query); }

  overview() {
    const { summary } = this;
    const [first, other] = summary.startRates;
    return html`<dl class="headline"><div><dt>${t('analyst.projects.count')}</dt><dd>${number(summary.projects, 0)} <span class="headline-unit">${summary.levels.map(({ name, projects }) => `${name} ${projects}`).join(t('kit.list'))}</span></dd></div>
      <div><dt>${t('project.completion')}</dt><dd>${rateOf(summary.completion)}<span class="headline-unit"> · ${t('project.time', { share: number(summary.timeProgress, 0) })}</span></dd></div>
      <div><dt>${t('analyst.projects.startRate', { base: first.baseName })}</dt><dd>${rateOf(first.rate)}<span class="headline-unit"> · ${first.started}/${first.of}</span></dd>${other ? html`<dd class="faster">${t('analyst.projects.otherRate', { base: other.baseName, rate: other.rate === undefined ? '–' : `${number(other.rate, 1)}%`, started: other.started, of: other.of })}</dd>` : nothing}</div>
      <div><dt>${t('analyst.projects.standing')}</dt><dd>${number(summary.stalled, 0)} <span class="headline-unit">${t('analyst.projects.behindCount', { n: summary.behind })}</span></dd></div></dl>`;
  }

  body() {
    const { definitions } = this.summary;
    return html`${this.overview()}${projectFilters(this, '/analyst/projects')}
      ${projectTable(this, '/analyst/projects', t('analyst.projects.empty'))}
      <section aria-labelledby="about"><h2 id="about">${t('analyst.about')}</h2>${facts(['completion', 'timeProgress', 'behind', 'stalled', 'startRate', 'team'].map((name) => [t(`analyst.projects.defined.${name}`), definitions[name]]))}</section>`;
  }
}
