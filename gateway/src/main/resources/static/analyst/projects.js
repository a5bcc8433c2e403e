/** Key projects: plan of the year, what is done of it, whether that keeps pace with the time, and which stand still. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api, download } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, number } from '../kit/format.js';
import { chip, clusterChip, facts, pager } from '../kit/parts.js';
import { registerLabel } from '../kit/states.js';
import { CLUSTERS } from '../kit/brand.js';
import { say } from '../kit/toast.js';
import '../kit/table.js';
import { analystTabs } from './desk.js';

const FILTERS = { level: ['PROVINCE', 'CITY', 'ZONE'], stage: ['PREPARING', 'IMPLEMENTING', 'COMPLETED'], cluster: CLUSTERS };
const asWhole = (share) => Math.max(0, Math.min(1, Number(share) / 100));

/** Completion as a bar with a mark where the time stands. */
export function pace(completion, timeProgress, behind) {
  if (completion === undefined || completion === null) return html`<span class="quiet">–</span>`;
  return html`<span class="pace"><svg viewBox="0 0 100 12" width="100" height="12" aria-hidden="true"><rect class="whole" x="0.5" y="2.5" width="99" height="7"></rect><rect class=${behind ? 'behind' : ''} x="0" y="2" width=${asWhole(completion) * 100} height="8"></rect><line x1=${asWhole(timeProgress) * 100} x2=${asWhole(timeProgress) * 100} y1="0" y2="12"></line></svg>
    <span>${number(completion, 1)}% <span class="quiet">${t('analyst.projects.time', { share: number(timeProgress, 0) })}</span></span></span>`;
}

/** Why a project counts as stalled, as chips; that it is behind, in words. */
export const standing = (project) => html`${(project.stalled ?? []).map((why) => chip(tc('analyst.projects.stalled', why), 'stop'))}${project.behind && !project.stalled?.length ? chip(t('analyst.projects.behind'), 'todo') : nothing}`;

export default class Projects extends Page {
  heading() { return t('analyst.projects.title'); }
  lead() { return t('analyst.projects.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${analystTabs('projects')}`; }

  asked(names) {
    const asked = new URLSearchParams();
    for (const name of names) if (this.query.get(name)) asked.set(name, this.query.get(name));
    return asked;
  }

  get address() { return `/api/industry/projects?${this.asked([...Object.keys(FILTERS), 'stalled', 'behind'])}`; }

  async load() {
    const page = this.asked(['page']);
    this.answer = await api.get(`${this.address}&size=50&${page}`);
    this.told = this.answer.items.some((project) => project.timeProgress !== undefined) || Boolean(this.summary);
    if (this.told) this.summary = await api.get(`/api/industry/projects/summary?${this.asked(['level', 'cluster'])}`).catch(() => null);
  }

  done(project) {
    if (project.timeProgress !== undefined) return html`${amount(project.yearDone)}<span class="row-sub">${pace(project.completion, project.timeProgress, project.behind)}</span>`;
    const share = Number(project.yearPlan) ? (Number(project.yearDone) / Number(project.yearPlan)) * 100 : null;
    const passed = (Number(String(project.doneThrough).split('-')[1]) / 12) * 100;
    return html`${amount(project.yearDone)}<span class="row-sub">${pace(share, passed, false)}</span>`;
  }

  overview() {
    const { summary } = this;
    if (!summary) return nothing;
    const [first, other] = summary.startRates;
    return html`<dl class="headline"><div><dt>${t('analyst.projects.count')}</dt><dd>${number(summary.projects, 0)} <span class="headline-unit">${summary.levels.map(({ name, projects }) => `${name} ${projects}`).join(t('kit.list'))}</span></dd></div>
      <div><dt>${t('analyst.projects.completion')}</dt><dd>${number(summary.completion, 1)}<span class="headline-unit">% · ${t('analyst.projects.time', { share: number(summary.timeProgress, 0) })}</span></dd></div>
      <div><dt>${t('analyst.projects.startRate', { base: first.baseName })}</dt><dd>${first.rate === undefined ? '–' : number(first.rate, 1)}<span class="headline-unit">% · ${first.started}/${first.of}</span></dd>${other ? html`<dd class="faster">${other.baseName}${t('kit.colon')}${other.rate === undefined ? '–' : `${number(other.rate, 1)}%`}（${other.started}/${other.of}）</dd>` : nothing}</div>
      <div><dt>${t('analyst.projects.standing')}</dt><dd>${number(summary.stalled, 0)} <span class="headline-unit">${t('analyst.projects.behindCount', { n: summary.behind })}</span></dd></div></dl>`;
  }

  filters() {
    const { query } = this;
    const all = [...Object.keys(FILTERS), 'stalled', 'behind'];
    return html`<form class="filters" @submit=${(event) => event.preventDefault()}>
      ${Object.entries(FILTERS).map(([name, codes]) => html`<label>${t(name === 'cluster' ? 'analyst.cluster' : `analyst.projects.${name}`)}<select name=${name} @change=${(event) => this.filter({ [name]: event.target.value, page: null })}><option value="">${t('analyst.all')}</option>
        ${codes.map((code) => html`<option value=${code} ?selected=${query.get(name) === code}>${name === 'cluster' ? tc('cluster', code) : t(`analyst.projects.${name}.${code}`)}</option>`)}</select></label>`)}
      ${this.told ? ['stalled', 'behind'].map((name) => html`<label class="check"><input type="checkbox" name=${name} .checked=${query.get(name) === 'true'} @change=${(event) => this.filter({ [name]: event.target.checked ? 'true' : null, page: null })}> ${t(`analyst.projects.only.${name}`)}</label>`) : nothing}
      ${all.some((name) => query.get(name)) ? html`<a href="/analyst/projects">${t('analyst.clear')}</a>` : nothing}</form>`;
  }

  async save() {
    try { await download(this.address, 'text/csv', 'projects.csv'); } catch (problem) { say(problem.message, 'stop'); }
  }

  body() {
    const { query } = this;
    const columns = [
      { key: 'name', label: t('analyst.projects.name'), cell: (project) => html`${project.name}<span class="row-sub">${project.owner} · <span class="code">${project.code}</span></span>` },
      { key: 'levelName', label: t('analyst.projects.level'), cell: (project) => html`<span class="nowrap">${project.levelName}</span>` },
      { key: 'cluster', label: t('analyst.cluster'), cell: (project) => (project.cluster ? clusterChip(project.cluster) : '–') },
      { key: 'stageName', label: t('analyst.projects.stage'), cell: (project) => html`<span class="stage">${project.stageName} ${standing(project)}</span>` },
      { key: 'totalInvestment', label: t('analyst.projects.total'), numeric: true, cell: (project) => amount(project.totalInvestment) },
      { key: 'yearPlan', label: t('analyst.projects.plan'), numeric: true, cell: (project) => html`${amount(project.yearPlan)}<span class="row-sub">${project.planYear}</span>` },
      { key: 'yearDone', label: t('analyst.projects.done'), numeric: true, cell: (project) => this.done(project) },
    ];
    const definitions = this.summary?.definitions;
    return html`${this.overview()}${this.filters()}
      <fpo-table .columns=${columns} .rows=${this.answer.items} .href=${this.told ? (project) => `/analyst/projects/${project.code}` : undefined} caption=${t('analyst.projects.title')} emptyTitle=${t('analyst.projects.none')} emptyText=${t('analyst.projects.empty')}></fpo-table>
      ${pager(this.answer, (page) => `/analyst/projects?${new URLSearchParams({ ...Object.fromEntries(query), page })}`)}
      ${this.told ? html`<div class="buttons"><button type="button" class="button second small" @click=${() => this.save()}>${t('analyst.csv')}</button></div>` : nothing}
      ${definitions ? html`<section aria-labelledby="about"><h2 id="about">${t('analyst.about')}</h2>${facts(['completion', 'timeProgress', 'behind', 'stalled', 'startRate', 'team'].map((name) => [t(`analyst.projects.defined.${name}`), definitions[name]]))}</section>` : nothing}`;
  }
}
