/** The field that suits a fact: by its type, unit and values. */
import { choice, selectField, textField } from './form.js';
import { t } from './i18n.js';

/**
 * `fact` from the dictionary; `name` of the field; `value` as entered (ratios in percent); `onChange(value)`; '' means not answered.
 * `unknown` offers "not sure".
 */
export function factField({ fact, name = fact.key, value, error, onChange, unknown = true, hint }) {
  const label = fact.name;
  const period = fact.period === 'ANNUAL' ? t('fact.annual') : undefined;
  const said = hint ?? fact.hint ?? period;
  switch (fact.type) {
    case 'BOOLEAN':
      return choice({ name, label, hint: said, error, inline: true, value: value === undefined || value === null || value === '' ? '' : String(value), onChange: (each) => onChange(each === '' ? '' : each === 'true'),
        options: [{ value: 'true', text: t('kit.yes') }, { value: 'false', text: t('kit.no') }, ...(unknown ? [{ value: '', text: t('fact.unknown') }] : [])] });
    case 'ENUM':
      return selectField({ name, label, hint: said, error, value: value ?? '', blank: unknown ? t('fact.unknown') : t('fact.choose'), options: (fact.values ?? []).map((each) => ({ value: each.code, text: each.name })), onChange });
    case 'SET':
      return choice({ name, label, hint: said, error, many: true, value: value === '' || value === undefined || value === null ? [] : value.length ? value : ['-'],
        options: [...(fact.values ?? []).map((each) => ({ value: each.code, text: each.name })), { value: '-', text: t('fact.noneOf') }],
        onChange: (codes) => { const last = codes.at(-1); onChange(last === '-' ? [] : codes.filter((code) => code !== '-').length ? codes.filter((code) => code !== '-') : ''); } });
    case 'MONEY':
      return textField({ name, label, hint: said, error, kind: 'money', value, onInput: onChange });
    case 'RATIO':
      return textField({ name, label, hint: said, error, kind: 'number', width: 'short', unit: '%', value, onInput: onChange });
    case 'INTEGER': case 'DECIMAL':
      return textField({ name, label, hint: said, error, kind: 'number', width: 'medium', unit: fact.unit, value, onInput: onChange });
    case 'YEAR':
      return textField({ name, label, hint: said, error, kind: 'number', width: 'short', value, onInput: onChange });
    default:
      return textField({ name, label, hint: said, error, width: 'medium', value, onInput: onChange });
  }
}
