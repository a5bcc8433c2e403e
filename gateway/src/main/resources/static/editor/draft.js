/** One draft: its conditions, amounts and texts as fields or as JSON, what it changes, and its way to publication. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { day, moment } from '../kit/format.js';
import { savedAt, textArea, textField } from '../kit/form.js';
import { facts, tabs } from '../kit/parts.js';
import { note } from '../kit/states.js';
import { say } from '../kit/toast.js';
import { dictionary, items } from '../kit/programme.js';
import { changeList } from '../kit/changes.js';
import { copy, draftChip, faultAt, isSame, mergePatch } from './desk.js';
import './conditions.js';
import { formulaFields } from './formula.js';
import './moves.js';
import { previewOf } from './preview.js';
import { readTerms, termsFields } from './terms.js';

const factsOf = (node) => (node?.fact ? [node.fact] : Object.values(node ?? {}).flat().filter((part) => part && typeof part === 'object').flatMap(factsOf));
const TEXTS = ['title', 'clause', 'note'];

export default class Draft extends Page {
  static properties = { typed: { state: true } };

  heading() { return this.draft ? (this.draft.code ? `${this.draft.code} ${this.draft.title}` : this.draft.title) : t('editor.draft.title'); }
  back() { return { href: '/editor', text: t('editor.drafts.title') }; }
  aside() { return this.draft ? draftChip(this.draft.state) : nothing; }
  get view() { return this.query.get('view') ?? 'fields'; }
  get mayEdit() { return this.draft.actions.includes('save'); }
  get isChanged() { return this.mayEdit && !isSame(this.edited, this.draft.content); }

  async load() {
    const [draft, facts] = await Promise.all([api.get(`/api/policy/drafts/${this.params.id}`), dictionary(), items()]);
    this.dictionary = facts;
    const keep = this.draft && this.draft.id === draft.id && this.draft.version === draft.version && this.isChanged;
    this.draft = draft;
    if (!keep) this.reset();
    if (this.view === 'terms') await readTerms();
    this.changes = null;
    if (draft.kind === 'ITEM' && draft.base && this.view === 'changes') {
      this.changes = (await api.get(`/api/policy/items/${draft.code}/diff?to=draft:${draft.id}`)).changes;
    }
  }

  reset() {
    this.edited = copy(this.draft.content);
    this.typed = null;
    this.errors = [];
  }

  changed() {
    if (this.view !== 'json') this.typed = null;
    this.requestUpdate();
  }

  async save() {
    let content = this.edited;
    if (this.typed !== null && this.view === 'json') {
      try { content = JSON.parse(this.typed); } catch (trouble) { return this.fail([{ field: 'json', message: t('editor.json.bad', { reason: trouble.message }) }]); }
      this.edited = content;
    } else this.askFor(content);
    await this.submitOnce(async () => {
      this.draft = await api.patch(`/api/policy/drafts/${this.draft.id}`, { content: mergePatch(this.draft.content, content) }, { of: this.draft });
      this.savedAt = new Date().toISOString();
      this.reset();
      this.entitle();
      say(t('editor.saved'));
    });
  }

  /** A fact that a condition reads must be asked for, unless nothing is asked or the register sets it itself. */
  askFor(content) {
    const questions = content.form?.questions;
    if (content.track === 'NO_APPLICATION' || !Array.isArray(questions)) return;
    for (const key of factsOf(content.rule)) if (this.dictionary.has(key) && !this.dictionary.get(key).derived && !questions.includes(key)) questions.push(key);
  }

  moved() { this.reload({ quiet: true }); }

  pair(name) {
    const field = (language) => {
      const options = { name: `/content/${name}/${language}`, label: t(`editor.text.${name}.${language}`), optional: name === 'note', value: this.edited[name]?.[language],
        error: faultAt(this.errors, `/content/${name}/${language}`) ?? (language === 'zh' ? faultAt(this.errors, `/content/${name}`) : undefined),
        onInput: (value) => {
          this.edited[name] = { zh: '', en: '', ...this.edited[name], [language]: value };
          if (name === 'note' && !this.edited.note.zh && !this.edited.note.en) delete this.edited.note;
        },
        onChange: () => this.changed() };
      return name === 'note' ? textArea({ ...options, rows: 3 }) : textField(options);
    };
    return html`<div class="pair">${field('zh')}${field('en')}</div>`;
  }

  fields() {
    return html`<form novalidate @submit=${(event) => { event.preventDefault(); this.save(); }}>
      <section aria-labelledby="conditions"><h2 id="conditions" class="section-head">${t('editor.conditions')}</h2><p class="quiet">${t('editor.conditions.lead')}</p>
        <fpo-conditions .rule=${this.edited.rule} .dictionary=${this.dictionary} .errors=${this.errors} at="/content/rule" @rule-changed=${() => this.changed()}></fpo-conditions></section>
      <section class="section" aria-labelledby="formula"><h2 id="formula" class="section-head">${t('editor.formula')}</h2>
        ${formulaFields({ formula: this.edited.formula, errors: this.errors, dictionary: this.dictionary, changed: () => this.changed() })}</section>
      <section class="section" aria-labelledby="texts"><h2 id="texts" class="section-head">${t('editor.texts')}</h2>${TEXTS.map((name) => this.pair(name))}</section>
      ${this.saveBar()}</form>`;
  }

  terms() {
    return html`<form novalidate @submit=${(event) => { event.preventDefault(); this.save(); }}>
      ${termsFields({ item: this.edited, errors: this.errors, dictionary: this.dictionary, changed: () => this.changed() })}${this.saveBar()}</form>`;
  }

  json() {
    const text = this.typed ?? JSON.stringify(this.edited, null, 2);
    return html`<form novalidate @submit=${(event) => { event.preventDefault(); this.save(); }}>
      <p class="quiet">${t('editor.json.lead')} <a href="/api/policy/schema/item" download="item.schema.json">${t('editor.json.schema')}</a></p>
      <div class="json-field">${textArea({ name: 'json', label: t('editor.json.label'), rows: 30, value: text, error: faultAt(this.errors, 'json'), onInput: (value) => { this.typed = value; } })}</div>
      ${this.errors.some(({ field }) => field?.startsWith('/content')) ? html`<ul class="faults">${this.errors.map(({ field, message }) => html`<li><code>${field}</code> ${message}</li>`)}</ul>` : nothing}
      ${this.saveBar()}</form>`;
  }

  saveBar() {
    return html`<div class="save-bar"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : t('editor.save')}</button>
      ${this.isChanged || this.typed !== null ? html`<button type="button" class="button second" @click=${() => { this.reset(); this.requestUpdate(); }}>${t('editor.undo')}</button>` : nothing}
      ${savedAt({ at: this.savedAt ?? this.draft.updatedAt, saving: this.busy })}</div>`;
  }

  sentences() {
    const { sentences, benefit } = this.draft;
    const own = sentences.filter(({ common }) => !common);
    const list = (chosen) => html`<ol class="conditions">${chosen.map(({ text, clause }) => html`<li><span>${text}</span><span class="clause-no">${clause}</span></li>`)}</ol>`;
    return html`${benefit ? html`<p><strong>${benefit}</strong></p>` : nothing}${list(own)}
      <details class="more"><summary>${t('editor.common', { count: sentences.length - own.length })}</summary>${list(sentences.filter(({ common }) => common))}</details>`;
  }

  side() {
    const { draft } = this;
    const { review } = draft;
    return html`<aside class="side" aria-label=${t('editor.side')}>
      <div class="side-block"><h2>${t('editor.next')}</h2>
        ${draft.returned && draft.state === 'DRAFT' ? note(html`<strong>${t('editor.returned')}</strong> ${draft.returned}`, 'stop') : nothing}
        ${draft.faults.length ? note(t('editor.stale', { count: draft.faults.length }), 'stop') : nothing}
        <fpo-draft-moves .draft=${draft} ?unsaved=${this.isChanged} @moved=${() => this.moved()}></fpo-draft-moves>
        ${['DRAFT', 'SUBMITTED'].includes(draft.state) ? html`<p><a href="/editor/simulate?draft=${draft.id}">${t('editor.trial')}</a></p>` : nothing}</div>
      ${draft.kind === 'ITEM' && this.mayEdit ? html`<div class="side-block"><h2>${t('editor.preview')}</h2>${this.sentences()}</div>` : nothing}
      <div class="side-block">${facts([
        [t('editor.field.base'), draft.kind === 'ITEM' ? (draft.base ? html`<a href="/items/${draft.code}">${t('editor.version', { version: draft.base })}</a>` : t('editor.newItem')) : undefined],
        [t('editor.field.by'), draft.hands.join(t('editor.comma'))],
        [t('editor.field.changed'), moment(draft.updatedAt)],
        [t('editor.review'), review ? html`${review.number}<br>${review.authority}<br>${review.conclusion}<br><span class="quiet">${t('editor.review.valid', { from: day(review.validFrom), to: day(review.validTo) })}</span>` : undefined],
        [t('editor.field.published'), draft.inForceFrom ? html`${draft.kind === 'ITEM' ? t('editor.version', { version: draft.publishedVersion }) : nothing} ${t('editor.from', { day: day(draft.inForceFrom) })}` : undefined],
        [t('editor.field.publisher'), draft.publishedBy],
      ])}</div></aside>`;
  }

  main() {
    if (this.draft.kind === 'PACKAGE') return this.draft.preview ? previewOf(this.draft.preview) : html`<p>${t('editor.package.done')}</p>`;
    if (this.view === 'changes') return this.draft.base ? (this.changes ? changeList(this.changes) : nothing) : html`<p>${t('editor.newItem')}</p>`;
    if (!this.mayEdit) return this.view === 'json' ? html`<pre class="json">${JSON.stringify(this.draft.content, null, 2)}</pre>` : this.sentences();
    return { json: () => this.json(), terms: () => this.terms() }[this.view]?.() ?? this.fields();
  }

  body() {
    const at = (key) => `/editor/drafts/${this.draft.id}${key === 'fields' ? '' : `?view=${key}`}`;
    const views = ['fields', ...(this.mayEdit ? ['terms'] : []), 'json', 'changes'].map((key) => ({ key, href: at(key), text: t(key === 'fields' && !this.mayEdit ? 'editor.view.sentences' : `editor.view.${key}`) }));
    return html`${this.draft.kind === 'ITEM' ? tabs(t('editor.views'), views, this.view) : nothing}
      <div class="columns draft"><div>${this.main()}</div>${this.side()}</div>`;
  }
}
