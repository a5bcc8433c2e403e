/** A rule as rows: each condition with its clause in both languages, its fact from the dictionary, comparison and value; groups nest. */
import { LitElement, html, nothing } from 'lit';
import { t } from '../kit/i18n.js';
import { textField, selectField, choice } from '../kit/form.js';
import { fieldId } from '../kit/states.js';
import { copy, faultAt } from './desk.js';

const NUMBERS = ['MONEY', 'INTEGER', 'DECIMAL', 'RATIO', 'YEAR'];
const OPS = ['eq', 'ne', 'gte', 'gt', 'lte', 'lt', 'in', 'notIn', 'exists'];

/** The comparisons that a type allows. */
export const opsFor = (type) => OPS.filter((op) => (op === 'exists' ? true
  : ['gte', 'gt', 'lte', 'lt'].includes(op) ? NUMBERS.includes(type)
    : ['eq', 'ne'].includes(op) ? type !== 'SET' : type !== 'BOOLEAN' && type !== 'TEXT'));

/** A fact chosen from the dictionary, by group. */
export function factSelect({ name, label, value, error, onChange, dictionary, accept = () => true, blank }) {
  const groups = new Map();
  for (const fact of dictionary.values()) if (accept(fact)) groups.set(fact.group, [...(groups.get(fact.group) ?? []), fact]);
  const id = fieldId(name);
  return html`<div class="field ${error ? 'wrong' : ''}"><label for=${id}>${label}</label>
    ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
    <select id=${id} name=${name} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing} @change=${(event) => onChange(event.target.value)}>
      <option value="" ?selected=${!value}>${blank ?? t('editor.choose')}</option>
      ${value && !dictionary.has(value) ? html`<option value=${value} selected>${value}</option>` : nothing}
      ${[...groups].map(([group, facts]) => html`<optgroup label=${group}>${facts.map((fact) => html`<option value=${fact.key} ?selected=${fact.key === value}>${fact.name}</option>`)}</optgroup>`)}</select></div>`;
}

const fresh = () => ({ clause: { zh: '', en: '' }, fact: '', op: 'eq', value: '' });
const wordOf = (node) => ['all', 'any', 'not'].find((word) => word in node);

class Conditions extends LitElement {
  static properties = { rule: { attribute: false }, dictionary: { attribute: false }, errors: { attribute: false }, at: {} };

  createRenderRoot() { return this; }

  /** Tells the page the whole rule after a change made in place. */
  changed() {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('rule-changed', { bubbles: true, detail: this.rule }));
  }

  set(node, values) {
    Object.assign(node, values);
    this.changed();
  }

  chooseFact(node, key) {
    const fact = this.dictionary.get(key);
    const op = fact && opsFor(fact.type).includes(node.op) ? node.op : fact ? opsFor(fact.type)[0] : node.op;
    const value = fact?.type === 'BOOLEAN' || op === 'exists' ? true : ['in', 'notIn'].includes(op) ? [] : fact?.type === 'YEAR' ? '$POLICY_YEAR' : '';
    delete node.planned;
    this.set(node, { fact: key, op, value });
  }

  chooseOp(node, op) {
    const list = ['in', 'notIn'].includes(op);
    const fact = this.dictionary.get(node.fact);
    const value = op === 'exists' ? true : list ? (Array.isArray(node.value) ? node.value : node.value === '' || node.value === true ? [] : [node.value])
      : Array.isArray(node.value) ? (node.value[0] ?? '') : typeof node.value === 'boolean' && fact?.type !== 'BOOLEAN' ? '' : node.value;
    this.set(node, { op, value });
  }

  value(node, at) {
    const fact = this.dictionary.get(node.fact);
    const name = `${at}/value`;
    const error = faultAt(this.errors, name, { within: true });
    const label = t('editor.condition.value');
    if (node.op === 'exists' || fact?.type === 'BOOLEAN') {
      return selectField({ name, label, error, value: String(node.value), options: ['true', 'false'].map((value) => ({ value, text: t(value === 'true' ? 'kit.yes' : 'kit.no') })), onChange: (value) => this.set(node, { value: value === 'true' }) });
    }
    const values = fact?.values?.map((each) => ({ value: each.code, text: each.name }));
    if (['in', 'notIn'].includes(node.op)) {
      return values ? choice({ name, label, error, many: true, inline: true, value: node.value, options: values, onChange: (value) => this.set(node, { value }) })
        : textField({ name, label, error, hint: t('editor.condition.list'), value: [].concat(node.value).join(', '), onChange: (value) => this.set(node, { value: value.split(/[,，]/).map((each) => each.trim()).filter(Boolean) }) });
    }
    if (values && !String(node.value).startsWith('$')) return selectField({ name, label, error, value: node.value, blank: t('editor.choose'), options: values, onChange: (value) => this.set(node, { value }) });
    return textField({ name, label, error, kind: fact?.type === 'RATIO' ? 'ratio' : 'text', width: 'medium', unit: fact?.type === 'RATIO' ? undefined : fact?.unit, value: String(node.value),
      hint: fact?.type === 'RATIO' ? t('editor.condition.ratio') : fact?.type === 'YEAR' ? t('editor.condition.year') : undefined,
      onInput: (value) => { node.value = value.trim(); }, onChange: () => this.changed() });
  }

  comparison(node, at, remove) {
    const fact = this.dictionary.get(node.fact);
    return html`<li class="condition"><div class="condition-fields">
      ${factSelect({ name: `${at}/fact`, label: t('editor.condition.fact'), value: node.fact, error: faultAt(this.errors, `${at}/fact`) ?? faultAt(this.errors, at), dictionary: this.dictionary, onChange: (key) => this.chooseFact(node, key) })}
      ${selectField({ name: `${at}/op`, label: t('editor.condition.op'), value: node.op, error: faultAt(this.errors, `${at}/op`), options: opsFor(fact?.type ?? 'INTEGER').map((value) => ({ value, text: t(`editor.op.${value}`) })), onChange: (value) => this.chooseOp(node, value) })}
      ${this.value(node, at)}
      </div><div class="condition-clause">
      ${['zh', 'en'].map((language) => textField({ name: `${at}/clause/${language}`, label: t(`editor.clause.${language}`), value: node.clause?.[language], error: faultAt(this.errors, `${at}/clause/${language}`) ?? (language === 'zh' ? faultAt(this.errors, `${at}/clause`) : undefined),
        onInput: (value) => { node.clause = { ...node.clause, [language]: value }; }, onChange: () => this.changed() }))}
      </div>
      ${fact && NUMBERS.includes(fact.type) ? html`<details class="more" ?open=${Boolean(node.planned)}><summary>${t('editor.condition.planned')}</summary>
        ${factSelect({ name: `${at}/planned`, label: t('editor.condition.plannedFact'), value: node.planned, error: faultAt(this.errors, `${at}/planned`), dictionary: this.dictionary, blank: t('editor.none'), accept: (each) => each.type === fact.type && each.subject === fact.subject && each.key !== fact.key,
          onChange: (key) => { if (key) node.planned = key; else delete node.planned; this.changed(); } })}</details>` : nothing}
      <div class="buttons"><button type="button" class="button second small" @click=${remove}>${t('editor.condition.remove')}</button></div></li>`;
  }

  group(node, at, remove) {
    const word = wordOf(node);
    if (!word) return this.comparison(node, at, remove);
    const parts = word === 'not' ? [node.not] : node[word];
    const drop = (i) => () => { if (word === 'not') remove?.(); else { parts.splice(i, 1); this.changed(); } };
    const rows = html`<ol class="condition-list">${parts.map((part, i) => this.group(part, word === 'not' ? `${at}/not` : `${at}/${word}/${i}`, drop(i)))}</ol>
      ${word === 'not' ? nothing : html`<div class="buttons"><button type="button" class="button second small" @click=${() => { parts.push(fresh()); this.changed(); }}>${t('editor.condition.add')}</button>
        <button type="button" class="button second small" @click=${() => { parts.push({ [word === 'all' ? 'any' : 'all']: [fresh(), fresh()] }); this.changed(); }}>${t(word === 'all' ? 'editor.condition.addAny' : 'editor.condition.addAll')}</button></div>`}`;
    const error = faultAt(this.errors, at);
    const groupError = error ? html`<p class="field-error">${error}</p>` : nothing;
    return remove ? html`<li class="condition-group"><fieldset><legend>${t(`editor.group.${word}`)}</legend>${groupError}${rows}
      <div class="buttons"><button type="button" class="button second small" @click=${remove}>${t('editor.condition.removeGroup')}</button></div></fieldset></li>`
      : html`<p class="quiet">${t(`editor.group.${word}`)}</p>${groupError}${rows}`;
  }

  render() {
    // A rule that is one comparison stands in a group of its own, so that another can be added.
    if (!wordOf(this.rule)) {
      const only = copy(this.rule);
      for (const key of Object.keys(this.rule)) delete this.rule[key];
      this.rule.all = [only];
    }
    return this.group(this.rule, this.at);
  }
}

customElements.define('fpo-conditions', Conditions);
