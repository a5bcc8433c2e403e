/** The audit chain of one case: every record with its hashes, and whether the chain is whole. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { has, t, tc } from '../kit/i18n.js';
import { moment } from '../kit/format.js';
import { stateChip } from '../kit/parts.js';
import { dictionary } from '../kit/programme.js';
import { empty } from '../kit/states.js';
import { kindsOf } from '../officer/claims.js';
import './desk.js';
import { told, Words } from './detail.js';

const short = (hash) => (hash ? html`<span class="code" title=${hash}>${String(hash).slice(0, 12)}…</span>` : '–');

export default class AuditCase extends Page {
  heading() { return this.filing ? t('auditor.case.title', { number: this.filing.number }) : t('auditor.cases.title'); }
  back() { return { href: '/auditor/cases', text: t('auditor.cases.title') }; }

  async load() {
    const id = encodeURIComponent(this.params.id);
    const [filing, records, proof] = await Promise.all([
      api.get(`/api/fund/filings/${id}`), api.get(`/api/fund/audit?case=${id}`), api.get(`/api/fund/audit/verification?case=${id}`),
    ]);
    Object.assign(this, { filing, records, proof, words: await this.wordsOf(filing) });
  }

  /** Names for the codes that records keep; the codes stand where a service does not tell them. */
  async wordsOf({ itemCode, documents, experts = [] }) {
    const [item, facts] = await Promise.all([api.get(`/api/policy/items/${itemCode}`).catch(() => null), dictionary().catch(() => null)]);
    return new Words({ documents, facts, kinds: kindsOf(item), criteria: new Map(experts.flatMap(({ criteria = [] }) => criteria.map(({ code, name }) => [code, name]))) });
  }

  save() {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([JSON.stringify(this.records, null, 2)], { type: 'application/json' })), download: `audit-${this.filing.number}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /** What was done, as the case's history calls it, with the name that the export has. */
  what({ action }) {
    const told = this.filing.history?.find(({ step }) => step === action)?.text?.split(/[:：]/)[0];
    return html`${told ?? (has(`auditor.act.${action}`) ? t(`auditor.act.${action}`) : nothing)}<span class="row-sub code">${action}</span>`;
  }

  body() {
    const { proof, filing } = this;
    return html`<section class="panel ${proof.intact ? 'done' : 'failed'}" role="status" aria-labelledby="chain"><h2 id="chain">${t(proof.intact ? 'auditor.chain.whole' : 'auditor.chain.broken')}</h2>
        <p>${t('auditor.chain.counted', { n: proof.records })}</p>${proof.broken ? html`<p class="stop-text">${proof.broken}</p>` : nothing}
        <div class="buttons"><button type="button" class="button second small" @click=${() => this.reload()}>${t('auditor.proof.again')}</button>
          <button type="button" class="button second small" @click=${() => this.save()}>${t('auditor.chain.save')}</button></div></section>
      <p>${stateChip(filing.state)} ${filing.enterpriseName} · <a href="/officer/filings/${filing.id}">${filing.itemCode} ${filing.title}</a></p>
      ${this.records.length ? html`<table class="table work chain"><caption class="vh">${t('auditor.chain.title')}</caption>
        <thead><tr><th scope="col">${t('auditor.chain.no')}</th><th scope="col">${t('officer.ledger.at')}</th><th scope="col">${t('auditor.chain.who')}</th><th scope="col">${t('auditor.chain.what')}</th><th scope="col">${t('auditor.chain.kept')}</th><th scope="col">${t('auditor.chain.hash')}</th></tr></thead>
        <tbody>${told(this.records).map((record) => html`<tr><th scope="row" class="code">${record.sequence}</th><td data-label=${t('officer.ledger.at')}><time datetime=${record.at}>${moment(record.at)}</time></td>
          <td data-label=${t('auditor.chain.who')}>${record.actor}<span class="row-sub">${String(record.role ?? '').split(',').map((role) => tc('role', role)).join(' ')}</span></td>
          <td data-label=${t('auditor.chain.what')}>${this.what(record)}</td><td class="kept">${this.words.record(record)}</td><td data-label=${t('auditor.chain.hash')}>${short(record.hash)}<span class="row-sub">← ${short(record.previous)}</span></td></tr>`)}</tbody></table>` : empty(t('auditor.chain.none'), '')}`;
  }
}
