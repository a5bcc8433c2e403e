/** HTTP with the suite's conventions: session and CSRF token, second factor, language, problem details, ETags, idempotency keys kept per action. */
import { acceptLanguage, has, t } from './i18n.js';
import { csrf, refreshSession, sessionLost } from './session.js';

const tags = new WeakMap();

/** A failed call as a reader meets it. `errors` are field errors `{field, code, message}`; `properties` is the whole problem document. */
export class Problem extends Error {
  constructor(status, body = {}, retryAfter = null) {
    const code = body.code ?? (status === 0 ? 'OFFLINE' : `HTTP_${status}`);
    super(body.detail || (has(`kit.problem.${code}`) ? t(`kit.problem.${code}`) : t(status >= 500 ? 'kit.problem.server' : 'kit.problem.other', { status })));
    this.status = status;
    this.code = code;
    this.title = body.title;
    this.errors = body.errors ?? [];
    this.properties = body;
    this.retryAfter = retryAfter;
  }

  /** Whether the same call may succeed when simply tried again. */
  get mayRetry() {
    return this.status === 0 || this.status === 429 || this.status >= 500 || this.code === 'REQUEST_IN_FLIGHT';
  }
}

/** The ETag of something read or written through this module. */
export const etagOf = (value) => (value && typeof value === 'object' ? tags.get(value) : undefined);

async function answer(response) {
  const type = response.headers.get('Content-Type') ?? '';
  if (response.ok) {
    if (response.status === 204) return null;
    const body = /\bjson\b/.test(type) ? await response.json() : await response.text();
    if (body && typeof body === 'object') {
      const etag = response.headers.get('ETag');
      if (etag) tags.set(body, etag);
    }
    return body;
  }
  let body = {};
  try { body = /json/.test(type) ? await response.json() : {}; } catch { /* an unreadable problem is still a problem */ }
  throw new Problem(response.status, body, response.headers.get('Retry-After'));
}

async function send(method, path, { body, headers = {}, signal, raw } = {}) {
  const unsafe = method !== 'GET' && method !== 'HEAD';
  const attempt = async () => {
    const all = { Accept: 'application/json, application/problem+json', 'Accept-Language': acceptLanguage(), ...headers };
    if (unsafe) {
      const token = await csrf();
      if (token) all[token.header] = token.token;
    }
    if (body !== undefined && !raw) all['Content-Type'] ??= method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    try {
      return await fetch(path, { method, headers: all, body: body === undefined || raw ? body : JSON.stringify(body), signal, credentials: 'same-origin' });
    } catch (trouble) {
      if (trouble.name === 'AbortError') throw trouble;
      throw new Problem(0);
    }
  };
  let response = await attempt();
  if (unsafe && response.status === 403) {
    const refusal = await response.clone().text();
    if (/csrf/i.test(refusal)) {
      await refreshSession();
      response = await attempt();
    } else if (refusal.includes('"FACTOR_REQUIRED"')) {
      const { proveFactor } = await import('./factor.js');
      if (await proveFactor()) response = await attempt();
    }
  }
  if (response.status === 401 && !path.startsWith('/api/session')) sessionLost();
  return answer(response);
}

function digest(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}

function newKey() {
  return crypto.randomUUID ? crypto.randomUUID() : Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
}

function keyFor(slot) {
  try {
    const kept = sessionStorage.getItem(slot);
    if (kept) return kept;
    const made = newKey();
    sessionStorage.setItem(slot, made);
    return made;
  } catch { return newKey(); }
}

const forget = (slot) => { try { sessionStorage.removeItem(slot); } catch { /* nothing kept */ } };

export const api = {
  get: (path, options) => send('GET', path, options),
  post: (path, body, options = {}) => send('POST', path, { ...options, body }),
  delete: (path, options) => send('DELETE', path, options),
  /** Edits of something read before: pass `of` (the object read) or `etag`. */
  put: (path, body, { of, etag = etagOf(of), headers, ...rest } = {}) => send('PUT', path, { ...rest, body, headers: { ...headers, ...(etag && { 'If-Match': etag }) } }),
  patch: (path, body, { of, etag = etagOf(of), headers, ...rest } = {}) => send('PATCH', path, { ...rest, body, headers: { ...headers, ...(etag && { 'If-Match': etag }) } }),

  /**
   * A move of a case or of money. The idempotency key belongs to the action and its body: it outlives a lost answer, a retry and a reload of the page,
   * and is given up when the server has answered for good.
   */
  async act(path, body, { of, etag, headers, method = 'POST', ...rest } = {}) {
    const slot = `fpo.key ${method} ${path} ${digest(JSON.stringify(body ?? null))}`;
    const tag = etag ?? etagOf(of);
    try {
      const done = await send(method, path, { ...rest, body: method === 'DELETE' ? undefined : body ?? {}, headers: { ...headers, 'Idempotency-Key': keyFor(slot), ...(tag && { 'If-Match': tag }) } });
      forget(slot);
      return done;
    } catch (problem) {
      if (!(problem instanceof Problem) || !problem.mayRetry) forget(slot);
      throw problem;
    }
  },

  /** Uploads a file as the raw body; `progress` gets 0…1. */
  upload(path, file, { progress, type = file.type || 'application/octet-stream', method = 'PUT' } = {}) {
    return csrf().then((token) => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, path);
      request.setRequestHeader('Content-Type', type);
      request.setRequestHeader('Accept', 'application/json, application/problem+json');
      request.setRequestHeader('Accept-Language', acceptLanguage());
      if (token) request.setRequestHeader(token.header, token.token);
      if (progress) request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
      request.onerror = () => reject(new Problem(0));
      request.onload = () => {
        let body = {};
        try { body = request.responseText ? JSON.parse(request.responseText) : {}; } catch { /* not JSON */ }
        if (request.status >= 200 && request.status < 300) resolve(body);
        else reject(new Problem(request.status, body, request.getResponseHeader('Retry-After')));
      };
      request.send(file);
    }));
  },
};

/** Saves what an address answers in another format. */
export async function download(address, accept, name) {
  const response = await fetch(address, { headers: { Accept: accept, 'Accept-Language': acceptLanguage() }, credentials: 'same-origin' });
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})));
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(await response.blob()), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
