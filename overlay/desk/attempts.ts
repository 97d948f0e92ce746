import type { ThreadMessage } from '../../shared/booking.ts';
import type { DeskRequest, DeskView } from '../../shared/desk-view.ts';
import { isOpen } from '../../shared/request-states.ts';
import type { Instant } from '../../shared/time.ts';

/*
 * What was asked of the server and not yet answered, shown as if it had gone through. Nothing is queued: an attempt is
 * on its way at this moment, or it is gone, and a refused one leaves no trace in the request.
 */

/** The acts that need no words. */
export type BareAct = 'claim' | 'take-over' | 'release' | 'accept' | 'decline' | 'spam' | 'complete' | 'no-show';

/** What the desk asks for, by the API's own words. */
export type Ask =
  | { readonly type: Exclude<BareAct, 'decline'> }
  | { readonly type: 'decline'; readonly text?: string }
  | { readonly type: 'reply'; readonly text: string }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'block'; readonly reason: string }
  | { readonly type: 'offer'; readonly starts: ReadonlyArray<Instant>; readonly text?: string }
  | { readonly type: 'paid'; readonly paid: boolean }
  | { readonly type: 'merge'; readonly into: string; readonly unproven?: true }
  | { readonly type: 'snooze'; readonly until: Instant | null; readonly afterLive?: boolean };

export interface Attempt {
  readonly key: number;
  readonly request: string;
  readonly ask: Ask;
  readonly at: Instant;
}

type Me = Pick<DeskView['me'], 'id' | 'name'>;

/** Id of the message that an attempt shows; such a one is not sent yet. Without a key, how all such ids begin. */
export function attemptMessageId(key: number | ''): string {
  return `attempt-${key}`;
}

/** The body of `POST /api/v1/requests/ID/ACTION`. */
export function bodyOf(ask: Ask): object {
  switch (ask.type) {
    case 'reply':
    case 'note':
      return { text: ask.text };
    case 'decline':
      return ask.text ? { text: ask.text } : {};
    case 'block':
      return { reason: ask.reason };
    case 'offer':
      return { starts: ask.starts, ...(ask.text ? { text: ask.text } : {}) };
    case 'paid':
      return { paid: ask.paid };
    case 'merge':
      return { into: ask.into, ...(ask.unproven ? { unproven: true } : {}) };
    case 'snooze':
      return { until: ask.until, afterLive: ask.afterLive === true };
    default:
      return {};
  }
}

/** A request as far as an attempt changes it: a row of the list, or the whole with its messages. */
type Shown = Pick<
  DeskRequest,
  'id' | 'state' | 'unread' | 'news' | 'claim' | 'snoozedUntil' | 'snoozedForLive' | 'back' | 'updatedAt'
> & {
  readonly payment?: DeskRequest['payment'];
  readonly messages?: DeskRequest['messages'];
};

/** The request as it will look when the attempt went through. */
export function attempted<T extends Shown>(request: T, attempt: Attempt, me: Me): T {
  const shown = { ...moved(request, attempt, me), updatedAt: attempt.at };
  // Whoever acts on what was put aside takes it up again.
  const { type } = attempt.ask;
  return type === 'snooze' || type === 'release' || type === 'note' || type === 'paid' ? shown : { ...shown, ...AWAKE };
}

const LOOKED_AT = { unread: false, news: null } as const;
const AWAKE = { snoozedUntil: null, snoozedForLive: false, back: false } as const;

function moved<T extends Shown>(request: T, attempt: Attempt, me: Me): T {
  const { ask, at } = attempt;
  switch (ask.type) {
    case 'claim':
    case 'take-over':
      return { ...request, ...LOOKED_AT, claim: { by: me.id, name: me.name, until: soon(at) } };
    case 'release':
      return { ...request, claim: null };
    case 'accept':
      return { ...request, state: 'booked', ...LOOKED_AT, claim: null };
    case 'decline':
      return {
        ...request,
        state: request.state === 'booked' ? 'called-off' : 'declined',
        ...LOOKED_AT,
        claim: null,
      };
    case 'spam':
      return { ...request, state: 'spam', ...LOOKED_AT, claim: null };
    case 'merge':
      return { ...request, state: 'merged', ...LOOKED_AT, claim: null };
    case 'complete':
      return { ...request, state: 'done' };
    case 'no-show':
      return { ...request, state: 'no-show' };
    case 'paid':
      return request.payment ? { ...request, payment: { at: ask.paid ? at : null } } : request;
    case 'block':
      // A booking stands; what is closed stays as it is.
      return isOpen(request) ? { ...request, state: 'spam', ...LOOKED_AT, claim: null } : request;
    case 'note':
      return said(request, {
        ...{ id: attemptMessageId(attempt.key), at, from: 'system', text: 'note' },
        data: { text: ask.text, byName: me.name },
      });
    case 'reply':
      return replied(request, attempt, ask.text);
    case 'offer':
      return { ...request, state: request.state === 'booked' ? 'booked' : 'offered', ...LOOKED_AT };
    case 'snooze':
      return ask.until === null ? { ...request, ...AWAKE } : putAside(request, ask.until, ask.afterLive === true);
  }
}

/** With one more message, where the messages are there. */
function said<T extends Shown>(request: T, message: ThreadMessage): T {
  return request.messages ? { ...request, messages: [...request.messages, message] } : request;
}

function replied<T extends Shown>(request: T, { key, at }: Attempt, text: string): T {
  const state = request.state === 'new' ? 'waiting' : request.state;
  return { ...said(request, { id: attemptMessageId(key), at, from: 'creator', text }), state, ...LOOKED_AT };
}

function putAside<T extends Shown>(request: T, snoozedUntil: Instant, snoozedForLive: boolean): T {
  return { ...request, claim: null, snoozedUntil, snoozedForLive, back: false };
}

/** Past any answer of the server, whose own time for the claim takes its place. */
function soon(at: Instant): Instant {
  return new Date(Date.parse(at) + 60_000).toISOString();
}

/** All requests with all that is on its way, each attempt over the ones before it. */
export function withAttempts<T extends Shown>(
  requests: ReadonlyArray<T>,
  attempts: ReadonlyArray<Attempt>,
  me: Me,
): ReadonlyArray<T> {
  // A list of thousands is not gone through for nothing.
  if (attempts.length === 0) return requests;
  return requests.map((request) =>
    attempts
      .filter((attempt) => attempt.request === request.id)
      .reduce((shown, attempt) => attempted(shown, attempt, me), request),
  );
}
