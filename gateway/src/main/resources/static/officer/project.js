/** One key project: its months, how it keeps pace, and who serves it. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, day } from '../kit/format.js';
import { chip, clusterChip, facts } from '../kit/parts.js';
import { pace, standing } from '../kit/project-words.js';
import { hasRole } from '../kit/session.js';
import { empty, sampleLabel } from '../kit/states.js';
import './desk.js';

export default class Project extends Page {
  heading() { return this.answer?.project.name ?? t('officer.project.title'); }
  back() { return { href: '/officer/projects', text: t('project.list') }; }
  aside() { return html`${hasRole('INTAKE', 'ADMIN') ? html`<a class="button second" href="/officer/projects/${this.params.code}/edit">${t('officer.project.edit')}</a>` : nothing} ${this.answer?.project.sample ? sampleLabel() : nothing}`; }

  async load() { this.answer = await api.get(`/api/industry/projects/${encodeURIComponent(this.params.code)}`); }

  body() {
    const { project, milestones, team, ownerCode, definitions } = this.answer;
    return html`
      ${facts([
        [t('project.code'), html`<span class="code">${project.code}</span>`],
        [t('officer.project.owner'), ownerCode ? html`<a href="/officer/enterprises/${ownerCode}">${project.owner}</a>` : project.owner],
        [t('project.level'), project.levelName],
        [t('project.cluster'), project.cluster ? clusterChip(project.cluster) : tc('cluster', 'NONE')],
        [t('project.stage'), html`${project.stageName} ${standing(project)}`],
        [t('project.totalInvestment'), amount(project.totalInvestment)],
        [t('project.yearPlan'), html`${amount(project.yearPlan)} <span class="quiet">${project.planYear}</span>`],
        [t('project.yearDone'), html`${amount(project.yearDone)} <span class="quiet">${t('project.through', { month: project.doneThrough })}</span>`],
        [t('project.completion'), pace(project)],
        [t('project.startedOn'), project.startedOn ? day(project.startedOn) : null],
        [t('project.completedOn'), project.completedOn ? day(project.completedOn) : null],
      ])}
      <section class="section" aria-labelledby="months"><h2 id="months">${t('officer.project.months')}</h2>
        ${milestones.length ? this.months(milestones) : empty(t('officer.project.noMonths'), t('officer.project.noMonthsText'))}</section>
      <section class="section" aria-labelledby="team"><h2 id="team">${t('officer.project.team')}</h2><p class="section-lead">${definitions.team}</p>
        ${team?.length ? html`<table class="table work"><caption class="vh">${t('officer.project.team')}</caption><thead><tr><th scope="col">${t('officer.project.post')}</th><th scope="col">${t('officer.project.person')}</th><th scope="col">${t('officer.project.office')}</th><th scope="col">${t('officer.project.contact')}</th></tr></thead>
          <tbody>${team.map((each) => html`<tr><th scope="row">${each.postName}</th><td data-label=${t('officer.project.person')}>${each.name}</td><td data-label=${t('officer.project.office')}>${each.office ?? '–'}</td><td data-label=${t('officer.project.contact')}>${each.contact ?? '–'}</td></tr>`)}</tbody></table>
          <p class="quiet">${t('officer.project.personal')}</p>` : empty(t('officer.project.noTeam'), t('officer.project.noTeamText'))}</section>
      <section class="section" aria-labelledby="terms"><h2 id="terms">${t('officer.projects.definitions')}</h2><ul>${['completion', 'timeProgress', 'behind', 'stalled'].map((key) => html`<li>${definitions[key]}</li>`)}</ul></section>`;
  }

  months(milestones) {
    const late = (each) => each.doneToDate !== undefined && Number(each.doneToDate) < Number(each.planToDate);
    return html`<table class="table work"><caption class="vh">${t('officer.project.months')}</caption>
      <thead><tr><th scope="col">${t('officer.project.month')}</th>${['plan', 'done', 'planToDate', 'doneToDate'].map((key) => html`<th scope="col" class="num">${t(`project.${key}`)}</th>`)}<th scope="col">${t('officer.project.against')}</th></tr></thead>
      <tbody>${milestones.map((each) => html`<tr><th scope="row">${each.month}</th>
        ${['plan', 'done', 'planToDate', 'doneToDate'].map((key) => html`<td class="num" data-label=${t(`project.${key}`)}>${each[key] === undefined ? html`<span class="quiet">${t('project.open')}</span>` : amount(each[key])}</td>`)}
        <td data-label=${t('officer.project.against')}>${each.doneToDate === undefined ? '–' : late(each) ? chip(t('officer.project.belowPlan'), 'todo') : chip(t('officer.project.onPlan'), 'go')}</td></tr>`)}</tbody></table>`;
  }
}
