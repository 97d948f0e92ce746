import type { FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_HEADER, SCENES_PAGE } from '../../shared/page-header.ts';

/** The browser's sign-in. */
export const COOKIE = 'cuedesk';
/** That of the scene buttons, when they were opened by an address of their own. */
const SCENES_COOKIE = 'cuedesk-scenes';

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

/** Gives a browser a login, for as long as that lasts. */
export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  login: { readonly name: string; readonly token: string },
  maxAge: number,
): void {
  const secure = request.protocol === 'https';
  reply.setCookie(login.name, login.token, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge });
}
