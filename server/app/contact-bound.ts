import type { BookingRequest } from '../core/booking/request.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { countUnderWay } from '../store/request-counts.ts';
import type { BookingParts } from './booking-parts.ts';
import type { Turn } from './turn.ts';

/** Asks, places in line and coming bookings of one contact at once: more is not one person's, or not meant. */
const MOST_OF_A_CONTACT = 10;

/** Refuses with `too-many` where a contact has as much under way as one person can mean. */
export async function refuseBusyContact(
  { creatorId }: Pick<BookingParts, 'creatorId'>,
  { tx, now }: Pick<Turn, 'tx' | 'now'>,
  contact: BookingRequest['contact'],
): Promise<Refusal | null> {
  if (!contact?.email || (await countUnderWay(tx, creatorId, contact, now)) < MOST_OF_A_CONTACT) return null;
  const message = 'With this address too much is asked or booked already. Cancel one of them, or wait for an answer.';
  return refuse('too-many', { issues: [{ path: '', message }] });
}
