/** One stress test: what changes, for whom, and whether the money is enough. */
import { html, nothing } from 'lit';
import { LINES, Page, Problem, amount, api, chip, clusterChip, day, exactYuan, facts, moment, note, number, pager, sampleLabel, shortYuan, sum, t, tabs, tc, when } from '../kit/kit.js';
import { acceptLanguage } from '../kit/i18n.js';
import { articles, items } from '../kit/programme.js';
import '../kit/mosaic.js';
import '../kit/bar.js';
import { groupTable, sideTable, stands } from './simulation-tables.js';

const SHIFTS = ['NEWLY_IN', 'NEWLY_OUT', 'NEWLY_UNDETERMINED', 'RULED_OUT', 'CHANGED_AMOUNT'];
const COUNTS = { NEWLY_IN: 'newlyIn', NEWLY_OUT: 'newlyOut', NEWLY_UNDETERMINED: 'newlyUndetermined', RULED_OUT: 'ruledOut', CHANGED_AMOUNT: 'changedAmount' };

export default class Simulation extends Page {
  static properties = { rows: { state: true }, trouble: { state: true } };

  heading() { return this.result ? t('editor.sim.result') + t('kit.colon') + this.result.items.map(({ code, title }) => `${code} ${title}`).join(t('kit.comma')) : t('editor.sim.result'); }
  back() { return { href: '/editor/simulations', text: t('editor.sim.back') }; }
  aside() { return this.result?.illustrative ? sampleLabel() : nothing; }

  async load() {
    const { id } = this.params;
    if (this.result?.id !== id) {
      [this.result, this.articles, this.items, this.fund] = await Promise.all([api.get(`/api/policy/simulations/${id}`), articles(), items(), api.get('/api/fund/fund').catch(() => null)]);
    }
    await this.loadRows();
  }

  queryChanged() { this.loadRows(); }

  get item() { return this.result.items.find(({ code }) => code === this.query.get('item')) ?? this.result.items[0]; }

  get shift() {
    const asked = this.query.get('change');
    return SHIFTS.includes(asked) ? asked : SHIFTS.find((shift) => this.item[COUNTS[shift]] > 0) ?? 'NEWLY_IN';
  }

  address(more = '') { return `/api/policy/simulations/${this.result.id}/enterprises?item=${this.item.code}&change=${this.shift}${more}`; }

  async loadRows() {
    const turn = (this.asked = {});
    this.trouble = null;
    try {
      const cluster = this.query.get('cluster');
      const rows = await api.get(this.address(`&page=${this.query.get('page') ?? 0}&size=20${cluster ? `&cluster=${encodeURIComponent(cluster)}` : ''}`));
      if (turn === this.asked) this.rows = rows;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (turn === this.asked) { this.trouble = problem; this.rows = null; }
    }
  }

  async save() {
    const response = await fetch(this.address(), { headers: { Accept: 'text/csv', 'Accept-Language': acceptLanguage() }, credentials: 'same-origin' });
    if (!response.ok) { this.failWith(new Problem(response.status, await response.json().catch(() => ({})))); return; }
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(await response.blob()), download: `${this.item.code}-${this.shift}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  body() {
    const { result, item } = this;
    return html`
      ${result.stale ? note(t('editor.sim.stale', { at: moment(result.registerAsOf) }), 'stop') : nothing}
      ${result.items.map((each) => html`<p class="lead">${t('editor.sim.sentence', { item: `${each.code} ${each.title}`, newIn: each.newlyIn, newOut: each.newlyOut, before: shortYuan(each.before?.certain ?? '0.00'), after: shortYuan(each.after?.certain ?? '0.00') })} ${each.kind === 'CHANGED' ? nothing : chip(t(`editor.sim.kind.${each.kind}`))}</p>`)}
      <div class="buttons"><a class="button second small" href=${item.draft ? `/editor/simulate?draft=${item.draft}` : `/editor/simulate?item=${item.code}`}>${t('editor.sim.again')}</a></div>
      ${this.mosaic()}
      ${result.items.length > 1 ? tabs(t('editor.sim.items'), result.items.map(({ code, title }) => ({ key: code, text: `${code} ${title}`, href: `?item=${code}` })), item.code) : nothing}
      <section class="section" aria-labelledby="sides"><h2 id="sides" class="section-head">${t('editor.sim.table')}</h2>${sideTable(item)}
        ${result.lawful ? html`<p class="section-note">${t('editor.sim.lawfulText', { n: result.lawful.enterprises, before: shortYuan(result.lawful.before), after: shortYuan(result.lawful.after) })}</p>` : nothing}</section>
      <section class="section" aria-labelledby="clusters"><h2 id="clusters" class="section-head">${t('editor.sim.byCluster')}</h2>${groupTable(item.byCluster, t('editor.sim.cluster'), (code) => (code === 'NONE' ? tc('cluster', code) : clusterChip(code)))}</section>
      <section class="section" aria-labelledby="sizes"><h2 id="sizes" class="section-head">${t('editor.sim.bySize')}</h2>${groupTable(item.bySizeClass, t('editor.sim.size'), (code) => tc('editor.sim.size', code))}</section>
      ${this.money()}
      ${this.who()}
      <section class="section" aria-labelledby="notes"><h2 id="notes" class="section-head">${t('editor.sim.notes')}</h2><ul>${result.notes.map((text) => html`<li>${text}</li>`)}</ul>
        ${facts([[t('editor.sim.asOf'), day(result.asOf)], [t('editor.sim.basis'), t(`editor.sim.basis.${result.basis}`)], [t('editor.sim.enterprises'), t('editor.sim.count', { n: number(result.enterprises) })],
          [t('editor.sim.registerAsOf'), when(result.registerAsOf)], [t('editor.sim.at'), when(result.createdAt)], [t('editor.sim.by'), result.createdBy],
          [t('editor.sim.hash'), html`<span class="code hash">${result.hash}</span> <span class="quiet">${t('editor.sim.hashHint')}</span>`]])}</section>`;
  }

  mosaic() {
    const { result } = this;
    const known = new Set(this.articles.flatMap((article) => article.items));
    const fresh = result.items.filter(({ code }) => !known.has(code));
    const shown = this.articles.map((article) => ({ ...article, items: [...article.items, ...fresh.filter(({ code }) => Number(code.slice(1, 3)) === article.no).map(({ code }) => code)] }));
    const states = Object.fromEntries(shown.flatMap((article) => article.items).map((code) => [code, 'same']));
    const numbers = {};
    for (const each of result.items) {
      states[each.code] = each.newlyIn > each.newlyOut ? 'newly-in' : each.newlyOut > 0 ? 'newly-out' : 'same';
      numbers[each.code] = { text: `+${each.newlyIn} −${each.newlyOut}`, title: t('editor.sim.tile', { newIn: each.newlyIn, newOut: each.newlyOut }) };
    }
    return html`<section class="section" aria-label=${t('editor.sim.mosaic')}><h2 class="section-head">${t('editor.sim.mosaic')}</h2>
      <fpo-mosaic class="impact" .articles=${shown} .items=${[...this.items, ...fresh]} .states=${states} .numbers=${numbers} .chosen=${this.item.code} .href=${(code) => (numbers[code] ? `?item=${code}` : `/items/${code}`)} label=${t('editor.sim.mosaic')}></fpo-mosaic></section>`;
  }

  money() {
    const { lines, totals } = this.result;
    const short = lines.filter(({ shortAfter }) => shortAfter?.certain);
    return html`<section class="section" aria-labelledby="money"><h2 id="money" class="section-head">${t('editor.sim.money')}</h2>
      ${short.map((line) => note(t('editor.sim.shortSentence', { line: tc('line', line.line), amount: shortYuan(line.shortAfter.certain), before: line.shortBefore?.certain ? t('editor.sim.shortBefore', { amount: shortYuan(line.shortBefore.certain) }) : t('editor.sim.shortNew'),
        items: line.items.slice(0, 3).map(({ code, title, certain }) => `${code} ${title} ${shortYuan(certain)}`).join(t('kit.comma')) }), 'stop'))}
      ${!short.length && lines.every(({ free }) => free !== undefined) ? note(t('editor.sim.enoughAll'), 'go') : nothing}
      <fpo-table .caption=${t('editor.sim.money')} .rows=${[...lines, { ...totals, total: true }]} .rowClass=${(line) => (line.total ? 'total' : line.shortAfter?.certain ? 'late' : '')} .columns=${[
        { key: 'line', label: t('editor.sim.line'), cell: (line) => (line.total ? t('fund.total') : tc('line', line.line)) },
        { key: 'certain', label: t('editor.sim.certain'), numeric: true, cell: (line) => this.cost(line.before.certain, line.after.certain) },
        { key: 'possible', label: t('editor.sim.possible'), numeric: true, cell: (line) => this.cost(line.before.possible, line.after.possible) },
        { key: 'free', label: t('editor.sim.free'), numeric: true, cell: (line) => (line.free === undefined ? html`<span class="quiet">${t('editor.sim.freeNotGiven')}</span>` : amount(line.free)) },
        { key: 'gap', label: t('editor.sim.gap'), cell: (line) => (line.total ? '' : this.gap(line)) },
      ]}></fpo-table>
      ${lines.filter((line) => line.items.length).map((line) => html`<details class="more"><summary>${tc('line', line.line)}${t('kit.colon')}${t('editor.sim.lineItems')}</summary><ul class="plain-tight">${line.items.map((each) => html`<li>${each.code} ${each.title} ${each.changed ? chip(t('editor.sim.changed'), 'go') : nothing} ${amount(each.certain)}${each.possible === undefined ? html` – ${t('editor.sim.unbounded')}` : each.possible === each.certain ? nothing : html` – ${amount(each.possible)}`}</li>`)}</ul></details>`)}
      ${this.fund ? html`<h3 class="section-note">${t('editor.sim.bar')}</h3><p class="quiet">${t('editor.sim.barNote')}</p><fpo-fund-bar .fund=${this.fund} .after=${this.reserved()} mode="lines" table="closed"></fpo-fund-bar>` : nothing}</section>`;
  }

  cost(before, after) {
    const shown = (value) => (value === undefined ? html`<span class="quiet">${t('editor.sim.unbounded')}</span>` : amount(value));
    return before === after ? shown(after) : html`<span class="turned"><span class="quiet">${before === undefined ? t('editor.sim.unbounded') : shortYuan(before)} →</span> ${shown(after)}</span>`;
  }

  gap({ free, shortAfter }) {
    if (free === undefined) return html`<span class="quiet">–</span>`;
    if (!shortAfter) return t('editor.sim.gapNone');
    return html`<span>${shortAfter.certain ? html`<span class="stop-text" title=${exactYuan(shortAfter.certain)}>${t('editor.sim.gapCertain', { amount: shortYuan(shortAfter.certain) })}</span>` : nothing}
      ${shortAfter.possible ? html`<span class="row-sub" title=${exactYuan(shortAfter.possible)}>${t('editor.sim.gapPossible', { amount: shortYuan(shortAfter.possible) })}</span>` : nothing}
      ${shortAfter.unbounded ? html`<span class="row-sub">${t('editor.sim.gapUnbounded')}</span>` : nothing}</span>`;
  }

  /** The fund if the certain cost were reserved, as far as free money goes. */
  reserved() {
    const costs = new Map(this.result.lines.map(({ line, after }) => [line, after.certain]));
    return { ...this.fund, lines: this.fund.lines.filter(({ line }) => LINES.includes(line)).map((line) => {
      const left = sum([line.available, `-${costs.get(line.line) ?? '0.00'}`.replace('--', '')]);
      const taken = left.startsWith('-') ? line.available : costs.get(line.line) ?? '0.00';
      return { ...line, reserved: sum([line.reserved, taken]), available: left.startsWith('-') ? '0.00' : left };
    }) };
  }

  who() {
    const { item, shift, rows } = this;
    const cluster = this.query.get('cluster') ?? '';
    return html`<section class="section" id="who" aria-labelledby="who-title"><h2 id="who-title" class="section-head">${t('editor.sim.who')}</h2>
      ${tabs(t('editor.sim.who'), SHIFTS.map((each) => ({ key: each, text: t(`editor.sim.shift.${each}`), count: item[COUNTS[each]], href: `?item=${item.code}&change=${each}` })), shift)}
      <form class="filters" @submit=${(event) => event.preventDefault()}><label>${t('editor.sim.cluster')}<select name="cluster" @change=${(event) => this.filter({ cluster: event.target.value, page: null })}><option value="">${t('editor.sim.all')}</option>
        ${item.byCluster.map(({ code }) => html`<option value=${code} ?selected=${code === cluster}>${tc('cluster', code)}</option>`)}</select></label>
        <button type="button" class="button second small" ?disabled=${!item[COUNTS[shift]]} @click=${() => this.save()}>${t('editor.sim.csv')}</button></form>
      ${this.trouble ? note(this.trouble.message, 'stop') : rows ? html`<fpo-table .caption=${t(`editor.sim.shift.${shift}`)} .rows=${rows.items} .href=${({ creditCode }) => `/officer/enterprises/${creditCode}`} .emptyTitle=${t('editor.sim.whoNone')} .emptyText=${t('editor.sim.whoNoneText')} .columns=${[
        { key: 'name', label: t('editor.sim.enterprise'), cell: (row) => html`${row.name}<span class="row-sub code">${row.creditCode}</span>` },
        { key: 'cluster', label: t('editor.sim.cluster'), cell: (row) => (row.cluster ? clusterChip(row.cluster) : tc('cluster', 'NONE')) },
        { key: 'size', label: t('editor.sim.size'), cell: (row) => tc('editor.sim.size', row.sizeClass ?? 'NONE') },
        { key: 'before', label: t('editor.sim.before'), numeric: true, cell: (row) => stands(row.before) },
        { key: 'after', label: t('editor.sim.after'), numeric: true, cell: (row) => stands(row.after) },
      ]}></fpo-table>${pager(rows, (page) => `?item=${item.code}&change=${shift}${cluster ? `&cluster=${cluster}` : ''}&page=${page}`)}` : nothing}</section>`;
  }
}
