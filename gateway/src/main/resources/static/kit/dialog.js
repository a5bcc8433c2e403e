/** One question that stops everything else until it is answered. */
import { html, nothing, render } from 'lit';
import { t } from './i18n.js';

let opened = 0;

/**
 * Asks for a confirmation in a modal dialog. `body` may be a template; `run` is awaited while the dialog stays open, so that its failure is shown inside.
 * Resolves with the result of `run` (or true), or undefined when the reader turns back.
 */
export function confirm({ title, body = nothing, yes = t('kit.confirm'), no = t('kit.cancel'), danger = false, run }) {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'dialog';
    // One dialog may ask on top of another: each is named by its own title.
    const heading = `dialog-title-${++opened}`;
    dialog.setAttribute('aria-labelledby', heading);
    document.body.append(dialog);
    let result;
    let busy = false;
    let trouble = null;
    const draw = () => render(html`<form method="dialog" @submit=${go}>
      <h2 id=${heading}>${title}</h2>
      <div class="dialog-body">${typeof body === 'function' ? body(dialog) : body}</div>
      ${trouble ? html`<p class="field-error" role="alert">${t('kit.error.prefix')}${trouble.message}</p>` : nothing}
      <div class="buttons"><button class="button ${danger ? 'danger' : ''}" ?disabled=${busy}>${busy ? t('kit.working') : yes}</button>
        <button type="button" class="button second" @click=${() => dialog.close()}>${no}</button></div>
    </form>`, dialog);
    async function go(event) {
      event.preventDefault();
      if (busy) return;
      busy = true;
      trouble = null;
      draw();
      try {
        result = run ? (await run(dialog)) ?? true : true;
        dialog.close();
      } catch (problem) {
        trouble = problem;
        busy = false;
        draw();
      }
    }
    dialog.addEventListener('close', () => { dialog.remove(); resolve(result); });
    draw();
    dialog.showModal();
  });
}
