/** The lines that a filing claims, with what the review said of each. */
import { html, nothing } from 'lit';
import { t, tc } from '../kit/i18n.js';
import { amount, day, sum } from '../kit/format.js';

/** `judge(line)` draws the controls of a review instead of its result; `judged` says that a review has been made; `kinds`: code → name of a kind of line; `elsewhere`: id of a line → filings of other enterprises with the same number. */
export function claimTable(lines, { judge, allowedLines, kinds, elsewhere, judged = Boolean(judge) } = {}) {
  const allowed = allowedLines ?? lines.filter((line) => line.allowed !== false);
  return html`<table class="table work claims"><caption class="vh">${t('officer.case.claims')}</caption>
    <thead><tr><th scope="col">${t('officer.claim.reference')}</th><th scope="col">${t('officer.claim.paidOn')}</th><th scope="col" class="num">${t('officer.claim.net')}</th><th scope="col">${t('officer.claim.allowed')}</th></tr></thead>
    <tbody>${lines.map((line, at) => html`<tr class=${(allowed.includes(line) ? '' : 'struck')}>
      <th scope="row"><span class="quiet">${at + 1}. ${kinds?.get(line.kind) ?? tc('record', line.kind)}</span> <span class="code">${line.reference}</span>${elsewhere?.[line.id]?.length ? html` <span class="flag">${t('officer.claim.elsewhere')} <span class="code">${elsewhere[line.id].join(t('kit.list'))}</span></span>` : nothing}</th>
      <td data-label=${t('officer.claim.paidOn')}>${line.paidOn ? html`<time datetime=${line.paidOn}>${day(line.paidOn)}</time>` : '–'}</td>
      <td class="num" data-label=${t('officer.claim.net')}>${line.netAmount ? amount(line.netAmount) : '–'}</td>
      <td data-label=${t('officer.claim.allowed')}>${judge ? judge(line, at) : !judged ? html`<span class="quiet">${t('officer.claim.pending')}</span>`
        : line.allowed ? t('officer.claim.allow') : html`<strong>${t('officer.claim.disallow')}</strong>${line.reason ? html`<span class="row-sub">${line.reason}</span>` : nothing}`}</td>
    </tr>`)}</tbody>
    <tfoot><tr><th scope="row" colspan="2">${t('officer.claim.sum')}</th><td class="num" data-label=${t('officer.claim.sum')}>${amount(sum(lines.map((line) => line.netAmount)))}</td><td></td></tr>
      ${judged ? html`<tr><th scope="row" colspan="2">${t('officer.claim.sumAllowed')}</th><td class="num" data-label=${t('officer.claim.sumAllowed')}>${amount(sum(allowed.map((line) => line.netAmount)))}</td><td></td></tr>` : nothing}</tfoot>
  </table>`;
}

/** Names of the kinds of claim lines that an item asks for. */
export const kindsOf = (item) => new Map((item?.form?.claimLines ?? []).map(({ kind, name }) => [kind, name]));
