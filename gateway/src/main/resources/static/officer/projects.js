/** Key projects at work: what keeps pace with the time, what stands still, and where the year is. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api, download, Problem } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, number, shortYuan } from '../kit/format.js';
import { chip, clusterChip, facts, pager } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { registerLabel } from '../kit/states.js';
import { CLUSTERS } from '../kit/brand.js';
import '../kit/table.js';
import { withQuery } from './desk.js';

const CHOICES = { level: ['PROVINCE', 'CITY', 'ZONE'], stage: ['PREPARING', 'IMPLEMENTING', 'COMPLETED'], cluster: CLUSTERS, sort: ['code', '-totalInvestment', '-yearPlan', 'completion', '-completion'] };
const TICKS = ['stalled', 'behind'];
const FILTERS = ['query', ...Object.keys(CHOICES), ...TICKS];

/** Why a project counts as stalled, in chips. */
export const stalls = (project) => project.stalled.map((why) => chip(t(`officer.project.stall.${why}`), 'stop'));

/** Completion against the time. */
export const pace = (project) => (project.completion === undefined ? '–' : html`<span><meter min="0" max="100" value=${Math.min(100, Number(project.completion))} aria-label=${t('officer.project.completion')}></meter> ${number(project.completion, 1)}%
  <span class="row-sub">${t('officer.project.time', { share: number(project.timeProgress, 1) })}${project.behind ? html` ${chip(t('officer.project.behind'), 'todo')}` : nothing}</span></span>`);

export default class Projects extends Page {
  heading() { return t('officer.projects.title'); }
  lead() { return t('officer.projects.lead'); }
  aside() { return html`${hasRole('INTAKE', 'ADMIN') ? html`<a class="button second" href="/officer/projects/new">${t('officer.project.add')}</a>` : nothing} ${registerLabel()}`; }

  asked() {
    const asked = new URLSearchParams();
    for (const name of FILTERS) if (this.query.get(name)) asked.set(name, this.query.get(name));
    return asked;
  }

  async load() {
    const asked = this.asked();
    asked.set('size', '50');
    if (this.query.get('page')) asked.set('page', this.query.get('page'));
    const summed = new URLSearchParams([...asked].filter(([name]) => name === 'level' || name === 'cluster'));
    [this.answer, this.summary] = await Promise.all([api.get(`/api/industry/projects?${asked}`), api.get(`/api/industry/projects/summary?${summed}`)]);
  }

  search(event) {
    event.preventDefault();
    const typed = new FormData(event.target);
    this.filter({ ...Object.fromEntries(FILTERS.map((name) => [name, String(typed.get(name) ?? '').trim()])), page: null });
  }

  async save() {
    try {
      await download(`/api/industry/projects?${this.asked()}`, 'text/csv', 'projects.csv');
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      await this.failWith(problem);
    }
  }

  summed() {
    const { summary } = this;
    return html`<section aria-labelledby="summed"><h2 id="summed" class="vh">${t('officer.projects.summed')}</h2>
      ${facts([
        [t('officer.projects.count'), html`${summary.projects} <span class="quiet">${summary.levels.map(({ name, projects }) => `${name} ${projects}`).join(t('kit.list'))}</span>`],
        [t('officer.projects.plan'), html`${shortYuan(summary.yearDone)} / ${shortYuan(summary.yearPlan)}`],
        [t('officer.project.completion'), summary.completion === undefined ? '–' : html`${number(summary.completion, 1)}% <span class="quiet">${t('officer.project.time', { share: number(summary.timeProgress, 1) })}</span>`],
        ...summary.startRates.map((rate) => [t('officer.projects.started', { base: rate.baseName }), rate.rate === undefined ? '–' : html`${number(rate.rate, 1)}% <span class="quiet">${rate.started} / ${rate.of}</span>`]),
        [t('officer.projects.behind'), html`<a href=${withQuery({ behind: 'true', stalled: null, page: null })}>${summary.behind}</a>`],
        [t('officer.projects.stalled'), html`<a href=${withQuery({ stalled: 'true', behind: null, page: null })}>${summary.stalled}</a>`],
      ])}
      <details class="more"><summary>${t('officer.projects.definitions')}</summary><ul>${['startRate', 'completion', 'timeProgress', 'behind', 'stalled', 'team'].map((key) => html`<li>${summary.definitions[key]}</li>`)}</ul></details></section>`;
  }

  body() {
    const { query } = this;
    const word = (name, code) => (name === 'cluster' ? tc('cluster', code) : t(`officer.project.${name}.${code}`));
    const picker = (name) => html`<label>${t(`officer.project.${name}`)}<select name=${name} @change=${(event) => event.target.form.requestSubmit()}><option value="">${name === 'sort' ? t('officer.project.sort.code') : t('officer.filter.all')}</option>
      ${CHOICES[name].filter((code) => code !== 'code').map((code) => html`<option value=${code} ?selected=${query.get(name) === code}>${word(name, code)}</option>`)}</select></label>`;
    const columns = [
      { key: 'name', label: t('officer.project.name'), cell: (each) => html`${each.name}<span class="row-sub">${each.owner} · ${each.code}</span>` },
      { key: 'levelName', label: t('officer.project.level') },
      { key: 'cluster', label: t('officer.project.cluster'), cell: (each) => (each.cluster ? clusterChip(each.cluster) : '–') },
      { key: 'stageName', label: t('officer.project.stage'), cell: (each) => html`<span>${each.stageName} ${stalls(each)}</span>` },
      { key: 'totalInvestment', label: t('officer.project.totalInvestment'), numeric: true, cell: (each) => amount(each.totalInvestment) },
      { key: 'yearPlan', label: t('officer.project.yearPlan'), numeric: true, cell: (each) => html`<span>${amount(each.yearPlan)}<span class="row-sub">${each.planYear}</span></span>` },
      { key: 'yearDone', label: t('officer.project.yearDone'), numeric: true, cell: (each) => html`<span>${amount(each.yearDone)}<span class="row-sub">${t('officer.project.through', { month: each.doneThrough })}</span></span>` },
      { key: 'completion', label: t('officer.project.completion'), cell: pace },
    ];
    return html`${this.summed()}
      <form class="filters" role="search" aria-label=${t('officer.projects.title')} @submit=${(event) => this.search(event)}>
        <label>${t('officer.project.query')}<input name="query" type="search" maxlength="60" .value=${query.get('query') ?? ''}></label>
        ${Object.keys(CHOICES).map(picker)}
        ${TICKS.map((name) => html`<label class="check"><input type="checkbox" name=${name} value="true" .checked=${query.get(name) === 'true'} @change=${(event) => event.target.form.requestSubmit()}> ${t(`officer.projects.only.${name}`)}</label>`)}
        <button class="button second small">${t('officer.filter.apply')}</button>
        ${FILTERS.some((name) => query.get(name)) ? html`<a href="/officer/projects">${t('officer.filter.clear')}</a>` : nothing}
        <button type="button" class="link" @click=${() => this.save()}>${t('officer.projects.csv')}</button></form>
      <fpo-table .columns=${columns} .rows=${this.answer.items} caption=${t('officer.projects.title')} .href=${(each) => `/officer/projects/${each.code}`}
        emptyTitle=${t('officer.projects.none')} emptyText=${t('officer.projects.empty')}></fpo-table>
      ${pager(this.answer, (page) => withQuery({ page: page || null }))}`;
  }
}
