/** What an address of the viewers' pages asks for. */
export type Route =
  | { readonly type: 'offers'; readonly handle: string; readonly service: string | null }
  | { readonly type: 'thread'; readonly secret: string }
  | { readonly type: 'nowhere' };

/** Reads `/@HANDLE`, `/@HANDLE/SERVICE` and `/t/SECRET`; a trailing slash and capital letters of a typed handle are forgiven. */
export function routeOf(path: string): Route {
  const [first = '', second = '', third] = path.replace(/^\/+|\/+$/g, '').split('/');
  if (third !== undefined) return { type: 'nowhere' };
  if (first === 't' && /^[\w-]{8,}$/.test(second)) return { type: 'thread', secret: second };
  const handle = decoded(first).toLowerCase();
  if (/^@[a-z0-9_.]{2,24}$/.test(handle)) {
    return { type: 'offers', handle: handle.slice(1), service: decoded(second) || null };
  }
  return { type: 'nowhere' };
}

/** A broken escape in an address leads nowhere, not into an exception. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
