import { canMarkPaid } from '../../../shared/payment.ts';
import { canStillTalk, isClosed } from '../../../shared/request-states.ts';
import type { SnoozeDraft } from '../../../shared/snooze-draft.ts';
import { type EpochMillis, toMillis, toWireInstant } from '../../../shared/time.ts';
import type { BookingRequest, Member, NewMessage, RequestChange, Snooze } from '../booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../decision.ts';
import { afterAct, isClaimedByOther } from './claim.ts';
import { putAside, takenUp } from './snooze.ts';

/** One thing that the desk does with a request. Instants are epoch milliseconds. */
export type DeskAct =
  | { readonly type: 'claim' | 'take-over' | 'spam' | 'complete' | 'no-show' }
  | { readonly type: 'release' }
  | { readonly type: 'reply'; readonly text: string }
  | { readonly type: 'note'; readonly text: string }
  /** `text`: words to the viewer that go before it, in the same moment. */
  | { readonly type: 'accept' | 'decline'; readonly text?: string | undefined }
  | { readonly type: 'offer'; readonly starts: ReadonlyArray<EpochMillis>; readonly text?: string | undefined }
  /** What no program can see: whether the viewer has paid. */
  | { readonly type: 'paid'; readonly paid: boolean }
  | { readonly type: 'snooze'; readonly snooze: Snooze | null }
  | MergeAct;

/** Ends the request in another one of the same person, by its id. Decided on both, in merge.ts. */
export interface MergeAct {
  readonly type: 'merge';
  readonly into: string;
  /** Its person says that they are of one viewer, though an address that anybody may type is all that they share. */
  readonly unproven?: true | undefined;
}

/** What is decided on one request. */
export type OneAct = Exclude<DeskAct, MergeAct>;

/** Putting aside as it is asked for. */
export function snoozeAct({ until, afterLive }: SnoozeDraft): Extract<OneAct, { type: 'snooze' }> {
  const snooze = until === null ? null : { until: toMillis(until), forLive: afterLive === true };
  return { type: 'snooze', snooze };
}

/** Whether the desk may do this now, and what it changes. A note needs no claim: it bothers nobody. */
export function decideAct(request: BookingRequest, act: OneAct, by: Member, now: EpochMillis): RequestChange | Refusal {
  if (act.type === 'note') return { say: [{ author: 'note', text: act.text, by }] };
  if (act.type !== 'take-over' && isClaimedByOther(request.claim, by, now)) return refuse('claimed-by-other');
  if (act.type === 'release') return { claim: null };
  if (act.type === 'snooze') return putAside(request, act.snooze, now);
  if (act.type === 'paid') return markPaid(request, act.paid, by, now);
  if (isClosed(request) && !(act.type === 'reply' && canStillTalk(request, request.updatedAt, now)))
    return refuse('already-closed');
  const change = decideOpen(request, act, by, now);
  return isRefusal(change) ? change : { ...change, ...takenUp(request) };
}

/**
 * Somebody of the desk has opened it: what its viewer did is news no more, and words of what is closed are read, since
 * nobody need answer them. Null where nothing of that stands: words of an ask or a booking wait for who takes them up.
 */
export function look(request: BookingRequest): RequestChange | null {
  const isRead = request.unread && isClosed(request);
  if (request.news === null && !isRead) return null;
  return { news: null, ...(isRead ? { unread: false } : {}) };
}

/** The acts that move on what is not closed. */
function decideOpen(
  request: BookingRequest,
  act: Exclude<OneAct, { type: 'note' | 'release' | 'snooze' | 'paid' }>,
  by: Member,
  now: EpochMillis,
): RequestChange | Refusal {
  switch (act.type) {
    case 'claim':
    case 'take-over':
      return { claim: { by: by.id, name: by.name, at: now }, unread: false };
    case 'reply':
      return {
        ...(request.state === 'new' ? { state: 'waiting' } : {}),
        ...looked(request, by, now),
        say: [{ author: 'creator', text: act.text, by }],
      };
    case 'offer':
      return offer(request, act, by, now);
    case 'accept':
      return accept(request, act.text, by);
    case 'decline':
      return decline(request, act.text, by);
    case 'spam':
      return { state: 'spam', ...ending(request), offers: [] };
    case 'complete':
      return finish(request, 'done');
    case 'no-show':
      return finish(request, 'no-show');
  }
}

function accept(request: BookingRequest, text: string | undefined, by: Member): RequestChange | Refusal {
  if (request.state === 'booked') return refuse('already-booked');
  if (request.start === null) return refuse('no-start');
  const data = { start: toWireInstant(request.start) };
  return {
    state: 'booked',
    start: request.start,
    seat: 'take',
    check: 'free',
    offers: [],
    unread: false,
    claim: null,
    say: [...words(text, by), { author: 'system', text: 'accepted', data, by }],
  };
}

/** Says no to an ask, or calls a booking off: its time is free again, and its viewer can choose another. */
function decline(request: BookingRequest, text: string | undefined, by: Member): RequestChange {
  const state = request.state === 'booked' ? 'called-off' : 'declined';
  return { state, ...ending(request), offers: [], say: [...words(text, by), { author: 'system', text: state, by }] };
}

/** Times to choose from. What is booked stays so until its viewer takes one of them. */
function offer(
  request: BookingRequest,
  { starts, text }: Extract<DeskAct, { type: 'offer' }>,
  by: Member,
  now: EpochMillis,
): RequestChange | Refusal {
  if (starts.some((start) => start <= now || (request.state === 'booked' && start === request.start)))
    return refuse('slot-not-offered');
  const ascending = [...new Set(starts)].sort((a, b) => a - b);
  const data = { nearest: ascending.map(toWireInstant) };
  return {
    ...(request.state === 'booked' ? {} : { state: 'offered' }),
    offers: ascending,
    ...looked(request, by, now),
    say: [...words(text, by), { author: 'system', text: 'offered', data, by }],
  };
}

function words(text: string | undefined, by: Member): NewMessage[] {
  return text ? [{ author: 'creator', text, by }] : [];
}

/** Before its start the desk's page offers neither; a script may know better. */
function finish(request: BookingRequest, state: 'done' | 'no-show'): RequestChange | Refusal {
  if (request.state !== 'booked') return refuse('not-booked');
  return { state, unread: false, claim: null };
}

function markPaid(request: BookingRequest, paid: boolean, by: Member, now: EpochMillis): RequestChange | Refusal {
  if (!canMarkPaid(request.state, request.paidAt !== null)) return refuse('not-booked');
  if ((request.paidAt !== null) === paid) return {};
  return { paidAt: paid ? now : null, say: [{ author: 'system', text: paid ? 'paid' : 'unpaid', by }] };
}

function looked(request: BookingRequest, by: Member, now: EpochMillis): RequestChange {
  return { unread: false, claim: afterAct(request.claim, by, now) };
}

function ending(request: BookingRequest): RequestChange {
  return { unread: false, claim: null, ...(request.state === 'booked' ? { seat: 'free' } : {}) };
}
