/** The amounts of an item: shares, ceilings, tiers; what is rarer is changed in the JSON view. */
import { html, nothing } from 'lit';
import { t } from '../kit/i18n.js';
import { selectField, textField } from '../kit/form.js';
import { factSelect } from './conditions.js';
import { faultAt } from './desk.js';

const MONEY = /^\d+$/;
const asMoney = (value) => { const clean = value.replace(/[,，\s元]/g, ''); return MONEY.test(clean) ? `${clean}.00` : /^\d+\.\d$/.test(clean) ? `${clean}0` : clean; };

/** `formula` is changed in place; `changed()` is called after each change. */
export function formulaFields({ formula, errors, dictionary, changed, at = '/content/formula' }) {
  const money = (object, name, where, label) => (name in object ? textField({ name: `${where}/${name}`, label, kind: 'money', value: object[name], error: faultAt(errors, `${where}/${name}`),
    onInput: (value) => { object[name] = value.trim(); }, onChange: (value) => { object[name] = asMoney(value); changed(); } }) : nothing);
  const rate = (object, where) => ('rate' in object ? textField({ name: `${where}/rate`, label: t('editor.formula.rate'), hint: t('editor.formula.rateHint'), width: 'short', kind: 'ratio', value: object.rate, error: faultAt(errors, `${where}/rate`),
    onInput: (value) => { object.rate = value.trim(); }, onChange: () => changed() }) : nothing);
  const fact = (name) => (name in formula ? factSelect({ name: `${at}/${name}`, label: t(`editor.formula.${name}`), value: formula[name], error: faultAt(errors, `${at}/${name}`), dictionary, onChange: (key) => { formula[name] = key; changed(); } }) : nothing);
  const by = dictionary.get(formula.by);
  const drop = (list, i) => () => { list.splice(i, 1); changed(); };
  const remove = (list, i) => html`<button type="button" class="button second small" @click=${drop(list, i)}>${t('editor.tier.remove')}</button>`;
  const bands = formula.bands && html`<fieldset class="tiers"><legend>${t('editor.formula.bands')}</legend>${formula.bands.map((band, i) => html`<div class="tier">
      ${textField({ name: `${at}/bands/${i}/from`, label: t('editor.tier.from'), kind: 'number', width: 'medium', unit: by?.unit, value: band.from, error: faultAt(errors, `${at}/bands/${i}/from`), onInput: (value) => { band.from = value.trim(); }, onChange: () => changed() })}
      ${money(band, 'amount', `${at}/bands/${i}`, t('editor.formula.amount'))}${remove(formula.bands, i)}</div>`)}
      <button type="button" class="button second small" @click=${() => { formula.bands.push({ from: '', amount: '' }); changed(); }}>${t('editor.tier.add')}</button></fieldset>`;
  const levels = formula.levels && html`<fieldset class="tiers"><legend>${t('editor.formula.levels')}</legend>${formula.levels.map((level, i) => html`<div class="tier">
      ${selectField({ name: `${at}/levels/${i}/value`, label: t('editor.tier.value'), value: level.value, blank: t('editor.choose'), error: faultAt(errors, `${at}/levels/${i}/value`), options: (by?.values ?? []).map((each) => ({ value: each.code, text: each.name })), onChange: (value) => { level.value = value; changed(); } })}
      ${money(level, 'amount', `${at}/levels/${i}`, t('editor.formula.amount'))}${rate(level, `${at}/levels/${i}`)}${remove(formula.levels, i)}</div>`)}
      <button type="button" class="button second small" @click=${() => { formula.levels.push(formula.type === 'RATE_LEVEL' ? { value: '', rate: '' } : { value: '', amount: '' }); changed(); }}>${t('editor.tier.add')}</button></fieldset>`;
  const units = formula.units && html`<fieldset class="tiers"><legend>${t('editor.formula.units')}</legend>${formula.units.map((unit, i) => html`<div class="tier">
      <p class="tier-name">${unit.factors.map((factor) => dictionary.get(factor.fact)?.name ?? factor.fact).join(' × ')}</p>${money(unit, 'amount', `${at}/units/${i}`, t('editor.formula.amount'))}</div>`)}</fieldset>`;
  const whole = faultAt(errors, at);
  return html`${whole ? html`<p class="field-error">${whole}</p>` : nothing}<p class="quiet">${t(`editor.formula.type.${formula.type}`)}</p>
    ${fact('base')}${fact('by')}${money(formula, 'amount', at, t('editor.formula.amount'))}${rate(formula, at)}${bands ?? nothing}${levels ?? nothing}${units ?? nothing}${money(formula, 'cap', at, t('editor.formula.cap'))}
    ${['months', 'units', 'notAbove', 'unit', 'planned', 'crossedFrom'].some((name) => name in formula) ? html`<p class="quiet">${t('editor.formula.more')}</p>` : nothing}`;
}
