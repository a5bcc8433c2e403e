/** How long each step of a case took, in working days against its limit. */
import { html, nothing } from 'lit';
import { t, tc } from './i18n.js';
import { day } from './format.js';
import { chip } from './parts.js';

const took = ({ workingDays, limit }) => (workingDays === undefined || workingDays === null ? '–' : limit ? t('kit.steps.of', { days: workingDays, limit }) : t('kit.steps.days', { days: workingDays }));

/** `{steps:[{step, stepName, from, to?, workingDays?, limit?, paused, late}], workingDays?}` of a filing. */
export const stepTable = ({ steps, workingDays }) => (steps?.length ? html`<table class="table work steps"><caption class="vh">${t('kit.steps.title')}</caption>
  <thead><tr><th scope="col">${t('kit.steps.step')}</th><th scope="col">${t('kit.steps.when')}</th><th scope="col" class="num">${t('kit.steps.took')}</th></tr></thead>
  <tbody>${steps.map((stay) => html`<tr><th scope="row">${stay.stepName ?? tc('state', stay.step)}${stay.paused ? html` <span class="quiet">${t('kit.steps.paused')}</span>` : nothing}${stay.late ? html` ${chip(t('kit.steps.late'), 'stop')}` : nothing}</th>
    <td data-label=${t('kit.steps.when')}>${day(stay.from)} – ${stay.to ? day(stay.to) : t('kit.steps.now')}</td><td class="num" data-label=${t('kit.steps.took')}>${took(stay)}</td></tr>`)}</tbody>
  ${workingDays === undefined || workingDays === null ? nothing : html`<tfoot><tr><th scope="row" colspan="2">${t('kit.steps.all')}</th><td class="num" data-label=${t('kit.steps.took')}>${t('kit.steps.of', { days: workingDays, limit: 60 })}</td></tr></tfoot>`}</table>` : nothing);
