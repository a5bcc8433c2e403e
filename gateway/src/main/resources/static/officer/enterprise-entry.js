/** An enterprise's entry: what it is called and was called, where it is, how it counts, and the steps in its life. */
import { html, nothing } from 'lit';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, day, number, when } from '../kit/format.js';
import { chip, clusterChip, facts } from '../kit/parts.js';
import { hasRole } from '../kit/session.js';
import { empty, note } from '../kit/states.js';
import { moveDialog } from './enterprise-moves.js';

const MOVES = { ACTIVE: ['rename', 'address', 'merge', 'close'], CLOSED: ['reopen'] };
const COUNTS = ['ent.staffYearEnd', 'ent.revenueYear', 'ent.assetsYearEnd'];

export async function loadEntry(code) {
  const [addresses, scale] = await Promise.all([api.get(`/api/industry/enterprises/${code}/addresses`), api.get(`/api/industry/enterprises/${code}/scale`)]);
  return { addresses, scale };
}

export function entryView(page) {
  const { enterprise, entry } = page;
  if (!entry) return nothing;
  const { ending } = enterprise;
  return html`
    ${ending ? note(t(`officer.enterprise.ended.${ending.kind}`, { on: day(ending.on), into: ending.successorName ?? '' }), 'stop') : nothing}
    ${facts([
      [t('officer.filings.creditCode'), html`<span class="code">${enterprise.creditCode}</span>`],
      [t('officer.enterprises.industry'), html`<span class="code">${enterprise.industryCode}</span> ${enterprise.industryName ?? t('officer.register.unnamed', { division: enterprise.industryDivisionName ?? '' })}`],
      [t('officer.enterprise.established'), enterprise.established ? day(enterprise.established) : null],
      [t('officer.register.reason'), ending?.reason],
      [t('officer.register.successor'), ending?.successor ? html`<a href="/officer/enterprises/${ending.successor}?view=entry">${ending.successorName}</a>` : null],
      [t('officer.register.predecessors'), enterprise.predecessors.length ? html`<ul class="plain-list">${enterprise.predecessors.map((each) => html`<li><a href="/officer/enterprises/${each.creditCode}?view=entry">${each.name}</a> <span class="quiet">${day(each.on)}</span></li>`)}</ul>` : null],
    ])}
    ${hasRole('INTAKE', 'ADMIN') ? html`<div class="buttons">${MOVES[enterprise.status].map((step) => html`<button type="button" class="button second small ${step === 'close' || step === 'merge' ? 'danger' : ''}" @click=${() => moveDialog(step, page)}>${t(`officer.register.${step === 'address' ? 'move' : step}`)}</button>`)}<a href="/officer/enterprises/${enterprise.creditCode}/edit">${t('officer.register.correct')}</a></div>` : nothing}
    <section class="section" aria-labelledby="names"><h2 id="names">${t('officer.register.names')}</h2>
      <table class="table work"><caption class="vh">${t('officer.register.names')}</caption><thead><tr><th scope="col">${t('officer.register.name')}</th><th scope="col">${t('officer.register.until')}</th></tr></thead>
        <tbody><tr><th scope="row">${enterprise.name}</th><td data-label=${t('officer.register.until')}>${t('officer.register.now')}</td></tr>
        ${enterprise.formerNames.map((former) => html`<tr><th scope="row">${former.name}</th><td data-label=${t('officer.register.until')}>${when(former.until)}</td></tr>`)}</tbody></table></section>
    ${addressSection(entry.addresses, enterprise)}
    ${scaleSection(entry.scale)}
    <section class="section" aria-labelledby="belongs"><h2 id="belongs">${t('officer.register.clusters')}</h2>
      ${enterprise.clusters.length ? html`<ul class="plain-list">${enterprise.clusters.map((each) => html`<li>${each.taxonomy === 2019 ? clusterChip(each.code, each.name) : each.name} <span class="quiet">${each.taxonomy} · ${t(`officer.register.by.${each.by}`)}${each.primary ? ` · ${t('officer.register.primary')}` : ''}</span></li>`)}</ul>` : html`<p class="quiet">${tc('cluster', 'NONE')}</p>`}</section>`;
}

function addressSection(addresses, enterprise) {
  const zone = addresses.inZone === undefined ? t('officer.register.zone.unknown') : t(addresses.inZone ? 'officer.register.zone.yes' : 'officer.register.zone.no');
  return html`<section class="section" aria-labelledby="addresses"><h2 id="addresses">${t('officer.register.addresses')}</h2>
    <p>${zone} <span class="quiet">${t(`officer.register.basis.${addresses.basis}`)}</span></p>
    ${addresses.addresses.length ? html`<table class="table work"><caption class="vh">${t('officer.register.addresses')}</caption>
      <thead><tr><th scope="col">${t('officer.register.address')}</th><th scope="col">${t('officer.register.kind')}</th><th scope="col">${t('officer.register.since')}</th><th scope="col">${t('officer.register.until')}</th><th scope="col">${t('officer.register.zone')}</th></tr></thead>
      <tbody>${addresses.addresses.map((each) => html`<tr><th scope="row">${each.address}${each.reason ? html`<span class="row-sub">${each.reason}</span>` : nothing}</th>
        <td data-label=${t('officer.register.kind')}>${t(`officer.register.kind.${each.kind}`)}</td><td data-label=${t('officer.register.since')}>${when(each.since)}</td>
        <td data-label=${t('officer.register.until')}>${each.until ? when(each.until) : t('officer.register.now')}</td><td data-label=${t('officer.register.zone')}>${t(each.inZone ? 'kit.yes' : 'kit.no')}</td></tr>`)}</tbody></table>`
      : enterprise.address ? html`<p>${enterprise.address} <span class="quiet">${t('officer.register.undated')}</span></p>` : empty(t('officer.register.noAddress'), t('officer.register.noAddressText'))}</section>`;
}

const limit = (figure, which) => (figure.limits ? (figure.key === 'ent.staffYearEnd' ? number(figure.limits[which], 0) : amount(figure.limits[which])) : html`<span class="quiet">${t('officer.register.unused')}</span>`);

function scaleSection(scale) {
  const { size, aboveScale } = scale;
  const { threshold } = aboveScale;
  const result = size.sizeClass ? size.name : !size.row ? t('officer.register.notCovered') : t('officer.register.missing', { facts: size.missing.map((key) => t(`officer.register.count.${key}`)).join(t('kit.list')) });
  return html`<section class="section" aria-labelledby="scale"><h2 id="scale">${t('officer.register.scale', { year: scale.year })}</h2>
    ${scale.entry.differs ? note(t('officer.register.differs')) : nothing}
    ${facts([
      [t('officer.enterprises.size'), html`${result} <span class="quiet">${t('officer.register.inEntry', { value: tc('officer.size', scale.entry.sizeClass) || '–' })}</span>`],
      [t('officer.register.row'), size.row ? html`${size.rowName} <span class="quiet">${size.source}</span>` : null],
      [t('officer.enterprises.aboveScale'), html`${chip(t(`officer.register.above.${aboveScale.status}`))} <span class="quiet">${t('officer.register.inEntry', { value: t(scale.entry.aboveScale ? 'kit.yes' : 'kit.no') })}</span>`],
      [t('officer.register.threshold'), threshold ? html`${threshold.name}${t('kit.colon')}${amount(threshold.revenue)}${threshold.staff ? ` ${t('officer.register.orStaff', { n: threshold.staff })}` : ''} <span class="quiet">${t('officer.register.inForce', { from: day(threshold.from) })} · ${threshold.source}</span>` : null],
    ])}
    <table class="table work"><caption class="vh">${t('officer.register.scale', { year: scale.year })}</caption>
      <thead><tr><th scope="col">${t('officer.register.count')}</th><th scope="col" class="num">${t('officer.register.value')}</th>${['large', 'medium', 'small'].map((which) => html`<th scope="col" class="num">${t(`officer.register.limit.${which}`)}</th>`)}<th scope="col">${t('officer.register.source')}</th></tr></thead>
      <tbody>${COUNTS.map((key) => scale.numbers.find((each) => each.key === key)).map((each) => html`<tr><th scope="row">${t(`officer.register.count.${each.key}`)}</th>
        <td class="num" data-label=${t('officer.register.value')}>${each.value === undefined ? '–' : each.key === 'ent.staffYearEnd' ? number(each.value, 0) : amount(each.value)}</td>
        ${['large', 'medium', 'small'].map((which) => html`<td class="num" data-label=${t(`officer.register.limit.${which}`)}>${limit(each, which)}</td>`)}
        <td data-label=${t('officer.register.source')}>${each.source ? html`${tc('source', each.source)} <span class="quiet">${t(each.verified ? 'officer.register.verified' : 'officer.register.declared')}</span>` : '–'}</td></tr>`)}</tbody></table></section>`;
}
