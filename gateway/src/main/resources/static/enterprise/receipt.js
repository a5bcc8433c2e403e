/** The receipt: number, what happens next, until when. Its address may be kept. */
import { api, bytes, day, estimateText, facts, html, moment, nothing, t } from '/kit/kit.js';
import { withPapers } from '/kit/papers.js';
import { FilingPage } from './filing-page.js';

export default class Receipt extends FilingPage {
  heading() { return this.filing?.state === 'DRAFT' ? t('receipt.none') : t('receipt.title'); }
  back() { return { href: '/enterprise/filings', text: t('nav.filings') }; }

  async prepare() {
    this.receipt = this.filing.state === 'DRAFT' ? null : await api.get(`${this.api}/receipt`).catch(() => null);
  }

  body() {
    const { filing, receipt } = this;
    if (filing.state === 'DRAFT') return html`<p>${t('receipt.none.text')}</p><p><a class="button" href=${this.path}>${t('matches.goOn')}</a></p>`;
    return html`<section class="panel done receipt"><p class="quiet">${t('receipt.number')}</p><p class="receipt-number">${receipt?.number ?? filing.number}</p>
        <p>${filing.enterpriseName}<br>${filing.itemCode} ${filing.title ?? ''}</p></section>
      ${facts([[t('filing.submittedAt'), moment(filing.submittedAt)], [t('filing.estimate'), estimateText(filing.estimate) || undefined], [t('receipt.next'), t(`next.${filing.state}`)], [t('receipt.who'), t(`next.${filing.state}.who`)], [t('filings.due'), filing.dueOn ? day(filing.dueOn, { weekday: true }) : undefined]])}
      ${receipt?.documents?.length ? html`<section class="section" aria-labelledby="handed"><h2 id="handed">${t('receipt.handedIn')}</h2><dl class="facts">${receipt.documents.map((file) => html`<div><dt>${withPapers(file.name, filing.documents)} <span class="quiet">${bytes(file.size)}</span></dt><dd><span class="quiet">${t('receipt.hash')}</span> <span class="code hash">${file.sha256}</span></dd></div>`)}</dl></section>` : nothing}
      <p class="section-note">${t('receipt.keep')}</p>
      <div class="buttons"><a class="button" href=${this.path}>${t('receipt.follow')}</a><button type="button" class="button second" @click=${() => window.print()}>${t('check.print')}</button><a href="/enterprise">${t('start.back')}</a></div>`;
  }
}
