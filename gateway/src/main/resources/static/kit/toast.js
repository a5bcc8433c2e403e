/** Short announcements, read aloud politely and shown for a while. */
import { LitElement, html, nothing } from 'lit';
import { t } from './i18n.js';

/** Says something to the reader: `say('Saved at 14:03')`. `kind` may be `stop` for what needs attention. */
export const say = (text, kind = '') => window.dispatchEvent(new CustomEvent('fpo-say', { detail: { text, kind } }));

class Toast extends LitElement {
  static properties = { message: { state: true } };

  constructor() {
    super();
    this.message = null;
    this.hear = ({ detail }) => {
      this.message = detail;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => { this.message = null; }, detail.kind === 'stop' ? 12000 : 6000);
    };
  }

  createRenderRoot() { return this; }
  connectedCallback() { super.connectedCallback(); window.addEventListener('fpo-say', this.hear); }
  disconnectedCallback() { super.disconnectedCallback(); window.removeEventListener('fpo-say', this.hear); }

  render() {
    return html`<div class="toast-place" role="status" aria-live="polite">${this.message
      ? html`<div class="toast ${this.message.kind}"><span>${this.message.text}</span><button type="button" class="plain" @click=${() => { this.message = null; }}>${t('kit.close')}</button></div>`
      : nothing}</div>`;
  }
}

customElements.define('fpo-toast', Toast);
