/** What an audit record keeps, in words: terms and values, states as chips, money in yuan, times as they are here. What it knows no word for stands as it was written. */
import { html } from 'lit';
import { has, lang, t, tc } from '../kit/i18n.js';
import { bytes, day, moment, yuan } from '../kit/format.js';
import { chip, stateChip, valueText } from '../kit/parts.js';
import { paper, withPapers } from '../kit/papers.js';

/** What every move of a case keeps of it, so that it is told as a change from the move before. */
const CASE = ['state', 'version', 'reviewed', 'approved'];
/** Where the words of a field's codes stand. */
const WORDS = {
  answer: ['officer.joint'], band: ['officer.evaluation.band'], ground: ['recovery.ground', 'officer.experts.ground'], kind: ['auditor.kind'], line: ['line'], method: ['officer.allocation'],
  office: ['office'], service: ['service'], step: ['step'],
};
const PAPER = /^E\d{2}$/;
const HASH = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONEY = /^-?\d+\.\d{2}$/;

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** What was written, as the JSON that it is. */
function read(detail) {
  try { return detail ? JSON.parse(detail) : null; } catch { return detail; }
}

/** The records with what they say, and what the case was before each that moved it: `{said, before?}`. */
export function told(records) {
  let before;
  return records.map((record) => {
    const said = read(record.detail);
    if (!isObject(said) || !('state' in said && 'version' in said)) return { ...record, said };
    const last = before;
    before = Object.fromEntries(CASE.map((name) => [name, said[name]]));
    return { ...record, said, before: last };
  });
}

/** What the case, its item and the dictionary of facts know by name: `{documents, kinds, criteria, facts}`. */
export class Words {
  constructor(known) { Object.assign(this, known); }

  /** The name of a field; a criterion or a fact has the name that its panel or the dictionary gave it. */
  term(name) { return has(`auditor.of.${name}`) ? t(`auditor.of.${name}`) : this.criteria.get(name) ?? this.facts?.get(name)?.name ?? html`<span class="code">${name}</span>`; }

  state(code) { return has(`state.${code}`) ? stateChip(code) : chip(has(`recovery.state.${code}`) ? t(`recovery.state.${code}`) : code); }

  text(name, value) {
    const from = WORDS[name]?.find((prefix) => has(`${prefix}.${value}`));
    if (from) return t(`${from}.${value}`);
    if (name === 'kind' && this.kinds.has(value)) return this.kinds.get(value);
    if (name === 'state') return this.state(value);
    if (name === 'read') return this.term(value);
    if (PAPER.test(value)) return paper(value, this.documents);
    if (HASH.test(value)) return html`<span class="code" title=${value}>${value.slice(0, 12)}…</span>`;
    if (INSTANT.test(value)) return moment(value);
    if (DAY.test(value)) return day(value);
    if (MONEY.test(value)) return yuan(value);
    return this.facts?.get(value)?.name ?? withPapers(value, this.documents);
  }

  /** A value of any shape. */
  value(name, value) {
    if (value === null || value === undefined || value === '' || (typeof value === 'object' && !Object.keys(value).length)) return '–';
    if (Array.isArray(value)) return value.some(isObject) ? html`<ol>${value.map((each) => html`<li>${this.value(name, each)}</li>`)}</ol>` : value.map((each, at) => html`${at ? t('kit.list') : ''}${this.value(name, each)}`);
    if (isObject(value)) return 'zh' in value && 'en' in value ? value[lang()] : this.list(value);
    if (name === 'size') return bytes(value);
    return typeof value === 'string' ? this.text(name, value) : valueText(value);
  }

  /** Terms and values; of what the case was before, only what changed. */
  list(said, before) {
    const names = Object.keys(said).filter((name) => !before || !CASE.includes(name) || before[name] !== said[name]);
    const was = (name) => (before?.[name] === undefined || !CASE.includes(name) ? '' : html`${this.value(name, before[name])} → `);
    const term = (name) => this.term(name === 'code' && PAPER.test(said.code) ? 'document' : name);
    const file = (name) => name === 'name' && PAPER.test(said.code); // beside the document that it is of
    return html`<dl class="terms">${names.map((name) => html`<div><dt>${term(name)}</dt><dd>${was(name)}${file(name) ? said.name : this.value(name, said[name])}</dd></div>`)}</dl>`;
  }

  /** A record's content, and one click away the record as it is written. */
  record(record) {
    const { said, before } = record;
    return html`${isObject(said) ? this.list(said, before) : Array.isArray(said) ? this.value('', said) : typeof said === 'string' ? this.state(said) : '–'}
      <details class="more raw"><summary>${t('auditor.chain.raw')}</summary>
        ${record.detail ? html`<pre tabindex="0" aria-label=${t('auditor.chain.raw')}>${record.detail}</pre>` : ''}
        <dl class="terms">${['beforeHash', 'afterHash', 'previous', 'hash'].filter((name) => record[name]).map((name) => html`<div><dt>${t(`auditor.chain.${name}`)}</dt><dd class="code">${record[name]}</dd></div>`)}</dl></details>`;
  }
}
