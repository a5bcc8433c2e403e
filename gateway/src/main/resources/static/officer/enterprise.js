/** One enterprise as an officer sees it: its match with the 51 items and its filings; its entry with names, addresses and size; its facts with their history. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, day } from '../kit/format.js';
import { note, sampleLabel, skeleton } from '../kit/states.js';
import { chip, clusterChip, facts, stateChip, tabs } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { articles, dictionary, items } from '../kit/programme.js';
import '../kit/match.js';
import '../kit/table.js';
import { rowsOf, withQuery } from './desk.js';
import { entryView, loadEntry } from './enterprise-entry.js';
import { factsView, loadFacts } from './enterprise-facts.js';

const VIEWS = ['match', 'entry', 'facts'];
const CASE_READERS = ['INTAKE', 'REVIEWER', 'EXPERT', 'APPROVER', 'PAYER', 'RELEASER', 'AUDITOR'];

export default class Enterprise extends Page {
  heading() { return this.enterprise?.name ?? t('officer.enterprise.title'); }
  back() { return { href: '/officer/enterprises', text: t('officer.enterprises.title') }; }
  aside() { return html`${this.enterprise?.status === 'CLOSED' ? chip(t('officer.enterprise.status.CLOSED'), 'stop') : nothing} ${this.enterprise?.sample ? sampleLabel() : nothing}`; }
  get view() { return VIEWS.includes(this.query.get('view')) ? this.query.get('view') : hasRole('ADMIN') && !hasRole(...CASE_READERS) ? 'entry' : 'match'; }

  async load() {
    const code = encodeURIComponent(this.params.creditCode);
    const [enterprise, allArticles, allItems, known, filings] = await Promise.all([
      api.get(`/api/industry/enterprises/${code}`), articles(), items(), dictionary(), this.view === 'match' && hasRole(...CASE_READERS) ? api.get(`/api/fund/filings?creditCode=${code}&size=100`) : null,
    ]);
    Object.assign(this, { enterprise, articles: allArticles, items: allItems, facts: known, filings: filings && rowsOf(filings) });
    if (this.view === 'match') this.readMatch(code);
    if (this.view === 'entry') this.entry = await loadEntry(code);
    if (this.view === 'facts') this.known = await loadFacts(code, this.query);
  }

  async readMatch(code) {
    this.match = null;
    this.matchProblem = null;
    try {
      const fund = await api.get('/api/fund/fund').catch(() => null);
      const free = fund ? `?free=${encodeURIComponent(fund.lines.map(({ line, available }) => `${line}:${available}`).join(','))}` : '';
      this.match = await api.get(`/api/policy/enterprises/${code}/match${free}`);
    } catch (problem) { this.matchProblem = problem; }
    this.requestUpdate();
  }

  queryChanged() { if (this.view === 'match' && this.match) this.requestUpdate(); else this.reload({ quiet: true }); }

  matched() {
    if (this.matchProblem) return note(this.matchProblem.message, 'stop');
    if (!this.match) return skeleton(4);
    return html`<fpo-match .match=${this.match} .articles=${this.articles} .items=${this.items} .dictionary=${this.facts} .show=${this.query.get('show') ?? ''} .chosen=${this.query.get('item') ?? ''}
      .showHref=${(show) => withQuery({ show })}></fpo-match>`;
  }

  body() {
    const { enterprise, view } = this;
    const here = `/officer/enterprises/${enterprise.creditCode}`;
    return html`${tabs(t('officer.enterprise.title'), VIEWS.map((key) => ({ key, text: t(`officer.enterprise.view.${key}`), href: key === 'match' ? here : `${here}?view=${key}` })), view)}
      ${view === 'entry' ? entryView(this) : view === 'facts' ? factsView(this) : this.overview()}`;
  }

  overview() {
    const { enterprise } = this;
    const columns = [
      { key: 'number', label: t('officer.field.number'), cell: (filing) => html`<span class="code">${filing.number}</span>` },
      { key: 'itemCode', label: t('officer.field.item'), cell: (filing) => html`<span class="code">${filing.itemCode}</span> ${filing.title}` },
      { key: 'state', label: t('officer.field.state'), cell: (filing) => stateChip(filing.state) },
      { key: 'amount', label: t('officer.field.amount'), numeric: true, cell: (filing) => amount(filing.amount) },
    ];
    return html`
      ${facts([
        [t('officer.filings.creditCode'), html`<span class="code">${enterprise.creditCode}</span>`],
        [t('officer.field.cluster'), enterprise.cluster ? clusterChip(enterprise.cluster) : tc('cluster', 'NONE')],
        [t('officer.enterprises.size'), tc('officer.size', enterprise.sizeClass)],
        [t('officer.enterprises.industry'), html`<span class="code">${enterprise.industryCode}</span> ${enterprise.industryName ?? nothing}`],
        [t('officer.enterprises.aboveScale'), enterprise.aboveScale === undefined ? null : t(enterprise.aboveScale ? 'kit.yes' : 'kit.no')],
        [t('officer.enterprise.street'), enterprise.street],
        [t('officer.enterprise.established'), enterprise.established ? day(enterprise.established) : null],
        [t('officer.enterprise.status'), tc('officer.enterprise.status', enterprise.status)],
      ])}
      ${enterprise.ending ? note(t(`officer.enterprise.ended.${enterprise.ending.kind}`, { on: day(enterprise.ending.on), into: enterprise.ending.successorName ?? '' }), 'stop') : nothing}
      ${this.filings ? html`<section aria-labelledby="filings"><h2 id="filings">${t('officer.enterprise.filings')}</h2>
        <fpo-table .columns=${columns} .rows=${this.filings} caption=${t('officer.enterprise.filings')} .href=${(filing) => `/officer/filings/${filing.id}`} emptyTitle=${t('officer.enterprise.noFilings')} emptyText=${t('officer.enterprise.noFilingsText')}></fpo-table></section>` : nothing}
      <section aria-labelledby="match"><h2 id="match">${t('officer.enterprise.match')}</h2>${this.matched()}</section>`;
  }
}
