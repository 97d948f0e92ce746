import type { BookingRequest, NewMessage, RequestChange } from '../booking/request.ts';
import type { Telling } from './facts.ts';

/**
 * The mails that a change of a request calls for; most call for none. What a viewer does to an ask that is not booked
 * calls for none either: the page has said it already.
 */
export function tellingsOf(before: BookingRequest, next: BookingRequest, change: RequestChange): Telling[] {
  const said = change.say ?? [];
  const cause = said.some(isOfDesk) ? 'desk' : 'viewer';
  const message = said.flatMap((entry) => (entry.author === 'creator' ? [entry.text] : [])).join('\n\n');
  const wasBooked = before.state === 'booked';
  if (next.state === 'declined') return [{ kind: wasBooked ? 'called-off' : 'declined', cause: 'desk', message }];
  if (next.state === 'cancelled') return wasBooked ? [{ kind: 'cancelled', cause }] : [];
  if (next.state === 'booked' && !wasBooked) return [{ kind: 'confirmed', cause }];
  if (next.state === 'booked' && next.start !== before.start) return [{ kind: 'moved', cause, before: before.start }];
  if (said.some((entry) => isOfDesk(entry) && entry.author === 'system' && entry.text === 'offered'))
    return [{ kind: 'times-offered', cause: 'desk', times: next.offers }];
  return message === '' ? [] : [{ kind: 'message', cause: 'desk', message }];
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
