/** The administrator's page: the business clock where it can be moved, and that it is real time otherwise. */
import { html } from 'lit';
import { Page } from '../kit/page.js';
import { api, Problem } from '../kit/api.js';
import { t, words } from '../kit/i18n.js';
import { day, moment } from '../kit/format.js';
import { choice } from '../kit/form.js';
import { empty, note } from '../kit/states.js';
import { confirm } from '../kit/dialog.js';
import { say } from '../kit/toast.js';

await words('admin');

const STEPS = ['P1D', 'P7D', 'P14D', 'P30D'];

export default class Admin extends Page {
  heading() { return t('admin.title'); }

  async load() {
    this.step ??= 'P7D';
    this.clock = null;
    try { this.clock = await api.get('/api/clock'); } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 404) throw problem;
    }
  }

  async advance(event) {
    event.preventDefault();
    const moved = await confirm({
      title: t('admin.clock.sure', { step: t(`admin.clock.${this.step}`) }), body: html`<p>${t('admin.clock.sureText')}</p>`, yes: t('admin.clock.advance'),
      run: () => api.act('/api/clock', { advance: this.step }),
    });
    if (!moved) return;
    say(t('admin.clock.moved', { now: moment(moved.now) }));
    this.reload({ quiet: true });
  }

  body() {
    if (!this.clock?.movable) return empty(t('admin.clock.real'), t('admin.clock.realText'));
    return html`<section aria-labelledby="clock"><h2 id="clock">${t('admin.clock.title')}</h2>
      <p class="combination-total">${day(this.clock.now, { weekday: true })}</p><p class="quiet">${moment(this.clock.now)}</p>
      ${note(t('admin.clock.note'))}
      <form class="form" @submit=${(event) => this.advance(event)}>
        ${choice({ name: 'step', label: t('admin.clock.by'), inline: true, value: this.step, options: STEPS.map((value) => ({ value, text: t(`admin.clock.${value}`) })), onChange: (value) => { this.step = value; this.requestUpdate(); } })}
        <div class="buttons"><button class="button">${t('admin.clock.advance')}</button></div></form></section>`;
  }
}
