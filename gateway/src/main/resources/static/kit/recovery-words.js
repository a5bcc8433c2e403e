/** A recovery in words: its state as a chip, its money and its history, for officers and for the enterprise alike. */
import { html, nothing } from 'lit';
import { t } from './i18n.js';
import { amount, day, yuan } from './format.js';
import { chip, facts } from './parts.js';

export const RECOVERY_STATES = ['DEMANDED', 'ORDERED', 'SETTLED', 'WRITTEN_OFF', 'DROPPED'];

export const recoveryChip = ({ state, overdue }) => chip(overdue ? t('recovery.overdue') : t(`recovery.state.${state}`), overdue ? 'stop' : state === 'DEMANDED' ? 'todo' : state === 'ORDERED' ? 'go' : 'end');

/** What is claimed and why. */
export const recoveryFacts = (row, filingPath) => facts([
  [t('recovery.stateName'), recoveryChip(row)],
  [t('recovery.enterprise'), row.enterpriseName],
  [t('recovery.filing'), html`<a href="${filingPath}/${row.filing}">${row.filingNumber}</a> <span class="code">${row.itemCode}</span> ${row.title}`],
  [t('recovery.ground'), row.groundName],
  [t('recovery.reason'), row.reason],
  [t('recovery.demanded'), yuan(row.demanded)],
  [t('recovery.amount'), row.decidedOn && row.state !== 'DROPPED' ? yuan(row.amount) : null],
  [t('recovery.open'), yuan(row.open)],
  [t('recovery.demandedOn'), html`${day(row.demandedOn)}${row.demandedBy ? html` <span class="quiet">${row.demandedBy}</span>` : nothing}`],
  [t('recovery.heardUntil'), day(row.heardUntil, { weekday: true })],
  [t('recovery.statement'), row.statement ? html`${row.statement}${row.statedOn ? html` <span class="quiet">${day(row.statedOn)}</span>` : nothing}` : null],
  [t('recovery.decision'), row.decision ? html`${row.decision} <span class="quiet">${day(row.decidedOn)} ${row.decidedBy ?? ''}</span>` : null],
  [t('recovery.due'), row.dueOn ? day(row.dueOn, { weekday: true }) : null],
  [t('recovery.closedOn'), row.closedOn ? day(row.closedOn) : null],
]);

const list = (title, rows) => (rows.length ? html`<section class="section"><h2>${title}</h2><ul class="plain-list">${rows.map((row) => html`<li>${row}</li>`)}</ul></section>` : nothing);

/** What came in, dunnings, signatures and bans. */
export const recoveryHistory = (row) => html`
  ${list(t('recovery.receipts'), row.receipts.map((each) => html`${day(each.receivedOn)} <strong>${amount(each.amount)}</strong> ${t(`recovery.kind.${each.kind}`)} <span class="code">${each.reference}</span>`))}
  ${list(t('recovery.dunnings'), row.dunnings.map((each) => t('recovery.dunned', { on: day(each.dunnedOn), due: day(each.dueOn) })))}
  ${list(t('recovery.signatures', { n: row.signaturesNeeded }), row.signatures.map((each) => html`${each.person} <span class="quiet">${each.reason}</span>`))}
  ${list(t('recovery.bans'), row.bans.map((each) => html`${t('recovery.banned', { from: day(each.fromOn), until: day(each.untilOn) })} <span class="quiet">${each.reason}</span>${each.liftedOn ? html` ${chip(t('recovery.lifted', { on: day(each.liftedOn) }), 'end')} <span class="quiet">${each.liftReason}</span>` : nothing}`))}`;
