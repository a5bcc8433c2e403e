/** Key projects: plan of the year, what is done of it, and whether that keeps pace with the time. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, number } from '../kit/format.js';
import { clusterChip, pager } from '../kit/parts.js';
import { registerLabel } from '../kit/states.js';
import { CLUSTERS } from '../kit/brand.js';
import '../kit/table.js';
import { analystTabs } from './desk.js';

const FILTERS = { level: ['PROVINCE', 'CITY', 'ZONE'], stage: ['PREPARING', 'IMPLEMENTING', 'COMPLETED'], cluster: CLUSTERS };

export default class Projects extends Page {
  heading() { return t('analyst.projects.title'); }
  lead() { return t('analyst.projects.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${analystTabs('projects')}`; }

  async load() {
    const asked = new URLSearchParams({ size: '50' });
    for (const name of [...Object.keys(FILTERS), 'page']) if (this.query.get(name)) asked.set(name, this.query.get(name));
    this.answer = await api.get(`/api/industry/projects?${asked}`);
  }

  done(project) {
    const share = Number(project.yearPlan) ? Number(project.yearDone) / Number(project.yearPlan) : null;
    if (share === null) return amount(project.yearDone);
    const month = Number(String(project.doneThrough).split('-')[1]);
    return html`${amount(project.yearDone)}<span class="row-sub"><meter min="0" max="1" value=${Math.min(1, share)} aria-label=${t('analyst.projects.share')}></meter> ${number(share * 100, 1)}% <span class="quiet">${t('analyst.projects.time', { share: number((month / 12) * 100, 0) })}</span></span>`;
  }

  body() {
    const columns = [
      { key: 'name', label: t('analyst.projects.name'), cell: (project) => html`${project.name}<span class="row-sub">${project.owner} · <span class="code">${project.code}</span></span>` },
      { key: 'levelName', label: t('analyst.projects.level') },
      { key: 'cluster', label: t('analyst.cluster'), cell: (project) => (project.cluster ? clusterChip(project.cluster) : '–') },
      { key: 'stageName', label: t('analyst.projects.stage') },
      { key: 'totalInvestment', label: t('analyst.projects.total'), numeric: true, cell: (project) => amount(project.totalInvestment) },
      { key: 'yearPlan', label: t('analyst.projects.plan'), numeric: true, cell: (project) => html`${amount(project.yearPlan)}<span class="row-sub">${project.planYear}</span>` },
      { key: 'yearDone', label: t('analyst.projects.done'), numeric: true, cell: (project) => this.done(project) },
    ];
    const { query } = this;
    return html`<form class="filters" @submit=${(event) => event.preventDefault()}>
        ${Object.entries(FILTERS).map(([name, codes]) => html`<label>${t(name === 'cluster' ? 'analyst.cluster' : `analyst.projects.${name}`)}<select name=${name} @change=${(event) => this.filter({ [name]: event.target.value, page: null })}><option value="">${t('analyst.all')}</option>
          ${codes.map((code) => html`<option value=${code} ?selected=${query.get(name) === code}>${name === 'cluster' ? tc('cluster', code) : t(`analyst.projects.${name}.${code}`)}</option>`)}</select></label>`)}
        ${Object.keys(FILTERS).some((name) => query.get(name)) ? html`<a href="/analyst/projects">${t('analyst.clear')}</a>` : nothing}</form>
      <fpo-table .columns=${columns} .rows=${this.answer.items} caption=${t('analyst.projects.title')} emptyTitle=${t('analyst.projects.none')} emptyText=${t('analyst.projects.empty')}></fpo-table>
      ${pager(this.answer, (page) => `/analyst/projects?${new URLSearchParams({ ...Object.fromEntries(query), page })}`)}`;
  }
}
