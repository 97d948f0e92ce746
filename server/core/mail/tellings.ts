import type { CREATOR_KINDS } from '../../../shared/mail-template.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { BookingRequest, NewMessage, RequestChange } from '../booking/request.ts';
import { hasKeptOffer } from '../booking/waitlist.ts';
import type { Telling } from './facts.ts';

/** The mail to its viewer that a new request calls for: it is the only other way to the private page. */
export function openingOf({ state }: BookingRequest, cause: 'viewer' | 'desk'): Telling | null {
  switch (state) {
    case 'new':
      return { kind: 'received', cause };
    case 'booked':
      return { kind: 'confirmed', cause };
    case 'waitlisted':
      return { kind: 'waitlisted', cause };
    default:
      return null;
  }
}

/** Where the request stands, for an address that has heard nothing of it yet; null once there is nothing to wait for. */
export function standingTellingOf(request: BookingRequest, now: EpochMillis): Telling | null {
  const { state, start, offers } = request;
  if (state === 'booked' && start !== null && start <= now) return null;
  if (state === 'waiting') return { kind: 'received', cause: 'viewer' };
  if (state !== 'offered') return openingOf(request, 'viewer');
  if (offers.length === 0) return null;
  return { kind: hasKeptOffer(request) ? 'waitlist-offer' : 'times-offered', cause: 'viewer', times: offers };
}

/**
 * The mails that a change of a request calls for; most call for none. What a viewer does to an ask that is not booked
 * calls for none either: the page has said it already.
 */
export function tellingsOf(before: BookingRequest, next: BookingRequest, change: RequestChange): Telling[] {
  const said = change.say ?? [];
  const cause = said.some(isOfDesk) ? 'desk' : 'viewer';
  const message = said.flatMap((entry) => (entry.author === 'creator' ? [entry.text] : [])).join('\n\n');
  const wasBooked = before.state === 'booked';
  const ends = next.state !== before.state;
  if (ends && next.state === 'called-off') return [{ kind: 'called-off', cause: 'desk', message }];
  if (ends && next.state === 'declined') return [{ kind: 'declined', cause: 'desk', message }];
  if (ends && next.state === 'cancelled') return wasBooked ? [{ kind: 'cancelled', cause }] : [];
  if (next.state === 'booked' && !wasBooked) return [{ kind: 'confirmed', cause }];
  if (next.state === 'booked' && next.start !== before.start) return [{ kind: 'moved', cause, before: before.start }];
  if (said.some((entry) => isOfDesk(entry) && entry.author === 'system' && entry.text === 'offered'))
    return [{ kind: 'times-offered', cause: 'desk', times: next.offers }];
  if (hasKeptOffer(next) && !hasKeptOffer(before))
    return [{ kind: 'waitlist-offer', cause: 'clock', times: next.offers }];
  if (said.some((entry) => entry.author === 'system' && entry.text === 'offer-lapsed'))
    return [{ kind: 'offer-lapsed', cause: 'clock', times: before.offers }];
  return message === '' ? [] : [{ kind: 'message', cause: 'desk', message }];
}

/**
 * What the creator is told of a new request (`before` is null) or of a change, if a viewer set it off. The desk knows
 * what it does itself, and who only waits in line needs nobody.
 */
export function creatorTellingOf(
  before: BookingRequest | null,
  next: BookingRequest,
  { say = [] }: RequestChange,
): (typeof CREATOR_KINDS)[number] | null {
  if (say.some(isOfDesk)) return null;
  const wasBooked = before?.state === 'booked';
  if (next.state === 'booked') {
    if (!wasBooked) return 'creator-booked';
    return next.start === before.start ? null : 'creator-moved';
  }
  if (next.state === 'cancelled') return wasBooked ? 'creator-cancelled' : null;
  const asked = before === null || say.some((entry) => entry.author === 'system' && entry.text === 'asked');
  return next.state === 'new' && asked ? 'creator-request' : null;
}

/** Whether the reminders of the request have to be planned anew. */
export function movesReminders(before: BookingRequest, next: BookingRequest): boolean {
  const wasBooked = before.state === 'booked';
  const isBooked = next.state === 'booked';
  return wasBooked !== isBooked || (isBooked && before.start !== next.start);
}

function isOfDesk(entry: NewMessage): boolean {
  return 'by' in entry && entry.by !== undefined;
}
