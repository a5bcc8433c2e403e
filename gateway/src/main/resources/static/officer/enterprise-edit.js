/** An enterprise's entry, added or corrected; its name, address and end are changed by steps of their own. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { selectField, textField, tick } from '../kit/form.js';
import { CLUSTERS } from '../kit/brand.js';
import { go } from '../kit/router.js';
import { say } from '../kit/toast.js';
import './desk.js';

const TEXTS = ['name', 'industryCode', 'street', 'address', 'established'];

export default class EnterpriseEdit extends Page {
  static properties = { values: { state: true } };

  get isNew() { return !this.params.creditCode; }
  heading() { return t(this.isNew ? 'officer.register.add' : 'officer.register.correct'); }
  lead() { return t(this.isNew ? 'officer.register.addLead' : 'officer.register.correctLead'); }
  back() { return this.isNew ? { href: '/officer/enterprises', text: t('officer.enterprises.title') } : { href: `/officer/enterprises/${this.params.creditCode}?view=entry`, text: this.enterprise?.name ?? t('officer.enterprise.title') }; }

  async load() {
    const [{ classes }, enterprise] = await Promise.all([api.get('/api/industry/industries'), this.isNew ? null : api.get(`/api/industry/enterprises/${encodeURIComponent(this.params.creditCode)}`)]);
    Object.assign(this, { classes, enterprise, values: enterprise ? { ...enterprise } : {} });
  }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }

  async save(event) {
    event.preventDefault();
    const { values } = this;
    const body = { name: values.name ?? '', industryCode: values.industryCode ?? '', aboveScale: Boolean(values.aboveScale), cluster: values.cluster || null, ...Object.fromEntries(TEXTS.filter((name) => values[name]).map((name) => [name, values[name]])) };
    await this.submitOnce(async () => {
      const saved = this.isNew ? await api.post('/api/industry/enterprises', { creditCode: values.creditCode ?? '', ...body }) : await api.put(`/api/industry/enterprises/${this.enterprise.creditCode}`, body, { of: this.enterprise });
      say(t('officer.register.saved'));
      go(`/officer/enterprises/${saved.creditCode}?view=entry`);
    }, { refused: (problem) => (['INVALID_CREDIT_CODE', 'ENTERPRISE_EXISTS'].includes(problem.code) ? this.fail([{ field: 'creditCode', message: problem.message }]) : this.failWith(problem)) });
  }

  /** What the class is called and which clusters it counts to, as soon as all four digits stand there. */
  industry() {
    const code = this.values.industryCode ?? '';
    const named = this.classes.find((each) => each.code === code);
    if (!named) return /^\d{4}$/.test(code) ? t('officer.register.unlisted') : '';
    return `${named.name} · ${named.clusters.map(({ name, taxonomy }) => `${name} (${taxonomy})`).join(t('kit.list')) || tc('cluster', 'NONE')}`;
  }

  body() {
    const { values } = this;
    const field = (name, label, more = {}) => textField({ name, label: t(label), value: values[name] ?? '', error: this.errorOf(name), onInput: this.set(name), ...more });
    return html`<form class="form form-narrow" novalidate @submit=${(event) => this.save(event)}>
      ${this.isNew ? field('creditCode', 'officer.filings.creditCode', { maxlength: 18 }) : nothing}
      ${field('name', 'officer.register.name', { maxlength: 120 })}
      ${field('industryCode', 'officer.enterprises.industry', { width: 'short', maxlength: 4, hint: t('officer.register.industryHint') })}
      <p class="quiet under" role="status">${this.industry()}</p>
      ${selectField({ name: 'cluster', label: t('officer.register.primaryCluster'), hint: t('officer.register.primaryHint'), value: values.cluster ?? '', blank: tc('cluster', 'NONE'), error: this.errorOf('cluster'), onChange: this.set('cluster'), options: CLUSTERS.map((value) => ({ value, text: tc('cluster', value) })) })}
      ${tick({ name: 'aboveScale', label: t('officer.enterprises.aboveScale'), checked: values.aboveScale, onChange: this.set('aboveScale') })}
      ${field('street', 'officer.enterprise.street', { optional: true, maxlength: 60 })}
      ${field('address', 'officer.register.address', { optional: true, maxlength: 200 })}
      ${field('established', 'officer.enterprise.established', { kind: 'date', optional: true })}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('officer.register.save')}</button></div></form>`;
  }
}
