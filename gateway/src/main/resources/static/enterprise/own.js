/** The enterprises that a person may act for, with their names; one of them is chosen in the address (`?e=`). */
import { api, currentSession, html, nothing, selectField, t } from '/kit/kit.js';

const KEPT = 'fpo.enterprise';
let names = new Map();

/** `[{creditCode, name, cluster}]` in the order of the account. */
export async function ownEnterprises() {
  return Promise.all(currentSession().creditCodes.map(async (code) => {
    if (!names.has(code)) names.set(code, api.get(`/api/industry/enterprises/${code}`).catch(() => { names.delete(code); return { creditCode: code, name: code }; }));
    return names.get(code);
  }));
}

/** The chosen credit code: of the address, else the one chosen last, else the first. */
export function chosenEnterprise(query) {
  const codes = currentSession().creditCodes;
  let kept = null;
  try { kept = sessionStorage.getItem(KEPT); } catch { /* not kept */ }
  const chosen = [query.get('e'), kept].find((code) => codes.includes(code)) ?? codes[0];
  try { if (chosen) sessionStorage.setItem(KEPT, chosen); } catch { /* not kept */ }
  return chosen;
}

/** A field to choose among several enterprises; nothing for a single one. */
export const enterpriseChoice = (enterprises, chosen, onChange) => (enterprises.length < 2 ? nothing : html`<div class="filters no-print">${selectField({
  name: 'enterprise', label: t('enterprise.choose'), value: chosen, options: enterprises.map(({ creditCode, name }) => ({ value: creditCode, text: name })), onChange,
})}</div>`);

/** Asks again, for a person who signed in anew. */
export const forgetEnterprises = () => { names = new Map(); };
