/** Before a filing: for which enterprise, for which project or honour, with which documents, until when. */
import { api, chip, choice, day, estimateText, go, html, note, nothing, Page, selectField, t, tc } from '/kit/kit.js';
import { isOfSystem } from '/kit/papers.js';
import { chosenEnterprise, ownEnterprises } from './own.js';
import { recordNames } from './records.js';

export default class Start extends Page {
  static properties = { item: { state: true }, code: { state: true }, record: { state: true }, judged: { state: true } };

  constructor() {
    super();
    this.record = '';
  }

  heading() { return this.item ? t('start.title', { title: this.item.title }) : t('item.file'); }
  lead() { return this.item?.benefit ?? nothing; }
  back() { return { href: `/items/${this.params.code}`, text: this.item?.title ?? this.params.code }; }
  measure() { return 'text'; }

  async load() {
    this.code ??= chosenEnterprise(this.query);
    const [item, enterprises] = await Promise.all([api.get(`/api/policy/items/${encodeURIComponent(this.params.code)}`), ownEnterprises()]);
    this.enterprises = enterprises;
    await this.judge();
    this.item = item;
  }

  async judge() {
    const [match, filings, names] = await Promise.all([
      api.get(`/api/policy/enterprises/${this.code}/match`),
      api.get(`/api/fund/filings?creditCode=${this.code}&item=${this.params.code}&size=50`).catch(() => ({ items: [] })),
      recordNames(this.code),
    ]);
    this.names = names;
    this.filings = filings.items.filter((filing) => filing.itemCode === this.params.code);
    this.judged = match.items.find(({ code }) => code === this.params.code);
    this.records = (this.judged?.records ?? []).filter(({ ref }) => ref);
    this.record = this.records.find(({ verdict }) => verdict === 'ELIGIBLE')?.ref ?? this.records[0]?.ref ?? '';
  }

  async choose(code) {
    this.code = code;
    try { await this.judge(); } catch (problem) { this.failWith(problem); }
  }

  async begin(event) {
    event.preventDefault();
    await this.submitOnce(async () => {
      const filing = await api.act('/api/fund/filings', { itemCode: this.params.code, creditCode: this.code, ...(this.record && { project: this.record }) });
      go(`/enterprise/filings/${filing.id}`);
    });
  }

  body() {
    const { item, judged } = this;
    const open = this.filings.filter(({ state }) => !['WITHDRAWN', 'REFUSED', 'REJECTED', 'LAPSED', 'CLOSED'].includes(state));
    if (item.track === 'NO_APPLICATION') return html`${note(t('start.free'), 'go')}${open.length ? html`<ul class="plain-list">${open.map((filing) => html`<li><a href="/enterprise/filings/${filing.id}">${filing.number ?? filing.title} ${tc('state', filing.state)}</a></li>`)}</ul>` : html`<p>${judged?.verdict === 'ELIGIBLE' ? t('start.free.fits') : t('start.free.none')}</p>`}<p><a href="/enterprise">${t('start.back')}</a></p>`;
    const refused = judged?.verdict === 'INELIGIBLE';
    return html`<form class="form" novalidate @submit=${this.begin}>
      ${this.enterprises.length > 1 ? selectField({ name: 'creditCode', label: t('enterprise.choose'), value: this.code, options: this.enterprises.map(({ creditCode, name }) => ({ value: creditCode, text: name })), onChange: (code) => this.choose(code) }) : html`<p><strong>${this.enterprises[0]?.name}</strong></p>`}
      ${open.length ? note(html`${t('start.already')} ${open.map((filing) => html`<a href="/enterprise/filings/${filing.id}">${filing.number ?? filing.title} ${tc('state', filing.state)}</a> `)}`) : nothing}
      ${judged ? html`<p>${chip(t(`verdict.${judged.verdict}`), judged.verdict === 'ELIGIBLE' ? 'go' : '')} ${refused ? nothing : estimateText(judged.estimate)}</p>` : nothing}
      ${this.records.length ? choice({ name: 'project', label: t('start.record'), hint: t('start.record.hint'), value: this.record, error: this.errorOf('project'), onChange: (record) => { this.record = record; },
        options: this.records.map((record) => ({ value: record.ref, text: this.names.get(record.ref) ?? record.ref, hint: `${t(`verdict.${record.verdict}`)}${record.verdict === 'INELIGIBLE' ? '' : t('kit.comma') + estimateText(record.estimate)}` })) }) : nothing}
      <h2>${t('start.ready')}</h2><ul class="document-names">${(item.documents ?? []).filter((document) => !isOfSystem(document)).map((document) => html`<li><span class="item-code">${document.code}</span>${document.name}${document.required === false ? html` ${chip(t('kit.document.optional'))}` : nothing}</li>`)}</ul>
      <p class="quiet section-note">${t('start.window', { day: day(item.window?.to) })} ${t('start.any')}</p>
      ${refused ? note(html`${t('start.refused')} <a href="/enterprise?e=${this.code}#item-${item.code}">${t('start.why')}</a>`) : nothing}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('start.button')}</button></div></form>`;
  }
}
