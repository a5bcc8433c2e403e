/** Periods of the statistics as they stand in the address: `2024`, `2024-Q1`, `2024-01`. */
import { lang, t } from '../kit/i18n.js';

export const FIRST_YEAR = 2019;
const two = (n) => String(n).padStart(2, '0');

/** The last period of a kind that is over before a day. */
export function lastOf(kind, today = new Date()) {
  const year = today.getFullYear();
  const month = today.getMonth();
  if (kind === 'year') return String(year - 1);
  if (kind === 'month') return month ? `${year}-${two(month)}` : `${year - 1}-12`;
  const quarter = Math.floor(month / 3);
  return quarter ? `${year}-Q${quarter}` : `${year - 1}-Q4`;
}

const numberOf = (kind, period) => {
  const [year, part] = period.split('-');
  if (kind === 'year') return Number(year);
  return kind === 'quarter' ? Number(year) * 4 + Number(part.slice(1)) - 1 : Number(year) * 12 + Number(part) - 1;
};
const periodOf = (kind, n) => (kind === 'year' ? String(n) : kind === 'quarter' ? `${Math.floor(n / 4)}-Q${(n % 4) + 1}` : `${Math.floor(n / 12)}-${two((n % 12) + 1)}`);

/** A period so many steps before another. */
export const before = (kind, period, steps) => periodOf(kind, Math.max(numberOf(kind, kind === 'year' ? String(FIRST_YEAR) : kind === 'quarter' ? `${FIRST_YEAR}-Q1` : `${FIRST_YEAR}-01`), numberOf(kind, period) - steps));

/** Every period of a kind from the first year to the last one that is over, newest first. */
export function all(kind, today) {
  const last = numberOf(kind, lastOf(kind, today));
  const first = numberOf(kind, kind === 'year' ? String(FIRST_YEAR) : kind === 'quarter' ? `${FIRST_YEAR}-Q1` : `${FIRST_YEAR}-01`);
  return Array.from({ length: last - first + 1 }, (_, i) => periodOf(kind, last - i));
}

/** A period moved to another kind: its first part when it begins a span, its last when it ends one. */
export function convert(period, kind, end) {
  const [year, part] = period.split('-');
  if (kind === 'year') return year;
  const month = !part ? (end ? 12 : 1) : part.startsWith('Q') ? Number(part.slice(1)) * 3 - (end ? 0 : 2) : Number(part);
  return kind === 'quarter' ? `${year}-Q${Math.ceil(month / 3)}` : `${year}-${two(month)}`;
}

export const isPeriod = (kind, text) => ({ year: /^\d{4}$/, quarter: /^\d{4}-Q[1-4]$/, month: /^\d{4}-(0[1-9]|1[0-2])$/ })[kind].test(text ?? '');

/** `2026-Q3` → `2026年三季度`, `Q3 2026`. */
export function periodName(period) {
  const [year, part] = String(period).split('-');
  if (!part) return t('analyst.period.year', { year });
  if (part.startsWith('Q')) return t('analyst.period.quarter', { year, quarter: lang() === 'en' ? part.slice(1) : '一二三四'[part.slice(1) - 1] });
  return lang() === 'en' ? new Date(Number(year), Number(part) - 1).toLocaleDateString('en-GB', { month: 'short', year: 'numeric' }) : t('analyst.period.month', { year, month: Number(part) });
}

/** A period as it fits under a column: `26年三季度`, `26年9月`, `Q3 26`. */
export const shortPeriod = (period) => {
  const [year, part] = String(period).split('-');
  if (!part) return year;
  if (lang() === 'en') return part.startsWith('Q') ? `${part} ${year.slice(2)}` : `${new Date(Number(year), Number(part) - 1).toLocaleDateString('en-GB', { month: 'short' })} ${year.slice(2)}`;
  return part.startsWith('Q') ? `${year.slice(2)}年${'一二三四'[part.slice(1) - 1]}季` : `${year.slice(2)}年${Number(part)}月`;
};
