/** What the policy editors' pages share: their words and sheet, the state of a draft, merge patches, faults beside fields. */
import { t, words } from '../kit/i18n.js';
import { stylesheet } from '../kit/stylesheet.js';
import { chip } from '../kit/parts.js';

await Promise.all([words('editor'), stylesheet('/editor/editor.css')]);

export const STATES = ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'DISCARDED'];
const KIND = { DRAFT: 'todo', SUBMITTED: '', PUBLISHED: 'go', DISCARDED: 'end' };

export const draftChip = (state) => chip(t(`editor.state.${state}`), KIND[state]);

export const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
export const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
export const isSame = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (value) => (Array.isArray(value) ? value.map(sorted)
  : isObject(value) ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value);

/** The merge patch (RFC 7396) that makes `to` of `from`. */
export function mergePatch(from, to) {
  if (!isObject(from) || !isObject(to)) return to;
  const patch = {};
  for (const key of Object.keys(from)) if (!(key in to)) patch[key] = null;
  for (const [key, value] of Object.entries(to)) if (!isSame(from[key], value)) patch[key] = key in from ? mergePatch(from[key], value) : value;
  return patch;
}

/** The message of the first fault at a pointer, or inside it. */
export const faultAt = (errors, pointer, { within = false } = {}) => errors.find(({ field }) => field === pointer || (within && field?.startsWith(`${pointer}/`)))?.message;
