/**
 * Addresses to pages. A folder's `routes.js` exports a list of `{path, page, roles?}`: `path` has `:name` parts, `page` imports the module
 * whose default export is a `Page`, `roles` names who may open it (anyone of them; absent: everyone).
 */
const FOLDERS = ['enterprise', 'officer', 'analyst', 'auditor', 'admin', 'editor'];
const tables = new Map();

export const folderOf = (path) => FOLDERS.find((folder) => path === `/${folder}` || path.startsWith(`/${folder}/`)) ?? 'public';

async function tableOf(folder) {
  if (!tables.has(folder)) {
    const { default: routes } = await import(`/${folder}/routes.js`);
    tables.set(folder, routes.map((route) => ({ ...route, parts: route.path.split('/').filter(Boolean) })));
  }
  return tables.get(folder);
}

/** The route for a path with its parameters, or null. */
export async function match(path) {
  const folder = folderOf(path);
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  for (const route of await tableOf(folder)) {
    if (route.parts.length !== parts.length) continue;
    const params = {};
    if (route.parts.every((part, i) => (part.startsWith(':') ? ((params[part.slice(1)] = parts[i]), true) : part === parts[i]))) return { route, folder, params };
  }
  return null;
}

/** Opens an address of the portal. */
export function go(address, { replace = false } = {}) {
  const there = new URL(address, location.href);
  history[replace ? 'replaceState' : 'pushState']({}, '', there);
  window.dispatchEvent(new CustomEvent('fpo-navigate'));
}

/** Writes filters into the address without opening the page anew. Empty values are left out. */
export function keepQuery(values, { push = false } = {}) {
  const there = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '' || value === false) there.searchParams.delete(name);
    else there.searchParams.set(name, value);
  }
  history[push ? 'pushState' : 'replaceState'](history.state, '', there);
}

/** Lets plain links work as navigation inside the portal. */
export function followLinks(root) {
  root.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href);
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (/^\/(api|webjars|oauth2)\//.test(link.pathname)) return;
    if (link.hash && link.pathname === location.pathname && link.search === location.search) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) {
        event.preventDefault();
        target.scrollIntoView();
        if (!target.matches('a,button,input,select,textarea,[tabindex]')) target.tabIndex = -1;
        target.focus({ preventScroll: true });
      }
      return;
    }
    event.preventDefault();
    go(link.href);
  });
}
