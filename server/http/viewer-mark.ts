import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MARK_DAYS } from '../../shared/viewer-mark.ts';

/*
 * The mark of a viewer's browser: a random value by which a block knows the browser again. No page reads it, nothing of its
 * viewer is in it, and no other site is sent it. It is given with a request that was made, so that whoever only looks
 * has none.
 */

const COOKIE = 'cuedesk-viewer';
/** Where asks go; no page is under it. */
const PATH = '/api/v1/public';
const MARK = /^[\w-]{43}$/;

/** The mark that the browser has, or a new one. */
export function markOf({ cookies }: FastifyRequest): string {
  const mark = cookies[COOKIE];
  return mark !== undefined && MARK.test(mark) ? mark : randomBytes(32).toString('base64url');
}

/** Lets the browser keep its mark, from now on for so long again. */
export function giveMark({ protocol }: FastifyRequest, reply: FastifyReply, mark: string): void {
  const maxAge = MARK_DAYS * 24 * 3600;
  reply.setCookie(COOKIE, mark, { path: PATH, httpOnly: true, sameSite: 'lax', secure: protocol === 'https', maxAge });
}
