/** The base of the pages of one filing: reads it with its item, saves drafts, knows where errors are mended. */
import { api, etagOf, go, nothing, Page, Problem, stateChip, t } from '/kit/kit.js';
import { isOfSystem } from '/kit/papers.js';
import { dictionary } from '/kit/programme.js';

/** Lines summed or counted by the fact that they bound: the `claimed` of an assessment. */
export function claimedOf(filing, item) {
  const claimed = {};
  for (const kind of item?.form?.claimLines ?? []) {
    const lines = (filing.claimLines ?? []).filter((line) => line.kind === kind.kind && line.allowed !== false);
    if (!kind.fact || !lines.length) continue;
    if (kind.measure === 'NET_AMOUNT') claimed[kind.fact] = (lines.reduce((fen, line) => fen + Math.round(Number(line.netAmount ?? 0) * 100), 0) / 100).toFixed(2);
    if (kind.measure === 'COUNT') claimed[kind.fact] = String(lines.length);
  }
  return claimed;
}

/** The form as the filing's call asks it, whatever the item asks since; which fields a kind of line has, the item says. */
const formOf = ({ form }, item) => ({ ...form, claimLines: (form.claimLines ?? []).map((kind) => ({ ...item?.form?.claimLines?.find((each) => each.kind === kind.kind), ...kind })) });

/** What is still wanting, by task. */
export function tasksOf(filing, item, assessment) {
  const kinds = item?.form?.claimLines ?? [];
  const given = filing.claimLines ?? [];
  const absent = kinds.filter(({ kind, measure }) => measure !== 'NONE' && !given.some((line) => line.kind === kind));
  const unfinished = given.filter((line) => !line.reference || (!line.netAmount && kinds.some(({ kind, measure }) => kind === line.kind && measure === 'NET_AMOUNT')));
  return {
    facts: (assessment?.missing ?? []).length,
    lines: absent.length + unfinished.length,
    documents: (filing.documents ?? []).filter((document) => document.required && !document.provided && !isOfSystem(document)).length,
    contact: filing.contact?.name && filing.contact?.phone ? 0 : 1,
  };
}

export class FilingPage extends Page {
  static properties = { filing: { state: true }, item: { state: true }, assessment: { state: true }, saved: { state: true }, saving: { state: true }, failed: { state: true } };

  get path() { return `/enterprise/filings/${this.params.id}`; }
  get api() { return `/api/fund/filings/${this.params.id}`; }
  get editable() { return ['DRAFT', 'CORRECTION'].includes(this.filing?.state); }
  get free() { return this.filing?.track === 'NO_APPLICATION'; }

  back() { return { href: this.path, text: this.filing ? `${this.filing.itemCode} ${this.filing.title ?? ''}` : t('nav.filings') }; }
  aside() { return this.filing ? stateChip(this.filing.state) : nothing; }
  measure() { return 'text'; }

  async load() {
    const filing = await api.get(this.api);
    const [item, facts] = await Promise.all([api.get(`/api/policy/items/${filing.itemCode}`).catch(() => null), dictionary().catch(() => new Map())]);
    this.dictionary = facts;
    this.item = filing.form ? { ...item, form: formOf(filing, item) } : item;
    this.filing = filing;
    await this.prepare();
  }

  /** What a page reads besides. */
  async prepare() {}

  /** The verdict on the draft as it stands; absent where policy-service cannot be asked. */
  async assess() {
    const { filing } = this;
    this.assessment = await api.post('/api/policy/assessments', {
      creditCode: filing.creditCode, item: filing.itemCode, version: filing.itemVersion, basis: this.free ? 'VERIFIED' : 'DECLARED', filing: filing.id,
      ...(filing.project && { record: filing.project }), claimed: claimedOf(filing, this.item),
    }).catch((problem) => { if (!(problem instanceof Problem)) console.error(problem); return null; });
  }

  /** Saves part of the draft; a stale copy is read anew and tried once more, for nobody else's words are overwritten by a patch of other fields. */
  async save(changes) {
    this.saving = true;
    this.failed = false;
    try {
      try {
        this.filing = await api.patch(this.api, changes, { etag: etagOf(this.filing) });
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.code !== 'STALE_VERSION') throw problem;
        const fresh = await api.get(this.api);
        this.filing = await api.patch(this.api, changes, { etag: etagOf(fresh) });
      }
      this.saved = new Date().toISOString();
      return true;
    } catch (problem) {
      this.failed = true;
      await this.failWith(problem);
      return false;
    } finally {
      this.saving = false;
    }
  }

  /** After a task is saved: back to the place that asked for it. */
  done() { go(this.query.get('from') === 'check' ? `${this.path}/check` : this.path); }
}
