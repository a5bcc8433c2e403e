/** The catalogue as every page needs it: ten articles, 51 items, five clusters. Read once for each language. */
import { api } from './api.js';
import { lang } from './i18n.js';

const kept = new Map();

function once(name, path) {
  const key = `${name} ${lang()}`;
  if (!kept.has(key)) {
    const asked = api.get(path).then((answer) => (Array.isArray(answer) ? answer : answer.items ?? answer[name] ?? []));
    asked.catch(() => kept.delete(key));
    kept.set(key, asked);
  }
  return kept.get(key);
}

/** `[{no, title, items:[codes]}]` */
export const articles = () => once('articles', '/api/policy/articles');
/** All 51 as the list answers them. */
export const items = () => once('items', '/api/policy/items');
/** The five clusters with their counts. */
export const clusters = () => once('clusters', '/api/industry/clusters');
/** The facts' dictionary: `Map` of key → `{key, subject, type, unit, values, name, group}`. */
export const dictionary = () => {
  const key = `dictionary ${lang()}`;
  if (!kept.has(key)) {
    const asked = api.get('/api/industry/facts/dictionary').then(({ facts }) => new Map(facts.map((fact) => [fact.key, fact])));
    asked.catch(() => kept.delete(key));
    kept.set(key, asked);
  }
  return kept.get(key);
};
