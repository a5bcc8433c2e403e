/** What this person may do with the case now, one form at a time, or why nothing and who is next. */
import { LitElement, html, nothing } from 'lit';
import { t } from '../kit/i18n.js';
import { currentSession, hasRole } from '../kit/session.js';
import './decide-intake.js';
import './decide-review.js';
import './decide-score.js';
import './decide-approval.js';

const FORMS = {
  accept: (filing) => html`<fpo-accept .filing=${filing}></fpo-accept>`,
  return: (filing) => html`<fpo-return .filing=${filing}></fpo-return>`,
  refuse: (filing) => html`<fpo-refuse .filing=${filing}></fpo-refuse>`,
  recall: (filing) => html`<fpo-recall .filing=${filing}></fpo-recall>`,
  experts: (filing) => html`<fpo-experts .filing=${filing}></fpo-experts>`,
  scores: (filing) => html`<fpo-score .filing=${filing}></fpo-score>`,
  recusal: (filing) => html`<fpo-recusal .filing=${filing}></fpo-recusal>`,
  review: (filing) => html`<fpo-review .filing=${filing}></fpo-review>`,
  approve: (filing) => html`<fpo-approve .filing=${filing}></fpo-approve>`,
  'send-back': (filing) => html`<fpo-send-back .filing=${filing}></fpo-send-back>`,
  reject: (filing) => html`<fpo-reject .filing=${filing}></fpo-reject>`,
};
const NEXT_ROLE = { SUBMITTED: 'INTAKE', ACCEPTED: 'REVIEWER', REVIEWED: 'APPROVER', NOTICED: 'APPROVER' };
const isScored = ({ score }) => score !== undefined && score !== null;
const ORDER = Object.keys(FORMS);
const ELSEWHERE = {
  publish: { href: '/officer/notices/new', key: 'officer.move.publish' },
  notice: { href: '/officer/notices/new', key: 'officer.move.publish' },
  confirm: { href: '/officer/notices', key: 'officer.move.notices' },
  dismiss: { href: '/officer/notices', key: 'officer.move.notices' },
  uphold: { href: '/officer/notices', key: 'officer.move.notices' },
  request: { href: '/officer/payments', key: 'officer.move.payments' },
};

/** Whether this person can decide something on the case itself. */
export const hasForm = (filing) => ORDER.some((action) => filing.actions?.includes(action));

class Decide extends LitElement {
  static properties = { filing: { attribute: false }, open: { state: true } };

  createRenderRoot() { return this; }

  willUpdate(changed) {
    if (!changed.has('filing')) return;
    const before = changed.get('filing');
    const { actions = [] } = this.filing;
    if (before?.id !== this.filing.id || !actions.includes(this.open)) this.open = ORDER.find((action) => actions.includes(action));
  }

  render() {
    const { filing } = this;
    const actions = ORDER.filter((action) => filing.actions?.includes(action));
    const elsewhere = [...new Map(Object.entries(ELSEWHERE).filter(([action]) => filing.actions?.includes(action)).map(([, place]) => [place.href, place])).values()];
    if (!actions.length) return this.nothingToDo(elsewhere);
    return html`<section class="decide" aria-labelledby="decide-title">
      <h2 id="decide-title">${t('officer.case.decide')}</h2>
      ${actions.length > 1 ? html`<div class="decide-choice" role="group" aria-labelledby="decide-title">${actions.map((action) => html`<button type="button" class="pick" aria-pressed=${this.open === action} @click=${() => { this.open = action; }}>${t(`officer.move.${action}`)}</button>`)}</div>` : nothing}
      <div class="decide-form">${FORMS[this.open]?.(filing)}</div>
      ${elsewhere.map(({ href, key }) => html`<p><a href=${href}>${t(key)}</a></p>`)}
    </section>`;
  }

  nothingToDo(elsewhere) {
    const { filing } = this;
    const me = currentSession().username;
    const role = NEXT_ROLE[filing.state];
    const mine = role && hasRole(role) ? (filing.history ?? []).filter((step) => step.actor === me).at(-1) : undefined;
    const scoring = filing.state === 'ACCEPTED' && filing.track === 'EXPERT_AND_AUDIT' && filing.experts?.some((draw) => !draw.recusal && !isScored(draw));
    return html`<section class="decide none" aria-labelledby="decide-title">
      <h2 id="decide-title">${t(elsewhere.length ? 'officer.case.elsewhere' : 'officer.case.notYours')}</h2>
      <p>${t(`officer.case.next.${scoring ? 'scoring' : filing.state}`)}</p>
      ${mine ? html`<p class="quiet">${t('officer.case.didBefore', { step: mine.text })}</p>` : nothing}
      ${elsewhere.map(({ href, key }) => html`<p><a class="button" href=${href}>${t(key)}</a></p>`)}
    </section>`;
  }
}

customElements.define('fpo-decide', Decide);
