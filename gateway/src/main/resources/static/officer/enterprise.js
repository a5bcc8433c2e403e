/** One enterprise as an officer sees it: its record, its match with the 51 items tile by tile, and its filings. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, day, estimateText, moment } from '../kit/format.js';
import { note, sampleLabel } from '../kit/states.js';
import { clusterChip, facts, stateChip } from '../kit/parts.js';
import { keepQuery } from '../kit/router.js';
import { tileState } from '../kit/mosaic.js';
import '../kit/table.js';
import { rowsOf } from './desk.js';
import { clauses } from './clauses.js';
import { clausesOf } from './trace.js';

export default class Enterprise extends Page {
  heading() { return this.enterprise?.name ?? t('officer.enterprise.title'); }
  back() { return { href: '/officer/enterprises', text: t('officer.enterprises.title') }; }
  aside() { return this.enterprise?.sample ? sampleLabel() : nothing; }

  async load() {
    const code = encodeURIComponent(this.params.creditCode);
    const [enterprise, articles, items, filings] = await Promise.all([
      api.get(`/api/industry/enterprises/${code}`), api.get('/api/policy/articles'), api.get('/api/policy/items'), api.get(`/api/fund/filings?creditCode=${code}&size=100`),
    ]);
    Object.assign(this, { enterprise, articles: rowsOf(articles), items: rowsOf(items), filings: rowsOf(filings) });
    this.readMatch(code);
  }

  async readMatch(code) {
    this.match = null;
    this.matchProblem = null;
    try { this.match = await api.get(`/api/policy/enterprises/${code}/match`); } catch (problem) { this.matchProblem = problem; }
    this.requestUpdate();
  }

  queryChanged() { this.requestUpdate(); }

  choose(code) {
    keepQuery({ item: code });
    this.requestUpdate();
  }

  matched() {
    if (this.matchProblem) return note(this.matchProblem.message, 'stop');
    if (!this.match) return html`<p class="quiet" role="status">${t('kit.loading')}</p>`;
    const matched = Object.fromEntries(this.match.items.map((item) => [item.code, item]));
    const tally = { fits: 0, nearly: 0, unknown: 0, unfit: 0 };
    for (const item of this.match.items) tally[tileState(item)] += 1;
    const chosen = matched[this.query.get('item')];
    const named = chosen && this.items.find(({ code }) => code === chosen.code);
    return html`${this.match.stale ? note(t('officer.enterprise.stale', { at: moment(this.match.registerAsOf) }), 'stop') : nothing}
      <p>${t('officer.enterprise.matchSum', tally)} ${this.match.combination?.total ? t('officer.enterprise.best', { amount: estimateText({ amount: this.match.combination.total }) }) : ''} ${sampleLabel()}</p>
      <fpo-mosaic .articles=${this.articles} .items=${this.items} .matched=${matched} .chosen=${chosen?.code ?? null} label=${t('officer.enterprise.match')} @tile=${({ detail }) => this.choose(detail.code)}></fpo-mosaic>
      ${chosen ? html`<section class="case chosen-item" aria-labelledby="chosen-item"><h2 id="chosen-item"><a href="/items/${chosen.code}">${chosen.code} ${named?.title ?? ''}</a></h2>
          <p>${t(`mosaic.${tileState(chosen)}`)} · ${estimateText(chosen.estimate)}</p>${clauses(clausesOf({ trace: chosen }))}</section>` : html`<p class="quiet">${t('officer.enterprise.pick')}</p>`}`;
  }

  body() {
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
        [t('officer.enterprises.industry'), enterprise.industryCode],
        [t('officer.enterprises.aboveScale'), enterprise.aboveScale === undefined ? null : t(enterprise.aboveScale ? 'kit.yes' : 'kit.no')],
        [t('officer.enterprise.street'), enterprise.street],
        [t('officer.enterprise.established'), enterprise.established ? day(enterprise.established) : null],
        [t('officer.enterprise.status'), tc('officer.enterprise.status', enterprise.status)],
      ])}
      <section aria-labelledby="match"><h2 id="match">${t('officer.enterprise.match')}</h2>${this.matched()}</section>
      <section aria-labelledby="filings"><h2 id="filings">${t('officer.enterprise.filings')}</h2>
        <fpo-table .columns=${columns} .rows=${this.filings} caption=${t('officer.enterprise.filings')} .href=${(filing) => `/officer/filings/${filing.id}`} emptyTitle=${t('officer.enterprise.noFilings')} emptyText=${t('officer.enterprise.noFilingsText')}></fpo-table></section>`;
  }
}
