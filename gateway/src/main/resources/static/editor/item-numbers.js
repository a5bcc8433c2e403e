/** The numbers of an item's content: where each stands (a JSON pointer), what it says, and the content with another one. */
import { has, pick, t } from '../kit/i18n.js';
import { exactYuan } from '../kit/format.js';

const isNumber = (value) => typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
const nameOf = (key, facts) => pick(facts.get(key)?.name) || key;

function shown(value, fact, facts) {
  if (typeof value === 'boolean') return t(value ? 'kit.yes' : 'kit.no');
  if (Array.isArray(value)) return value.map((each) => pick(fact?.values?.find(({ code }) => code === each)?.name) || each).join(t('kit.comma'));
  if (value === '$POLICY_YEAR') return t('editor.try.policyYear');
  if (typeof value === 'string' && value.startsWith('$')) return facts.has(value.slice(1)) ? nameOf(value.slice(1), facts) : value.slice(1);
  if (isNumber(value)) return fact?.type === 'MONEY' ? exactYuan(value) : String(value);
  return pick(fact?.values?.find(({ code }) => code === value)?.name) || String(value ?? '');
}

/** The comparisons of the rule: `[{at, text, value, was, unit, kind, editable}]`; only numbers are editable here. */
export function leavesOf({ rule }, facts) {
  const leaves = [];
  const walk = (node, at) => {
    for (const word of ['all', 'any']) (node[word] ?? []).forEach((part, i) => walk(part, `${at}/${word}/${i}`));
    if (node.not) walk(node.not, `${at}/not`);
    if (!node.fact) return;
    const fact = facts.get(node.fact);
    const editable = isNumber(node.value) && !['YEAR', 'ENUM', 'CODE', 'TEXT', 'SET', 'BOOLEAN'].includes(fact?.type);
    leaves.push({ at: `${at}/value`, text: `${nameOf(node.fact, facts)} ${has(`editor.sim.op.${node.op}`) && node.op !== 'eq' ? t(`editor.sim.op.${node.op}`) : ''}`.trim() + (editable ? '' : t('kit.colon')), value: shown(node.value, fact, facts), was: node.value, unit: unitOf(fact), kind: kindOf(fact), editable });
  };
  walk(rule, '/rule');
  return leaves;
}

const unitOf = (fact) => (fact?.type === 'RATIO' ? undefined : fact?.unit);
const kindOf = (fact) => (fact?.type === 'RATIO' ? 'ratio' : fact?.unit === '元' ? 'money' : 'number');

const PARTS = { amount: 'money', cap: 'money', rate: 'ratio', from: 'number', months: 'number' };

/** The amounts, rates, bounds and caps of the formula. */
export function partsOf({ formula }, facts) {
  const parts = [];
  const by = facts.get(formula.by);
  const walk = (node, at, nth) => {
    for (const [name, value] of Object.entries(node)) {
      if (name in PARTS && isNumber(value)) {
        const part = t(`editor.sim.part.${name}`);
        parts.push({ at: `${at}/${name}`, text: nth ? t('editor.sim.part.nth', { part, n: nth }) : part, was: value, unit: name === 'from' ? unitOf(by) : undefined, kind: name === 'from' ? kindOf(by) : PARTS[name] });
      } else if (Array.isArray(value)) value.forEach((each, i) => each && typeof each === 'object' && walk(each, `${at}/${name}/${i}`, value.length > 1 ? i + 1 : undefined));
      else if (value && typeof value === 'object') walk(value, `${at}/${name}`, nth);
    }
  };
  walk(formula, '/formula');
  return parts;
}

/** A copy of the content with one value changed. */
export function withValue(content, pointer, value) {
  const copy = structuredClone(content);
  const steps = pointer.slice(1).split('/');
  const last = steps.pop();
  steps.reduce((node, step) => node[step], copy)[last] = value;
  return copy;
}
