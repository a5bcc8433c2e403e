/**
 * Words in two languages. Every feature folder has `zh.js` and `en.js`, each a flat object of key → text or function of the parameters.
 * Chinese comes first; a key missing in one language is a defect and is shown as the key.
 */
const KEPT = 'fpo.lang';
const folders = new Map();
const listeners = new Set();
const messages = {};

function first() {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept === 'zh' || kept === 'en') return kept;
  } catch { /* storage may be refused */ }
  return /^en\b/i.test(navigator.languages?.[0] ?? navigator.language ?? '') ? 'en' : 'zh';
}

let language = first();

/** The reader's language, `zh` or `en`. */
export const lang = () => language;
/** The value of the Accept-Language header. */
export const acceptLanguage = () => (language === 'en' ? 'en, zh;q=0.5' : 'zh-CN, zh;q=0.9, en;q=0.5');

/** Long numbers in groups of three; years stay as they are. */
const counted = (value) => (typeof value === 'number' && Math.abs(value) >= 10000 ? value.toLocaleString('en-GB') : value);

/** The text of a key; `{name}` in it is replaced by the parameter of that name. */
export function t(key, parameters = {}) {
  const found = messages[key];
  if (found === undefined) {
    console.warn(`no text for ${key} (${language})`);
    return key;
  }
  if (typeof found === 'function') return found(parameters);
  return found.replace(/\{(\w+)\}/g, (whole, name) => (name in parameters ? counted(parameters[name]) : whole));
}

/** Whether a key has a text, for keys that are made of codes. */
export const has = (key) => key in messages;
/** The text of a code's key, or the code itself where the catalogue does not know it. */
export const tc = (prefix, code) => (code && has(`${prefix}.${code}`) ? t(`${prefix}.${code}`) : (code ?? ''));
/** One of two texts, for the few places that hold both. */
export const pick = (text) => (text && typeof text === 'object' ? text[language] ?? text.zh : text ?? '');

/** Loads the catalogue of a folder (`kit`, `public`, `enterprise`, …). */
export async function words(folder) {
  if (folders.get(folder) === language) return;
  const asked = language;
  const { default: catalogue } = await import(`/${folder}/${asked}.js`);
  Object.assign(messages, catalogue);
  folders.set(folder, asked);
}

/** Switches the language, remembers it, and tells the shell. */
export async function speak(next) {
  if (next === language) return;
  language = next;
  try { localStorage.setItem(KEPT, next); } catch { /* storage may be refused */ }
  await Promise.all([...folders.keys()].map(words));
  mark();
  for (const listener of listeners) listener(next);
}

export const onLanguage = (listener) => { listeners.add(listener); return () => listeners.delete(listener); };

export function mark() {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}
