/** The answers of the self-check: kept in this browser alone, turned into the facts of `POST /api/policy/match`. */
import { cleanNumber, isNumber } from '/kit/kit.js';

const KEPT = 'fpo.check';
export const RECORDS = ['PROJECT', 'HONOUR', 'LOAN', 'LEASE'];
const LISTS = { PROJECT: 'projects', HONOUR: 'honours', LOAN: 'loans', LEASE: 'leases' };

/** `{cluster, facts: {key: value}, records: {PROJECT: undefined | [] | [{key: value}]}, at}` */
export function readAnswers() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    if (kept && typeof kept === 'object') return { cluster: '', facts: {}, records: {}, ...kept };
  } catch { /* unreadable answers are no answers */ }
  return { cluster: '', facts: {}, records: {} };
}

/** Returns the moment of keeping, or null where the browser refuses. */
export function keepAnswers(answers) {
  const at = new Date().toISOString();
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...answers, at }));
    return at;
  } catch { return null; }
}

export const forgetAnswers = () => { try { localStorage.removeItem(KEPT); } catch { /* nothing kept */ } };

/** The question groups: the enterprise's by the dictionary's groups, then one for each kind of record. */
export function groupsOf(dictionary) {
  const groups = [];
  for (const fact of dictionary.values()) {
    if (fact.derived || fact.type === 'TEXT' || fact.key === 'ent.cluster') continue;
    const record = RECORDS.includes(fact.subject) ? fact.subject : undefined;
    let group = groups.find((each) => each.record === record && (record ? true : each.name === fact.group));
    if (!group) groups.push(group = { name: fact.group, record, facts: [] });
    group.facts.push(fact);
  }
  return [...groups.filter(({ record }) => !record), ...RECORDS.map((record) => groups.find((group) => group.record === record)).filter(Boolean)];
}

const given = (value) => value !== undefined && value !== null && value !== '';

/** How many questions of a group are answered. */
export function answered(group, answers) {
  if (group.record) return answers.records[group.record] === undefined ? 0 : 1;
  return group.facts.filter((fact) => given(answers.facts[fact.key])).length;
}

const NUMBERS = { MONEY: 2, INTEGER: 0, DECIMAL: 4, RATIO: 4, YEAR: 0 };

/** What is wrong with a value: a key of the catalogue with parameters, or null. */
export function wrong(fact, value) {
  if (!given(value) || !(fact.type in NUMBERS)) return null;
  if (NUMBERS[fact.type] === 0 ? !/^-?\d{1,15}$/.test(cleanNumber(value)) : !isNumber(value, NUMBERS[fact.type])) return [fact.type === 'YEAR' ? 'check.wrong.year' : NUMBERS[fact.type] ? 'check.wrong.number' : 'check.wrong.whole', {}];
  const number = Number(cleanNumber(value)) / (fact.type === 'RATIO' ? 100 : 1);
  const scale = fact.type === 'RATIO' ? 100 : 1;
  if (given(fact.min) && number < Number(fact.min)) return ['check.wrong.min', { min: Number(fact.min) * scale }];
  if (given(fact.max) && number > Number(fact.max)) return ['check.wrong.max', { max: Number(fact.max) * scale }];
  return null;
}

function value(fact, entered) {
  if (fact.type === 'BOOLEAN') return entered === true || entered === 'true';
  if (fact.type === 'SET') return entered;
  if (fact.type === 'RATIO') return String(Math.round(Number(cleanNumber(entered)) * 1e4) / 1e6);
  if (fact.type === 'MONEY') {
    const [whole, part = ''] = cleanNumber(entered).split('.');
    return `${whole}.${part.padEnd(2, '0')}`;
  }
  return fact.type in NUMBERS ? cleanNumber(entered) : String(entered);
}

const short = (key) => key.slice(key.indexOf('.') + 1);

/** The body of the match. Values that are not well formed are left out, as if not answered. */
export function matchBody(answers, dictionary) {
  const body = { facts: {} };
  if (answers.cluster) body.cluster = answers.cluster;
  for (const [key, entered] of Object.entries(answers.facts)) {
    const fact = dictionary.get(key);
    if (fact && given(entered) && !wrong(fact, entered)) body.facts[key] = value(fact, entered);
  }
  for (const kind of RECORDS) {
    const records = answers.records[kind];
    if (records === undefined) continue;
    body[LISTS[kind]] = records.map((record) => {
      const out = {};
      for (const [key, entered] of Object.entries(record)) {
        const fact = dictionary.get(key);
        if (!fact || !given(entered) || wrong(fact, entered)) continue;
        out[kind === 'HONOUR' ? short(key) : key] = value(fact, entered);
      }
      return out;
    }).filter((record) => Object.keys(record).length);
  }
  return body;
}
