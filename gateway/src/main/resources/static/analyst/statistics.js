/** Statistics by published combination: pickers in the address, linked pictures, the table that they were drawn from, and ways to look closer that keep every choice. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api, download } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { sum } from '../kit/format.js';
import { facts, tabs } from '../kit/parts.js';
import { go } from '../kit/router.js';
import { empty, note, registerLabel } from '../kit/states.js';
import { CLUSTERS } from '../kit/brand.js';
import { say } from '../kit/toast.js';
import { analystTabs } from './desk.js';
import { all, periodName } from './periods.js';
import { fixed, flags, grown, groupLabel, groupName, keyOf, mostOf, rate, rateCell, scaled, scaleOf, valueCell } from './cells.js';
import { chains, noChains } from './chains.js';
import { addressOf, combinations, deeper, grainOf, groupsOf, isWithin, learn, MEASURES, NARROWED, questionOf, readView, SHOWN } from './view.js';
import './chart.js';
import './treemap.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ORDER = [...CLUSTERS, 'NONE', 'TOTAL'];
const SIZES = ['L', 'M', 'S', 'XS', 'NONE'];
const RATES = ['growth', 'contribution', 'pull'];
const rateTitle = (name) => t('analyst.in', { what: t(`analyst.column.${name}`), unit: name === 'pull' ? t('analyst.points').trim() : '%' });

export default class Statistics extends Page {
  static properties = { pointed: { state: true } };

  heading() { return t('analyst.statistics.title'); }
  lead() { return t('analyst.statistics.lead'); }
  aside() { return registerLabel(); }
  head() { return html`${super.head()}${analystTabs('statistics')}`; }

  async load() {
    this.view = readView(this.query);
    const question = (this.wished = questionOf(this.view));
    if (question === this.asked) return;
    const groups = groupsOf(this.view.by);
    const [answer, chain] = await Promise.all([this.ask(question), groups.includes('segment') || groups.includes('industry') ? chains() : noChains]);
    if (question !== this.wished) return; // something else was chosen meanwhile: its figures are shown, in whatever order the answers come
    Object.assign(this, { answer, chain, asked: questionOf(this.view) });
    if (answer.form && !this.vintages) this.vintages = (await api.get('/api/industry/statistics/vintages').catch(() => [])).filter(({ state }) => state === 'DONE').map(({ vintage }) => vintage);
    if (answer.vintage && !this.view.vintage) {
      this.view = { ...this.view, vintage: answer.vintage };
      this.asked = questionOf(this.view);
    }
    history.replaceState(history.state, '', addressOf(this.view)); // the address is complete from here on: whoever opens it sees these figures
  }

  /** A combination that is not published gives way to one that is, a vintage that is not to be had to the newest; both are told. */
  async ask(question) {
    try { return await api.get(question); } catch (problem) {
      if (learn(problem)) {
        this.view = readView(this.query);
        return api.get(questionOf(this.view));
      }
      if (!this.view.vintage || !problem.errors?.some(({ field }) => field === 'vintage')) throw problem;
      return api.get(questionOf({ ...this.view, vintage: null }));
    }
  }

  open(changes) { go(addressOf(this.view, changes)); }

  change(name, value) {
    const { from, to } = this.view;
    const next = { [name]: value };
    if (name === 'by') next.only = Object.fromEntries(Object.entries(this.view.only).filter(([code]) => groupsOf(value).includes(code) || code === 'cluster'));
    if (name === 'from' && value > to) next.to = value;
    if (name === 'to' && value < from) next.from = value;
    this.open(next);
  }

  /** Rows of the view in reading order: period by period, groups as the programme counts them or by size. */
  get rows() {
    const { grain, only } = this.view;
    const place = (row) => (row.cluster ? ORDER.indexOf(row.cluster) : 0);
    return (this.answer.rows ?? []).map((row) => this.named(row)).filter((row) => isWithin(row, only))
      .sort((a, b) => String(a[grain]).localeCompare(String(b[grain])) || place(a) - place(b) || SIZES.indexOf(a.sizeClass) - SIZES.indexOf(b.sizeClass));
  }

  /** A row of an industry with its name and the cluster whose chain it belongs to. */
  named(row) {
    if (!row.industry) return row;
    const name = row.industryName ?? this.chain.industryName(row.industry);
    return { ...row, chainCluster: this.chain.clusterOf(row.industry), industryName: name ? `${row.industry} ${name}` : row.industry };
  }

  get periods() { return [...new Set(this.rows.map((row) => row[this.view.grain]))]; }
  /** The period that is taken apart: the one chosen, else the newest. */
  get at() { return this.periods.includes(this.view.at) ? this.view.at : this.periods.at(-1); }

  pickers() {
    const { measure, by, grain, from, to, form, growth, vintage } = this.view;
    const pick = (name, label, options, value, text) => html`<label>${label}<select name=${name} @change=${(event) => this.change(name, event.target.value)}>${options.map((option) => html`<option value=${option} ?selected=${option === value}>${text(option)}</option>`)}</select></label>`;
    const known = all(grain);
    const periods = [...new Set([...known, from, to])].sort().reverse();
    const vintages = this.vintages ?? [];
    return html`<form class="filters" aria-label=${t('analyst.statistics.ask')} @submit=${(event) => event.preventDefault()}>
      ${pick('measure', t('analyst.measure'), MEASURES, measure, (code) => t(`analyst.measure.${code}`))}
      ${pick('by', t('analyst.by'), combinations(), by, (code) => `${groupsOf(code).map((group) => tc('analyst.group', group)).join(' × ')} · ${t(`analyst.kind.${grainOf(code)}`)}`)}
      ${pick('from', t('analyst.from'), periods, from, periodName)}
      ${pick('to', t('analyst.to'), periods, to, periodName)}
      ${grain === 'year' || measure === 'jobs' ? nothing : pick('form', t('analyst.form'), ['single', 'cumulative'], form, (code) => t(`analyst.form.${code}`))}
      ${pick('growth', t('analyst.compare'), ['yoy', 'none'], growth, (code) => t(`analyst.compare.${code}`))}
      ${vintages.length > 1 ? pick('vintage', t('analyst.vintage'), vintages, vintage, (code) => code) : nothing}
    </form>`;
  }

  /** What the view is narrowed to, each step with its way back. */
  path() {
    const { only, by } = this.view;
    const steps = NARROWED.filter((name) => only[name]);
    if (!steps.length) return nothing;
    const wide = combinations().find((each) => groupsOf(each).join() === 'cluster' && grainOf(each) === this.view.grain) ?? combinations()[0];
    return html`<nav class="drill" aria-label=${t('analyst.drill')}><ol><li><a href=${addressOf(this.view, { by: wide, only: {} })}>${t('analyst.drill.all')}</a></li>
      ${steps.map((name, at) => {
        const row = this.rows.find((each) => each[name] === only[name]);
        const text = (name === 'segment' ? this.chain.segmentName(only.cluster, only.segment) : name === 'industry' ? t('analyst.drill.industries', { n: only.industry.split(',').length }) : row?.[`${name}Name`]) ?? (name === 'sizeClass' ? tc('analyst.sizeClass', only[name]) : name === 'cluster' && CLUSTERS.includes(only[name]) ? tc('cluster', only[name]) : only[name]);
        const kept = Object.fromEntries(steps.slice(0, at + 1).map((each) => [each, only[each]]));
        return html`<li>${at === steps.length - 1 ? html`<span aria-current="true">${text}</span>` : html`<a href=${addressOf(this.view, { only: kept, by: groupsOf(by).includes(name) ? by : combinations().find((each) => groupsOf(each).includes(name)) ?? by })}>${text}</a>`}</li>`;
      })}</ol></nav>`;
  }

  tools(rows) {
    const { show, as, chart, growth } = this.view;
    const drawn = chart ?? (show === 'value' ? 'bar' : 'line');
    const link = (name, value, current, text) => html`<a class="pick" href=${addressOf(this.view, { [name]: value })} aria-current=${current ? 'true' : nothing}>${text}</a>`;
    return html`<div class="view-bar">${tabs(t('analyst.show'), (growth === 'yoy' ? SHOWN : ['value']).map((key) => ({ key, text: t(`analyst.show.${key}`), href: addressOf(this.view, { show: key, chart: null, as: 'chart' }) })), as === 'table' ? null : show)}
      <div class="view-tools">${as === 'chart' && rows.length ? html`<span class="pick-pair" role="group" aria-label=${t('analyst.chart')}>${['bar', 'line'].map((each) => link('chart', each, drawn === each, t(`analyst.chart.${each}`)))}</span>` : nothing}
        <span class="pick-pair" role="group" aria-label=${t('analyst.as')}>${['chart', 'table'].map((each) => link('as', each, as === each, t(`analyst.as.${each}`)))}</span></div></div>`;
  }

  /** Total of a period where no part of it is withheld, as it follows from the parts shown. */
  headline(rows, scale) {
    const { at } = this;
    const parts = rows.filter((row) => row[this.view.grain] === at);
    const growing = parts.filter((row) => row.pull !== undefined);
    const whole = parts.every((row) => !row.suppressed && row.value !== undefined);
    const told = Object.keys(this.view.only).length ? null : (this.answer.totals ?? []).find((row) => row[this.view.grain] === at && !row.suppressed);
    const leading = growing.length > 1 ? growing.reduce((most, row) => (Number(row.pull) > Number(most.pull) ? row : most)) : null;
    const value = told?.value ?? (whole ? sum(parts.map((row) => row.value)) : null);
    const base = told ? told.base : whole && parts.every((row) => row.base !== undefined) ? sum(parts.map((row) => row.base)) : null;
    return html`<dl class="headline"><div><dt>${t(`analyst.measure.${this.view.measure}`)} · ${periodName(at)}</dt><dd>${value === null ? html`<span class="quiet">${t('analyst.headline.withheld')}</span>` : html`${scaled(value, scale)} <span class="headline-unit">${scale.name}</span>`}</dd></div>
      ${base && Number(base) > 0 ? html`<div><dt>${t('analyst.show.growth')}</dt><dd>${rate(grown(value, base))}<span class="headline-unit">%</span></dd></div>` : nothing}
      ${leading ? html`<div><dt>${t('analyst.headline.leading')}</dt><dd class="headline-name">${groupLabel(leading, this.view.by, this.view.only)} <span class="headline-unit">${rate(leading.pull)}${t('analyst.points')}</span></dd></div>` : nothing}</dl>
      <p class="quiet source-line">${t('analyst.vintage')} ${this.vintages ? html`<a href="/analyst/vintages">${this.answer.vintage ?? '–'}</a>` : this.answer.vintage ?? '–'} · ${this.answer.source} · <a href="#about">${t('analyst.definition')}</a></p>`;
  }

  pictures(rows, scale) {
    const { at } = this;
    const parts = rows.filter((row) => row[this.view.grain] === at);
    const several = new Set(rows.map((row) => keyOf(row, this.view.by))).size > 1;
    return html`<div class="pictures ${several ? 'two' : ''}" @point=${({ detail }) => { this.pointed = detail.key; }}>
      <figure><figcaption>${t('analyst.figure.trend', { shown: t(`analyst.show.${this.view.show}`) })}</figcaption><fpo-trend .rows=${rows} .view=${this.view} .scale=${scale} .pointed=${this.pointed} @choose=${({ detail }) => detail.at && this.open({ at: detail.at })}></fpo-trend></figure>
      ${several ? html`<figure><figcaption>${t('analyst.figure.parts', { period: periodName(at) })}</figcaption><fpo-treemap .rows=${parts} .view=${this.view} .scale=${scale} .pointed=${this.pointed} @choose=${({ detail }) => this.look(detail.row)}></fpo-treemap></figure>` : nothing}</div>`;
  }

  look(row) {
    const [first] = row ? deeper(this.view, row, this.chain) : [];
    if (first) this.open(first);
  }

  /** One period taken apart, beside the pictures and in place of them for who cannot see them. */
  composition(rows, scale) {
    const { at } = this;
    const { grain, by, only, growth } = this.view;
    const parts = rows.filter((row) => row[grain] === at);
    const shown = growth === 'yoy' ? RATES : [];
    const index = this.periods.indexOf(at);
    const step = (to, text, rel) => (to ? html`<a rel=${rel} href=${addressOf(this.view, { at: to })}>${text}</a>` : html`<span class="quiet">${text}</span>`);
    const total = parts.every((row) => !row.suppressed) ? parts.reduce((all, row) => all + Number(row.value ?? 0), 0) : 0;
    const ordered = groupsOf(by).join() === 'cluster' ? parts : [...parts].sort((a, b) => Number(b.value ?? -1) - Number(a.value ?? -1));
    return html`<section class="composition" aria-labelledby="parts"><div class="section-head"><h2 id="parts">${periodName(at)}</h2><p class="steps">${step(this.periods[index - 1], t('analyst.earlier'), 'prev')} ${step(this.periods[index + 1], t('analyst.later'), 'next')}</p></div>
      <div class="table-scroll" role="group" tabindex="0" aria-labelledby="parts"><table class="table compact stat parts-table"><caption class="vh">${t('analyst.figure.parts', { period: periodName(at) })}</caption>
        <thead><tr><th scope="col">${groupsOf(by).map((group) => tc('analyst.group', group)).join(' × ')}</th><th scope="col" class="num">${t('analyst.in', { what: t('analyst.column.value'), unit: scale.name })}</th>${total ? html`<th scope="col" class="num">${t('analyst.column.share')}</th>` : nothing}${shown.map((name) => html`<th scope="col" class="num">${rateTitle(name)}</th>`)}<th scope="col">${t('analyst.drill.look')}</th></tr></thead>
        <tbody>${ordered.map((row) => html`<tr class=${this.pointed === keyOf(row, by) ? 'pointed' : ''} @mouseenter=${() => { this.pointed = keyOf(row, by); }} @mouseleave=${() => { this.pointed = null; }}>
          <th scope="row">${groupLabel(row, by, only)}${flags(row, row.through && periodName(row.through))}</th><td class="num" data-label=${t('analyst.column.value')}>${valueCell(row, 'value', scale)}</td>
          ${total ? html`<td class="num" data-label=${t('analyst.column.share')}>${fixed((Number(row.value) / total) * 100, 1)}%</td>` : nothing}${shown.map((name) => html`<td class="num" data-label=${rateTitle(name)}>${rateCell(row, name, mostOf(parts, name))}</td>`)}
          <td class="deeper">${deeper(this.view, row, this.chain).map((way) => html`<a href=${addressOf(this.view, way)} aria-label="${groupName(row, by, only)}${t('kit.colon')}${this.wayName(way)}">${this.wayName(way)}</a>`)}${groupsOf(by).join() === 'cluster' && CLUSTERS.includes(row.cluster) ? html`<a href="/analyst/chain?cluster=${row.cluster}" aria-label="${groupName(row, by, only)}${t('kit.colon')}${t('analyst.drill.chain')}">${t('analyst.drill.chain')}</a>` : nothing}</td></tr>`)}</tbody></table></div></section>`;
  }

  wayName({ by, only }) { return only.sizeClass ? t('analyst.drill.only') : t(`analyst.drill.${groupsOf(by).filter((name) => name !== 'cluster').at(-1)}`); }

  table(rows, scale) {
    const { grain, by, only, growth, measure } = this.view;
    const columns = growth === 'yoy' ? ['value', 'base', ...(rows.some((row) => row.basePublished !== undefined) ? ['basePublished'] : [])] : ['value'];
    const rates = growth === 'yoy' ? RATES : [];
    const most = Object.fromEntries(rates.map((name) => [name, mostOf(rows, name)]));
    return html`<div class="table-scroll" role="group" tabindex="0" aria-label=${t('analyst.statistics.title')}><table class="table compact stat whole"><caption class="vh">${t(`analyst.measure.${measure}`)}</caption>
      <thead><tr><th scope="col">${t(`analyst.kind.${grain}`)}</th><th scope="col">${groupsOf(by).map((group) => tc('analyst.group', group)).join(' × ')}</th>${columns.map((name) => html`<th scope="col" class="num">${t('analyst.in', { what: t(`analyst.column.${name}`), unit: scale.name })}</th>`)}${rates.map((name) => html`<th scope="col" class="num">${rateTitle(name)}</th>`)}</tr></thead>
      <tbody>${rows.map((row, at) => {
        const first = rows[at - 1]?.[grain] !== row[grain];
        return html`<tr class=${first ? 'first' : ''}><th scope="row">${first ? html`${periodName(row[grain])}${row.through ? html`<span class="row-sub">${t('analyst.through', { month: periodName(row.through) })}</span>` : nothing}` : html`<span class="vh">${periodName(row[grain])}</span>`}</th>
          <td class="group">${groupLabel(row, by, only)}${row.negative ? html`<span class="flag">${t('analyst.negative')}</span>` : nothing}</td>${columns.map((name) => html`<td class="num" data-label=${t(`analyst.column.${name}`)}>${valueCell(row, name, scale)}</td>`)}${rates.map((name) => html`<td class="num" data-label=${rateTitle(name)}>${rateCell(row, name, most[name])}</td>`)}</tr>`;
      })}</tbody></table></div>`;
  }

  async save(accept, ending) {
    const { measure, by, from, to } = this.view;
    try { await download(this.asked, accept, `${measure}-${by.replaceAll(',', '-')}-${from}-${to}.${ending}`); } catch (problem) { say(problem.message, 'stop'); }
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      say(t('analyst.copied'));
    } catch { say(location.href); }
  }

  notes(rows) {
    const hidden = rows.filter(({ suppressed }) => suppressed).length;
    const below = rows.filter(({ negative }) => negative).length;
    const { refused, form, vintage, by, grain } = this.view;
    const taken = this.answer.form ?? 'single';
    return html`${refused ? note(t('analyst.refused', { wished: refused, by: groupsOf(by).concat(grain).join(',') })) : nothing}
      ${form === 'cumulative' && taken !== 'cumulative' ? note(t('analyst.form.missing')) : nothing}
      ${vintage && this.answer.vintage && vintage !== this.answer.vintage ? note(t('analyst.vintage.other', { asked: vintage, shown: this.answer.vintage }), 'stop') : nothing}
      ${hidden ? note(t('analyst.suppressed.why', { n: hidden })) : nothing}${below ? note(t('analyst.negative.why', { n: below })) : nothing}`;
  }

  /** The view in a sentence, for who hears the page. */
  said(rows) {
    const { measure, by, from, to } = this.view;
    return t('analyst.said', { measure: t(`analyst.measure.${measure}`), by: groupsOf(by).map((group) => tc('analyst.group', group)).join(' × '), from: periodName(from), to: periodName(to), n: rows.length });
  }

  body() {
    const { rows } = this;
    const { as, measure } = this.view;
    const scale = scaleOf(rows.map(({ value }) => value), measure);
    return html`${this.pickers()}${this.path()}<p class="vh" role="status">${this.said(rows)}</p>
      ${rows.length ? html`${this.headline(rows, scale)}${this.tools(rows)}
        ${as === 'chart' ? html`${this.pictures(rows, scale)}${this.composition(rows, scale)}` : this.table(rows, scale)}
        ${this.notes(rows)}
        <div class="buttons"><button type="button" class="button second small" @click=${() => this.save('text/csv', 'csv')}>${t('analyst.csv')}</button>
          <button type="button" class="button second small" @click=${() => this.save(XLSX, 'xlsx')}>${t('analyst.xlsx')}</button>
          <button type="button" class="button second small" @click=${() => this.copy()}>${t('analyst.copy')}</button></div>` : html`${this.notes(rows)}${empty(t('analyst.statistics.none'), t('analyst.statistics.empty'))}`}
      <section aria-labelledby="about"><h2 id="about">${t('analyst.about')}</h2>${facts([
        [t('analyst.definition'), this.answer.definition], [t('analyst.source'), this.answer.source], [t('analyst.vintage'), this.answer.vintage], [t('analyst.unit'), this.answer.unit],
        [t('analyst.growth'), t('analyst.growth.text')], [t('analyst.contribution'), t('analyst.contribution.text')], [t('analyst.pull'), t('analyst.pull.text')],
        [t('analyst.link'), html`<a href=${this.answer.link ?? this.asked}>${t('analyst.link.text')}</a>`],
      ])}</section>`;
  }
}
