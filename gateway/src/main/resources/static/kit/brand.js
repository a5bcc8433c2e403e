/** The mark: four clusters and one, in their colours. */
import { html } from 'lit';

export const CLUSTERS = ['NEV', 'BIOFOOD', 'SMARTEQ', 'HEALTH_LEISURE', 'STEELPIPE'];

export const brand = (size = '') => html`<svg class="mark ${size}" viewBox="0 0 27 24" aria-hidden="true" focusable="false">
  <rect class="c-NEV" x="0" y="0" width="9" height="11"></rect><rect class="c-BIOFOOD" x="10" y="0" width="9" height="11"></rect>
  <rect class="c-SMARTEQ" x="0" y="13" width="9" height="11"></rect><rect class="c-HEALTH_LEISURE" x="10" y="13" width="9" height="11"></rect>
  <rect class="c-STEELPIPE" x="22" y="0" width="5" height="24"></rect></svg>`;
