/** What a revision does to the bars of its lines: from here to here. */
import { html, nothing } from 'lit';
import { sum } from '../kit/format.js';
import '../kit/bar.js';

const minus = (amount) => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`);

/** `fund` is the year's fund, null where the year has none yet; `revision`: `{kind, line, toLine?, amount}`. */
export function change(fund, { kind, line, toLine, amount }) {
  if (!fund || !/^\d+(\.\d{1,2})?$/.test(amount)) return nothing;
  const steps = { ADD: { [line]: amount }, RETURN: { [line]: amount }, TAKE: { [line]: minus(amount) }, MOVE: { [line]: minus(amount), [toLine]: amount } }[kind] ?? {};
  const after = { ...fund, lines: fund.lines.map((each) => (steps[each.line] ? { ...each, budget: sum([each.budget, steps[each.line]]), available: sum([each.available, steps[each.line]]) } : each)) };
  return Object.keys(steps).filter((code) => fund.lines.some((each) => each.line === code)).map((code) => html`<fpo-fund-bar .fund=${fund} .after=${after} only=${code} table="none" no-legend></fpo-fund-bar>`);
}
