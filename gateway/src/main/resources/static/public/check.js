/** The self-check of all 51 before sign-in: one group of questions at a time, answers kept in this browser, result at any time. */
import { api, choice, clusterChip, CLUSTERS, confirm, go, html, nothing, Page, savedAt, t, tc } from '/kit/kit.js';
import { factField } from '/kit/fact-field.js';
import { articles, clusters, dictionary, items } from '/kit/programme.js';
import { answered, forgetAnswers, groupsOf, keepAnswers, matchBody, readAnswers, wrong } from './check-answers.js';
import '/kit/match.js';

export default class Check extends Page {
  static properties = { answers: { state: true }, at: { state: true }, result: { state: true } };

  constructor() {
    super();
    this.answers = readAnswers();
    this.at = this.answers.at;
  }

  get step() { return this.query.get('step') ?? ''; }
  get index() { return this.step === '' ? -1 : Number(this.step); }

  heading() {
    if (this.step === 'result') return t('check.result');
    const group = this.groups?.[this.index];
    return group ? this.nameOf(group) : t('check.title');
  }

  nameOf(group) { return group.record ? tc('check.records', group.record) : group.name; }
  lead() { return this.step === '' ? t('check.lead') : this.step === 'result' ? t('check.result.lead') : nothing; }
  back() { return this.step === '' ? null : { href: '/check', text: t('check.title') }; }

  async load() {
    [this.articles, this.items, this.facts, this.clusters] = await Promise.all([articles(), items(), dictionary(), clusters().catch(() => [])]);
    this.groups = groupsOf(this.facts);
    if (this.step === 'result') this.result = await api.post('/api/policy/match', matchBody(this.answers, this.facts));
  }

  queryChanged() {
    this.errors = [];
    if (this.step === 'result' && this.query.get('show') !== null && this.result) { this.requestUpdate(); return; }
    this.reload({ quiet: this.step !== 'result' }).then(() => this.updateComplete).then(() => {
      if (this.query.get('show') !== null) return;
      window.scrollTo(0, 0);
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target) { target.scrollIntoView({ block: 'center' }); target.focus(); } else this.querySelector('h1')?.focus();
    });
  }

  keep(answers) {
    this.answers = answers;
    this.at = keepAnswers(answers);
  }

  set(key) { return (value) => this.keep({ ...this.answers, facts: { ...this.answers.facts, [key]: value } }); }

  setRecords(kind, records) { this.keep({ ...this.answers, records: { ...this.answers.records, [kind]: records } }); }

  /** Checks the group's fields; moves on only when they are well formed. */
  next(event) {
    event.preventDefault();
    const group = this.groups[this.index];
    const errors = [];
    const test = (fact, value, field) => {
      const found = wrong(fact, value);
      if (found) errors.push({ field, message: `${fact.name}${t('kit.colon')}${t(...found)}` });
    };
    if (group.record) (this.answers.records[group.record] ?? []).forEach((record, n) => group.facts.forEach((fact) => test(fact, record[fact.key], `${fact.key}.${n}`)));
    else group.facts.forEach((fact) => test(fact, this.answers.facts[fact.key], fact.key));
    if (errors.length) { this.fail(errors); return; }
    go(this.index + 1 < this.groups.length ? `/check?step=${this.index + 1}` : '/check?step=result');
  }

  async clear() {
    const sure = await confirm({ title: t('check.clear.title'), body: t('check.clear.text'), yes: t('check.clear') });
    if (!sure) return;
    forgetAnswers();
    this.answers = readAnswers();
    this.at = undefined;
  }

  overview() {
    const any = this.answers.at || this.at;
    return html`<div class="columns"><div class="form">
      ${choice({ name: 'cluster', label: t('check.cluster'), hint: t('check.cluster.hint'), value: this.answers.cluster, onChange: (cluster) => this.keep({ ...this.answers, cluster }),
        options: [...CLUSTERS.map((code) => ({ value: code, text: clusterChip(code, this.clusters.find((cluster) => cluster.code === code)?.name) })), { value: 'NONE', text: t('cluster.NONE') }, { value: '', text: t('fact.unknown') }] })}
      <div class="buttons"><a class="button" href="/check?step=0">${any ? t('check.goOn') : t('check.start')}</a>${any ? html`<a class="button second" href="/check?step=result">${t('check.see')}</a>` : nothing}</div>
      <p class="quiet section-note">${t('check.privacy')}</p></div>${this.map()}</div>`;
  }

  /** The groups with what is answered: any order, any time. */
  map() {
    return html`<nav class="side step-map" aria-label=${t('check.map')}><div class="side-block"><h2>${t('check.map')}</h2><ol>${this.groups.map((group, i) => {
      const count = answered(group, this.answers);
      return html`<li><a href="/check?step=${i}" aria-current=${i === this.index ? 'step' : nothing}>${this.nameOf(group)}</a><span class="quiet">${group.record ? (count ? t('check.done') : t('check.open')) : t('check.count', { count, all: group.facts.length })}</span></li>`;
    })}</ol><p><a href="/check?step=result">${t('check.see')}</a></p><p>${savedAt({ at: this.at })}</p>${this.at ? html`<p><button type="button" class="link" @click=${this.clear}>${t('check.clear')}</button></p>` : nothing}</div></nav>`;
  }

  questions(group) {
    if (group.record) return this.records(group);
    return html`${group.facts.map((fact) => factField({ fact, value: this.answers.facts[fact.key], error: this.errorOf(fact.key), onChange: this.set(fact.key) }))}`;
  }

  records(group) {
    const kind = group.record;
    const records = this.answers.records[kind];
    const change = (n, key) => (value) => this.setRecords(kind, records.map((record, i) => (i === n ? { ...record, [key]: value } : record)));
    return html`${choice({ name: `have-${kind}`, label: t(`check.have.${kind}`), hint: t('check.have.hint'), inline: true, value: records === undefined ? '' : records.length ? 'yes' : 'no',
        options: [{ value: 'yes', text: t('check.have.yes') }, { value: 'no', text: t('check.have.no') }, { value: '', text: t('fact.unknown') }],
        onChange: (value) => this.setRecords(kind, value === 'yes' ? [{}] : value === 'no' ? [] : undefined) })}
      ${(records ?? []).map((record, n) => html`<fieldset class="record"><legend>${t('check.record', { kind: tc('record', kind), n: n + 1 })}</legend>
        ${group.facts.map((fact) => factField({ fact, name: `${fact.key}.${n}`, value: record[fact.key], error: this.errorOf(`${fact.key}.${n}`), onChange: change(n, fact.key) }))}
        ${records.length > 1 ? html`<button type="button" class="link" @click=${() => this.setRecords(kind, records.filter((_, i) => i !== n))}>${t('check.record.remove', { kind: tc('record', kind), n: n + 1 })}</button>` : nothing}</fieldset>`)}
      ${records?.length ? html`<p><button type="button" class="button second" @click=${() => this.setRecords(kind, [...records, {}])}>${t('check.record.add', { kind: tc('record', kind) })}</button></p>` : nothing}`;
  }

  group(group) {
    return html`<div class="columns"><form class="form" novalidate @submit=${this.next}>
      <p class="quiet">${t('check.progress', { n: this.index + 1, all: this.groups.length })}</p>
      ${this.questions(group)}
      <div class="buttons"><button class="button">${this.index + 1 < this.groups.length ? t('check.next') : t('check.see')}</button>
        ${this.index > 0 ? html`<a class="button second" href="/check?step=${this.index - 1}">${t('check.previous')}</a>` : nothing}
        <a href="/check?step=result">${t('check.see')}</a></div></form>${this.map()}</div>`;
  }

  /** Where a missing fact is asked. */
  where(key) {
    const index = this.groups.findIndex((group) => group.facts.some((fact) => fact.key === key));
    if (key === 'ent.cluster') return html`<a href="/check">${t('check.answer')}</a>`;
    if (index < 0) return nothing;
    const record = this.groups[index].record;
    return html`<a href="/check?step=${index}${record ? '' : `#f-${key.replace(/[^\w-]/g, '_')}`}">${t('check.answer')}</a>`;
  }

  /** More answers while they would decide something; else the answers may be changed. */
  onward() {
    const open = this.result.items.some(({ verdict }) => verdict === 'UNDETERMINED');
    const next = this.groups.findIndex((group) => answered(group, this.answers) < (group.record ? 1 : group.facts.length));
    return html`<div class="buttons no-print"><a class="button ${open ? '' : 'second'}" href="/check?step=${open ? Math.max(next, 0) : 0}">${t(open ? 'check.goOn' : 'check.change')}</a>
      <button type="button" class="button second" @click=${() => window.print()}>${t('check.print')}</button></div>`;
  }

  /** What fits is filed after signing in. */
  file({ verdict, code }, known) {
    if (verdict !== 'ELIGIBLE') return nothing;
    if (known?.track === 'NO_APPLICATION') return html`<p class="note go">${t('item.free')}</p>`;
    return html`<p><a class="button" href="/sign-in?next=${encodeURIComponent(`/enterprise/start/${code}`)}">${t('item.signIn')}</a></p>`;
  }

  body() {
    if (this.step === '') return this.overview();
    if (this.step === 'result') {
      const show = this.query.get('show') ?? '';
      return html`${this.onward()}
        <fpo-match .match=${this.result} .articles=${this.articles} .items=${this.items} .dictionary=${this.facts} .show=${show} .showHref=${(state) => `/check?step=result&show=${state}`} .answer=${(key) => this.where(key)} .action=${(item, known) => this.file(item, known)}></fpo-match>`;
    }
    const group = this.groups[this.index];
    return group ? this.group(group) : this.overview();
  }
}
