/** Task: the facts that the item asks. What the register already knows stands there and is not asked again. */
import { api, choice, html, nothing, savedAt, t, tc, textField } from '/kit/kit.js';
import { factField } from '/kit/fact-field.js';
import { factValue } from '/kit/match.js';
import { wrong } from '/public/check-answers.js';
import { FilingPage } from './filing-page.js';
import { factSheet, namesOf } from './records.js';

const entered = (fact, value) => (value === undefined || value === null ? '' : fact.type === 'RATIO' ? String(Math.round(Number(value) * 1e6) / 1e4) : value);

function stated(fact, value) {
  if (fact.type === 'BOOLEAN') return value === true || value === 'true';
  if (fact.type === 'SET') return value;
  const clean = String(value).replace(/[,，\s]/g, '');
  if (fact.type === 'RATIO') return String(Math.round(Number(clean) * 1e4) / 1e6);
  if (fact.type === 'MONEY') { const [whole, part = ''] = clean.split('.'); return `${whole}.${part.padEnd(2, '0')}`; }
  return clean;
}

export default class Facts extends FilingPage {
  static properties = { values: { state: true }, record: { state: true } };

  heading() { return t('task.facts'); }
  lead() { return t('facts.lead'); }

  async prepare() {
    const { filing } = this;
    const [sheet] = await Promise.all([factSheet(filing.creditCode).catch(() => ({ facts: [], records: [] })), this.assess(),
      api.get(`/api/policy/enterprises/${filing.creditCode}/match`).then((match) => { this.records = (match.items.find(({ code }) => code === filing.itemCode)?.records ?? []).filter(({ ref }) => ref); }).catch(() => { this.records = []; })]);
    this.names = namesOf(sheet);
    this.sheet = sheet;
    this.record = filing.project ?? '';
    this.lay();
  }

  lay() {
    const { filing } = this;
    const year = String(filing.year ?? new Date().getFullYear());
    const missing = (this.assessment?.missing ?? []).map((each) => each.key ?? each);
    const keys = [...new Set([...(this.item?.form?.questions ?? []), ...missing])];
    this.asked = keys.map((key) => this.dictionary.get(key)).filter((fact) => fact && !fact.derived).map((fact) => {
      const found = this.sheet.facts.filter((each) => each.key === fact.key && (!each.record || each.record.ref === this.record) && (!each.period || fact.period !== 'ANNUAL' || each.period === year)).at(-1);
      return { fact, known: found, verified: Boolean(found?.verified), missing: missing.includes(fact.key) };
    });
    this.values = Object.fromEntries(this.asked.filter(({ verified }) => !verified).map(({ fact, known }) => [fact.key, entered(fact, filing.facts?.[fact.key] ?? known?.value)]));
    this.before = { ...this.values };
  }

  isOfRecord(fact) { return fact && fact.subject !== 'ENTERPRISE'; }

  /** For which project, honour, loan or lease: one that is known, or a new one by its number. */
  recordField() {
    const known = this.records.map(({ ref }) => ref);
    if (known.length > 1) {
      return choice({ name: 'project', label: t('start.record'), value: this.record, error: this.errorOf('project'), onChange: (record) => { this.record = record; this.lay(); },
        options: known.map((ref) => ({ value: ref, text: this.names.get(ref) ?? ref })) });
    }
    if (known.length || this.filing.project || !this.asked.some(({ fact }) => this.isOfRecord(fact))) return nothing;
    return textField({ name: 'project', label: t('facts.record'), hint: t('facts.record.hint'), value: this.record, width: 'medium', maxlength: 64, error: this.errorOf('project'), onInput: (value) => { this.record = value.trim(); } });
  }

  async submit(event) {
    event.preventDefault();
    const errors = [];
    const facts = {};
    for (const { fact, verified } of this.asked) {
      const value = this.values[fact.key];
      if (verified || value === '' || value === undefined) continue;
      const found = wrong(fact, value);
      if (found) errors.push({ field: fact.key, message: `${fact.name}${t('kit.colon')}${t(...found)}` });
      else if (value !== this.before[fact.key]) facts[fact.key] = stated(fact, value);
    }
    const ofRecord = Object.keys(facts).some((key) => this.isOfRecord(this.dictionary.get(key)));
    if (ofRecord && !/^\S{1,64}$/.test(this.record)) errors.push({ field: 'project', message: t('facts.record.missing') });
    if (errors.length) { this.fail(errors); return; }
    this.errors = [];
    const changes = { ...(Object.keys(facts).length && { facts }), ...(this.record && this.record !== this.filing.project && { project: this.record }) };
    if (!Object.keys(changes).length || await this.save(changes)) this.done();
  }

  body() {
    const known = this.asked.filter(({ verified }) => verified);
    const open = this.asked.filter(({ verified }) => !verified);
    return html`<form class="form" novalidate @submit=${this.submit}>
      ${this.recordField()}
      ${open.length ? open.map(({ fact, missing, known: said }) => factField({ fact, value: this.values[fact.key], error: this.errorOf(fact.key),
        hint: missing ? t('facts.missing') : said ? t('facts.declared') : undefined, onChange: (value) => { this.values = { ...this.values, [fact.key]: value }; } })) : html`<p>${t('facts.nothing')}</p>`}
      ${savedAt({ at: this.saved, saving: this.saving, failed: this.failed })}
      <div class="buttons"><button class="button" ?disabled=${this.saving}>${t('task.save')}</button><a href=${this.path}>${t('task.later')}</a></div>
      ${known.length ? html`<section class="section"><h2>${t('facts.known')}</h2><p class="quiet">${t('facts.known.text')}</p><dl class="facts">${known.map(({ fact, known: said }) => html`<div><dt>${fact.name}</dt><dd>${factValue(said.value, fact)} <span class="quiet">${tc('source', said.source)}${said.period ? ` · ${said.period}` : ''}</span></dd></div>`)}</dl></section>` : nothing}</form>`;
  }
}
