import type { Service } from '../../../shared/booking.ts';
import { holdsLink } from '../../../shared/links.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { BookingRequest } from '../booking/request.ts';
import type { ThreadEntry } from '../booking/views.ts';

/**
 * Whether a video call is agreed on, and nothing that its viewer reads leads to it: the offer has no link of its own,
 * and nobody of the creator's side has written one. It is so only until the call is over.
 */
export function isLinkMissing(
  { state, end }: Pick<BookingRequest, 'state' | 'end'>,
  place: Service['place'] | undefined,
  entries: ReadonlyArray<Pick<ThreadEntry, 'author' | 'text'>>,
  now: EpochMillis,
): boolean {
  if (state !== 'booked' || end === null || end <= now) return false;
  if (place?.type !== 'video' || place.joinUrl) return false;
  return !entries.some(({ author, text }) => author === 'creator' && holdsLink(text));
}
