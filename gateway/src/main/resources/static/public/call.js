/** One call: who may file what, until when, and how it is decided. */
import { api, chip, day, facts, hasRole, html, nothing, Page, registerLabel, t, tc } from '/kit/kit.js';
import { isOfSystem } from '/kit/papers.js';
import { callChip } from './calls.js';

/** What a call says, term by term; officers see the same. */
export const callFacts = (call) => facts([
  [t('calls.window'), t('calls.fromTo', { from: day(call.opensOn), to: day(call.closesOn, { weekday: true }) })],
  [t('calls.year'), call.year],
  [t('calls.department'), call.department],
  [t('items.line'), tc('line', call.line)],
  [t('items.track'), tc('track', call.track)],
  [t('calls.allocation'), html`${tc('allocation', call.allocation)}<br><span class="quiet">${t(`allocation.${call.allocation}.text`)}</span>`],
  [t('calls.order'), tc('noticeOrder', call.noticeOrder)],
  [t('calls.joint'), call.jointReview?.length ? call.jointReview.map(({ name }) => name).join(t('kit.list')) : undefined],
  [t('calls.instalments'), call.instalmentNote],
  [t('calls.version'), html`<a href="/items/${call.itemCode}">${t('calls.versionLink', { code: call.itemCode, version: call.itemVersion })}</a>`],
]);

export default class Call extends Page {
  static properties = { call: { state: true } };

  heading() { return this.call ? this.call.title : t('calls.one'); }
  lead() { return this.call ? t('calls.oneLead', { code: this.call.itemCode, year: this.call.year }) : nothing; }
  back() { return { href: '/calls', text: t('calls.title') }; }
  aside() { return this.call ? html`${callChip(this.call)} ${registerLabel()}` : nothing; }
  measure() { return 'text'; }
  async load() { this.call = await api.get(`/api/fund/calls/${encodeURIComponent(this.params.id)}`); }

  /** What leads on: filing, or why there is nothing to file. */
  onward() {
    const { call } = this;
    if (call.track === 'NO_APPLICATION') return html`<p>${t('calls.noApplication')}</p>`;
    if (!call.open) return nothing;
    return html`<div class="buttons no-print"><a class="button" href=${hasRole('ENTERPRISE') ? `/enterprise/start/${call.itemCode}` : `/sign-in?next=${encodeURIComponent(`/enterprise/start/${call.itemCode}`)}`}>${t('calls.file')}</a><a href="/check">${t('nav.check')}</a></div>`;
  }

  body() {
    const { call } = this;
    const papers = (call.documents ?? []).filter((document) => !isOfSystem(document));
    return html`${callFacts(call)}${this.onward()}
      ${papers.length && call.track !== 'NO_APPLICATION' ? html`<section class="section" aria-labelledby="papers"><h2 id="papers">${t('calls.papers')}</h2>
        <ul class="document-names">${papers.map((paper) => html`<li><span class="item-code">${paper.code}</span>${paper.name ?? ''}${paper.required ? nothing : html` ${chip(t('kit.document.optional'))}`}</li>`)}</ul></section>` : nothing}`;
  }
}
