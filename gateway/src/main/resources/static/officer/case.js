/** A case as an officer reads it: amounts, what may be done, the rule clause by clause with the evidence beside it, claim lines, history. */
import { LitElement, html, nothing } from 'lit';
import { api, Problem } from '../kit/api.js';
import { lang, t, tc } from '../kit/i18n.js';
import { amount, moment, shortYuan, sum } from '../kit/format.js';
import { empty, errorPanel, registerLabel, skeleton } from '../kit/states.js';
import { facts, stateChip, timeline } from '../kit/parts.js';
import { stepTable } from '../kit/steps.js';
import { waits } from '../kit/waits.js';
import { clausesOf } from './trace.js';
import { hasRole } from '../kit/session.js';
import { dictionary } from '../kit/programme.js';
import { due } from './desk.js';
import { clauses } from './clauses.js';
import { evidence } from './evidence.js';
import { steps } from './history.js';
import { opinions } from './opinions.js';
import { claimTable, kindsOf } from './claims.js';
import { hasForm } from './decide.js';
import '../kit/letters.js';
import './instalments.js';
import './joint-review.js';
import './afterwards.js';

/** Once reviewed, each line carries what the reviewer said of it. */
const wasReviewed = (filing) => (filing.decisions ?? []).some(({ kind }) => kind === 'REVIEW');

export class Case extends LitElement {
  static properties = { filing: {}, alone: { type: Boolean }, read: { state: true }, problem: { state: true }, onlyOpen: { state: true }, kinds: { state: true } };

  createRenderRoot() { return this; }

  willUpdate(changed) {
    if (!changed.has('filing') || this.asked === this.filing) return;
    this.asked = this.filing;
    this.read = null;
    this.reload();
  }

  async reload() {
    const turn = (this.turn = {});
    this.problem = null;
    try {
      const path = `/api/fund/filings/${encodeURIComponent(this.filing)}`;
      const [filing, facts] = await Promise.all([api.get(path), dictionary().catch(() => null)]);
      if (turn !== this.turn) return;
      this.facts = facts;
      this.read = filing;
      this.readKinds(filing.itemCode);
      this.dispatchEvent(new CustomEvent('case-read', { bubbles: true, detail: filing }));
    } catch (problem) {
      if (turn !== this.turn) return;
      if (!(problem instanceof Problem)) console.error(problem);
      this.problem = problem;
    }
  }

  /** The item's own names for the kinds of its claim lines. */
  async readKinds(code) {
    try {
      const item = await api.get(`/api/policy/items/${code}`);
      this.kinds = kindsOf(item);
    } catch { /* the kinds then stand as their codes */ }
  }

  async moved() {
    await this.reload();
    this.dispatchEvent(new CustomEvent('case-changed', { bubbles: true }));
  }

  render() {
    if (this.problem) return errorPanel(this.problem, () => this.reload());
    if (!this.read) return skeleton(10);
    const filing = this.read;
    const mayAct = hasForm(filing);
    const decide = html`<fpo-decide .filing=${filing} @moved=${() => this.moved()} @stale=${() => this.reload()}></fpo-decide>`;
    return html`<article class="case" lang=${lang() === 'en' ? 'en' : 'zh-CN'}>
      ${this.caseHead(filing)}
      ${waits(filing)}
      ${this.amounts(filing)}
      ${mayAct ? nothing : decide}
      <div class="case-columns">
        <section class="case-trace" aria-labelledby="case-trace"><h2 id="case-trace">${t('officer.case.trace')}</h2>${this.trace(filing)}</section>
        <section class="case-evidence" aria-labelledby="case-evidence"><h2 id="case-evidence">${t('officer.case.evidence')}</h2>${evidence(filing)}</section>
      </div>
      <fpo-joint-review .filing=${filing} @moved=${() => this.moved()}></fpo-joint-review>
      ${opinions(filing)}
      ${filing.actions?.includes('review') && filing.claimLines?.length ? nothing : html`<section aria-labelledby="case-claims"><h2 id="case-claims">${t('officer.case.claims')}</h2>
        ${filing.claimLines?.length ? claimTable(filing.claimLines, { judged: wasReviewed(filing), kinds: this.kinds, elsewhere: filing.sameNumbers }) : html`<p class="quiet">${t('officer.case.claimsNone')}</p>`}</section>`}
      ${mayAct ? decide : nothing}
      ${['CONFIRMED', 'PAYING', 'CLOSED'].includes(filing.state) ? html`<section aria-labelledby="case-instalments"><h2 id="case-instalments">${t('officer.case.instalments')}</h2>
        <fpo-instalments .filing=${filing} @moved=${() => this.moved()}></fpo-instalments></section>` : nothing}
      ${['APPROVED', 'CONFIRMED', 'PAYING', 'CLOSED'].includes(filing.state) ? html`<fpo-afterwards .filing=${filing} @moved=${() => this.moved()}></fpo-afterwards>` : nothing}
      <fpo-letters .filing=${filing.id} .state=${filing.state}></fpo-letters>
      ${filing.steps?.length ? html`<section aria-labelledby="case-steps"><h2 id="case-steps">${t('officer.case.steps')}</h2>${stepTable(filing)}</section>` : nothing}
      <section aria-labelledby="case-history"><h2 id="case-history">${t('officer.case.history')}</h2>
        ${filing.history?.length ? timeline(steps(filing)) : html`<p class="quiet">${t('officer.case.historyNone')}</p>`}
        ${hasRole('AUDITOR') ? html`<p><a href="/auditor/cases/${filing.id}">${t('officer.case.audit')}</a></p>` : nothing}
      </section>
    </article>`;
  }

  caseHead(filing) {
    const title = html`${filing.itemCode} ${filing.title}`;
    return html`<header class="case-head">
      ${this.alone ? nothing : html`<h2 class="case-title"><a href="/officer/filings/${filing.id}">${title}</a></h2>`}
      <p class="case-line">${stateChip(filing.state)} ${due(filing)} ${registerLabel()}${hasForm(filing) ? html`<a class="button small case-jump" href="#decide-title">${t('officer.case.jump')}</a>` : nothing}</p>
      ${facts([
        [t('officer.field.enterprise'), html`<a href="/officer/enterprises/${filing.creditCode}">${filing.enterpriseName}</a> <span class="code quiet">${filing.creditCode}</span>`],
        [t('officer.field.number'), html`<span class="code">${filing.number}</span>`],
        [t('officer.field.track'), tc('track', filing.track)],
        [t('officer.field.line'), tc('line', filing.line)],
        [t('officer.case.record'), filing.project ? html`<span class="code">${filing.project}</span>` : null],
        [t('officer.case.list'), filing.entitlement ? html`<a href="/officer/no-application/${filing.entitlement}">${t('officer.case.listLink')}</a>` : null],
        [t('officer.case.account'), filing.account ? html`${filing.account.bank} <span class="code">${filing.account.number}</span>` : null],
        [t('officer.field.submitted'), filing.submittedAt ? html`<time datetime=${filing.submittedAt}>${moment(filing.submittedAt)}</time>` : null],
        [t('officer.case.contact'), typeof filing.contact === 'object' ? Object.values(filing.contact ?? {}).filter(Boolean).join(' · ') : filing.contact],
        [t('officer.case.item'), html`<a href="/items/${filing.itemCode}">${t('officer.case.itemVersion', { version: filing.itemVersion })}</a>`],
      ])}
    </header>`;
  }

  amounts(filing) {
    const requested = filing.claimLines?.length ? sum(filing.claimLines.map((line) => line.netAmount)) : null;
    const estimate = filing.estimate;
    const figure = (name, value, hint) => html`<div class="figure-cell ${value === null ? 'none' : ''}"><dt>${name}</dt><dd>${value === null ? html`<span class="quiet">${t('officer.case.notYet')}</span>` : value}</dd>${hint ? html`<dd class="hint">${hint}</dd>` : nothing}</div>`;
    const exact = estimate?.amount ?? null;
    const range = estimate && exact === null ? (Number(estimate.low ?? 0) === 0 ? t('officer.case.atMost', { high: shortYuan(estimate.high) }) : t('officer.case.range', { low: shortYuan(estimate.low), high: shortYuan(estimate.high) })) : null;
    return html`<section aria-label=${t('officer.case.amounts')}><dl class="figure-row">
      ${requested === null ? nothing : figure(t('officer.case.claimed'), amount(requested), t('officer.case.claimedHint'))}
      ${figure(t('officer.case.estimate'), exact !== null ? amount(exact) : range, estimate?.basis)}
      ${figure(t('officer.case.reviewed'), filing.reviewed ? amount(filing.reviewed) : null, filing.recommended === false ? t('officer.case.notRecommended') : null)}
      ${figure(t('officer.case.approved'), filing.approved ? amount(filing.approved) : null)}
    </dl></section>`;
  }

  trace(filing) {
    const trace = clausesOf(filing);
    if (!trace.length) return empty(t('officer.case.traceNone'), t('officer.case.traceNoneText'));
    return html`<p class="quiet">${t('officer.case.traceLead', { version: filing.itemVersion })}</p>
      ${clauses(trace, { facts: this.facts, onlyOpen: this.onlyOpen, toggle: (on) => { this.onlyOpen = on; } })}`;
  }
}

customElements.define('fpo-case', Case);
