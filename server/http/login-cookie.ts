import type { FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_HEADER, SCENES_PAGE } from '../../shared/page-header.ts';

/** The browser's sign-in. */
export const COOKIE = 'cuedesk';
/** That of the scene buttons, when they were opened by an address of their own. */
const SCENES_COOKIE = 'cuedesk-scenes';
/**
 * How long a browser knows that the scene buttons had a login of their own, the longest that browsers keep a cookie
 * (RFC 6265bis, 5.5): one that went with its login would leave them to whoever else is signed in there.
 */
const APART_SECONDS = 400 * 24 * 3600;
/** In the place of a token once somebody has signed out there. */
const NOBODY = 'out';

/** The cookie that a call comes by; `token` is null while nobody is signed in. */
export interface LoginCookie {
  readonly name: string;
  readonly token: string | null;
}

/**
 * By what a page is signed in. A page may only say which of its browser's own logins is meant: it is no more than its
 * cookie. One whose own login has ended is out, and not whoever else is signed in there.
 */
export function loginCookieOf(request: FastifyRequest): LoginCookie {
  const own = ownCookieOf(request);
  return own.token === null ? { name: COOKIE, token: request.cookies[COOKIE] ?? null } : own;
}

/** The one that a sign-in of this page takes the place of. */
export function ownCookieOf({ headers, cookies }: FastifyRequest): LoginCookie {
  const name = headers[PAGE_HEADER] === SCENES_PAGE ? SCENES_COOKIE : COOKIE;
  return { name, token: cookies[name] ?? null };
}

/** Gives a browser a login, for as long as that lasts; the scene buttons keep it longer, and it opens nothing then. */
export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  login: { readonly name: string; readonly token: string },
  maxAge: number,
): void {
  const seconds = login.name === SCENES_COOKIE ? APART_SECONDS : maxAge;
  reply.setCookie(login.name, login.token, { ...attributes(request), maxAge: seconds });
}

/** Takes it away. The scene buttons are nobody from then on. */
export function takeCookie(request: FastifyRequest, reply: FastifyReply, name: string): void {
  if (name === SCENES_COOKIE) giveCookie(request, reply, { name, token: NOBODY }, APART_SECONDS);
  else reply.clearCookie(name, { path: '/' });
}

function attributes({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' } as const;
}
