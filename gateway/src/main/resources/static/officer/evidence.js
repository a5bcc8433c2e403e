/** What the item asks for and what was handed in, with the files to open. */
import { html, nothing } from 'lit';
import { t } from '../kit/i18n.js';
import { bytes } from '../kit/format.js';
import { isOfSystem, paper } from '../kit/papers.js';

export function evidence(filing) {
  const documents = filing.documents ?? [];
  if (!documents.length) return html`<p class="quiet">${t('officer.evidence.none')}</p>`;
  const given = documents.filter(({ provided }) => provided).length;
  return html`<p class="quiet">${t('officer.evidence.count', { provided: given, all: documents.length })}</p>
    <ul class="evidence">${documents.map((document) => html`<li class=${document.provided ? 'given' : document.required ? 'missing' : ''}>
      <p class="evidence-name">${paper(document.code, documents)}</p>
      <p class="evidence-state">${isOfSystem(document) ? t('officer.evidence.system') : document.provided ? t('officer.evidence.provided') : t('officer.evidence.missing')}${document.required && !document.provided && !isOfSystem(document) ? html` · <strong>${t('officer.evidence.required')}</strong>` : nothing}</p>
      ${(document.files ?? []).map((file) => html`<p class="evidence-file"><a href="/api/fund/filings/${filing.id}/evidence/${encodeURIComponent(file.name)}" target="_blank" rel="noopener">${t('officer.evidence.view', { name: file.name })}</a>
        <span class="quiet">${file.size ? bytes(file.size) : nothing}</span>${file.seenBefore ? html`<span class="flag">${t('officer.evidence.seen')}${filing.duplicates?.[file.name]?.length ? html` <span class="code">${filing.duplicates[file.name].join(t('kit.list'))}</span>` : nothing}</span>` : nothing}</p>`)}
    </li>`)}</ul>`;
}
