/** Key projects as analysts and officers see them: what a list is narrowed to, its table, and how a project keeps pace with the time. */
import { html, nothing } from 'lit';
import { api, download } from './api.js';
import { t, tc } from './i18n.js';
import { CLUSTERS } from './brand.js';
import { amount, number } from './format.js';
import { chip, clusterChip, pager } from './parts.js';
import { say } from './toast.js';
import './table.js';

export const LEVELS = ['PROVINCE', 'CITY', 'ZONE'];
export const STAGES = ['PREPARING', 'IMPLEMENTING', 'COMPLETED'];
const CHOICES = { level: LEVELS, stage: STAGES, cluster: CLUSTERS, sort: ['-totalInvestment', '-yearPlan', 'completion', '-completion'] };
const TICKS = ['stalled', 'behind'];
const FILTERS = ['query', ...Object.keys(CHOICES), ...TICKS];
const PROJECTS = '/api/industry/projects';

const asked = (query, names) => new URLSearchParams(names.filter((name) => query.get(name)).map((name) => [name, query.get(name)]));

/** A page of the projects that the address asks for, and what they add up to. */
export const readProjects = (query) => Promise.all([
  api.get(`${PROJECTS}?${asked(query, [...FILTERS, 'page'])}&size=50`),
  api.get(`${PROJECTS}/summary?${asked(query, ['level', 'cluster'])}`),
]);

/** Why a project counts as stalled, or that it is behind, as chips. */
export const standing = ({ stalled, behind }) => (stalled.length ? stalled.map((why) => html` ${chip(t(`project.stalled.${why}`), 'stop')}`) : behind ? chip(t('project.behind'), 'todo') : nothing);

const asWhole = (share) => Math.max(0, Math.min(1, Number(share) / 100));

/** Completion as a bar with a mark where the time stands. */
export function pace({ completion, timeProgress, behind }) {
  if (completion === undefined) return html`<span class="quiet">–</span>`;
  return html`<span class="pace"><svg viewBox="0 0 100 12" width="100" height="12" aria-hidden="true"><rect class="whole" x="0.5" y="2.5" width="99" height="7"></rect><rect class=${behind ? 'behind' : ''} x="0" y="2" width=${asWhole(completion) * 100} height="8"></rect><line x1=${asWhole(timeProgress) * 100} x2=${asWhole(timeProgress) * 100} y1="0" y2="12"></line></svg>
    <span>${number(completion, 1)}% <span class="quiet">${t('project.time', { share: number(timeProgress, 0) })}</span></span></span>`;
}

/** The filters of `page`, kept in its address. */
export function projectFilters(page, path) {
  const { query } = page;
  const send = (event) => event.target.form.requestSubmit();
  const search = (event) => {
    event.preventDefault();
    const typed = new FormData(event.target);
    page.filter({ ...Object.fromEntries(FILTERS.map((name) => [name, String(typed.get(name) ?? '').trim()])), page: null });
  };
  return html`<form class="filters" role="search" aria-label=${t('project.list')} @submit=${search}>
    <label>${t('project.query')}<input name="query" type="search" maxlength="60" .value=${query.get('query') ?? ''}></label>
    ${Object.entries(CHOICES).map(([name, codes]) => html`<label>${t(`project.${name}`)}<select name=${name} @change=${send}><option value="">${t(name === 'sort' ? 'project.sort.code' : 'project.all')}</option>
      ${codes.map((code) => html`<option value=${code} ?selected=${query.get(name) === code}>${name === 'cluster' ? tc('cluster', code) : t(`project.${name}.${code}`)}</option>`)}</select></label>`)}
    ${TICKS.map((name) => html`<label class="check"><input type="checkbox" name=${name} value="true" .checked=${query.get(name) === 'true'} @change=${send}> ${t(`project.only.${name}`)}</label>`)}
    <button class="button second small">${t('project.apply')}</button>
    ${FILTERS.some((name) => query.get(name)) ? html`<a href=${path}>${t('project.clear')}</a>` : nothing}</form>`;
}

async function save(query) {
  try { await download(`${PROJECTS}?${asked(query, FILTERS)}`, 'text/csv', 'projects.csv'); } catch (problem) { say(problem.message, 'stop'); }
}

/** The projects of `page.answer`; each leads to its own page below `path`. */
export function projectTable({ answer, query }, path, emptyText) {
  const columns = [
    { key: 'name', label: t('project.name'), cell: (each) => html`${each.name}<span class="row-sub">${each.owner} · <span class="code nowrap">${each.code}</span></span>` },
    { key: 'levelName', label: t('project.level'), cell: (each) => html`<span class="nowrap">${each.levelName}</span>` },
    { key: 'cluster', label: t('project.cluster'), cell: (each) => (each.cluster ? clusterChip(each.cluster) : '–') },
    { key: 'stageName', label: t('project.stage'), cell: (each) => html`<span class="stage">${each.stageName} ${standing(each)}</span>` },
    { key: 'totalInvestment', label: t('project.totalInvestment'), numeric: true, cell: (each) => amount(each.totalInvestment) },
    { key: 'yearPlan', label: t('project.yearPlan'), numeric: true, cell: (each) => html`<span>${amount(each.yearPlan)}<span class="row-sub">${each.planYear}</span></span>` },
    { key: 'yearDone', label: t('project.yearDone'), numeric: true, cell: (each) => html`<span>${amount(each.yearDone)}<span class="row-sub">${t('project.through', { month: each.doneThrough })}</span></span>` },
    { key: 'completion', label: t('project.completion'), numeric: true, cell: pace },
  ];
  return html`<fpo-table .columns=${columns} .rows=${answer.items} .href=${(each) => `${path}/${each.code}`} caption=${t('project.list')} emptyTitle=${t('project.none')} emptyText=${emptyText}></fpo-table>
    ${pager(answer, (page) => `${path}?${new URLSearchParams({ ...Object.fromEntries(query), page })}`)}
    <div class="buttons"><button type="button" class="button second small" @click=${() => save(query)}>${t('project.csv')}</button></div>`;
}
