/** One case on its own page. */
import { html } from 'lit';
import { Page } from '../kit/page.js';
import { t } from '../kit/i18n.js';
import './case.js';

export default class FilingPage extends Page {
  heading() { return this.named ?? t('officer.case.title'); }
  back() { return { href: '/officer', text: t('officer.queue.title') }; }
  measure() { return 'wide full'; }

  body() {
    return html`<fpo-case alone .filing=${this.params.id} @case-read=${({ detail }) => {
      this.named = `${detail.itemCode} ${detail.title}`;
      this.requestUpdate();
    }}></fpo-case>`;
  }
}
