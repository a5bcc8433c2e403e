/** A key project entered or changed: the year, its months and its team, checked as a whole by the service. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { sum } from '../kit/format.js';
import { choice, cleanNumber, isNumber, selectField, textField } from '../kit/form.js';
import { CLUSTERS } from '../kit/brand.js';
import { LEVELS, STAGES } from '../kit/project-words.js';
import { go } from '../kit/router.js';
import { say } from '../kit/toast.js';
import './desk.js';

const POSTS = ['LEADER', 'DEPARTMENT', 'SPECIALIST', 'APPROVAL'];
const PLAIN = ['name', 'ownerCode', 'ownerName', 'cluster', 'startedOn', 'completedOn'];
const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

export default class ProjectEdit extends Page {
  static properties = { values: { state: true } };

  get isNew() { return !this.params.code; }
  heading() { return t(this.isNew ? 'officer.project.add' : 'officer.project.edit'); }
  lead() { return t('officer.project.editLead'); }
  back() { return this.isNew ? { href: '/officer/projects', text: t('project.list') } : { href: `/officer/projects/${this.params.code}`, text: this.answer?.project.name ?? t('officer.project.title') }; }

  async load() {
    if (this.isNew) {
      this.values = { level: 'ZONE', stage: 'PREPARING', planYear: String(new Date().getFullYear()), months: {}, team: [] };
      return;
    }
    this.answer = await api.get(`/api/industry/projects/${encodeURIComponent(this.params.code)}`);
    const { project, milestones, team, ownerCode } = this.answer;
    this.values = { ...project, planYear: String(project.planYear), ownerCode: ownerCode ?? '', ownerName: project.owner, team: (team ?? []).map(({ post, name, office, contact }) => ({ post, name, office, contact })),
      months: Object.fromEntries(milestones.map(({ month, plan, done }) => [month.slice(5), { plan, done: done ?? '' }])) };
  }

  set(name) { return (value) => { this.values = { ...this.values, [name]: value }; }; }
  setMonth(month, name) { return (value) => { this.values = { ...this.values, months: { ...this.values.months, [month]: { plan: '', done: '', ...this.values.months[month], [name]: value } } }; }; }
  setMember(at, name) { return (value) => { this.values = { ...this.values, team: this.values.team.map((each, i) => (i === at ? { ...each, [name]: value } : each)) }; }; }

  /** What is sent; months that are all empty are left out. */
  payload() {
    const { values } = this;
    const money = (value) => (isNumber(value) ? cleanNumber(value) : value);
    const milestones = MONTHS.filter((month) => values.months[month]?.plan || values.months[month]?.done)
      .map((month) => ({ month: `${values.planYear}-${month}`, plan: money(values.months[month].plan) || '0', ...(values.months[month].done && { done: money(values.months[month].done) }) }));
    const body = { level: values.level, stage: values.stage, planYear: Number(values.planYear), totalInvestment: money(values.totalInvestment), yearPlan: money(values.yearPlan), milestones,
      team: values.team.filter(({ name }) => name).map(({ post, name, office, contact }) => ({ post, name, ...(office && { office }), ...(contact && { contact }) })) };
    for (const name of PLAIN) if (values[name]) body[name] = values[name];
    if (!milestones.length && values.yearDone) Object.assign(body, { yearDone: money(values.yearDone), ...(values.doneThrough && { doneThrough: values.doneThrough }) });
    return this.isNew ? { code: values.code, ...body } : body;
  }

  async save(event) {
    event.preventDefault();
    await this.submitOnce(async () => {
      const saved = this.isNew ? await api.post('/api/industry/projects', this.payload()) : await api.put(`/api/industry/projects/${encodeURIComponent(this.params.code)}`, this.payload(), { of: this.answer });
      say(t('officer.project.saved'));
      go(`/officer/projects/${saved.project.code}`);
    });
  }

  field(name, more = {}) { return textField({ name, label: t(`project.${name}`), value: this.values[name] ?? '', error: this.errorOf(name), onInput: this.set(name), ...more }); }

  body() {
    const { values } = this;
    return html`<form class="form" novalidate @submit=${(event) => this.save(event)}>
      ${this.isNew ? this.field('code', { width: 'medium', maxlength: 20, hint: t('officer.project.codeHint') }) : nothing}
      ${this.field('name', { maxlength: 160 })}
      ${choice({ name: 'level', label: t('project.level'), inline: true, value: values.level, onChange: this.set('level'), options: LEVELS.map((value) => ({ value, text: t(`project.level.${value}`) })) })}
      ${selectField({ name: 'cluster', label: t('project.cluster'), value: values.cluster ?? '', blank: tc('cluster', 'NONE'), error: this.errorOf('cluster'), onChange: this.set('cluster'), options: CLUSTERS.map((value) => ({ value, text: tc('cluster', value) })) })}
      ${this.field('ownerCode', { maxlength: 18, optional: true, hint: t('officer.project.ownerHint') })}
      ${this.field('ownerName', { maxlength: 120, optional: true })}
      ${choice({ name: 'stage', label: t('project.stage'), inline: true, value: values.stage, onChange: this.set('stage'), options: STAGES.map((value) => ({ value, text: t(`project.stage.${value}`) })) })}
      ${this.field('startedOn', { kind: 'date', optional: true })}
      ${this.field('completedOn', { kind: 'date', optional: true })}
      ${this.field('totalInvestment', { kind: 'money' })}
      ${this.field('planYear', { kind: 'number', width: 'short' })}
      ${this.field('yearPlan', { kind: 'money' })}
      ${this.months()}${this.team()}
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('officer.project.save')}</button></div></form>`;
  }

  months() {
    const { months } = this.values;
    const sums = (name) => sum(MONTHS.map((month) => cleanNumber(months[month]?.[name])).filter((value) => isNumber(value)));
    return html`<fieldset class="field ${this.errorOf('milestones') ? 'wrong' : ''}" id="f-milestones"><legend>${t('officer.project.months')}</legend><p class="hint">${t('officer.project.monthsHint')}</p>
      ${this.errorOf('milestones') ? html`<p class="field-error">${this.errorOf('milestones')}</p>` : nothing}
      <table class="table work"><caption class="vh">${t('officer.project.months')}</caption><thead><tr><th scope="col">${t('officer.project.month')}</th><th scope="col" class="num">${t('project.plan')}</th><th scope="col" class="num">${t('project.done')}</th></tr></thead>
      <tbody>${MONTHS.map((month) => html`<tr><th scope="row">${month}</th>${['plan', 'done'].map((name) => html`<td class="num" data-label=${t(`project.${name}`)}><input class="num" inputmode="decimal" aria-label="${month} ${t(`project.${name}`)}" .value=${months[month]?.[name] ?? ''} @change=${(event) => this.setMonth(month, name)(event.target.value)}></td>`)}</tr>`)}</tbody>
      <tfoot><tr><th scope="row">${t('officer.project.sum')}</th><td class="num" data-label=${t('project.plan')}>${sums('plan')}</td><td class="num" data-label=${t('project.done')}>${sums('done')}</td></tr></tfoot></table></fieldset>`;
  }

  team() {
    const { team } = this.values;
    return html`<fieldset class="field ${this.errorOf('team') ? 'wrong' : ''}" id="f-team"><legend>${t('officer.project.team')}</legend><p class="hint">${t('officer.project.teamHint')}</p>
      ${this.errorOf('team') ? html`<p class="field-error">${this.errorOf('team')}</p>` : nothing}
      ${team.map((each, i) => html`<div class="panel">
        ${selectField({ name: `team-${i}-post`, label: t('officer.project.post'), value: each.post, onChange: this.setMember(i, 'post'), options: POSTS.map((value) => ({ value, text: t(`officer.project.post.${value}`) })) })}
        ${textField({ name: `team-${i}-name`, label: t('officer.project.person'), value: each.name, onInput: this.setMember(i, 'name'), maxlength: 60 })}
        ${textField({ name: `team-${i}-office`, label: t('officer.project.office'), optional: true, value: each.office, onInput: this.setMember(i, 'office'), maxlength: 120 })}
        ${textField({ name: `team-${i}-contact`, label: t('officer.project.contact'), optional: true, value: each.contact, onInput: this.setMember(i, 'contact'), maxlength: 60 })}
        <button type="button" class="link" @click=${() => { this.values = { ...this.values, team: team.filter((_, at) => at !== i) }; }}>${t('officer.project.removeMember')}</button></div>`)}
      <div class="buttons"><button type="button" class="button second small" @click=${() => { this.values = { ...this.values, team: [...team, { post: POSTS[Math.min(team.length, 3)], name: '', office: '', contact: '' }] }; }}>${t('officer.project.addMember')}</button></div></fieldset>`;
  }
}
