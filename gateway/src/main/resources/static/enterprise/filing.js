/** One filing: as a task list while it is a draft or in correction, as a case with its timeline afterwards. */
import { amount, api, chip, confirm, day, estimateText, facts, go, html, moment, nothing, note, sampleLabel, say, stepTable, t, tc, textField, timeline, trace } from '/kit/kit.js';
import { FilingPage, tasksOf } from './filing-page.js';
import { recordNames } from './records.js';
import '/kit/documents.js';
import { paper, shownBy, withPapers } from '/kit/papers.js';
import { waits } from '/kit/waits.js';
import '/kit/letters.js';

const TASKS = ['facts', 'lines', 'documents', 'contact'];
const ACCOUNT = ['name', 'number', 'bank', 'cnaps'];
/** Where new files may still prove that an instalment is due. */
const PAYABLE = ['APPROVED', 'ON_NOTICE', 'OBJECTED', 'CONFIRMED', 'PAYING'];

export default class FilingCase extends FilingPage {
  static properties = { steps: { state: true }, instalments: { state: true }, busy: { state: true }, account: { state: true } };

  heading() { return this.filing ? (this.filing.title ?? this.filing.itemCode) : t('filing.title'); }
  lead() { return this.filing ? html`<span class="item-code">${this.filing.number ?? ''}</span>${this.filing.enterpriseName}` : nothing; }
  back() { return { href: '/enterprise/filings', text: t('nav.filings') }; }
  measure() { return 'wide'; }

  async prepare() {
    const [steps, instalments, names] = await Promise.all([
      api.get(`${this.api}/timeline`).catch(() => this.filing.history ?? []),
      this.editable ? [] : api.get(`${this.api}/instalments`).catch(() => []),
      this.filing.project ? recordNames(this.filing.creditCode) : new Map(),
      this.editable ? this.assess() : null,
    ]);
    Object.assign(this, { steps: steps.map((step) => ({ ...step, text: withPapers(step.text, this.filing.documents) })), instalments, names, account: { name: this.filing.enterpriseName, ...this.account } });
  }

  /** Turning down what the enterprise never asked for. */
  get declining() { return this.free && this.filing.state === 'DRAFT'; }

  async withdraw() {
    const { filing, declining: declined } = this;
    const done = await confirm({
      title: t(this.declining ? 'filing.decline.title' : 'filing.withdraw.title'), danger: true, yes: t(this.declining ? 'filing.decline' : 'filing.withdraw.yes'),
      body: html`<p>${t(this.free ? 'filing.decline.text' : 'filing.withdraw.text', { number: filing.number ?? '', title: filing.title })}</p>`,
      run: () => api.act(`${this.api}/withdraw`, {}, { of: filing }),
    });
    if (!done) return;
    say(t(declined ? 'filing.declined' : 'filing.withdrawn'));
    await this.reload({ quiet: true });
  }

  set(name) { return (value) => { this.account = { ...this.account, [name]: value }; }; }

  /** What is wrong with the account as typed. */
  wrong() {
    const { name = '', number = '', bank = '', cnaps = '' } = this.account;
    const errors = [];
    if (name.trim() !== this.filing.enterpriseName) errors.push({ field: 'account.name', message: t('filing.account.notOwn', { name: this.filing.enterpriseName }) });
    if (!/^\d{8,32}$/.test(number.replace(/[\s-]/g, ''))) errors.push({ field: 'account.number', message: t('filing.account.needNumber') });
    if (bank.trim().length < 2) errors.push({ field: 'account.bank', message: t('filing.account.needBank') });
    if (!/^\d{12}$/.test(cnaps.trim())) errors.push({ field: 'account.cnaps', message: t('filing.account.needCnaps') });
    return errors;
  }

  async confirmWillingness(event) {
    event.preventDefault();
    const { filing } = this;
    const errors = this.wrong();
    if (errors.length) { this.fail(errors); return; }
    this.errors = [];
    const { name, number, bank, cnaps } = this.account;
    const account = { name: name.trim(), number: number.replace(/[\s-]/g, ''), bank: bank.trim(), cnaps: cnaps.trim() };
    const done = await confirm({
      title: t('filing.will.title'), yes: t('filing.will.yes'),
      body: html`<p>${t('filing.will.text', { title: filing.title, amount: estimateText(this.assessment?.estimate ?? filing.estimate), tail: account.number.slice(-4) })}</p>`,
      run: () => api.act(`${this.api}/submit`, { account }, { of: filing }),
    });
    if (done) go(`${this.path}/receipt`);
  }

  /** What the officer asked to be mended, exactly. */
  correction() {
    const returned = (this.filing.decisions ?? []).filter(({ kind }) => kind === 'RETURN').at(-1);
    if (this.filing.state !== 'CORRECTION') return nothing;
    const points = Array.isArray(returned?.body) ? returned.body : returned?.body?.points ?? [];
    return html`<section class="panel correction" aria-labelledby="correction"><h2 id="correction">${t('filing.correction')}</h2>
      <p>${this.filing.dueOn ? t('filing.correction.due', { day: day(this.filing.dueOn, { weekday: true }) }) : t('filing.correction.text')}</p>
      <ol>${points.map((point) => html`<li>${point.text ?? point}${this.about(point)}</li>`)}</ol>${returned?.body?.reason ? html`<p>${t('filing.correction.reason', { reason: returned.body.reason })}</p>` : nothing}${returned?.at ? html`<p class="quiet">${moment(returned.at)}</p>` : nothing}</section>`;
  }

  /** What a point of the notice is about, with the page where it is mended. */
  about({ clause, document, line }) {
    const parts = [clause, document && html`<a href="${this.path}/documents">${paper(document, this.filing.documents)}</a>`, line && html`<a href="${this.path}/lines">${t('filing.correction.line', { line })}</a>`].filter(Boolean);
    return parts.length ? html`<br><span class="quiet">${parts.map((part, at) => html`${at ? ' · ' : nothing}${part}`)}</span>` : nothing;
  }

  refusal() {
    const refused = (this.filing.decisions ?? []).filter(({ kind }) => kind === 'REFUSE' || kind === 'REJECT').at(-1);
    if (!refused || !['REFUSED', 'REJECTED'].includes(this.filing.state)) return nothing;
    const reasons = Array.isArray(refused.body) ? refused.body : refused.body?.reasons ?? [];
    return html`<section class="panel failed" aria-labelledby="refusal"><h2 id="refusal">${tc('state', this.filing.state)}</h2><ul>${reasons.map((reason) => html`<li>${reason.text ?? reason}${reason.clause ? html` <span class="clause-no">${reason.clause}</span>` : nothing}</li>`)}</ul><p class="quiet">${t('filing.remedy')}</p></section>`;
  }

  task(name, left) {
    const { filing } = this;
    if (name === 'lines' && !(this.item?.form?.claimLines ?? []).length) return nothing;
    if (name === 'facts' && !(this.item?.form?.questions ?? []).length && !left) return nothing;
    const text = left ? t(`task.${name}.left`, { count: left }) : name === 'lines' ? (filing.claimLines?.length ? t('task.lines.done', { count: filing.claimLines.length }) : t('task.lines.optional')) : t('task.done');
    return html`<li class="task"><a href="${this.path}/${name}">${t(`task.${name}`)}</a><p class="quiet">${t(`task.${name}.text`)}</p>${chip(text, left ? 'todo' : 'go')}</li>`;
  }

  tasks() {
    const left = tasksOf(this.filing, this.item, this.assessment);
    const open = TASKS.reduce((count, name) => count + (left[name] ? 1 : 0), 0);
    const verdict = this.assessment?.verdict;
    return html`<section aria-labelledby="tasks"><h2 id="tasks" class="section-head">${t('filing.tasks')}</h2><p>${open ? t('filing.tasks.open', { count: open }) : t('filing.tasks.ready')}</p>
      <ul class="tasks">${TASKS.map((name) => this.task(name, left[name]))}</ul>
      ${verdict === 'INELIGIBLE' ? note(html`<strong>${t('filing.unfit')}</strong> ${this.assessment.clauses.filter(({ state }) => state === 'UNMET').map(({ text }) => text).join(t('kit.semicolon'))}`) : nothing}
      <p class="saved">${t('filing.kept')}</p>
      <div class="buttons"><a class="button" href="${this.path}/check">${t('filing.check')}</a>${this.withdrawButton()}</div></section>`;
  }

  willingness() {
    const eligible = !this.assessment || this.assessment.verdict === 'ELIGIBLE';
    return html`<section aria-labelledby="willing"><h2 id="willing" class="section-head">${t('filing.will')}</h2><p class="measure">${t('filing.will.lead')}</p>
      <p class="combination-total">${estimateText(this.assessment?.estimate ?? this.filing.estimate)}</p>
      ${eligible ? nothing : note(t('filing.will.changed'))}
      ${this.filing.actions.includes('submit') && eligible ? html`<form class="form" novalidate @submit=${this.confirmWillingness}><h3>${t('filing.account')}</h3><p class="quiet">${t('filing.account.lead')}</p>
        ${ACCOUNT.map((field) => textField({ name: `account.${field}`, label: t(`filing.account.${field}`), value: this.account[field], maxlength: 140, hint: field === 'cnaps' ? t('filing.account.cnaps.hint') : undefined, error: this.errorOf(`account.${field}`), onInput: this.set(field) }))}
        <div class="buttons"><button class="button">${t('filing.will.button')}</button>${this.withdrawButton()}</div></form>` : html`<div class="buttons">${this.withdrawButton()}</div>`}</section>`;
  }

  withdrawButton() {
    return this.filing.actions.includes('withdraw') ? html`<button type="button" class="button second" @click=${this.withdraw}>${t(this.declining ? 'filing.decline' : 'filing.withdraw')}</button>` : nothing;
  }

  money() {
    if (!this.instalments?.length) return nothing;
    return html`<section class="section" aria-labelledby="money"><h2 id="money">${t('filing.money')}</h2>
      <fpo-table caption=${t('filing.money')} .rows=${this.instalments} .columns=${[
        { key: 'trigger', label: t('filing.trigger'), cell: (instalment) => html`<span>${instalment.triggerName ?? tc('trigger', instalment.trigger)}${shownBy(instalment, this.filing.documents)}</span>` },
        { key: 'state', label: t('filings.state'), cell: (instalment) => html`${chip(instalment.stateName ?? tc('pay', instalment.state), instalment.state === 'FAILED' ? 'stop' : ['PAID', 'RECONCILED'].includes(instalment.state) ? 'go' : '')}${instalment.reason ? html`<br><span class="quiet">${instalment.reason}</span>` : nothing}` },
        { key: 'paidOn', label: t('filing.paidOn'), cell: (instalment) => (instalment.paidOn ? day(instalment.paidOn) : '–') },
        { key: 'amount', label: t('filings.amount'), numeric: true, cell: (instalment) => amount(instalment.amount) },
      ]}></fpo-table></section>`;
  }

  /** What is next, who does it, until when. */
  next() {
    const { state, dueOn } = this.filing;
    const text = t(`next.${state}`);
    return ['CLOSED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'LAPSED'].includes(state) ? [] : [{ text, step: 'NEXT', actor: t(`next.${state}.who`), dueOn }];
  }

  body() {
    const { filing } = this;
    const judged = this.editable ? this.assessment : filing.trace;
    const clauses = judged?.clauses ?? (Array.isArray(filing.trace) ? filing.trace : []);
    return html`<div class="columns"><div>
      ${waits(filing)}${this.correction()}${this.refusal()}
      ${this.editable ? (this.free ? this.willingness() : this.tasks()) : nothing}
      ${this.editable ? nothing : html`<section aria-labelledby="steps"><h2 id="steps" class="section-head">${t('filing.timeline')}</h2>${timeline([...this.steps, ...this.next()])}</section>`}
      ${this.editable && this.filing.state === 'DRAFT' ? nothing : html`<section class="section" aria-labelledby="days"><h2 id="days">${t('filing.steps')}</h2>${stepTable(filing)}</section>`}
      ${filing.state === 'CLOSED' ? html`<section class="section" aria-labelledby="evaluation"><h2 id="evaluation">${t('selfReport.title')}</h2><p>${t('selfReport.lead')}</p><p><a class="button second" href="${this.path}/self-report">${t('selfReport.open')}</a></p></section>` : nothing}
      ${this.money()}
      <fpo-letters .filing=${filing.id} .state=${filing.state}></fpo-letters>
      ${this.editable || !filing.documents?.length || this.free ? nothing : html`<section class="section" aria-labelledby="papers"><h2 id="papers">${t('task.documents')}</h2>
        ${PAYABLE.includes(filing.state) ? html`<p class="quiet">${t('filing.papers.later')}</p>` : nothing}
        <fpo-documents .documents=${filing.documents} path="${this.api}/evidence" ?editable=${PAYABLE.includes(filing.state)}></fpo-documents></section>`}
      ${clauses.length ? html`<section class="section" aria-labelledby="trace"><h2 id="trace">${this.editable ? t('filing.trace.now') : t('filing.trace')} ${sampleLabel()}</h2><details class="more" ?open=${this.editable && clauses.some(({ state }) => state !== 'MET')}><summary>${t('filing.trace.count', { count: clauses.length })}</summary>${trace(clauses)}</details></section>` : nothing}
      ${this.editable && this.steps?.length ? html`<section class="section" aria-labelledby="steps"><h2 id="steps">${t('filing.timeline')}</h2>${timeline(this.steps)}</section>` : nothing}
    </div><aside class="side" aria-label=${t('filing.side')}><div class="side-block">${facts([
      [t('filings.number'), filing.number],
      [t('filing.item'), html`<a href="/items/${filing.itemCode}">${filing.itemCode} ${filing.title ?? ''}</a>`],
      [t('filings.enterprise'), html`${filing.enterpriseName}<br><span class="quiet">${filing.creditCode}</span>`],
      [t('filing.record'), filing.project ? this.names?.get(filing.project) ?? filing.project : undefined],
      [t('items.track'), tc('track', filing.track)],
      [t('items.line'), tc('line', filing.line)],
      [t('filing.estimate'), estimateText((this.editable && this.assessment?.estimate) || filing.estimate) || undefined],
      [t('filing.approved'), filing.approved ? amount(filing.approved) : undefined],
      [t('filing.account'), filing.account ? html`${filing.account.name}<br><span class="quiet">${filing.account.bank} ${filing.account.number}</span>` : undefined],
      [t('filing.submittedAt'), filing.submittedAt ? moment(filing.submittedAt) : undefined],
      [t('filings.due'), filing.dueOn ? day(filing.dueOn, { weekday: true }) : undefined],
      [t('filing.department'), filing.department],
    ])}</div>${!this.editable ? html`<p class="no-print">${this.withdrawButton()}</p><p class="no-print"><a href="${this.path}/receipt">${t('filing.receipt')}</a>　<button type="button" class="link" @click=${() => window.print()}>${t('check.print')}</button></p>` : nothing}</aside></div>`;
  }
}

