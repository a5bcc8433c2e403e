/** One recovery: the case as it stands, and the moves open to this person, each a short form that asks before it acts. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api, Problem } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { day, shortYuan, yuan } from '../kit/format.js';
import { selectField, textArea, textField } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { note } from '../kit/states.js';
import { say } from '../kit/toast.js';
import { recoveryFacts, recoveryHistory } from '../kit/recovery-words.js';
import '../kit/letters.js';
import { rowsOf } from './desk.js';
import { explain } from './move.js';

const FIELDS = { order: ['amount', 'reason'], drop: ['reason'], dun: [], repay: ['amount', 'bankReference', 'receivedOn'], 'write-off': ['reason'], ban: ['until', 'reason'], offset: ['instalment', 'amount'], 'confirm-offset': [], 'lift-ban': ['ban', 'reason'] };
const HARM = ['order', 'write-off', 'ban', 'confirm-offset'];
const PATH = { 'confirm-offset': 'offset/confirm' };
const KIND = { amount: 'money', receivedOn: 'date', until: 'date' };

export default class RecoveryPage extends Page {
  heading() { return this.row ? t('officer.recovery.title', { number: this.row.number }) : t('nav.recoveries'); }
  back() { return { href: '/officer/recoveries', text: t('nav.recoveries') }; }

  async load() {
    this.row = await api.get(`/api/fund/recoveries/${encodeURIComponent(this.params.id)}`);
    this.values = { amount: this.row.open };
    this.chosen = this.moves.includes(this.chosen) ? this.chosen : this.moves[0];
    this.instalments = this.row.offsetProposed || this.moves.includes('offset') ? await this.laterInstalments() : [];
  }

  /** What the enterprise is still to be paid on other filings, where it can be set off against. */
  async laterInstalments() {
    const { creditCode, filing } = this.row;
    const found = await Promise.all(['CONFIRMED', 'PAYING'].map((state) => api.get(`/api/fund/filings?creditCode=${creditCode}&state=${state}&size=50`)));
    const others = found.flatMap(rowsOf).filter(({ id }) => id !== filing);
    const plans = await Promise.all(others.map(async (other) => rowsOf(await api.get(`/api/fund/filings/${other.id}/instalments`)).map((instalment) => ({ ...instalment, number: other.number, title: other.title }))));
    return plans.flat().filter(({ state }) => state === 'PLANNED' || state === 'FAILED');
  }

  /** The offset that waits for its second person: how much, of which instalment, by whom. */
  proposed() {
    const { offsetProposed: offset } = this.row;
    if (!offset) return nothing;
    const from = this.instalments.find(({ id }) => id === offset.instalment);
    return note(t('officer.recovery.offsetProposed', { amount: yuan(offset.amount), from: from ? this.named(from) : offset.instalment, by: offset.proposedBy }));
  }

  named({ number, title, position, amount }) { return t('officer.recovery.instalmentOf', { number, title, n: position, amount: yuan(amount) }); }

  /** Bans that are in force and that somebody else ordered are the service's to tell; those lifted are left out here. */
  get openBans() { return this.row.bans.filter(({ liftedOn }) => !liftedOn); }

  /** What a field is chosen from, where it is not typed. */
  optionsOf(name) {
    if (name === 'ban') return this.openBans.map((ban) => ({ value: String(ban.id), text: `${t('recovery.banned', { from: day(ban.fromOn), until: day(ban.untilOn) })} ${ban.reason}` }));
    if (name === 'instalment') return this.instalments.map((instalment) => ({ value: instalment.id, text: this.named(instalment) }));
    return null;
  }

  get moves() { return (this.row.actions ?? []).filter((action) => FIELDS[action]); }

  choose(action) {
    this.chosen = action;
    this.errors = [];
    this.requestUpdate();
  }

  async move(event) {
    event.preventDefault();
    const action = this.chosen;
    const missing = FIELDS[action].filter((name) => !String(this.values[name] ?? '').trim());
    if (missing.length) return this.fail(missing.map((field) => ({ field, message: t('officer.recovery.need', { field: t(`officer.recovery.field.${field}`) }) })));
    this.errors = [];
    const { ban, ...body } = Object.fromEntries(FIELDS[action].map((name) => [name, String(this.values[name]).trim()]));
    const path = action === 'lift-ban' ? `bans/${ban}/lift` : PATH[action] ?? action;
    const asked = action === 'confirm-offset' ? this.row.offsetProposed.amount : this.values.amount ?? this.row.open;
    const done = await confirm({
      title: t(`officer.recovery.${action}.sure`, { amount: shortYuan(asked), number: this.row.number }), yes: t(`officer.recovery.${action}`), danger: HARM.includes(action),
      run: () => api.act(`/api/fund/recoveries/${this.row.id}/${path}`, body).catch((problem) => {
        throw problem instanceof Problem ? Object.assign(problem, { message: [explain(problem), ...problem.errors.map((error) => error.message)].join(' ') }) : problem;
      }),
    });
    if (!done) return undefined;
    say(t('officer.recovery.done'));
    return this.reload({ quiet: true });
  }

  field(name) {
    const common = { name, label: t(`officer.recovery.field.${name}`), value: this.values[name], error: this.errorOf(name), onInput: (value) => { this.values = { ...this.values, [name]: value }; } };
    const options = this.optionsOf(name);
    if (options) return options.length ? selectField({ ...common, options, blank: t('officer.choose'), onChange: (value) => { this.values = { ...this.values, [name]: value }; } }) : html`<p class="note">${t(`officer.recovery.none.${name}`)}</p>`;
    return name === 'reason' ? textArea({ ...common, rows: 3, maxlength: 1000 }) : textField({ ...common, kind: KIND[name] ?? 'text', maxlength: 35, hint: name === 'bankReference' ? t('officer.recovery.bankHint') : undefined });
  }

  body() {
    const { row, moves, chosen } = this;
    return html`${recoveryFacts(row, '/officer/filings')}${this.proposed()}
      ${moves.length ? html`<section class="decide" aria-labelledby="recovery-next"><h2 id="recovery-next">${t('officer.recovery.next')}</h2>
        ${moves.length > 1 ? html`<div class="decide-choice" role="group" aria-label=${t('officer.recovery.next')}>${moves.map((action) => html`<button type="button" class="pick" aria-pressed=${action === chosen} @click=${() => this.choose(action)}>${t(`officer.recovery.${action}`)}</button>`)}</div>` : nothing}
        <p>${t(`officer.recovery.${chosen}.lead`)}</p>
        <form class="move" novalidate @submit=${(event) => this.move(event)}>${FIELDS[chosen].map((name) => this.field(name))}
          <div class="buttons"><button class="button ${HARM.includes(chosen) ? 'danger' : ''}">${t(`officer.recovery.${chosen}`)}</button></div></form></section>` : nothing}
      <fpo-letters filing=${row.filing} recovery=${row.id} state="${row.state} ${row.dunnings.length}"></fpo-letters>
      ${recoveryHistory(row)}`;
  }
}
