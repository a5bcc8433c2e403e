/** A bulletin to be read and printed: the overview, then for each measure what the numbers say and the table that they stand in. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { CLUSTERS } from '../kit/brand.js';
import { clusterChip } from '../kit/parts.js';
import { sampleLabel } from '../kit/states.js';
import { mostOf, rate, rateCell, withheld } from './cells.js';
import { stylesheet } from '../kit/stylesheet.js';
import './desk.js';

await stylesheet('/analyst/bulletin.css');

const signed = (value) => (value === undefined || value === null ? '–' : rate(value));

export default class BulletinPage extends Page {
  heading() { return this.bulletin?.title ?? t('analyst.bulletins.title'); }
  back() { return { href: '/analyst/bulletins', text: t('analyst.bulletins.title') }; }
  aside() { return html`${this.bulletin?.sample ? sampleLabel() : nothing}`; }
  lead() { return this.bulletin ? t('analyst.bulletin.lead', { vintage: this.bulletin.vintage ?? '–' }) : nothing; }

  async load() { this.bulletin = await api.get(`/api/industry/bulletins/${encodeURIComponent(this.params.period)}`); }

  name(line) { return CLUSTERS.includes(line.cluster) ? clusterChip(line.cluster, line.name) : line.cluster === 'TOTAL' ? t('analyst.cluster.TOTAL') : line.name ?? tc('analyst.cluster', line.cluster); }

  overview() {
    const { sections, toDate } = this.bulletin;
    return html`<section class="bulletin-overview" aria-labelledby="overview"><h2 id="overview">${t('analyst.bulletin.overview')}</h2>
      <div class="table-scroll" role="group" tabindex="0" aria-labelledby="overview"><table class="table compact cards"><caption class="vh">${t('analyst.bulletin.overview')}</caption><thead><tr><th scope="col">${t('analyst.measure')}</th><th scope="col" class="num">${this.bulletin.name}</th><th scope="col" class="num">${t('analyst.column.growth')} %</th>${toDate ? html`<th scope="col" class="num">${toDate}</th><th scope="col" class="num">${t('analyst.column.growth')} %</th>` : nothing}</tr></thead>
        <tbody>${sections.map(({ measure, heading, unit, total }) => html`<tr><th scope="row"><a href="#b-${measure}">${heading}</a> <span class="quiet">${unit}</span></th>
          <td class="num" data-label=${this.bulletin.name}>${total?.value ?? html`<span class="quiet">${t('analyst.bulletin.noTotal')}</span>`}</td><td class="num" data-label="${t('analyst.column.growth')} %">${signed(total?.growth)}</td>${toDate ? html`<td class="num" data-label=${toDate}>${total?.toDate ?? '–'}</td><td class="num" data-label="${t('analyst.column.growth')} %">${signed(total?.toDateGrowth)}</td>` : nothing}</tr>`)}</tbody></table></div></section>`;
  }

  section({ measure, heading, paragraphs, unit, total, lines, link }) {
    const { toDate } = this.bulletin;
    const told = toDate && [...lines, ...(total ? [total] : [])].some((line) => line.toDate);
    const number = (line, name) => (line.suppressed ? withheld(line) : line[name] ?? '–');
    return html`<section class="bulletin-section" id="b-${measure}" aria-labelledby="h-${measure}"><h2 id="h-${measure}">${heading}</h2>
      ${paragraphs.map((text) => html`<p class="bulletin-text">${text}</p>`)}
      <div class="table-scroll" role="group" tabindex="0" aria-labelledby="h-${measure}"><table class="table compact stat bulletin-table"><caption class="vh">${heading} · ${this.bulletin.name}</caption>
        <thead><tr><th scope="col">${t('analyst.cluster')}</th><th scope="col" class="num">${t('analyst.in', { what: t('analyst.column.value'), unit })}</th><th scope="col" class="num">${t('analyst.column.growth')} %</th><th scope="col" class="num">${t('analyst.column.contribution')} %</th><th scope="col" class="num">${t('analyst.in', { what: t('analyst.column.pull'), unit: t('analyst.points').trim() })}</th>${told ? html`<th scope="col" class="num">${toDate}</th><th scope="col" class="num">${t('analyst.column.growth')} %</th>` : nothing}</tr></thead>
        <tbody>${lines.map((line) => html`<tr><th scope="row">${this.name(line)}</th><td class="num" data-label=${t('analyst.column.value')}>${number(line, 'value')}</td>${['growth', 'contribution', 'pull'].map((name) => html`<td class="num" data-label=${t(`analyst.column.${name}`)}>${line.suppressed ? '–' : name === 'growth' ? rateCell(line, name, mostOf([...lines, ...(total ? [total] : [])], name)) : signed(line[name])}</td>`)}
          ${told ? html`<td class="num" data-label=${toDate}>${line.toDate ?? '–'}</td><td class="num" data-label=${t('analyst.column.growth')}>${signed(line.toDateGrowth)}</td>` : nothing}</tr>`)}
          ${total ? html`<tr class="total"><th scope="row">${this.name(total)}</th><td class="num" data-label=${t('analyst.column.value')}>${total.value}</td><td class="num" data-label=${t('analyst.column.growth')}>${rateCell(total, 'growth', mostOf([...lines, total], 'growth'))}</td><td class="num" data-label=${t('analyst.column.contribution')}>–</td><td class="num" data-label=${t('analyst.column.pull')}>–</td>${told ? html`<td class="num" data-label=${toDate}>${total.toDate ?? '–'}</td><td class="num" data-label=${t('analyst.column.growth')}>${signed(total.toDateGrowth)}</td>` : nothing}</tr>` : nothing}</tbody></table></div>
      <p class="no-print"><a href=${this.statistics(link)}>${t('analyst.bulletin.figures')}</a></p></section>`;
  }

  /** The statistics page that shows a section's question. */
  statistics(link) {
    const asked = new URL(link, location.href).searchParams;
    asked.delete('growth');
    return `/analyst/statistics?${asked}`;
  }

  body() {
    const { bulletin } = this;
    return html`<div class="bulletin"><p class="buttons no-print"><button type="button" class="button" @click=${() => window.print()}>${t('analyst.bulletin.print')}</button></p>
      ${bulletin.sample ? html`<p class="note">${t('analyst.bulletin.sample')}</p>` : nothing}
      ${this.overview()}${bulletin.sections.map((section) => this.section(section))}
      <footer class="bulletin-foot"><h2>${t('analyst.about')}</h2><p>${bulletin.notes}</p><p>${t('analyst.source')}${t('kit.colon')}${bulletin.source} · ${t('analyst.vintage')}${t('kit.colon')}${bulletin.vintage ?? '–'}</p></footer></div>`;
  }
}
