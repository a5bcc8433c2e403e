/** What is known of an enterprise, and the names of its projects, honours, loans and leases. */
import { api, t, tc } from '/kit/kit.js';

/** `GET …/facts`; an empty sheet where it cannot be read. */
export const factSheet = (creditCode) => api.get(`/api/industry/enterprises/${creditCode}/facts`);

/** Reference → name of each record of a sheet. */
export function namesOf(sheet) {
  const names = new Map();
  for (const record of sheet.records ?? []) if (record.ref) names.set(record.ref, `${tc('record', record.kind)} ${record.ref}`);
  for (const fact of sheet.facts ?? []) {
    if (fact.record && ['project.name', 'honour.title'].includes(fact.key) && fact.value) names.set(fact.record.ref, `${fact.value}${t('record.ref', { ref: fact.record.ref })}`);
  }
  return names;
}

export const recordNames = (creditCode) => factSheet(creditCode).then(namesOf).catch(() => new Map());
