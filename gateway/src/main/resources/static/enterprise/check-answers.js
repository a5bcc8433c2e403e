/** Everything once more before it is sent; each answer can be changed from here and leads back here. */
import { amount, api, chip, day, estimateText, facts, go, html, nothing, t, tick } from '/kit/kit.js';
import { factValue } from '/kit/match.js';
import { isOfSystem, paperText } from '/kit/papers.js';
import { FilingPage, tasksOf } from './filing-page.js';
import { recordNames } from './records.js';

export default class CheckAnswers extends FilingPage {
  static properties = { promised: { state: true } };

  heading() { return t('checkAnswers.title'); }
  lead() { return this.filing ? `${this.filing.itemCode} ${this.filing.title ?? ''}` : nothing; }
  back() { return { href: this.path, text: t('filing.tasks') }; }

  async prepare() {
    if (!this.editable) { go(this.path, { replace: true }); return; }
    const [names] = await Promise.all([this.filing.project ? recordNames(this.filing.creditCode) : new Map(), this.assess()]);
    this.names = names;
  }

  /** What stands in the way, each with the place where it is mended. */
  lacking() {
    const left = tasksOf(this.filing, this.item, this.assessment);
    return ['facts', 'lines', 'documents', 'contact'].filter((name) => left[name]).map((name) => ({ message: `${t(`task.${name}`)}${t('kit.colon')}${t(`task.${name}.left`, { count: left[name] })}`, href: `${this.path}/${name}?from=check` }));
  }

  async submit(event) {
    event.preventDefault();
    const errors = this.lacking();
    if (!this.promised) errors.push({ field: 'promise', message: t('checkAnswers.promise.missing') });
    await this.submitOnce(async () => {
      await api.act(`${this.api}/submit`, {}, { of: this.filing });
      go(`${this.path}/receipt`);
    }, { wrong: errors, refused: (problem) => this.refused(problem) });
  }

  refused(problem) {
    const { clauses = [], missing = [], documents = [] } = problem.properties;
    const details = [
      ...clauses.map((clause) => ({ message: `${clause.text} ${clause.clause ?? ''}`, href: `${this.path}/facts?from=check` })),
      ...missing.map((each) => ({ message: this.dictionary.get(each.key ?? each)?.name ?? each.key ?? each, href: `${this.path}/facts?from=check` })),
      ...documents.map((code) => ({ message: paperText(code, this.filing.documents), href: `${this.path}/documents?from=check` })),
      ...problem.errors.map(({ field, message }) => ({ message, href: `${this.path}/${/line/i.test(field) ? 'lines' : /contact/.test(field) ? 'contact' : 'facts'}?from=check` })),
    ];
    this.fail([{ message: problem.message }, ...details]);
  }

  section(name, content) {
    return html`<section class="section" aria-labelledby="s-${name}"><div class="section-head"><h2 id="s-${name}">${t(`task.${name}`)}</h2><p><a href="${this.path}/${name}?from=check">${t('checkAnswers.change')}<span class="vh">${t('kit.colon')}${t(`task.${name}`)}</span></a></p></div>${content}</section>`;
  }

  body() {
    const { filing, item } = this;
    if (!this.editable) return nothing;
    const declared = Object.entries(filing.facts ?? {});
    const kinds = new Map((item?.form?.claimLines ?? []).map((kind) => [kind.kind, kind]));
    return html`${facts([
        [t('filings.enterprise'), `${filing.enterpriseName} ${filing.creditCode}`],
        [t('filing.record'), filing.project ? this.names?.get(filing.project) ?? filing.project : undefined],
        [t('filing.estimate'), estimateText(this.assessment?.estimate) || undefined],
        [t('filing.verdict'), this.assessment ? chip(t(`verdict.${this.assessment.verdict}`), this.assessment.verdict === 'ELIGIBLE' ? 'go' : '') : undefined],
      ])}
      ${item?.form?.questions?.length || declared.length ? this.section('facts', declared.length ? facts(declared.map(([key, value]) => [this.dictionary.get(key)?.name ?? key, factValue(value, this.dictionary.get(key))])) : html`<p class="quiet">${t('checkAnswers.noFacts')}</p>`) : nothing}
      ${kinds.size ? this.section('lines', (filing.claimLines ?? []).length ? html`<ul class="plain-list">${filing.claimLines.map((line) => html`<li><strong>${kinds.get(line.kind)?.name ?? line.kind} ${line.reference}</strong>${line.netAmount ? html`　${amount(line.netAmount)}` : nothing}${line.paidOn ? html` <span class="quiet">${t('lines.paid', { day: day(line.paidOn) })}</span>` : nothing}</li>`)}</ul>` : html`<p class="quiet">${t('checkAnswers.none')}</p>`) : nothing}
      ${this.section('documents', html`<ul class="document-names">${(filing.documents ?? []).filter((document) => !isOfSystem(document)).map((document) => html`<li><span class="item-code">${document.code}</span>${document.name} ${chip(document.provided ? t('kit.document.there') : document.required ? t('kit.document.wanted') : t('kit.document.optional'), document.provided ? 'go' : document.required ? 'todo' : '')}${(document.files ?? []).map((file) => html` <span class="quiet">${file.name}</span>`)}</li>`)}</ul>`)}
      ${this.section('contact', filing.contact ? facts([[t('contact.name'), filing.contact.name], [t('contact.phone'), filing.contact.phone], [t('contact.email'), filing.contact.email]]) : html`<p class="quiet">${t('checkAnswers.none')}</p>`)}
      <form class="section form" novalidate @submit=${this.submit}>
        ${tick({ name: 'promise', label: t('checkAnswers.promise'), checked: this.promised, error: this.errorOf('promise'), onChange: (on) => { this.promised = on; } })}
        <p>${t('checkAnswers.after')}</p>
        <div class="buttons"><button class="button" ?disabled=${this.busy}>${this.busy ? t('kit.working') : filing.state === 'CORRECTION' ? t('checkAnswers.resubmit') : t('checkAnswers.submit')}</button></div></form>`;
  }
}
