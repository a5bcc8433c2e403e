/** The frozen trace of a rule as a table: clause, condition, value seen, threshold, source, result. */
import { html, nothing } from 'lit';
import { t, tc } from '../kit/i18n.js';
import { factValue } from '../kit/match.js';
import { empty } from '../kit/states.js';

const SIGN = { MET: '✓', UNMET: '×', UNKNOWN: '?' };

const isThere = (value) => value !== undefined && value !== null && value !== '';

/** `facts`: the dictionary, for names of codes and units; `onlyOpen` hides what is met; `toggle(on)` is told when the reader wants that. */
export function clauses(trace, { facts, onlyOpen = false, toggle } = {}) {
  const of = (state) => trace.filter((clause) => clause.state === state).length;
  const shown = onlyOpen ? trace.filter((clause) => clause.state !== 'MET') : trace;
  return html`<div class="clause-bar"><p>${t('officer.trace.count', { met: of('MET'), unmet: of('UNMET'), unknown: of('UNKNOWN') })}</p>
      ${toggle ? html`<label class="check"><input type="checkbox" .checked=${onlyOpen} @change=${(event) => toggle(event.target.checked)}> ${t('officer.trace.open')}</label>` : nothing}</div>
    ${shown.length ? html`<table class="table work clauses"><caption class="vh">${t('officer.case.trace')}</caption>
      <thead><tr><th scope="col">${t('officer.trace.state')}</th><th scope="col">${t('officer.trace.text')}</th><th scope="col">${t('officer.trace.actual')}</th><th scope="col">${t('officer.trace.threshold')}</th><th scope="col">${t('officer.trace.source')}</th></tr></thead>
      <tbody>${shown.map((clause) => html`<tr class=${clause.state}>
        <td data-label=${t('officer.trace.state')}><span class="verdict-mark ${clause.state}"><span aria-hidden="true">${SIGN[clause.state]}</span> ${t(`officer.trace.${clause.state}`)}</span></td>
        <th scope="row"><span class="clause-no">${clause.clause}</span> ${clause.text}</th>
        <td data-label=${t('officer.trace.actual')}>${isThere(clause.actualText) ? clause.actualText : isThere(clause.actual) ? factValue(clause.actual, facts?.get(clause.fact)) : html`<span class="quiet">${clause.group === 'implicit' && !clause.fact ? '–' : t('officer.trace.noValue')}</span>`}</td>
        <td data-label=${t('officer.trace.threshold')}>${isThere(clause.threshold) ? factValue(clause.threshold, facts?.get(clause.fact)) : '–'}</td>
        <td data-label=${t('officer.trace.source')}>${clause.source ? tc('source', clause.source) : '–'}${clause.verified === false ? html`<span class="row-sub">${t('officer.trace.selfDeclared')}</span>` : nothing}</td>
      </tr>`)}</tbody></table>` : empty(t('officer.trace.allMet'))}`;
}
