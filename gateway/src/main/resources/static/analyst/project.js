/** One key project: its plan month by month, what was done, and who serves it. */
import { html, nothing, svg } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, day, number } from '../kit/format.js';
import { clusterChip, facts } from '../kit/parts.js';
import { pace, standing } from '../kit/project-words.js';
import { empty, registerLabel } from '../kit/states.js';
import './desk.js';
import { periodName } from './periods.js';

export default class Project extends Page {
  heading() { return this.project?.name ?? t('project.list'); }
  lead() { return this.project ? html`${this.project.owner} · <span class="code">${this.project.code}</span>` : nothing; }
  back() { return { href: '/analyst/projects', text: t('project.list') }; }
  aside() { return registerLabel(); }

  async load() {
    this.detail = await api.get(`/api/industry/projects/${encodeURIComponent(this.params.code)}`);
    this.project = this.detail.project;
  }

  /** Plan to date as a stepped line, done to date as columns. */
  drawn(months) {
    const most = Math.max(1, ...months.map((month) => Math.max(Number(month.planToDate), Number(month.doneToDate ?? 0))));
    const y = (value) => 118 - (Number(value) / most) * 110;
    const wide = 600 / months.length;
    const line = months.map((month, at) => `${at ? 'L' : 'M'}${at * wide},${y(month.planToDate)} L${(at + 1) * wide},${y(month.planToDate)}`).join(' ');
    return html`<svg class="milestones" viewBox="0 0 600 122" role="img" aria-label=${t('analyst.project.drawn')}>${months.map((month, at) => (month.doneToDate === undefined ? nothing : svg`<rect x=${at * wide + 4} y=${y(month.doneToDate)} width=${wide - 8} height=${118 - y(month.doneToDate)}></rect>`))}<path d=${line}></path><line x1="0" x2="600" y1="118.5" y2="118.5"></line></svg>
      <p class="quiet">${t('analyst.project.legend')}</p>`;
  }

  body() {
    const { project, detail } = this;
    const { milestones = [], team, definitions } = detail;
    return html`${facts([
      [t('project.stage'), html`<span class="stage">${project.stageName} ${standing(project)}</span>`], [t('project.level'), project.levelName], [t('project.cluster'), project.cluster ? clusterChip(project.cluster) : null],
      [t('project.totalInvestment'), amount(project.totalInvestment)], [`${t('project.yearPlan')} ${project.planYear}`, amount(project.yearPlan)], [t('project.yearDone'), html`${amount(project.yearDone)} <span class="quiet">${t('analyst.through', { month: periodName(project.doneThrough) })}</span>`],
      [t('project.completion'), pace(project)], [t('project.startedOn'), project.startedOn && day(project.startedOn)], [t('project.completedOn'), project.completedOn && day(project.completedOn)],
    ])}
      <section aria-labelledby="months"><h2 id="months">${t('analyst.project.months')}</h2>
        ${milestones.length ? html`${this.drawn(milestones)}<div class="table-scroll" role="group" tabindex="0" aria-labelledby="months"><table class="table compact stat"><caption class="vh">${t('analyst.project.months')}</caption><thead><tr><th scope="col">${t('analyst.kind.month')}</th>${['plan', 'done', 'planToDate', 'doneToDate'].map((name) => html`<th scope="col" class="num">${t(`project.${name}`)}</th>`)}</tr></thead>
          <tbody>${milestones.map((month) => html`<tr><th scope="row">${periodName(month.month)}</th>${['plan', 'done', 'planToDate', 'doneToDate'].map((name) => html`<td class="num" data-label=${t(`project.${name}`)}>${month[name] === undefined ? html`<span class="quiet">${t('project.open')}</span>` : amount(month[name])}</td>`)}</tr>`)}</tbody></table></div>` : empty(t('analyst.project.noMonths'), t('analyst.project.noMonths.text'))}</section>
      ${team ? html`<section aria-labelledby="team"><h2 id="team">${t('analyst.project.team', { n: number(team.length, 0) })}</h2>${team.length ? facts(team.map((person) => [person.postName, html`${person.name}${person.office ? html` <span class="quiet">${person.office}</span>` : nothing}${person.contact ? html` <span class="quiet">${person.contact}</span>` : nothing}`])) : html`<p>${t('analyst.project.noTeam')}</p>`}</section>` : nothing}
      ${definitions ? html`<section aria-labelledby="about"><h2 id="about">${t('analyst.about')}</h2>${facts(['completion', 'timeProgress', 'behind', 'stalled'].map((name) => [t(`analyst.projects.defined.${name}`), definitions[name]]))}</section>` : nothing}`;
  }
}
