/** One of the 51: what it pays, to whom, on which conditions, with which documents, until when. */
import { amount, api, chip, clusterChips, currentSession, day, facts, go, hasRole, html, nothing, Page, percent, sampleLabel, t, tc } from '/kit/kit.js';
import { articles } from '/kit/programme.js';
import './item-versions.js';

export default class Item extends Page {
  static properties = { item: { state: true } };

  heading() { return this.item?.title ?? this.params.code; }
  lead() { return this.item?.benefit ?? nothing; }
  back() { return { href: '/items', text: t('item.back') }; }
  aside() { return this.item?.illustrative === false ? nothing : sampleLabel(); }

  async load() {
    const [item, list] = await Promise.all([api.get(`/api/policy/items/${encodeURIComponent(this.params.code)}`), articles()]);
    this.article = list.find(({ no }) => no === item.article);
    this.item = item;
  }

  conditions(group) {
    const chosen = this.item.conditions.filter((condition) => (condition.group === 'common') === (group === 'common'));
    return chosen.length ? html`<ol class="conditions">${chosen.map(({ text, clause }) => html`<li><span>${text}</span>${clause ? html`<span class="clause-no">${clause}</span>` : nothing}</li>`)}</ol>` : nothing;
  }

  payout() {
    const { payout } = this.item;
    if (!payout) return nothing;
    if (!payout.schedule?.length || payout.method === 'ONE_OFF') return t('item.payout.once');
    return html`<ul class="plain-tight">${payout.schedule.map(({ trigger, share }) => html`<li>${tc('trigger', trigger)}${share ? html`${t('kit.colon')}${percent(share, 0)}` : nothing}</li>`)}</ul>`;
  }

  body() {
    const item = this.item;
    const { stacking } = item;
    const special = item.conditions.filter(({ group }) => group !== 'common');
    const enterprises = currentSession().creditCodes;
    return html`<div class="columns"><div>
      <section aria-labelledby="conditions"><h2 id="conditions" class="section-head">${t('item.conditions')}</h2>
        ${special.length ? this.conditions('specific') : nothing}
        <details class="more"><summary>${t('item.common', { count: item.conditions.length - special.length })}</summary>${this.conditions('common')}</details></section>
      <section class="section" aria-labelledby="documents"><h2 id="documents">${t('item.documents')}</h2>
        ${item.documents?.length && item.track !== 'NO_APPLICATION' ? html`<ul class="document-names">${item.documents.map((document) => html`<li><span class="item-code">${document.code}</span>${document.name}${document.system ? html` ${chip(t('kit.document.system'))}` : document.stage ? html` ${chip(t('item.later', { trigger: tc('trigger', document.stage) }))}` : document.required === false ? html` ${chip(t('kit.document.optional'))}` : nothing}</li>`)}</ul>` : html`<p>${t('item.documents.none')}</p>`}
        ${item.track === 'NO_APPLICATION' ? html`<p class="note go">${t('item.free')}</p>` : nothing}</section>
      ${stacking ? html`<section class="section" aria-labelledby="stacking"><h2 id="stacking">${t('item.stacking')}</h2><p class="measure">${t(`stacking.${stacking.rule}`)} ${tc('scope', stacking.scope)}</p>
        <p class="quiet">${t('item.yearCap')}</p></section>` : nothing}
      <section class="section" aria-labelledby="versions"><h2 id="versions">${t('item.versions')}</h2><fpo-item-versions code=${item.code}></fpo-item-versions></section>
      <section class="section" aria-labelledby="sources"><h2 id="sources">${t('item.sources')}</h2><p class="measure">${t('item.sources.lead')}</p>
        ${item.note ? html`<p class="measure">${item.note}</p>` : nothing}
        ${item.sources?.length ? html`<ul class="sources">${item.sources.map((source) => html`<li>${source.text ?? source.fact}${source.ref ? html`<br><span class="quiet">${source.ref}</span>` : nothing}</li>`)}</ul>` : nothing}</section>
    </div>
    <aside class="side" aria-label=${t('item.side')}><div class="side-block">
        ${facts([
          [t('item.code'), html`<span class="item-code">${item.code}</span>`],
          [t('item.clause'), item.clause],
          [t('item.article'), this.article ? t('mosaic.article', { no: this.article.no, title: this.article.title }) : undefined],
          [t('items.most'), item.most ? amount(item.most) : undefined],
          [t('items.cluster'), clusterChips(item.clusters)],
          [t('items.line'), tc('line', item.line)],
          [t('items.track'), html`${tc('track', item.track)}<br><span class="quiet">${t(`track.${item.track}.text`)}</span>`],
          [t('items.driver'), tc('driver', item.driver)],
          [t('item.window'), item.window ? t('item.window.text', { from: day(item.window.from), to: day(item.window.to) }) : undefined],
          [t('item.payout'), this.payout()],
          [t('item.department'), item.department],
          [t('item.version'), item.version ? t('item.version.text', { version: item.version }) : undefined],
        ])}</div>
      <p class="buttons">${hasRole('ENTERPRISE') && enterprises.length
        ? html`<button type="button" class="button" @click=${() => go(`/enterprise/start/${item.code}`)}>${item.track === 'NO_APPLICATION' ? t('item.see') : t('item.file')}</button>`
        : html`<a class="button" href="/check">${t('item.check')}</a>${currentSession().username ? nothing : html`<a class="button second" href="/sign-in?next=${encodeURIComponent(`/enterprise/start/${item.code}`)}">${t('item.signIn')}</a>`}`}</p></aside></div>`;
  }
}
