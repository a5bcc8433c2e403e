/** Key projects at work: what keeps pace with the time, what stands still, and where the year is. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { t } from '../kit/i18n.js';
import { number, shortYuan } from '../kit/format.js';
import { facts } from '../kit/parts.js';
import { projectFilters, projectTable, readProjects } from '../kit/project-words.js';
import { hasRole } from '../kit/session.js';
import { registerLabel } from '../kit/states.js';
import { withQuery } from './desk.js';

export default class Projects extends Page {
  heading() { return t('project.list'); }
  lead() { return t('officer.projects.lead'); }
  aside() { return html`${hasRole('INTAKE', 'ADMIN') ? html`<a class="button second" href="/officer/projects/new">${t('officer.project.add')}</a>` : nothing} ${registerLabel()}`; }

  async load() { [this.answer, this.summary] = await readProjects(this.query); }

  summed() {
    const { summary } = this;
    return html`<section aria-labelledby="summed"><h2 id="summed" class="vh">${t('officer.projects.summed')}</h2>
      ${facts([
        [t('officer.projects.count'), html`${summary.projects} <span class="quiet">${summary.levels.map(({ name, projects }) => `${name} ${projects}`).join(t('kit.list'))}</span>`],
        [t('officer.projects.plan'), html`${shortYuan(summary.yearDone)} / ${shortYuan(summary.yearPlan)}`],
        [t('project.completion'), summary.completion === undefined ? '–' : html`${number(summary.completion, 1)}% <span class="quiet">${t('project.time', { share: number(summary.timeProgress, 1) })}</span>`],
        ...summary.startRates.map((rate) => [t('officer.projects.started', { base: rate.baseName }), rate.rate === undefined ? '–' : html`${number(rate.rate, 1)}% <span class="quiet">${rate.started} / ${rate.of}</span>`]),
        [t('officer.projects.behind'), html`<a href=${withQuery({ behind: 'true', stalled: null, page: null })}>${summary.behind}</a>`],
        [t('officer.projects.stalled'), html`<a href=${withQuery({ stalled: 'true', behind: null, page: null })}>${summary.stalled}</a>`],
      ])}
      <details class="more"><summary>${t('officer.projects.definitions')}</summary><ul>${['startRate', 'completion', 'timeProgress', 'behind', 'stalled', 'team'].map((key) => html`<li>${summary.definitions[key]}</li>`)}</ul></details></section>`;
  }

  body() { return html`${this.summed()}${projectFilters(this, '/officer/projects')}${projectTable(this, '/officer/projects', t('officer.projects.empty'))}`; }
}
