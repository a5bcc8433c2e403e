/** What fits an enterprise: the mosaic, the list with traces, near misses and the best combination; filings start here. */
import { api, chip, day, empty, html, nothing, Page, registerLabel, stateChip, t, tileState } from '/kit/kit.js';
import { articles, dictionary, items } from '/kit/programme.js';
import { chosenEnterprise, enterpriseChoice, ownEnterprises } from './own.js';
import { recordNames } from './records.js';
import '/kit/match.js';

const ENDED = ['CLOSED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'LAPSED'];

export default class Matches extends Page {
  static properties = { match: { state: true }, enterprises: { state: true }, filings: { state: true } };

  heading() { return this.enterprise?.name ?? t('nav.matches'); }
  lead() { return this.match ? t('matches.lead', { day: day(this.match.asOf) }) : nothing; }
  aside() { return this.enterprise ? html`<span class="quiet">${this.enterprise.creditCode}</span>${registerLabel()}` : nothing; }

  async load() {
    const code = chosenEnterprise(this.query);
    const free = await api.get('/api/fund/fund').then(({ lines }) => lines.map(({ line, available }) => `free=${line}:${available}`).join('&')).catch(() => '');
    const [enterprises, list, all, facts, match, filings, names] = await Promise.all([
      ownEnterprises(), articles(), items(), dictionary(),
      api.get(`/api/policy/enterprises/${code}/match${free ? `?${free}` : ''}`).catch((problem) => { if (problem.status === 404) return null; throw problem; }),
      api.get(`/api/fund/filings?creditCode=${code}&size=200`).catch(() => ({ items: [] })),
      recordNames(code),
    ]);
    Object.assign(this, { enterprises, articles: list, items: all, facts, filings: filings.items, names, code });
    this.enterprise = enterprises.find(({ creditCode }) => creditCode === code);
    this.match = match;
  }

  queryChanged() {
    if (chosenEnterprise(this.query) === this.code) this.requestUpdate();
    else this.reload();
  }

  action(item) {
    const filing = this.filings.find((each) => each.itemCode === item.code && !ENDED.includes(each.state));
    if (filing) return html`<p><a href="/enterprise/filings/${filing.id}">${filing.state === 'DRAFT' ? t('matches.goOn') : t('matches.seeFiling')}</a> ${stateChip(filing.state)}</p>`;
    const state = tileState(item);
    if (item.track === 'NO_APPLICATION') return state === 'fits' ? html`<p class="note go">${t('matches.free')}</p>` : nothing;
    if (state === 'fits' || state === 'unknown') return html`<p><a class="button" href="/enterprise/start/${item.code}?e=${this.code}">${state === 'fits' ? t('item.file') : t('matches.fileUnknown')}</a></p>`;
    return nothing;
  }

  body() {
    if (!this.match) return html`${enterpriseChoice(this.enterprises, this.code, (e) => this.filter({ e, show: '' }, { push: true }))}${empty(t('matches.unregistered', { code: this.code }), t('matches.unregistered.text'))}`;
    const waiting = this.filings.filter((filing) => filing.actions?.includes('submit'));
    return html`${enterpriseChoice(this.enterprises, this.code, (e) => this.filter({ e, show: '' }, { push: true }))}
      ${waiting.length ? html`<section class="panel" aria-labelledby="waiting"><h2 id="waiting">${t('matches.waiting', { count: waiting.length })}</h2><ul class="plain-tight">${waiting.map((filing) => html`<li><a href="/enterprise/filings/${filing.id}">${filing.itemCode} ${filing.title}</a> ${stateChip(filing.state)} ${filing.track === 'NO_APPLICATION' ? chip(t('matches.confirm'), 'todo') : nothing}</li>`)}</ul></section>` : nothing}
      <fpo-match .match=${this.match} .articles=${this.articles} .items=${this.items} .dictionary=${this.facts} .names=${this.names} .show=${this.query.get('show') ?? ''}
        .showHref=${(state) => `/enterprise?e=${this.code}${state ? `&show=${state}` : ''}`} .action=${(item) => this.action(item)}
        .answer=${(key, clause) => (clause.fact === 'ent.cluster' ? nothing : html`<span class="quiet">${t('matches.declare')}</span>`)}></fpo-match>`;
  }
}
