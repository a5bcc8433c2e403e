/** What is known of an enterprise, fact by fact with period and source; one fact's versions, newest first. */
import { html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { moment, percent, when } from '../kit/format.js';
import { chip, valueText } from '../kit/parts.js';
import { empty } from '../kit/states.js';
import '../kit/table.js';
import { withQuery } from './desk.js';

export async function loadFacts(code, query) {
  const asOf = query.get('asOf');
  const key = query.get('fact');
  const asked = new URLSearchParams({ size: '200', ...(key && { key }), ...(query.get('record') && { record: query.get('record') }) });
  const [sheet, history] = await Promise.all([
    api.get(`/api/industry/enterprises/${code}/facts${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`),
    key ? api.get(`/api/industry/enterprises/${code}/facts/history?${asked}`) : null]);
  return { sheet, history, key };
}

const named = (page, key) => page.facts.get(key)?.name ?? key;
/** A value in the dictionary's words. */
function worded(page, each) {
  const { values, type } = page.facts.get(each.key) ?? {};
  if (type === 'RATIO' && each.value !== null) return percent(each.value, 2);
  const name = (code) => values?.find((value) => value.code === String(code))?.name ?? valueText(code, each.unit);
  if (each.value === null || each.value === undefined) return html`<span class="quiet">${t('officer.register.withdrawn')}</span>`;
  return Array.isArray(each.value) ? each.value.map(name).join(t('kit.list')) || t('officer.register.none') : typeof each.value === 'boolean' ? valueText(each.value) : name(each.value);
}

const trust = (each) => chip(t(each.verified ? 'officer.register.verified' : 'officer.register.declared'), each.verified ? 'go' : 'todo');

export function factsView(page) {
  const { known, query } = page;
  if (!known) return nothing;
  const { sheet } = known;
  const groups = new Map();
  for (const each of sheet.facts) {
    const group = each.record ? `${tc('officer.record', each.record.kind)} ${each.record.ref}` : page.facts.get(each.key)?.group ?? t('officer.register.other');
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(each);
  }
  const columns = [
    { key: 'key', label: t('officer.register.fact'), cell: (each) => named(page, each.key) },
    { key: 'value', label: t('officer.register.value'), cell: (each) => html`<span>${worded(page, each)}</span>` },
    { key: 'period', label: t('officer.register.period'), cell: (each) => each.period ?? '–' },
    { key: 'source', label: t('officer.register.source'), cell: (each) => html`<span>${tc('source', each.source)} ${trust(each)}</span>` },
    { key: 'recordedAt', label: t('officer.register.recorded'), cell: (each) => (each.recordedAt ? when(each.recordedAt) : '–') },
  ];
  return html`<form class="filters" @submit=${(event) => { event.preventDefault(); page.filter({ asOf: new FormData(event.target).get('asOf') }); }}>
      <label>${t('officer.register.asOf')}<input type="date" name="asOf" .value=${query.get('asOf') ?? ''}></label>
      <button class="button second small">${t('officer.filter.apply')}</button>
      ${query.get('asOf') ? html`<a href=${withQuery({ asOf: null })}>${t('officer.filter.clear')}</a>` : nothing}</form>
    ${known.key ? historyPanel(page) : nothing}
    ${groups.size ? [...groups].map(([group, rows], i) => html`<section class="section" aria-labelledby="group-${i}"><h2 id="group-${i}">${group}</h2>
      <fpo-table .columns=${columns} .rows=${rows} caption=${group} .href=${(each) => withQuery({ fact: each.key, record: each.record?.ref ?? null })}></fpo-table></section>`) : empty(t('officer.register.noFacts'), t('officer.register.noFactsText'))}`;
}

function historyPanel(page) {
  const { known } = page;
  const rows = known.history.items;
  const columns = [
    { key: 'value', label: t('officer.register.value'), cell: (each) => html`<span>${worded(page, each)}${each.current ? html` ${chip(t('officer.register.current'))}` : nothing}</span>` },
    { key: 'period', label: t('officer.register.period'), cell: (each) => each.period ?? '–' },
    { key: 'source', label: t('officer.register.source'), cell: (each) => html`<span>${tc('source', each.source)} ${trust(each)}</span>` },
    { key: 'recordedAt', label: t('officer.register.recorded'), cell: (each) => html`<span>${each.recordedAt ? moment(each.recordedAt) : '–'}<span class="row-sub">${each.recordedBy ?? ''}</span></span>` },
  ];
  return html`<section class="panel" aria-labelledby="history"><h2 id="history">${t('officer.register.history', { name: named(page, known.key) })}</h2>
    <p class="quiet">${t('officer.register.historyText')} <a href=${withQuery({ fact: null, record: null })}>${t('officer.register.closeHistory')}</a></p>
    <fpo-table .columns=${columns} .rows=${rows} caption=${t('officer.register.history', { name: named(page, known.key) })} emptyTitle=${t('officer.register.noVersions')} emptyText=${t('officer.register.noVersionsText')}></fpo-table></section>`;
}
