/** Choosing approved filings for a notice: rows and total before anything is published. */
import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { Page } from '../kit/page.js';
import { api } from '../kit/api.js';
import { t } from '../kit/i18n.js';
import { amount, day, sum, shortYuan } from '../kit/format.js';
import { selectField } from '../kit/form.js';
import { empty } from '../kit/states.js';
import { confirm } from '../kit/dialog.js';
import { go } from '../kit/router.js';
import { say } from '../kit/toast.js';
import { rowsOf } from './desk.js';

const DAYS = ['5', '7', '10'];

export default class Publish extends Page {
  heading() { return t('officer.publish.title'); }
  lead() { return t('officer.publish.lead'); }
  back() { return { href: '/officer/notices', text: t('officer.notices.title') }; }

  async load() {
    this.rows = rowsOf(await api.get('/api/fund/filings?move=PUBLISH&size=200'));
    this.chosen = new Set(this.rows.map(({ id }) => id));
    this.days ??= '5';
  }

  toggle(id, on) {
    if (on) this.chosen.add(id);
    else this.chosen.delete(id);
    this.requestUpdate();
  }

  get picked() { return this.rows.filter(({ id }) => this.chosen.has(id)); }

  async publish(event) {
    event.preventDefault();
    const { picked } = this;
    if (!picked.length) return this.fail([{ field: picked[0]?.id, message: t('officer.publish.needOne') }]);
    this.errors = [];
    try {
      const made = await confirm({
        title: t('officer.publish.sure', { n: picked.length, amount: shortYuan(sum(picked.map(({ amount: each }) => each))) }),
        body: html`<p>${t('officer.publish.sureText', { days: this.days })}</p>`,
        yes: t('officer.publish.confirm'),
        run: () => api.act('/api/fund/notices', { filings: picked.map(({ id }) => id), workingDays: Number(this.days) }),
      });
      if (!made) return undefined;
      say(t('officer.publish.done', { day: day(made.endsOn) }));
      go(`/officer/notices/${made.id}`);
    } catch (problem) { return this.failWith(problem); }
    return undefined;
  }

  body() {
    if (!this.rows.length) return empty(t('officer.publish.none'), t('officer.publish.empty'));
    const { picked } = this;
    return html`<form @submit=${(event) => this.publish(event)}>
      <table class="table work pickable"><caption class="vh">${t('officer.publish.title')}</caption>
        <thead><tr><th scope="col"><input type="checkbox" aria-label=${t('officer.pickAll')} .checked=${live(picked.length === this.rows.length)} .indeterminate=${picked.length > 0 && picked.length < this.rows.length}
            @change=${(event) => { this.chosen = new Set(event.target.checked ? this.rows.map(({ id }) => id) : []); this.requestUpdate(); }}></th>
          <th scope="col">${t('officer.field.enterprise')}</th><th scope="col">${t('officer.field.item')}</th><th scope="col" class="num">${t('officer.field.amount')}</th></tr></thead>
        <tbody>${this.rows.map((filing) => html`<tr><td><input type="checkbox" id="pick-${filing.id}" aria-label=${t('officer.pick', { name: `${filing.enterpriseName} ${filing.itemCode}` })} .checked=${live(this.chosen.has(filing.id))} @change=${(event) => this.toggle(filing.id, event.target.checked)}></td>
          <th scope="row"><label for="pick-${filing.id}">${filing.enterpriseName}</label><span class="row-sub code">${filing.number}</span></th>
          <td data-label=${t('officer.field.item')}><a href="/officer/filings/${filing.id}">${filing.itemCode} ${filing.title}</a></td>
          <td class="num" data-label=${t('officer.field.amount')}>${amount(filing.approved ?? filing.amount)}</td></tr>`)}</tbody>
        <tfoot><tr><td></td><th scope="row" colspan="2">${t('officer.publish.total', { n: picked.length })}</th><td class="num">${amount(sum(picked.map((filing) => filing.approved ?? filing.amount)))}</td></tr></tfoot>
      </table>
      <div class="form-narrow">${selectField({ name: 'workingDays', label: t('officer.publish.days'), hint: t('officer.publish.daysHint'), value: this.days, options: DAYS.map((value) => ({ value, text: t('officer.publish.nDays', { n: value }) })), onChange: (value) => { this.days = value; } })}
      <div class="buttons"><button class="button">${t('officer.publish.confirm')}</button></div></div>
    </form>`;
  }
}
