/** Task: the claim lines: invoices, contracts, certificates, persons, each once across all items and years. */
import { amount, cleanNumber, html, isNumber, nothing, savedAt, sum, t, textField } from '/kit/kit.js';
import { FilingPage } from './filing-page.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export default class Lines extends FilingPage {
  static properties = { lines: { state: true } };

  heading() { return t('task.lines'); }
  lead() { return t('lines.lead'); }

  async prepare() {
    this.kinds = this.item?.form?.claimLines ?? [];
    const given = this.filing.claimLines ?? [];
    this.lines = given.length ? given.map(({ kind, reference, netAmount, paidOn }) => ({ kind, reference, netAmount: netAmount ?? '', paidOn: paidOn ?? '' })) : this.kinds.map(({ kind }) => this.fresh(kind));
  }

  fresh(kind) { return { kind, reference: '', netAmount: '', paidOn: '' }; }
  asks(kind, field) { return (this.kinds.find((each) => each.kind === kind)?.fields ?? ['reference', 'netAmount', 'paidOn']).includes(field); }
  set(n, name) { return (value) => { this.lines = this.lines.map((line, i) => (i === n ? { ...line, [name]: value } : line)); }; }

  async submit(event) {
    event.preventDefault();
    const errors = [];
    const claimLines = [];
    this.lines.forEach((line, n) => {
      if (!line.reference.trim() && !line.netAmount && !line.paidOn) return;
      const wrong = (name, message) => errors.push({ field: `lines.${n}.${name}`, message: t('lines.at', { n: n + 1, message }) });
      if (line.netAmount && !(isNumber(line.netAmount) && Number(cleanNumber(line.netAmount)) > 0)) wrong('netAmount', t('lines.netAmount.wrong'));
      if (line.paidOn && !DAY.test(line.paidOn)) wrong('paidOn', t('lines.paidOn.wrong'));
      const [whole, part = ''] = cleanNumber(line.netAmount).split('.');
      claimLines.push({ kind: line.kind, ...(line.reference.trim() && { reference: line.reference.trim() }), ...(line.netAmount && { netAmount: `${whole}.${part.padEnd(2, '0')}` }), ...(line.paidOn && { paidOn: line.paidOn }) });
    });
    if (errors.length) { this.fail(errors); return; }
    this.errors = [];
    if (await this.save({ claimLines })) this.done();
  }

  async failWith(problem) {
    const errors = (problem.errors ?? []).map(({ field, message }) => {
      const found = /claimLines\[(\d+)\]\.?(\w*)/.exec(field ?? '');
      return found ? { field: `lines.${found[1]}.${found[2] || 'reference'}`, message: t('lines.at', { n: Number(found[1]) + 1, message }) } : { message };
    });
    return errors.length ? this.fail(errors) : super.failWith(problem);
  }

  line(line, n) {
    const kind = this.kinds.find((each) => each.kind === line.kind);
    const field = (name, rest) => (this.asks(line.kind, name) ? textField({ name: `lines.${n}.${name}`, label: t(`lines.${name}`), hint: t(`lines.${name}.hint`), value: line[name], error: this.errorOf(`lines.${n}.${name}`), onInput: this.set(n, name), ...rest }) : nothing);
    return html`<fieldset class="record"><legend>${t('lines.line', { kind: kind?.name ?? line.kind, n: n + 1 })}</legend>
      ${field('reference', { width: 'medium', maxlength: 64 })}${field('netAmount', { kind: 'money' })}${field('paidOn', { kind: 'date' })}
      <button type="button" class="link" @click=${() => { this.lines = this.lines.filter((_, i) => i !== n); }}>${t('lines.remove', { n: n + 1 })}</button></fieldset>`;
  }

  body() {
    const good = this.lines.filter(({ netAmount }) => isNumber(netAmount)).map(({ netAmount }) => cleanNumber(netAmount));
    return html`<form class="form" novalidate @submit=${this.submit}>
      ${this.lines.length ? this.lines.map((line, n) => this.line(line, n)) : html`<p>${t('lines.none')}</p>`}
      <p class="chips">${this.kinds.map(({ kind, name }) => html`<button type="button" class="button second" @click=${() => { this.lines = [...this.lines, this.fresh(kind)]; }}>${t('lines.add', { kind: name ?? kind })}</button>`)}</p>
      ${good.length ? html`<p>${t('lines.sum')} <strong>${amount(sum(good))}</strong></p>` : nothing}
      ${savedAt({ at: this.saved, saving: this.saving, failed: this.failed })}
      <div class="buttons"><button class="button" ?disabled=${this.saving}>${t('task.save')}</button><a href=${this.path}>${t('task.later')}</a></div></form>`;
  }
}
