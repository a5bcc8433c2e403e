/** Who is reading. One session for the page; everything that shows a name or a menu listens to it. */
const listeners = new Set();
let known = null;
let asking = null;
let sample = false;

const ANONYMOUS = { roles: [], creditCodes: [] };

/** Asks the gateway again; an unreachable gateway leaves an anonymous session without a token. */
export function refreshSession() {
  asking = fetch('/api/session', { headers: { Accept: 'application/json' }, credentials: 'same-origin' })
    .then((response) => (response.ok ? response.json() : ANONYMOUS))
    .catch(() => ANONYMOUS)
    .then((session) => {
      sample = session.sample ?? sample;
      known = { ...ANONYMOUS, ...session, roles: session.roles ?? [], creditCodes: session.creditCodes ?? [] };
      for (const listener of listeners) listener(known);
      return known;
    });
  return asking;
}

/** The session, asked for once. */
export const session = () => asking ?? refreshSession();
/** The session as last known, without waiting. */
export const currentSession = () => known ?? ANONYMOUS;
export const csrf = async () => (await session()).csrf;
export const onSession = (listener) => { listeners.add(listener); return () => listeners.delete(listener); };
export const hasRole = (...roles) => roles.some((role) => currentSession().roles.includes(role));
/** Whether the register holds sample data; what pages say of it beside its numbers. */
export const isSample = () => sample;
export const isSignedIn = () => Boolean(currentSession().username);

/** A call was answered 401: the session ended. The shell then leads to the sign-in page and back. */
export function sessionLost() {
  if (!isSignedIn()) return;
  known = null;
  asking = null;
  window.dispatchEvent(new CustomEvent('fpo-session-lost'));
}

/** Where a person starts after signing in. */
export function homeOf({ roles }) {
  const has = (...some) => some.some((role) => roles.includes(role));
  if (has('ENTERPRISE')) return '/enterprise';
  if (has('INTAKE', 'REVIEWER', 'EXPERT', 'APPROVER', 'PAYER', 'RELEASER')) return '/officer';
  if (has('POLICY_EDITOR', 'POLICY_PUBLISHER')) return '/editor';
  if (has('ANALYST')) return '/analyst';
  if (has('AUDITOR')) return '/auditor';
  if (has('SECURITY_ADMIN')) return '/admin/people';
  if (has('ADMIN')) return '/admin';
  return '/';
}
