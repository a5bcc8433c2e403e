/** The shell: header, menus, the page of the current address, footer. */
import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { keyed } from 'lit/directives/keyed.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { api, Problem } from './api.js';
import { lang, mark, onLanguage, speak, t, words } from './i18n.js';
import { isCurrent, ownMenu, publicMenu } from './nav.js';
import { folderOf, followLinks, go, match } from './router.js';
import { currentSession, isSample, onSession, refreshSession, session } from './session.js';
import { errorPanel } from './states.js';
import { brand } from './brand.js';
import './toast.js';

const classes = new Map();
/** Where menus are one column below a button. */
const narrow = matchMedia('(max-width: 47rem)');

/** Custom element name of a page class, defined once. */
function tagOf(page) {
  if (!classes.has(page)) {
    const tag = `fpo-page-${classes.size + 1}`;
    customElements.define(tag, page);
    classes.set(page, tag);
  }
  return classes.get(page);
}

class App extends LitElement {
  static properties = { view: { state: true }, who: { state: true }, menuOpen: { state: true }, language: { state: true } };

  constructor() {
    super();
    this.view = null;
    this.who = currentSession();
    this.menuOpen = false;
    this.language = lang();
    this.visit = 0;
    if ('scrollRestoration' in history) history.scrollRestoration = 'auto';
  }

  createRenderRoot() {
    this.replaceChildren();
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    mark();
    followLinks(this);
    window.addEventListener('fpo-navigate', () => this.show());
    window.addEventListener('popstate', () => this.show({ back: true }));
    window.addEventListener('fpo-session-lost', () => go(`/sign-in?ended=1&next=${encodeURIComponent(location.pathname + location.search)}`));
    onSession((who) => { this.who = who; });
    onLanguage((language) => { this.language = language; this.show({ anew: true }); });
    this.show({ initial: true });
  }

  async show({ back = false, initial = false, anew = false } = {}) {
    this.menuOpen = false;
    const path = location.pathname.replace(/(.)\/+$/, '$1');
    if (!anew && !initial && this.view?.path === path && this.view.tag) {
      this.page()?.queryChanged();
      return;
    }
    const turn = (this.turn = {});
    let view;
    try {
      const [found] = await Promise.all([match(path), words('kit'), words('public'), words(folderOf(path)), session()]);
      if (!found) view = { missing: true };
      else if (found.route.roles && !currentSession().username) {
        go(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`, { replace: true });
        return;
      } else if (found.route.roles && !found.route.roles.some((role) => currentSession().roles.includes(role))) view = { refused: true };
      else {
        const { default: page } = await found.route.page();
        view = { tag: tagOf(page), params: found.params };
      }
    } catch (trouble) {
      console.error(trouble);
      await words('kit').catch(() => {});
      view = { problem: new Problem(0) };
    }
    if (turn !== this.turn) return;
    this.view = { ...view, path, number: ++this.visit };
    this.language = lang();
    if (initial) return;
    await this.updateComplete;
    if (!back && !anew && !location.hash) window.scrollTo(0, 0);
    const heading = this.querySelector('main h1');
    heading?.focus({ preventScroll: true });
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }

  page() { return this.querySelector('main')?.firstElementChild; }

  async signOut() {
    try { await api.delete('/api/session'); } catch { /* the session is gone either way */ }
    await refreshSession();
    go('/');
  }

  link(entry) {
    const current = isCurrent(entry, this.view?.path ?? '');
    return html`<li><a href=${entry.href} aria-current=${current ? 'page' : nothing}>${t(entry.key)}</a></li>`;
  }

  /** A heading with its entries: open below it on a wide screen until something else is chosen. */
  group({ key, entries }) {
    const current = entries.some((entry) => isCurrent(entry, this.view?.path ?? ''));
    return html`<li class="menu-group ${current ? 'current' : ''}"><details name="own-menu" ?open=${live(current && narrow.matches)} @keydown=${this.leaveGroup} @focusout=${this.leftGroup}>
      <summary>${t(key)}</summary><ul>${entries.map((entry) => this.link(entry))}</ul></details></li>`;
  }

  leaveGroup(event) {
    if (event.key !== 'Escape' || narrow.matches) return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector('summary').focus();
  }

  leftGroup(event) {
    if (!narrow.matches && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
  }

  /** One's own work: below the public menu, and before it where menus are one column. */
  ownNav() {
    const own = ownMenu(this.who);
    return own.length ? html`<nav aria-label=${t('nav.own')} class="own"><ul class="menu">${own.map((entry) => (entry.entries ? this.group(entry) : this.link(entry)))}</ul></nav>` : nothing;
  }

  account() {
    return this.who.username
      ? html`<span class="who"><span class="vh">${t('kit.signedIn')}</span>${this.who.displayName ?? this.who.username}</span>
          <button type="button" class="plain" @click=${this.signOut}>${t('kit.signOut')}</button>`
      : html`<a class="plain" href="/sign-in">${t('kit.signIn')}</a>`;
  }

  content() {
    const view = this.view;
    if (view.tag) return keyed(view.number, staticHtml`<${unsafeStatic(view.tag)} .params=${view.params}></${unsafeStatic(view.tag)}>`);
    document.title = t('kit.name');
    return html`<div class="page"><div class="page-head"><h1 tabindex="-1">${view.missing ? t('kit.missing.title') : view.refused ? t('kit.refused.title') : t('kit.error.title')}</h1></div>
      ${view.missing ? html`<p>${t('kit.missing.text')}</p><p><a href="/">${t('kit.missing.home')}</a></p>`
        : view.refused ? html`<p>${t('kit.refused.text', { name: this.who.displayName ?? this.who.username })}</p>`
          : errorPanel(view.problem, () => this.show({ anew: true }))}</div>`;
  }

  render() {
    if (!this.view) return nothing;
    const other = lang() === 'zh' ? 'en' : 'zh';
    return html`
      <a class="skip" href="#main">${t('kit.skip')}</a>
      <header class="site-head">
        <div class="site-head-in">
          <a class="brand" href="/">${brand()}<span class="brand-text"><strong>${t('kit.name')}</strong><span>${t('kit.subtitle')}</span></span></a>
          <div class="site-tools">
            <button type="button" class="plain" lang=${other === 'en' ? 'en' : 'zh-CN'} @click=${() => speak(other)}>${other === 'en' ? 'English' : '中文'}</button>
            <span class="account">${this.account()}</span>
            <button type="button" class="plain menu-button" aria-expanded=${this.menuOpen} aria-controls="menus" @click=${() => { this.menuOpen = !this.menuOpen; }}>${t('kit.menu')}</button>
          </div>
        </div>
        <div id="menus" class="menus ${this.menuOpen ? 'open' : ''}">
          ${narrow.matches ? this.ownNav() : nothing}
          <nav aria-label=${t('nav.public')}><ul class="menu">${publicMenu().map((entry) => this.link(entry))}</ul></nav>
          <div class="account page-edge">${this.account()}</div>
          ${narrow.matches ? nothing : this.ownNav()}
        </div>
      </header>
      <main id="main" tabindex="-1">${this.content()}</main>
      <footer class="site-foot"><div class="site-foot-in">
        <div>${brand('small')}<p><strong>${t('kit.name')}</strong><br>${t('kit.foot.what')}</p></div>
        <p>${t(isSample() ? 'kit.foot.sample' : 'kit.foot.illustrative')}</p>
        <ul class="foot-links"><li><a href="/fund">${t('nav.fund')}</a></li><li><a href="/awards">${t('nav.awards')}</a></li><li><a href="/api/docs">${t('kit.foot.api')}</a></li></ul>
      </div></footer>
      <fpo-toast></fpo-toast>`;
  }
}

customElements.define('fpo-app', App);
