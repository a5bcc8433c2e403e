/** How an item is handled beside its rule and amount: responsibility, window, documents, stacking and payout. */
import { html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { has, lang, t } from '../kit/i18n.js';
import { LINES } from '../kit/bar.js';
import { choice, selectField, textField } from '../kit/form.js';
import { factSelect } from './conditions.js';
import { paperText } from '../kit/papers.js';
import { faultAt } from './desk.js';

const CLUSTERS = ['NEV', 'BIOFOOD', 'SMARTEQ', 'HEALTH_LEISURE', 'STEELPIPE'];
const TRACKS = ['NO_APPLICATION', 'VERIFY', 'EXPERT_AND_AUDIT'];
const DRIVERS = ['FOSTER_NEW', 'UPGRADE_OLD'];
const STACKING = ['HIGHEST_IN_GROUP', 'TOP_UP_DIFFERENCE', 'ONCE_PER_LIFETIME', 'STACKABLE'];
const KEYS = ['ENTERPRISE', 'ENTERPRISE_YEAR', 'PROJECT', 'HONOUR', 'OBJECT', 'LOAN', 'LEASE', 'INVOICE', 'CONTRACT', 'PERSON', 'MODEL', 'PRODUCT', 'BOOTH'];
const METHODS = ['ONE_OFF', 'INSTALMENTS', 'BY_STAGE'];
const TRIGGERS = ['APPROVED', 'PROJECT_STARTED', 'STRUCTURE_TOPPED', 'PROJECT_COMPLETED', 'PROJECT_IN_PRODUCTION', 'STILL_IN_LIBRARY_NEXT_YEAR', 'TUTORING_FILED', 'ACCEPTED', 'LISTED', 'FINAL_ACCOUNT'];

let terms;

/** The package's departments and documents: `{departments: [{code, name: {zh, en}}], documents}`. */
export async function readTerms() {
  terms ??= (await api.get('/api/policy/package')).terms;
}

const spoken = ({ name }) => name[lang()];
const named = (prefix) => (value) => ({ value, text: has(`${prefix}.${value}`) ? t(`${prefix}.${value}`) : value });

/** `item` is changed in place; `changed()` is called after each change. */
export function termsFields({ item, errors, dictionary, changed }) {
  const fault = (path) => faultAt(errors, `/content/${path}`, { within: true });
  const set = (object, name) => (value) => { object[name] = value; changed(); };
  const select = (object, name, path, label, options) => selectField({ name: `/content/${path}`, label: t(label), value: object[name], error: fault(path), options, onChange: set(object, name) });
  const typed = (object, name, path, label, hint) => textField({ name: `/content/${path}`, label: t(label), hint: hint && t(hint), width: 'short', value: object[name], error: fault(path),
    onInput: (value) => { object[name] = value.trim(); }, onChange: () => changed() });

  const handling = html`<section aria-labelledby="handling"><h2 id="handling" class="section-head">${t('editor.terms.handling')}</h2>
    <div class="pair">${select(item, 'track', 'track', 'editor.terms.track', TRACKS.map(named('track')))}
      ${select(item, 'department', 'department', 'editor.terms.department', terms.departments.map((each) => ({ value: each.code, text: spoken(each) })))}
      ${select(item, 'line', 'line', 'editor.terms.line', LINES.map(named('line')))}
      ${select(item, 'driver', 'driver', 'editor.terms.driver', DRIVERS.map(named('driver')))}
      ${typed(item.window, 'from', 'window/from', 'editor.terms.from', 'editor.terms.monthDay')}${typed(item.window, 'to', 'window/to', 'editor.terms.to', 'editor.terms.monthDay')}</div>
    ${choice({ name: '/content/clusters', label: t('editor.terms.clusters'), many: true, inline: true, error: fault('clusters'), value: item.clusters.includes('ALL') ? CLUSTERS : item.clusters, options: CLUSTERS.map(named('cluster')),
      onChange: (chosen) => set(item, 'clusters')(chosen.length === CLUSTERS.length ? ['ALL'] : CLUSTERS.filter((cluster) => chosen.includes(cluster))) })}</section>`;

  return html`${handling}${documents()}${stacking()}${payout()}`;

  function documents() {
    const need = (code) => item.documents.find((each) => each.code === code);
    const ask = (code) => (value) => {
      const kept = need(code);
      item.documents = value === '' ? item.documents.filter((each) => each !== kept)
        : kept ? item.documents.map((each) => (each === kept ? { ...each, required: value === 'true' } : each))
          : [...item.documents, { code, required: value === 'true' }];
      changed();
    };
    const options = (kept) => [...(kept?.stage ? [] : [{ value: '', text: t('editor.terms.document.none') }]), { value: 'true', text: t('editor.terms.document.required') }, { value: 'false', text: t('editor.terms.document.optional') }];
    const row = (each) => {
      const kept = need(each.code);
      return html`<li class="document-term ${kept ? 'asked' : ''}"><label for="f-document-${each.code}"><span class="num">${each.code}</span> ${spoken(each)}${kept?.stage ? html` <span class="quiet">${t(`trigger.${kept.stage}`)}</span>` : nothing}</label>
        <select id="f-document-${each.code}" @change=${(event) => ask(each.code)(event.target.value)}>${options(kept).map(({ value, text }) => html`<option value=${value} ?selected=${value === (kept ? String(kept.required) : '')}>${text}</option>`)}</select></li>`;
    };
    const asked = terms.documents.filter(({ code }) => need(code));
    const others = terms.documents.filter(({ code, system }) => !need(code) && !system);
    return html`<section class="section" aria-labelledby="documents"><h2 id="documents" class="section-head">${t('editor.terms.documents')}</h2>
      ${fault('documents') ? html`<p class="field-error">${fault('documents')}</p>` : nothing}
      <ul class="document-terms">${asked.map(row)}</ul>
      <details class="more"><summary>${t('editor.terms.document.more', { count: others.length })}</summary><ul class="document-terms">${others.map(row)}</ul></details></section>`;
  }

  function stacking() {
    const its = item.stacking;
    const scopes = [...new Set(['SAME_ENTERPRISE', 'SAME_ENTERPRISE_SAME_YEAR', 'SAME_PROJECT', 'SAME_HONOUR', 'SAME_HONOUR_LADDER', 'SAME_INVOICE', 'SAME_CONTRACT', 'SAME_ACHIEVEMENT', 'SAME_STANDARD_SERIES', 'SAME_PATENT',
      'SAME_MODEL', 'SAME_PRODUCT', 'SAME_PERSON', 'SAME_LOAN', 'SAME_PREMISES', its.scope])];
    return html`<section class="section" aria-labelledby="stacking"><h2 id="stacking" class="section-head">${t('editor.terms.stacking')}</h2>
      <div class="pair">${select(its, 'rule', 'stacking/rule', 'editor.terms.stacking.rule', STACKING.map(named('stacking')))}
        ${textField({ name: '/content/stacking/group', label: t('editor.terms.stacking.group'), hint: t('editor.terms.stacking.groupHint'), optional: true, width: 'medium', value: its.group, error: fault('stacking/group'),
          onInput: (value) => { if (value.trim()) its.group = value.trim(); else delete its.group; }, onChange: () => changed() })}
        ${select(its, 'scope', 'stacking/scope', 'editor.terms.stacking.scope', scopes.map(named('scope')))}
        ${select(its, 'key', 'stacking/key', 'editor.terms.stacking.key', KEYS.map(named('editor.terms.key')))}</div></section>`;
  }

  function payout() {
    const its = item.payout;
    const method = (value) => {
      its.method = value;
      its.schedule = value === 'ONE_OFF' ? [{ trigger: 'APPROVED', share: '1.00' }] : its.schedule.map(({ share, ...rest }) => (value === 'INSTALMENTS' ? { ...rest, share: share ?? '0.00' } : rest));
      changed();
    };
    const papersOf = ({ documents = [] }) => (documents.length ? html`<span class="row-sub">${documents.map((code) => paperText(code, terms.documents.map((each) => ({ ...each, name: spoken(each) })))).join(t('kit.list'))}</span>` : nothing);
    const drop = (i) => () => { its.schedule.splice(i, 1); changed(); };
    const row = (stage, i) => {
      const path = `payout/schedule/${i}`;
      return html`<div class="tier from-top">${select(stage, 'trigger', `${path}/trigger`, 'editor.terms.payout.trigger', TRIGGERS.map(named('trigger')))}
        ${its.method === 'BY_STAGE' ? nothing : textField({ name: `/content/${path}/share`, label: t('editor.terms.payout.share'), kind: 'ratio', width: 'short', value: stage.share, error: fault(`${path}/share`), onInput: (value) => { stage.share = value.trim(); }, onChange: () => changed() })}
        ${factSelect({ name: `/content/${path}/fact`, label: t('editor.terms.payout.fact'), value: stage.fact, blank: t('editor.terms.payout.noFact'), error: fault(`${path}/fact`), dictionary,
          onChange: (key) => { if (key) stage.fact = key; else delete stage.fact; changed(); } })}
        ${textField({ name: `/content/${path}/documents`, label: t('editor.terms.payout.documents'), hint: html`${t('editor.terms.payout.documentsHint')}${papersOf(stage)}`, optional: true, width: 'medium', value: (stage.documents ?? []).join(', '), error: fault(`${path}/documents`),
          onInput: (value) => { const codes = value.split(/[,，\s]+/).filter(Boolean); if (codes.length) stage.documents = codes; else delete stage.documents; }, onChange: () => changed() })}
        ${its.schedule.length > 1 ? html`<button type="button" class="button second small" @click=${drop(i)}>${t('editor.terms.payout.remove')}</button>` : nothing}</div>`;
    };
    return html`<section class="section" aria-labelledby="payout"><h2 id="payout" class="section-head">${t('editor.terms.payout')}</h2>
      ${selectField({ name: '/content/payout/method', label: t('editor.terms.payout.method'), value: its.method, error: faultAt(errors, '/content/payout/method'), options: METHODS.map(named('editor.terms.method')), onChange: method })}
      ${its.method === 'ONE_OFF' ? nothing : html`${its.schedule.map(row)}
        <button type="button" class="button second small" @click=${() => { its.schedule.push(its.method === 'INSTALMENTS' ? { trigger: 'APPROVED', share: '0.00' } : { trigger: 'APPROVED' }); changed(); }}>${t('editor.terms.payout.add')}</button>`}</section>`;
  }
}
