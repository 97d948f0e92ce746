import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
  RouteOptions,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { Problem } from '../../shared/rejections.ts';
import type { Right } from '../../shared/rights.ts';
import { isLoopback } from '../core/caller.ts';
import type { Refusal } from '../core/decision.ts';

/** Fastify with zod as the schema of every route: what a resource file is given to hang its routes on. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression<RawServerDefault>,
  RawReplyDefaultExpression<RawServerDefault>,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/**
 * Who may call a route. Every route names one in `config.access`; a route without it fails the build of the server.
 * `anyone`: no login (and `security: []` in the OpenAPI document). `desk`: owner and moderators. `owner`: the owner.
 * `source`: the owner or a source token.
 */
export type Access = 'anyone' | 'desk' | 'owner' | 'source';

/** Which doors serve a route: the private one alone, or both (viewers' pages and what they call). */
export type Door = 'private' | 'both';

/** The caller, as the guard found it before the handler runs. Null for `anyone` without a login. */
export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'moderator';
  readonly rights: ReadonlyArray<Right>;
  readonly creatorId: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** With `desk`: the right that a moderator needs beside a login. */
    right?: Right;
  }
  interface FastifyInstance {
    /** Every route of the door, as it was hung on it: what a check of all of them walks through. */
    readonly routesOfDoor: ReadonlyArray<RouteOptions>;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
  interface FastifyReply {
    /** The word of the problem that is answered; empty while there is none. */
    problem: string;
  }
}

/** A caller's address; null for this machine itself: a tunnel that Cuedesk does not know brings every viewer from there. */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string | null {
  return isLoopback(ip) ? null : ip;
}

/** HTTP status of a refusal by its word. A word that is not listed is a conflict with what is (409). */
const STATUS: Readonly<Record<string, number>> = {
  'not-found': 404,
  'no-such-macro': 404,
  'adults-only': 403,
  'region-not-offered': 403,
  'not-allowed': 403,
  'not-signed-in': 401,
  'wrong-password': 401,
  'wrong-passkey': 401,
  'key-reused': 422,
  'design-changed': 412,
  'rules-changed': 412,
  'bad-input': 400,
  'picture-type': 415,
  'picture-moving': 415,
  'picture-broken': 422,
  'picture-too-large': 413,
  'too-many': 429,
  unavailable: 503,
  'obs-not-connected': 503,
  'disk-full': 507,
  'bad-template': 400,
};

/** One English sentence per word, for scripts and logs; pages translate the word instead. */
const SENTENCES: Readonly<Record<string, string>> = {
  'not-found': 'There is nothing here under that name. Check the address.',
  'region-not-offered':
    'This offer is for viewers of other countries, see its regions. Nothing was kept. Say where you are, or write a message.',
  'sold-by-link':
    'This is a product: it has no times, and is bought at its link. Nothing was kept. A message can be written.',
  'adults-only': 'This can be booked by people of 18 or over only. Nothing was kept.',
  'not-allowed': 'This login may not do that. Ask the owner for the right.',
  'not-signed-in': 'Sign in first: open the link that Cuedesk printed at its start, or send a token.',
  'key-reused': 'This Idempotency-Key was used for another request. Send a new key with the new request.',
  'wrong-password': 'That is not the password, or none is set. Try again, or open the link that Cuedesk printed.',
  'wrong-passkey':
    'That passkey is not known here, or its answer came too late or twice. Try again, or open the link that Cuedesk printed.',
  'passkey-elsewhere':
    'Passkeys do not work at this address. Open the studio at localhost, or at its https address, and try again.',
  'passkey-by-login': 'A passkey is made by a person who is signed in, and not with a token. Sign in, and try again.',
  'passkey-known': 'This passkey is in the list already. Nothing was changed.',
  'too-many-passkeys': 'There are 20 passkeys already. Take one away that is not used. Nothing was added.',
  'bad-input': 'Something in the request is not as it has to be. Nothing was kept; see the issues.',
  'too-many': 'Too many requests in a short time. Wait a moment and try again.',
  'disk-full': 'The disk of Cuedesk is full. Nothing was kept. Free some space there and try again.',
  unavailable: 'This part is not there just now. Try again in a moment.',
  'slot-taken': 'That time has just been taken. Choose one of the nearest free times.',
  'slot-not-offered': 'That time is not offered: it lies in the past, outside the hours, too near or too far ahead.',
  'not-eligible': 'The service bio cannot be published yet; see the issues for what is missing.',
  'already-closed': 'This request is closed already. Nothing was changed.',
  'claimed-by-other': 'Somebody else is answering this request. Nothing was changed.',
  'handle-taken': 'Another creator has that handle. Choose another one. Nothing was changed.',
  'slug-taken': 'Another service has that short name. Choose another one. Nothing was changed.',
  'reply-name-taken': 'Another prepared reply has that name. Choose another one. Nothing was changed.',
  'label-name-taken': 'Another label has that name. Choose another one. Nothing was changed.',
  'label-gone': 'That label has been taken away. Choose another one. Nothing was changed.',
  'too-many-labels': 'There are 100 labels already. Take one away that is not used. Nothing was added.',
  'too-many-spam-words': 'There would be more than 100 words. Take some away that are not used. Nothing was changed.',
  erased: 'Nothing is known of this person any more. Nothing was changed.',
  'macro-key-taken': 'Another macro is on that key. Choose another one. Nothing was changed.',
  'macro-name-taken': 'Another macro has that name. Choose another one. Nothing was changed.',
  'reply-gone': 'That prepared reply has been taken away. Choose another one. Nothing was sent.',
  'no-free-time': 'No free time is near, so none could be offered. Nothing was sent.',
  'no-such-macro': 'There is no such macro any more. Nothing was done.',
  'too-many-replies': 'There are 100 prepared replies already. Take one away that is not used. Nothing was added.',
  'answer-on-its-way': 'Somebody has just answered this request; it leaves in a few seconds. Nothing was changed.',
  'slot-on-its-way':
    'Somebody is booking this time for another request just now. Wait whether it is undone, or offer other times.',
  'too-late': 'There is nothing to undo any more: it has left. Nothing was changed.',
  'no-air-name':
    'The viewer’s name cannot be shown in the live: it is none, or tells how to reach them. Nothing was shown.',
  'no-air-consent': 'This viewer has not agreed to be asked on air. Nothing was shown.',
  'contact-on-air': 'The text tells how to reach somebody. Take that out. Nothing was shown.',
  'no-place-on-air': 'No stage has a place for what is featured. Add it in the studio. Nothing was shown.',
  'on-air-taken': 'Something of another person is on the stages just now. Ask them, or replace it. Nothing was shown.',
  'not-on-air': 'This question is not on the stages any more. Nothing was changed.',
  'already-blocked': 'This viewer is blocked already. Nothing was changed.',
  blocked: 'This viewer is blocked. Lift the block first. Nothing was kept.',
  'already-booked': 'This request is booked already. Nothing was changed.',
  'not-booked': 'This request is not booked, so there is nothing to do that with. Nothing was changed.',
  'no-start': 'This request asks for no time, so there is nothing to accept. Answer it, or offer times.',
  'no-session': 'No live session is running, so there is none to end.',
  'no-live': 'No live is running that it could come back after. Nothing was changed.',
  'too-many-stages': 'There are 20 stages already. Delete one that is not used. Nothing was added.',
  'design-changed':
    'Another look has been saved for this stage since this one was read. Nothing was changed; read it again.',
  'rules-changed':
    'The rules have been changed since they were read, or a scene got another name. Nothing was kept; read them again.',
  'obs-not-connected': 'OBS is not connected, and this needs it. Connect it first. Nothing was done.',
  'last-stage': 'This is the last stage. Add another one before this one is deleted.',
  'too-many-calendars': 'There are 10 calendars already. Take one away that is not used. Nothing was added.',
  'no-waitlist': 'Nobody waits in line for this offer. Ask for another time, or write a message.',
  'already-waiting': 'This request is on the waitlist already. Nothing was changed.',
  'not-waiting': 'This request is not in line just now. Nothing was changed.',
  'mail-off': 'Mail is off: no mail server is set. Set one in the studio, or with SMTP_URL and MAIL_FROM.',
  'mail-failed': 'The mail was not taken; the issue says why.',
  'mail-set-outside': 'The mail server is set by SMTP_URL. Change it there, or remove it to set one in the studio.',
  'bad-template': 'The text holds something that cannot be filled in; see the issues. Nothing was kept.',
  'reply-window-closed':
    'TikTok takes a reply within 48 hours of the viewer’s last message only, and they have passed. Nothing was sent.',
  'replies-used-up': 'TikTok takes 10 replies until the viewer writes again, and they are used up. Nothing was sent.',
  'reply-not-linked': 'No TikTok account is linked any more, so nothing can be sent there. Link it in the studio.',
  'no-tiktok-key': 'TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET have to be set before an account can be linked.',
  'webhook-signature': 'The signature is not TikTok’s. Nothing was kept.',
  'webhook-age': 'The call was signed more than 300 seconds away from this clock. Nothing was kept.',
  'webhook-content': 'This is no event of TikTok for this app. Nothing was kept.',
  'webhook-no-offer': 'There is no offer yet that a request could be for. Nothing was kept; send it again later.',
  'licence-never':
    'What this offer is about needs a licence in that region in any case. Change its text. Nothing was kept.',
  'picture-type': 'Only JPEG, PNG and WebP pictures are taken. Save it as one of these. Nothing was kept.',
  'picture-moving': 'Moving pictures are not taken. Send one still picture. Nothing was kept.',
  'picture-broken': 'This picture cannot be read. Save it anew and send it again. Nothing was kept.',
  'picture-too-large':
    'This picture has more than 40 million pixels, or a side of more than 10,000. Make it smaller. Nothing was kept.',
  'too-many-pictures': 'There are as many pictures as there can be. Remove one that is not used. Nothing was kept.',
  'code-taken': 'That word is a code already. Choose another one. Nothing was made.',
  'too-many-codes': 'There are 2,000 codes already. Take some away that have ended. Nothing was made.',
  'already-then': 'It is at that time already. Nothing was changed.',
  'past-cutoff': 'The time until which this could be changed has passed. Write a message instead.',
};

/** Answers with problem+json for a refusal. Callers return it: `return sendRefusal(reply, refused)`. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return sendProblem(reply, STATUS[refusal.why] ?? 409, refusal.why, {
    ...(refusal.issues ? { issues: [...refusal.issues] } : {}),
    ...(refusal.nearest ? { nearest: [...refusal.nearest] } : {}),
  });
}

type More = Partial<Pick<Problem, 'detail' | 'issues' | 'nearest'>>;

/** The one place that shapes an error answer. */
export function sendProblem(reply: FastifyReply, status: number, why: string, more: More = {}): FastifyReply {
  reply.problem = why;
  const problem = problemOf(status, why, more);
  return reply.code(status).header('content-type', 'application/problem+json').send(JSON.stringify(problem));
}

/** A problem as it goes over the wire. */
export function problemOf(status: number, why: string, more: More = {}): Problem {
  return {
    type: `urn:cuedesk:problem:${why}`,
    title: why.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase()),
    status,
    detail: SENTENCES[why] ?? 'That is not possible as things stand. Nothing was changed.',
    why,
    ...more,
  };
}

/** Who is calling, on a route that the guard lets nobody else in to. */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (!caller) throw new Error('the guard let nobody in');
  return caller;
}

/** What the caller may see and do: nothing for nobody. */
export function rightsOf(request: FastifyRequest): ReadonlyArray<Right> {
  return request.caller?.rights ?? [];
}

/** The error answers that every route may give, for its `response` schema. */
export const problems = { '4xx': Problem, '5xx': Problem };
