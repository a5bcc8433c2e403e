/** One list of 免申即享: who is in and who is not and why, taken out and back in, confirmed, and opened as filings. */
import { html, nothing } from 'lit';
import { Page } from '../kit/page.js';
import { api, download, Problem } from '../kit/api.js';
import { t, tc } from '../kit/i18n.js';
import { amount, day, moment, shortYuan } from '../kit/format.js';
import { facts, pager, tabs } from '../kit/parts.js';
import { note, sampleLabel } from '../kit/states.js';
import { textArea } from '../kit/form.js';
import { confirm } from '../kit/dialog.js';
import { go } from '../kit/router.js';
import { hasRole } from '../kit/session.js';
import { say } from '../kit/toast.js';
import '../kit/table.js';
import { rowsOf } from './desk.js';
import { explain } from './move.js';
import { listChip } from './no-application.js';

const REASONS = ['DECLARED_ONLY', 'FACT_MISSING', 'GRANTED_BEFORE', 'COMMON_CONDITION', 'NOT_EXACT', 'OFFICER'];
const TABS = ['in', 'out', 'filings'];

export default class NoApplicationList extends Page {
  static properties = { progress: { state: true }, trouble: { state: true } };

  heading() { return this.list ? `${this.list.item} ${this.list.title}` : t('officer.free.title'); }
  lead() { return this.list ? t('officer.free.judged', { day: day(this.list.asOf), n: this.list.counts.judged }) : nothing; }
  back() { return { href: '/officer/no-application', text: t('officer.free.title') }; }
  aside() { return this.list ? html`${listChip(this.list.state)} ${this.list.illustrative ? sampleLabel() : nothing}` : nothing; }

  get path() { return `/api/policy/entitlement-runs/${this.params.id}`; }
  get tab() { return TABS.includes(this.query.get('tab')) ? this.query.get('tab') : 'in'; }
  get open() { return this.list.state === 'DRY_RUN' && hasRole('INTAKE'); }

  async load() {
    const { tab, query } = this;
    this.list = await api.get(this.path);
    const confirmed = this.list.state === 'CONFIRMED';
    const page = `page=${query.get('page') ?? 0}&size=50`;
    const search = encodeURIComponent(query.get('search') ?? '');
    const reason = query.get('reason');
    const [rows, progress, fund] = await Promise.all([
      tab === 'filings' ? (confirmed ? api.get(`/api/fund/entitlements/${this.list.id}/enterprises?${page}`) : { items: [], total: 0, page: 0, size: 50 })
        : api.get(`${this.path}/enterprises?included=${tab === 'in'}&search=${search}${tab === 'out' && reason ? `&reason=${reason}` : ''}&${page}`),
      confirmed ? api.get(`/api/fund/entitlements/${this.list.id}`).catch(() => null) : null,
      api.get('/api/fund/fund').catch(() => null),
    ]);
    Object.assign(this, { rows, progress, fund });
  }

  href(values) {
    const query = new URLSearchParams({ tab: this.tab, ...(this.query.get('search') && { search: this.query.get('search') }), ...(this.query.get('reason') && { reason: this.query.get('reason') }), ...values });
    return `/officer/no-application/${this.params.id}?${query}`;
  }

  get free() { return this.fund?.lines?.find(({ line }) => line === this.list.line)?.available; }

  /** What is asked before something happens, with the place for a reason where one is needed. */
  async takeOut(row) {
    let reason = '';
    const done = await confirm({
      title: t('officer.free.takeOut', { name: row.name }), danger: true, yes: t('officer.free.out'),
      body: () => textArea({ name: 'reason', label: t('officer.free.reason'), hint: t('officer.free.reasonHint'), value: reason, rows: 3, maxlength: 500, onInput: (value) => { reason = value; } }),
      run: async () => {
        if (!reason.trim()) throw new Error(t('officer.free.needReason'));
        try {
          return await api.post(`${this.path}/exclude`, { creditCode: row.creditCode, reason: reason.trim() }, this.seen());
        } catch (problem) {
          if (problem.code === 'STALE_VERSION') await this.reload({ quiet: true });
          throw problem;
        }
      },
    });
    if (done) await this.again(t('officer.free.takenOut', { name: row.name }));
  }

  seen() { return { headers: { 'If-Match': `"${this.list.version}"` } }; }

  async again(text) {
    say(text);
    await this.reload({ quiet: true });
  }

  async attempt(run, text) {
    await this.submitOnce(async () => {
      await run();
      await this.again(text);
    }, {
      refused: async (problem) => {
        if (problem.code === 'STALE_VERSION') await this.reload({ quiet: true });
        await this.failWith(problem);
      },
    });
  }

  takeIn(row) { return this.attempt(() => api.post(`${this.path}/include`, { creditCode: row.creditCode }, this.seen()), t('officer.free.takenIn', { name: row.name })); }

  async confirmList() {
    const { counts, sum, line } = this.list;
    const done = await confirm({
      title: t('officer.free.sure', { n: counts.included, amount: shortYuan(sum) }), yes: t('officer.free.confirm'),
      body: html`<p>${t('officer.free.sureText')}</p>${this.free === undefined ? nothing : html`<p>${t(Number(this.free) < Number(sum) ? 'officer.free.lineShort' : 'officer.free.lineFree', { line: tc('line', line), free: shortYuan(this.free) })}</p>`}`,
      run: () => api.act(`${this.path}/confirm`, {}, { etag: `"${this.list.version}"` }),
    });
    if (done) await this.again(t('officer.free.confirmed'));
  }

  async discard() {
    const done = await confirm({ title: t('officer.free.discardSure'), danger: true, yes: t('officer.free.discard'), run: async () => { await api.delete(this.path, this.seen()); return true; } });
    if (!done) return;
    say(t('officer.free.discarded'));
    go('/officer/no-application');
  }

  /** Asks for the next filings until none is left; whatever stops it, asking again goes on from there. */
  async openFilings() {
    this.busy = true;
    this.trouble = null;
    try {
      let before;
      do {
        before = this.progress?.left;
        this.progress = await api.post('/api/fund/entitlements', { run: this.list.id });
      } while (this.progress.left > 0 && this.progress.left !== before && this.isConnected);
      say(t('officer.free.results', { good: this.progress.opened, bad: this.progress.skipped }));
      go(this.href({ tab: 'filings', page: 0 }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.trouble = problem;
    } finally {
      this.busy = false;
    }
    if (!this.trouble) await this.reload({ quiet: true });
  }

  async csv() {
    try { await download(`${this.path}/enterprises`, 'text/csv', `${this.list.item}-${this.list.asOf}.csv`); } catch (problem) { say(problem.message, 'stop'); }
  }

  next() {
    const { list, progress } = this;
    if (list.state === 'DRY_RUN' && hasRole('INTAKE')) {
      return html`<div class="buttons"><button type="button" class="button" ?disabled=${this.busy || !list.counts.included} @click=${() => this.confirmList()}>${t('officer.free.confirm')}</button>
        <button type="button" class="button second" ?disabled=${this.busy} @click=${() => this.discard()}>${t('officer.free.discard')}</button></div>`;
    }
    if (list.state !== 'CONFIRMED' || !progress) return nothing;
    const settled = progress.opened + progress.skipped;
    return html`<section aria-labelledby="opening"><h2 id="opening">${t('officer.free.opening')}</h2>
      <p role="status">${t('officer.free.progress', { done: settled, total: progress.total, opened: progress.opened, skipped: progress.skipped })}</p>
      <progress max=${progress.total || 1} value=${settled} aria-labelledby="opening"></progress>
      ${this.trouble ? html`<div class="note stop" role="alert"><p>${explain(this.trouble)}</p><p>${t('officer.free.stopped')}</p></div>` : nothing}
      ${progress.left && hasRole('INTAKE') ? html`<div class="buttons"><button type="button" class="button" ?disabled=${this.busy} @click=${() => this.openFilings()}>${this.busy ? t('kit.working') : t(settled ? 'officer.free.goOn' : 'officer.free.open')}</button></div>` : nothing}</section>`;
  }

  body() {
    const { list } = this;
    const { counts } = list;
    return html`<div class="columns"><div>${this.next()}
        ${tabs(t('officer.free.tabs'), [
          { key: 'in', href: this.href({ tab: 'in', page: 0 }), text: t('officer.free.in'), count: counts.included },
          { key: 'out', href: this.href({ tab: 'out', page: 0 }), text: t('officer.free.outTab'), count: counts.excluded },
          ...(list.state === 'CONFIRMED' ? [{ key: 'filings', href: this.href({ tab: 'filings', page: 0 }), text: t('officer.free.filings'), count: this.progress ? this.progress.opened + this.progress.skipped : undefined }] : []),
        ], this.tab)}
        ${this.tab === 'filings' ? nothing : this.filters()}
        ${this.tab === 'filings' ? this.outcomes() : this.enterprises()}
        ${pager(this.rows, (page) => this.href({ page }))}</div>
      <aside class="side" aria-label=${t('officer.free.side')}><div class="side-block">${facts([
        [t('officer.free.sum'), amount(list.sum)],
        [t('officer.free.line'), this.free === undefined ? tc('line', list.line) : html`${tc('line', list.line)}<br><span class="quiet">${t('officer.free.lineAvailable', { free: shortYuan(this.free) })}</span>`],
        [t('officer.free.version'), t('officer.free.versionOf', { version: list.itemVersion, year: list.policyYear })],
        [t('officer.free.made'), html`${list.createdBy}<br>${moment(list.createdAt)}`],
        [t('officer.free.register'), html`${moment(list.registerAsOf)}${list.stale ? html`<br>${t('officer.free.stale')}` : nothing}`],
        [t('officer.free.decided'), list.decidedBy ? html`${list.decidedBy}<br>${moment(list.decidedAt)}` : undefined],
        [t('officer.free.unfit'), counts.unfit],
        [t('officer.free.unknown'), counts.unknown],
      ])}<p><button type="button" class="button second small" @click=${() => this.csv()}>${t('officer.free.csv')}</button></p></div></aside></div>`;
  }

  filters() {
    return html`<form class="filters" role="search" @submit=${(event) => { event.preventDefault(); this.filter({ search: new FormData(event.target).get('search') || null, page: null }); }}>
      <label>${t('officer.free.search')}<input type="search" name="search" maxlength="100" .value=${this.query.get('search') ?? ''}></label>
      ${this.tab === 'out' ? html`<label>${t('officer.free.why')}<select name="reason" @change=${(event) => this.filter({ reason: event.target.value || null, page: null })}><option value="">${t('officer.free.all')}</option>
        ${REASONS.filter((reason) => this.list.counts.reasons[reason]).map((reason) => html`<option value=${reason} ?selected=${reason === this.query.get('reason')}>${t(`officer.free.why.${reason}`)} (${this.list.counts.reasons[reason]})</option>`)}</select></label>` : nothing}
      <button class="button second small">${t('officer.free.find')}</button></form>`;
  }

  enterprise(row) { return html`<a href="/officer/enterprises/${row.creditCode}">${row.name ?? row.enterpriseName}</a><span class="row-sub code">${row.creditCode}</span>`; }

  enterprises() {
    const out = this.tab === 'out';
    const columns = [
      { key: 'name', label: t('officer.field.enterprise'), cell: (row) => this.enterprise(row) },
      ...(out ? [{ key: 'text', label: t('officer.free.why'), cell: (row) => html`${row.text}${row.takenOut ? html`<span class="row-sub">${row.takenOut.name} ${moment(row.takenOut.at)}</span>` : nothing}` }] : [{ key: 'record', label: t('officer.free.record'), cell: (row) => row.record ?? '–' }]),
      { key: 'amount', label: t('officer.field.amount'), numeric: true, cell: (row) => (row.amount ? amount(row.amount) : '–') },
      ...(this.open ? [{ key: 'act', label: t('officer.free.act'), cell: (row) => (!out ? html`<button type="button" class="button second small" aria-label=${t('officer.free.takeOut', { name: row.name })} @click=${() => this.takeOut(row)}>${t('officer.free.out')}</button>`
        : row.reason === 'OFFICER' ? html`<button type="button" class="button second small" aria-label=${t('officer.free.takeIn', { name: row.name })} ?disabled=${this.busy} @click=${() => this.takeIn(row)}>${t('officer.free.backIn')}</button>` : nothing) }] : []),
    ];
    return html`<fpo-table caption=${t(out ? 'officer.free.outTab' : 'officer.free.in')} .rows=${rowsOf(this.rows)} .columns=${columns} emptyTitle=${t(out ? 'officer.free.noneOut' : 'officer.free.none')} emptyText=${t(out ? 'officer.free.noneOutText' : 'officer.free.empty')}></fpo-table>`;
  }

  outcomes() {
    return html`${this.progress?.left ? note(t('officer.free.someLeft', { n: this.progress.left })) : nothing}<fpo-table caption=${t('officer.free.filings')} .rows=${rowsOf(this.rows)} emptyTitle=${t('officer.free.noFilings')} emptyText=${t('officer.free.noFilingsText')} .columns=${[
      { key: 'name', label: t('officer.field.enterprise'), cell: (row) => this.enterprise(row) },
      { key: 'filing', label: t('officer.free.filing'), cell: (row) => (row.filing ? html`<a href="/officer/filings/${row.filing}">${row.number}</a><span class="row-sub">${row.stateName}</span>` : html`${row.text}${row.other ? html`<span class="row-sub">${row.other}</span>` : nothing}`) },
      { key: 'amount', label: t('officer.field.amount'), numeric: true, cell: (row) => amount(row.amount) },
    ]}></fpo-table>`;
  }
}
