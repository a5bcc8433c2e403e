/** Numbers, money and dates as a reader writes them. Money comes as decimal strings of yuan and is never made a float for showing exactly. */
import { html, nothing } from 'lit';
import { lang, t } from './i18n.js';

const locale = () => (lang() === 'en' ? 'en-GB' : 'zh-CN');
const group = (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `60000000.5` → `60,000,000.50`, from the digits themselves. */
export function exactYuan(value) {
  if (value === null || value === undefined || value === '') return '';
  const [, sign, whole, part = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(String(value)) ?? [null, '', String(value)];
  return `${sign === '-' ? '−' : ''}${group(whole || '0')}.${part.padEnd(2, '0').slice(0, 2)}`;
}

/** Exact amount with its unit: `60,000,000.00 元`, `CNY 60,000,000.00`. */
export const yuan = (value) => (lang() === 'en' ? `CNY ${exactYuan(value)}` : `${exactYuan(value)} 元`);

function trimmed(number, digits) {
  return number.toLocaleString(locale(), { maximumFractionDigits: digits });
}

/** Amount in the size a reader needs: 元, 万元, 亿元, or CNY, thousand, million, billion. */
export function shortYuan(value) {
  if (value === null || value === undefined || value === '') return '–';
  const number = Number(value);
  const size = Math.abs(number);
  if (lang() === 'en') {
    if (size >= 1e9) return `CNY ${trimmed(number / 1e9, 2)} billion`;
    if (size >= 1e6) return `CNY ${trimmed(number / 1e6, 2)} million`;
    return `CNY ${trimmed(number, size < 1000 ? 2 : 0)}`;
  }
  if (size >= 1e8) return `${trimmed(number / 1e8, 2)} 亿元`;
  if (size >= 1e4) return `${trimmed(number / 1e4, 2)} 万元`;
  return `${trimmed(number, 2)} 元`;
}

/** Whether the short form says less than the exact one. */
function rounded(value) {
  const fen = Math.round(Number(value) * 100);
  const size = Math.abs(fen);
  if (lang() === 'en') return size >= 1e11 ? fen % 1e9 !== 0 : size >= 1e8 ? fen % 1e6 !== 0 : size >= 1e5 && fen % 100 !== 0;
  return size >= 1e10 ? fen % 1e8 !== 0 : size >= 1e6 && fen % 1e4 !== 0;
}

/** An amount for running text and tables: short, with the exact value on hover and focus where something was rounded. */
export function amount(value) {
  if (value === null || value === undefined || value === '') return html`<span class="amount none">–</span>`;
  if (!rounded(value)) return html`<span class="amount" title=${yuan(value)}>${shortYuan(value)}</span>`;
  return html`<span class="amount exact" tabindex="0"><span aria-hidden="true">${shortYuan(value)}</span
    ><span class="vh">${yuan(value)}</span><span class="exact-value" aria-hidden="true">${yuan(value)}</span></span>`;
}

/** An estimate of the match: exact, a range, or "at most". */
export function estimateText(estimate) {
  if (!estimate) return '';
  if (estimate.amount !== undefined && estimate.amount !== null) return shortYuan(estimate.amount);
  const low = estimate.low === undefined || estimate.low === null ? null : estimate.low;
  if (estimate.high === undefined || estimate.high === null) return low ? t('kit.money.atLeast', { amount: shortYuan(low) }) : t('kit.money.unknown');
  if (!low || Number(low) === 0) return t('kit.money.atMost', { amount: shortYuan(estimate.high) });
  return t('kit.money.between', { low: shortYuan(low), high: shortYuan(estimate.high) });
}

export const number = (value, digits = 2) =>
  (value === null || value === undefined || value === '' ? '–' : Number(value).toLocaleString(locale(), { maximumFractionDigits: digits }));
/** A ratio `0.125` as `12.5 %`. */
export const percent = (ratio, digits = 1) =>
  (ratio === null || ratio === undefined || ratio === '' ? '–' : `${(Number(ratio) * 100).toLocaleString(locale(), { maximumFractionDigits: digits })}%`);

/** Yuan strings added exactly in fen. */
export function sum(values) {
  let fen = 0n;
  for (const value of values) {
    if (value === null || value === undefined || value === '') continue;
    const [, sign, whole, part = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(String(value));
    const each = BigInt(whole || '0') * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
    fen += sign === '-' ? -each : each;
  }
  const size = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** `2026-11-21` → `2026年11月21日` or `21 November 2026`. */
export function day(value, { weekday = false, short = false } = {}) {
  if (!value) return '–';
  const date = new Date(`${String(value).slice(0, 10)}T00:00:00+08:00`);
  if (Number.isNaN(date.getTime())) return String(value);
  return date.toLocaleDateString(locale(), {
    timeZone: 'Asia/Shanghai', year: short ? undefined : 'numeric', month: short && lang() === 'en' ? 'short' : 'long', day: 'numeric',
    weekday: weekday ? (lang() === 'en' ? 'long' : 'short') : undefined,
  });
}

/** An instant as date and time in Shanghai. */
export function moment(value) {
  if (!value) return '–';
  const date = new Date(value);
  return `${date.toLocaleDateString(locale(), { timeZone: 'Asia/Shanghai', year: 'numeric', month: lang() === 'en' ? 'short' : 'long', day: 'numeric' })} ${clockTime(date)}`;
}

/** The time of day in Shanghai, `14:03`. */
export const clockTime = (date = new Date()) =>
  new Date(date).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

/** A time element, machine-readable. */
export const when = (value, options) => (value ? html`<time datetime=${value}>${String(value).length > 10 ? moment(value) : day(value, options)}</time>` : nothing);

/** The working-day calendar that something was counted by: `cn-2026-1` in words. */
export function calendarName(version) {
  const [, year, n] = /(\d{4})-(\d+)$/.exec(version ?? '') ?? [];
  return year ? t('kit.calendar', { year, n }) : version;
}

/** A file size. */
export function bytes(size) {
  if (size >= 1 << 20) return `${(size / (1 << 20)).toFixed(1)} MB`;
  if (size >= 1024) return `${Math.round(size / 1024)} KB`;
  return `${size} B`;
}
