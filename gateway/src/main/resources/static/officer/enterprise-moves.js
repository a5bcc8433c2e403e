/** The steps in an enterprise's life, each in a dialog of its own: day, reason, and what follows from it. */
import { html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { choice, textArea, textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { say } from '../kit/toast.js';

const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);

const FORMS = {
  rename: { path: 'rename', start: () => ({ name: '', on: today() }), fields: (typed, set) => [
    textField({ name: 'name', label: t('officer.register.newName'), value: typed.name, onInput: set('name'), maxlength: 120 }),
    textField({ name: 'on', kind: 'date', label: t('officer.register.on.rename'), value: typed.on, onInput: set('on') })] },
  address: { path: 'addresses', start: () => ({ kind: 'REGISTERED', address: '', street: '', inZone: '', since: today(), reason: '' }), fields: (typed, set) => [
    choice({ name: 'kind', label: t('officer.register.kind'), inline: true, value: typed.kind, onChange: set('kind'), options: ['REGISTERED', 'OPERATING'].map((value) => ({ value, text: t(`officer.register.kind.${value}`) })) }),
    textField({ name: 'address', label: t('officer.register.address'), value: typed.address, onInput: set('address'), maxlength: 200 }),
    textField({ name: 'street', label: t('officer.enterprise.street'), optional: true, value: typed.street, onInput: set('street'), maxlength: 60 }),
    choice({ name: 'inZone', label: t('officer.register.inZone'), inline: true, value: typed.inZone, onChange: set('inZone'), options: [{ value: 'true', text: t('kit.yes') }, { value: 'false', text: t('kit.no') }] }),
    textField({ name: 'since', kind: 'date', label: t('officer.register.on.address'), value: typed.since, onInput: set('since') }),
    textField({ name: 'reason', label: t('officer.register.reason'), optional: true, value: typed.reason, onInput: set('reason'), maxlength: 500 })],
  body: ({ inZone, street, reason, ...rest }) => ({ ...rest, ...(inZone && { inZone: inZone === 'true' }), ...(street && { street }), ...(reason && { reason }) }) },
  merge: { path: 'merge', danger: true, start: () => ({ into: '', on: today(), reason: '' }), fields: (typed, set) => [
    textField({ name: 'into', label: t('officer.register.into'), hint: t('officer.register.intoHint'), value: typed.into, onInput: set('into'), maxlength: 18 }),
    textField({ name: 'on', kind: 'date', label: t('officer.register.on.merge'), value: typed.on, onInput: set('on') }),
    textArea({ name: 'reason', rows: 2, label: t('officer.register.reason'), value: typed.reason, onInput: set('reason'), maxlength: 500 })] },
  close: { path: 'close', danger: true, start: () => ({ on: today(), reason: '' }), fields: (typed, set) => [
    textField({ name: 'on', kind: 'date', label: t('officer.register.on.close'), value: typed.on, onInput: set('on') }),
    textArea({ name: 'reason', rows: 2, label: t('officer.register.reason'), value: typed.reason, onInput: set('reason'), maxlength: 500 })] },
  reopen: { path: 'reopen', start: () => ({ reason: '' }), fields: (typed, set) => [
    textArea({ name: 'reason', rows: 2, label: t('officer.register.reason'), value: typed.reason, onInput: set('reason'), maxlength: 500 })] },
};

/** Asks for what a step needs and takes it; what the service refuses is shown inside, with what was typed kept. */
export async function moveDialog(step, page) {
  const form = FORMS[step];
  const typed = form.start();
  const set = (name) => (value) => { typed[name] = value; };
  const { enterprise } = page;
  const done = await confirm({
    title: t(`officer.register.${step}.title`, { name: enterprise.name }),
    body: () => html`<p>${t(`officer.register.${step}.text`)}</p><div class="form">${form.fields(typed, set)}</div>`,
    yes: t(`officer.register.${step}.yes`),
    danger: form.danger ?? false,
    run: async () => {
      const path = `/api/industry/enterprises/${enterprise.creditCode}/${form.path}`;
      try {
        return await api.act(path, form.body ? form.body(typed) : typed, { of: enterprise });
      } catch (problem) {
        if (problem.errors?.length) problem.message = problem.errors.map(({ field, message }) => `${label(field)}${t('kit.colon')}${message}`).join(t('kit.list'));
        throw problem;
      }
    },
  });
  if (!done) return nothing;
  say(t(`officer.register.${step}.done`));
  return page.reload({ quiet: true });
}

const label = (field) => t({ name: 'officer.register.newName', into: 'officer.register.into', reason: 'officer.register.reason', address: 'officer.register.address', inZone: 'officer.register.inZone', street: 'officer.enterprise.street' }[field] ?? 'officer.register.day');
