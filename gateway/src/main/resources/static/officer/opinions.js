/** What the expert, the reviewer and the approvers decided and why, in their own words. */
import { html, nothing } from 'lit';
import { has, t } from '../kit/i18n.js';
import { amount, moment } from '../kit/format.js';

const SHOWN = ['SCORE', 'REVIEW', 'APPROVAL', 'REJECT', 'REFUSE', 'RETURN'];

function said(body) {
  if (!body || typeof body !== 'object') return body ?? nothing;
  const points = Array.isArray(body) ? body : body.points;
  return html`${body.score === undefined || body.score === null ? nothing : html`<p>${t('officer.opinion.score', { score: body.score })}</p>`}
    ${body.amount ? html`<p>${amount(body.amount)}${body.recommend === false ? html` · ${t('officer.case.notRecommended')}` : nothing}</p>` : nothing}
    ${['opinion', 'reason', 'text'].map((name) => (body[name] ? html`<p class="said">${body[name]}</p>` : nothing))}
    ${body.minute ? html`<p class="quiet">${t('officer.approve.minute')} ${body.minute}</p>` : nothing}
    ${points?.length ? html`<ul>${points.map((point) => html`<li>${typeof point === 'string' ? point : html`<span class="code">${[point.clause, point.document, point.line].filter(Boolean).join(' ')}</span> ${point.text}`}</li>`)}</ul>` : nothing}`;
}

export function opinions(filing) {
  const list = (filing.decisions ?? []).filter(({ kind }) => SHOWN.includes(kind));
  const { expert } = filing;
  const waiting = expert?.expert && (expert.score === undefined || expert.score === null);
  if (!list.length && !waiting) return nothing;
  return html`<section aria-labelledby="case-opinions"><h2 id="case-opinions">${t('officer.case.opinions')}</h2>
    ${waiting ? html`<p>${t('officer.experts.drawn', { name: expert.expert })}</p>` : nothing}
    <ul class="opinions">${list.map(({ kind, person, at, body }) => html`<li><p class="opinion-who"><strong>${has(`officer.opinion.${kind}`) ? t(`officer.opinion.${kind}`) : kind}</strong> <span class="quiet">${person ?? ''} · <time datetime=${at}>${moment(at)}</time></span></p>${said(body)}</li>`)}</ul></section>`;
}
