/** Fields: label, hint before the field, error beside it. All are templates; the page keeps the values. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t, tc } from './i18n.js';
import { clockTime, percent, shortYuan } from './format.js';
import { fieldId } from './states.js';

const describe = (id, hint, error) => [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;

const around = ({ name, label, hint, error, optional }, control) => {
  const id = fieldId(name);
  return html`<div class="field ${error ? 'wrong' : ''}">
    <label for=${id}>${label}${optional ? html` <span class="quiet">${t('kit.optional')}</span>` : nothing}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="field-error" id="${id}-error"><span class="vh">${t('kit.error.prefix')}</span>${error}</p>` : nothing}
    ${control(id)}
  </div>`;
};

/**
 * A single-line field. `kind`: text, money, number, ratio, date, password, email, tel. `value`, `onInput(value)`, `onChange(value)`;
 * `width` is the expected length: short, medium, long.
 */
export function textField(field) {
  const { name, value = '', kind = 'text', width = kind === 'money' || kind === 'date' ? 'medium' : 'long', unit, hint, error, onInput, onChange, autocomplete, maxlength, required, inputmode } = field;
  const numeric = ['money', 'number', 'ratio'].includes(kind);
  return around(field, (id) => html`<span class="input ${width}">
    <input id=${id} name=${name} class=${numeric ? 'num' : nothing} type=${numeric ? 'text' : kind} inputmode=${inputmode ?? (numeric ? 'decimal' : nothing)}
      .value=${live(value ?? '')} autocomplete=${autocomplete ?? 'off'} maxlength=${maxlength ?? nothing} aria-required=${required ? 'true' : nothing} aria-invalid=${error ? 'true' : nothing} aria-describedby=${describe(id, hint, error)}
      @input=${(event) => onInput?.(event.target.value)} @change=${(event) => onChange?.(event.target.value)}>
    ${kind === 'money' ? html`<span class="unit">${t('kit.unit.yuan')}</span>` : unit ? html`<span class="unit">${tc('unit', unit)}</span>` : nothing}
  </span>${echo(kind, cleanNumber(value))}`);
}

/** Large sums in 万元 and ratios in percent, as they are spoken of. */
function echo(kind, value) {
  if (!value || !isNumber(value, 6)) return nothing;
  if (kind === 'money' && Math.abs(Number(value)) >= 10000) return html`<p class="echo">${shortYuan(value)}</p>`;
  return kind === 'ratio' ? html`<p class="echo">${percent(value, 4)}</p>` : nothing;
}

export function textArea(field) {
  const { name, value = '', rows = 4, hint, error, onInput, onChange, maxlength } = field;
  return around(field, (id) => html`<textarea id=${id} name=${name} rows=${rows} maxlength=${maxlength ?? nothing} .value=${live(value ?? '')} aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${describe(id, hint, error)} @input=${(event) => onInput?.(event.target.value)} @change=${(event) => onChange?.(event.target.value)}></textarea>`);
}

/** `options`: `[{value, text}]`. */
export function selectField(field) {
  const { name, value = '', options, hint, error, onChange, blank } = field;
  return around(field, (id) => html`<select id=${id} name=${name} aria-invalid=${error ? 'true' : nothing} aria-describedby=${describe(id, hint, error)} @change=${(event) => onChange?.(event.target.value)}>
    ${blank !== undefined ? html`<option value="" ?selected=${!value}>${blank}</option>` : nothing}
    ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.text}</option>`)}</select>`);
}

/** Radio buttons (or checkboxes with `many`); `options`: `[{value, text, hint?}]`; `value` is a value or, with `many`, a list. */
export function choice({ name, label, hint, error, options, value, onChange, many = false, inline = false, optional }) {
  const id = fieldId(name);
  const chosen = (option) => (many ? (value ?? []).includes(option.value) : value === option.value);
  const change = (option) => (event) => {
    if (!many) onChange?.(option.value);
    else onChange?.(event.target.checked ? [...(value ?? []), option.value] : (value ?? []).filter((each) => each !== option.value));
  };
  return html`<fieldset class="field ${error ? 'wrong' : ''}" aria-describedby=${describe(id, hint, error)}>
    <legend>${label}${optional ? html` <span class="quiet">${t('kit.optional')}</span>` : nothing}</legend>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="field-error" id="${id}-error"><span class="vh">${t('kit.error.prefix')}</span>${error}</p>` : nothing}
    <div class="choices ${inline ? 'inline' : ''}">${options.map((option, i) => html`<div class="choice">
      <input id=${i === 0 ? id : `${id}-${i}`} type=${many ? 'checkbox' : 'radio'} name=${name} value=${option.value} .checked=${live(chosen(option))} @change=${change(option)}>
      <label for=${i === 0 ? id : `${id}-${i}`}>${option.text}${option.hint ? html`<span class="hint">${option.hint}</span>` : nothing}</label></div>`)}</div>
  </fieldset>`;
}

/** One checkbox with its sentence. */
export function tick({ name, label, checked, error, onChange }) {
  const id = fieldId(name);
  return html`<div class="field ${error ? 'wrong' : ''}">${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
    <div class="choice"><input id=${id} type="checkbox" name=${name} .checked=${live(Boolean(checked))} aria-describedby=${error ? `${id}-error` : nothing} @change=${(event) => onChange?.(event.target.checked)}><label for=${id}>${label}</label></div></div>`;
}

/** `1,234.50 元` as typed → `1234.50`. */
export const cleanNumber = (value) => String(value ?? '').replace(/[,，\s元]/g, '').replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** Whether text is a number with at most `digits` decimals. */
export const isNumber = (value, digits = 2) => new RegExp(`^-?\\d{1,15}(\\.\\d{1,${digits}})?$`).test(cleanNumber(value));

/** The line that always says where the draft is. */
export const savedAt = ({ at, saving, failed }) => html`<p class="saved ${failed ? 'failed' : ''}" role="status">${failed ? t('kit.saved.failed') : saving ? t('kit.saved.saving') : at ? t('kit.saved.at', { time: clockTime(at) }) : t('kit.saved.never')}</p>`;
