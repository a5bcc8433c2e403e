/** The documents that items ask for: which of them the system makes itself, and their names where only a code is at hand. */
import { html, nothing } from 'lit';
import { t } from './i18n.js';

/** The form and the credit report: nobody hands them in. */
const OF_THE_SYSTEM = ['E01', 'E04'];
export const isOfSystem = ({ code }) => OF_THE_SYSTEM.includes(code);

const nameOf = (code, documents) => documents?.find((document) => document.code === code)?.name;

/** A document by its name, its code small beside it. */
export function paper(code, documents) {
  const name = nameOf(code, documents);
  return name ? html`${name} <span class="code quiet">${code}</span>` : html`<span class="code">${code}</span>`;
}

/** The same where only text can stand. */
export function paperText(code, documents, shown = code) {
  const name = nameOf(code, documents);
  return name ? t('kit.document.named', { name, code: shown }) : shown;
}

/** A text in which files are named by their documents: `E13-2.pdf` becomes `Audit report (E13-2.pdf)`. */
export const withPapers = (text, documents) => text?.replace(/\b(E\d{2})(?:-\d+)?\.(?:pdf|ofd|jpg|png)\b/g, (file, code) => paperText(code, documents, file));

/** Which documents prove that an instalment is due. */
export const shownBy = (instalment, documents) => (instalment.documents?.length ? html`<span class="row-sub">${t('trigger.shownBy', { documents: instalment.documents.map((code) => paperText(code, documents)).join(t('kit.list')) })}</span>` : nothing);
