/** What the expert, the reviewer and the approvers decided and why, in their own words. */
import { html, nothing } from 'lit';
import { has, t } from '../kit/i18n.js';
import { amount, moment } from '../kit/format.js';
import { paper } from '../kit/papers.js';

const SHOWN = ['SCORE', 'REVIEW', 'APPROVAL', 'SEND_BACK', 'REJECT', 'REFUSE', 'RETURN'];

/** What a point is about: the document or line by its name, the clause by its number. */
const about = ({ clause, document, line }, documents) => [clause && html`<span class="code">${clause}</span>`, document && paper(document, documents), line && t('officer.return.line', { line })]
  .filter(Boolean).map((part) => html`<strong>${part}</strong>${t('kit.colon')}`);

function said(body, documents) {
  if (!body || typeof body !== 'object') return body ?? nothing;
  const points = Array.isArray(body) ? body : body.points;
  return html`${body.score === undefined || body.score === null ? nothing : html`<p>${t('officer.opinion.score', { score: body.score })}</p>`}
    ${body.amount ? html`<p>${amount(body.amount)}${body.recommend === false ? html` · ${t('officer.case.notRecommended')}` : nothing}</p>` : nothing}
    ${['opinion', 'reason', 'text'].map((name) => (body[name] ? html`<p class="said">${body[name]}</p>` : nothing))}
    ${body.onBehalfOf ? html`<p class="quiet">${t('officer.onBehalfOf', { name: body.onBehalfOf })}</p>` : nothing}
    ${body.audit ? html`<p class="quiet">${t('officer.audit.said', { document: body.audit.document })}${body.audit.amount ? html` ${amount(body.audit.amount)}` : nothing}${(body.audit.lines ?? []).map((line) => html` · ${t('officer.return.line', { line: line.line })} ${amount(line.amount)}`)}</p>` : nothing}
    ${body.reductions?.length ? html`<ul>${body.reductions.map((cut) => html`<li>${cut.line ? t('officer.return.line', { line: cut.line }) : nothing} −${amount(cut.amount)} ${cut.reason}</li>`)}</ul>` : nothing}
    ${body.minute ? html`<p class="quiet">${t('officer.approve.minute')} ${body.minute}</p>` : nothing}
    ${points?.length ? html`<ul>${points.map((point) => html`<li>${typeof point === 'string' ? point : html`${about(point, documents)}${point.text}`}</li>`)}</ul>` : nothing}`;
}

/** The draws seat by seat: who, out of how many, by which seed; who stepped off, and the mean once all have scored. */
function panel(seats, mean) {
  return html`<ul class="opinions">${seats.map((draw) => html`<li><p class="opinion-who"><strong>${t('officer.experts.seat', { n: draw.seat })}</strong> ${draw.expert ?? ''}
      <span class="quiet">${draw.recusal ? t('officer.experts.off', { ground: t(`officer.experts.ground.${draw.recusal.ground}`), reason: draw.recusal.reason }) : draw.score === undefined || draw.score === null ? t('officer.experts.waiting') : t('officer.opinion.score', { score: draw.score })}</span></p>
      ${draw.pool ? html`<details class="more"><summary>${t('officer.experts.proof')}</summary><p class="quiet">${t('officer.experts.proofText', { seed: draw.seed, pool: draw.pool.join(', '), n: draw.pool.length })}</p></details>` : nothing}</li>`)}</ul>
    ${mean ? html`<p><strong>${t('officer.experts.mean', { score: mean })}</strong></p>` : nothing}`;
}

export function opinions(filing) {
  const list = (filing.decisions ?? []).filter(({ kind }) => SHOWN.includes(kind));
  const seats = filing.experts ?? [];
  if (!list.length && !seats.length) return nothing;
  return html`<section aria-labelledby="case-opinions"><h2 id="case-opinions">${t('officer.case.opinions')}</h2>
    ${seats.length ? panel(seats, filing.score) : nothing}
    <ul class="opinions">${list.map(({ kind, person, at, body }) => html`<li><p class="opinion-who"><strong>${has(`officer.opinion.${kind}`) ? t(`officer.opinion.${kind}`) : kind}</strong> <span class="quiet">${person ?? ''} · <time datetime=${at}>${moment(at)}</time></span></p>${said(body, filing.documents)}</li>`)}</ul></section>`;
}
