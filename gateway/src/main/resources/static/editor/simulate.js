/** Try a change: one item with other thresholds or amounts, or a draft as it stands, on the whole register. */
import { html, nothing } from 'lit';
import { Page, api, cleanNumber, exactYuan, go, note, selectField, skeleton, t, textField, tick } from '../kit/kit.js';
import { dictionary, items } from '../kit/programme.js';
import '../kit/bar.js';
import { leavesOf, partsOf, withValue } from './item-numbers.js';
import './simulation-tables.js';

export default class Simulate extends Page {
  static properties = { content: { state: true }, values: { state: true }, closing: { state: true } };

  heading() { return this.draft ? t('editor.try.draftTitle') : t('editor.try.title'); }
  lead() { return t('editor.try.lead'); }
  back() { return { href: '/editor/simulations', text: t('editor.sim.back') }; }
  measure() { return 'text'; }

  async load() {
    const id = this.query.get('draft');
    [this.items, this.facts, this.fund, this.draft] = await Promise.all([items(), dictionary(), api.get('/api/fund/fund').catch(() => null), id ? api.get(`/api/policy/drafts/${encodeURIComponent(id)}`) : null]);
    this.asOf ??= '';
    this.basis ??= 'DECLARED';
    await this.readItem();
  }

  queryChanged() { this.errors = []; this.readItem(); }

  get code() { return this.items.some(({ code }) => code === this.query.get('item')) ? this.query.get('item') : ''; }

  /** The item's whole content, as the version in force says it. */
  async readItem() {
    const { code } = this;
    this.content = null;
    this.values = {};
    this.closing = false;
    if (this.draft || !code) return;
    const turn = (this.asked = {});
    try {
      const { version } = this.items.find((item) => item.code === code);
      const { content } = await api.get(`/api/policy/items/${code}/versions/${version}`);
      if (turn === this.asked) this.content = content;
    } catch (problem) {
      if (turn === this.asked) this.failWith(problem);
    }
  }

  get changed() { return Object.entries(this.values).filter(([, { text, was }]) => cleanNumber(text) !== String(was)); }

  question() {
    const question = { basis: this.basis };
    if (this.asOf) question.asOf = this.asOf;
    if (this.fund) question.free = Object.fromEntries(this.fund.lines.map(({ line, available }) => [line, available]));
    if (this.draft) question.drafts = [this.draft.id];
    else if (this.closing) question.close = [this.code];
    else question.items = [this.changed.reduce((item, [at, { text, was }]) => withValue(item, at, typeof was === 'number' ? Number(cleanNumber(text)) : cleanNumber(text)), this.content)];
    return question;
  }

  async run(event) {
    event.preventDefault();
    if (this.busy) return undefined;
    this.errors = [];
    if (!this.draft && !this.code) return this.fail([{ field: 'item', message: t('editor.try.choose') }]);
    if (!this.draft && !this.closing) {
      if (!this.changed.length) return this.fail([{ message: t('editor.try.unchanged') }]);
      const bad = this.changed.filter(([, { text }]) => !/^-?\d{1,15}(\.\d{1,6})?$/.test(cleanNumber(text)));
      if (bad.length) return this.fail(bad.map(([at]) => ({ field: `items/0${at}`, message: t('editor.try.number') })));
    }
    return this.submitOnce(async () => {
      const { id } = await api.post('/api/policy/simulations', this.question());
      go(`/editor/simulations/${id}`);
    });
  }

  body() {
    return html`<form class="form" novalidate @submit=${(event) => this.run(event)}>
      ${this.draft ? html`<p><a href="/editor/drafts/${this.draft.id}">${t('editor.try.draftOf', { code: this.draft.code ?? '', title: this.draft.title ?? '' })}</a></p><p class="quiet">${t('editor.try.draftText')}</p>`
        : html`${selectField({ name: 'item', label: t('editor.try.item'), value: this.code, blank: t('editor.try.choose'), error: this.errorOf('item'), options: this.items.map(({ code, title }) => ({ value: code, text: `${code} ${title}` })), onChange: (item) => this.filter({ item }) })}
          ${this.content ? this.numbers() : this.code && !this.errors.length ? skeleton(4) : nothing}`}
      ${textField({ name: 'asOf', kind: 'date', label: t('editor.try.asOf'), hint: t('editor.try.asOfHint'), value: this.asOf, error: this.errorOf('asOf'), optional: true, onChange: (value) => { this.asOf = value; } })}
      ${selectField({ name: 'basis', label: t('editor.sim.basis'), value: this.basis, options: ['DECLARED', 'PROVEN'].map((value) => ({ value, text: t(`editor.sim.basis.${value}`) })), onChange: (value) => { this.basis = value; } })}
      <section class="section" aria-labelledby="free"><h2 id="free" class="section-head">${t('editor.try.freeNow')}</h2>${this.fund ? html`<fpo-fund-bar .fund=${this.fund} mode="lines" table="closed"></fpo-fund-bar>` : note(t('editor.try.freeMissing'), 'stop')}</section>
      <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('editor.try.running') : t('editor.try.run')}</button></div>
      <p role="status" class="quiet">${this.busy ? html`<progress></progress> ${t('editor.try.running')}` : nothing}</p></form>`;
  }

  numbers() {
    const leaves = leavesOf(this.content, this.facts);
    const parts = partsOf(this.content, this.facts);
    const kept = leaves.filter(({ editable }) => !editable);
    return html`<fieldset class="conditions-form"><legend>${t('editor.try.conditions')}</legend>
        ${kept.length ? html`<ul class="kept-conditions">${kept.map(({ text, value }) => html`<li>${text} ${value}</li>`)}</ul>` : nothing}
        ${leaves.filter(({ editable }) => editable).map((leaf) => this.field(leaf))}</fieldset>
      <fieldset class="conditions-form"><legend>${t('editor.try.amounts')}</legend>${parts.length ? parts.map((part) => this.field(part)) : html`<p class="quiet">${t('editor.try.noEdit')}</p>`}</fieldset>
      ${tick({ name: 'close', label: t('editor.try.close'), checked: this.closing, error: this.errorOf('close/0'), onChange: (on) => { this.closing = on; } })}`;
  }

  field({ at, text, was, unit, kind }) {
    return textField({
      name: `items/0${at}`, label: text, kind, width: 'medium', unit, error: this.errorOf(`items/0${at}`),
      hint: this.values[at] && cleanNumber(this.values[at].text) !== String(was) ? t('editor.try.was', { value: kind === 'money' ? exactYuan(was) : was }) : undefined,
      value: this.values[at]?.text ?? String(was), onInput: (value) => { this.values = { ...this.values, [at]: { text: value, was } }; },
    });
  }
}
