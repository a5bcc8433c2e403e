/** The panel of a call or an item: how many experts, and the marks that are asked for, 100 in all. */
import { LitElement, html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { day } from '../kit/format.js';
import { cleanNumber, isNumber, selectField, textField } from '../kit/form.js';
import { errorSummary } from '../kit/states.js';
import { say } from '../kit/toast.js';

const FRESH = { code: '', zh: '', en: '', most: '' };

class PanelForm extends LitElement {
  static properties = { panel: { attribute: false }, calls: { attribute: false }, catalogue: { attribute: false }, values: { state: true }, errors: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.errors = [];
  }

  createRenderRoot() { return this; }

  willUpdate(changed) {
    if (!changed.has('panel') && this.values) return;
    const { panel } = this;
    this.values = { scope: panel?.scope ?? '', experts: String(panel?.experts ?? 3), criteria: (panel?.criteria ?? []).map(({ code, name, most }) => ({ code, zh: name.zh, en: name.en, most: String(most) })) };
  }

  get total() { return this.values.criteria.reduce((all, { most }) => all + (Number(cleanNumber(most)) || 0), 0); }
  errorOf(field) { return this.errors.find((error) => error.field === field)?.message; }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }
  mark(at, name) { return (value) => { this.values = { ...this.values, criteria: this.values.criteria.map((mark, i) => (i === at ? { ...mark, [name]: value } : mark)) }; }; }

  async fail(errors) {
    this.errors = errors;
    await this.updateComplete;
    this.querySelector('.error-summary')?.focus();
  }

  check() {
    const { scope, criteria } = this.values;
    const errors = scope ? [] : [{ field: 'scope', message: t('officer.panels.needScope') }];
    criteria.forEach((mark, at) => {
      if (!/^[A-Z0-9_]{1,30}$/.test(mark.code.trim())) errors.push({ field: `code-${at}`, message: t('officer.panels.needCode') });
      if (!mark.zh.trim()) errors.push({ field: `zh-${at}`, message: t('officer.panels.needName') });
      if (!mark.en.trim()) errors.push({ field: `en-${at}`, message: t('officer.panels.needName') });
      if (!isNumber(mark.most, 0) || Number(cleanNumber(mark.most)) < 1) errors.push({ field: `most-${at}`, message: t('officer.panels.needMost') });
    });
    if (!errors.length && criteria.length && this.total !== 100) errors.push({ field: 'most-0', message: t('officer.panels.hundred', { total: this.total }) });
    return errors;
  }

  async save(event) {
    event.preventDefault();
    if (this.busy) return;
    const errors = this.check();
    if (errors.length) { this.fail(errors); return; }
    this.errors = [];
    this.busy = true;
    const { scope, experts, criteria } = this.values;
    try {
      await api.act('/api/fund/expert-panels', { scope, experts: Number(experts), criteria: criteria.map(({ code, zh, en, most }) => ({ code: code.trim(), name: { zh: zh.trim(), en: en.trim() }, most: Number(cleanNumber(most)) })) });
      say(t('officer.panels.saved'));
      this.dispatchEvent(new CustomEvent('panel-set'));
    } catch (problem) {
      this.fail(problem.errors?.length ? problem.errors : [{ message: problem.message }]);
    } finally {
      this.busy = false;
    }
  }

  /** Items that experts score, then their calls. */
  get scopes() {
    const scored = this.catalogue.filter(({ track }) => track === 'EXPERT_AND_AUDIT');
    const codes = new Set(scored.map(({ code }) => code));
    return [...scored.map(({ code, title }) => ({ value: code, text: `${code} ${title}` })),
      ...this.calls.filter(({ itemCode }) => codes.has(itemCode)).map(({ id, itemCode, title, opensOn, closesOn }) => ({ value: id, text: t('officer.panels.callOf', { code: itemCode, title, from: day(opensOn), to: day(closesOn) }) }))];
  }

  row(mark, at) {
    const field = (name, more) => textField({ name: `${name}-${at}`, label: t(`officer.panels.${name}`), value: mark[name], error: this.errorOf(`${name}-${at}`), onInput: this.mark(at, name), ...more });
    return html`<fieldset class="repeat"><legend>${t('officer.panels.criterion', { n: at + 1 })}</legend>
      ${field('zh', { maxlength: 100, width: 'medium' })}${field('en', { maxlength: 100, width: 'medium' })}
      ${field('code', { maxlength: 30, width: 'medium', hint: t('officer.panels.codeHint') })}${field('most', { kind: 'number', width: 'short' })}
      <p><button type="button" class="plain" @click=${() => { this.values = { ...this.values, criteria: this.values.criteria.filter((_, i) => i !== at) }; }}>${t('officer.panels.remove')}<span class="vh">${t('kit.colon')}${mark.zh || at + 1}</span></button></p></fieldset>`;
  }

  render() {
    const { values, panel } = this;
    return html`<section class="decide" aria-labelledby="set-panel"><h2 id="set-panel" tabindex="-1">${panel ? t('officer.panels.editTitle', { scope: panel.scope }) : t('officer.panels.new')}</h2>
      <form class="form" novalidate @submit=${this.save}>${this.errors.length ? errorSummary(this.errors) : nothing}
        ${panel ? nothing : selectField({ name: 'scope', label: t('officer.panels.scope'), hint: t('officer.panels.scopeHint'), blank: t('officer.choose'), value: values.scope, options: this.scopes, error: this.errorOf('scope'), onChange: this.set('scope') })}
        ${selectField({ name: 'experts', label: t('officer.panels.experts'), value: values.experts, options: Array.from({ length: 9 }, (_, i) => ({ value: String(i + 1), text: t('officer.panels.nExperts', { n: i + 1 }) })), onChange: this.set('experts') })}
        <h3>${t('officer.panels.criteria')}</h3><p class="hint">${t('officer.panels.criteriaHint')}</p>
        ${values.criteria.map((mark, at) => this.row(mark, at))}
        ${values.criteria.length ? html`<p role="status">${t('officer.panels.total', { total: this.total })}</p>` : nothing}
        <p><button type="button" class="button second small" @click=${() => { this.values = { ...values, criteria: [...values.criteria, FRESH] }; }}>${t('officer.panels.add')}</button></p>
        <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('officer.panels.save')}</button>
          <button type="button" class="button second" @click=${() => this.dispatchEvent(new CustomEvent('panel-left'))}>${t('kit.cancel')}</button></div></form></section>`;
  }
}

customElements.define('fpo-panel-form', PanelForm);
