/** What people's pages share: the form of name, roles and enterprises, the state of an account, and a code that is shown once. */
import { html, nothing } from 'lit';
import { choice, textArea, textField } from '../kit/form.js';
import { moment } from '../kit/format.js';
import { t, tc } from '../kit/i18n.js';
import { chip, facts } from '../kit/parts.js';
import { note } from '../kit/states.js';

export const ROLES = ['ENTERPRISE', 'INTAKE', 'REVIEWER', 'EXPERT', 'APPROVER', 'PAYER', 'RELEASER', 'POLICY_EDITOR', 'POLICY_PUBLISHER', 'ANALYST', 'AUDITOR', 'ADMIN', 'SECURITY_ADMIN'];

/** One code a line, or with commas between. */
export const codesOf = (text) => text.toUpperCase().split(/[\s,，、;；]+/).filter(Boolean);

/** What is sent of a form's values; credit codes only with the role that has them. */
export const dutiesOf = ({ displayName, roles, codes }) => ({ displayName: displayName.trim(), roles, creditCodes: roles.includes('ENTERPRISE') ? codesOf(codes) : [] });

const LABELS = { username: 'admin.people.username', displayName: 'admin.people.name', roles: 'admin.people.roles', creditCodes: 'admin.people.codes' };

/** The field errors of a problem; where one only says that something is missing, with the field's name. */
export const namedErrors = (problem) => problem.errors.map(({ field, code, message }) => ({ field, message: code === 'REQUIRED' && LABELS[field] ? `${t(LABELS[field])}${t('kit.colon')}${message}` : message }));

export const dutiesFields = (values, errorOf, set) => html`
  ${textField({ name: 'displayName', label: t('admin.people.name'), value: values.displayName, width: 'medium', maxlength: 100, required: true, error: errorOf('displayName'), onInput: (displayName) => set({ displayName }) })}
  ${choice({ name: 'roles', label: t('admin.people.roles'), hint: t('admin.people.roles.hint'), many: true, value: values.roles, error: errorOf('roles'), options: ROLES.map((value) => ({ value, text: tc('role', value) })), onChange: (roles) => set({ roles }) })}
  ${values.roles.includes('ENTERPRISE') ? textArea({ name: 'creditCodes', label: t('admin.people.codes'), hint: t('admin.people.codes.hint'), rows: 3, value: values.codes, error: errorOf('creditCodes'), onInput: (codes) => set({ codes }) }) : nothing}`;

export function accountState({ enabled, activated, codeExpiresAt }) {
  if (!enabled) return chip(t('admin.people.state.off'), 'end');
  if (activated) return chip(t('admin.people.state.on'), 'go');
  return codeExpiresAt && new Date(codeExpiresAt) > new Date() ? chip(t('admin.people.state.waiting'), 'todo') : chip(t('admin.people.state.expired'), 'stop');
}

/** The code of an answer that issued one. */
export const issuedCode = (person) => html`<section class="panel" role="status" aria-labelledby="issued"><h2 id="issued">${t('admin.people.issued', { name: person.displayName })}</h2>
  ${facts([[t('admin.people.username'), html`<span class="code">${person.username}</span>`], [t('admin.people.code'), html`<strong class="code">${person.activationCode}</strong>`],
    [t('admin.people.codeUntil'), moment(person.codeExpiresAt)], [t('admin.people.where'), html`<span class="code">${location.origin}/activate?username=${person.username}</span>`]])}
  ${note(t('admin.people.issued.text'), 'stop')}</section>`;
