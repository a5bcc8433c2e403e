/** The second factor: six digits of the person's authenticator app, asked for when a move needs them. */
import { html } from 'lit';
import { api } from './api.js';
import { confirm } from './dialog.js';
import { textField } from './form.js';
import { t } from './i18n.js';
import { go } from './router.js';
import { refreshSession } from './session.js';

/** The field for the six digits; phones offer a number pad, and the code itself where they can. */
export const codeField = (field) => textField({ name: 'code', label: t('kit.factor.code'), hint: t('kit.factor.hint'), width: 'short', autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 12, required: true, ...field });

/** Whether typed text is six digits, perhaps with spaces between them. */
export const isCode = (typed) => /^\d{6}$/.test(typed.replace(/\s/g, ''));

/** Asks for the digits in a dialog; true when they were right and the move may be sent again as it was. */
export async function proveFactor() {
  const { factor } = await refreshSession();
  if (!factor?.setUp) {
    if (await confirm({ title: t('kit.factor.none'), body: html`<p>${t('kit.factor.noneText')}</p>`, yes: t('kit.factor.setUp') })) {
      for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
      go('/factor');
    }
    return false;
  }
  let code = '';
  const prove = async (dialog) => {
    try {
      if (!isCode(code)) throw new Error(t('kit.factor.six'));
      await api.post('/api/session/factor', { code });
    } catch (problem) {
      code = '';
      dialog.querySelector('input').focus();
      throw problem;
    }
  };
  return Boolean(await confirm({ title: t('kit.factor.title'), body: () => html`<p>${t('kit.factor.text')}</p>${codeField({ value: code, onInput: (value) => { code = value; } })}`, yes: t('kit.factor.prove'), run: prove }));
}
