import type { WaitDays } from '../../shared/booking.ts';
import { toMillis } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { readRequestBySecret } from '../store/requests.ts';
import { changeWish } from '../store/waitlist.ts';
import type { BookingParts } from './booking-parts.ts';
import { hashOf } from './thread-secret.ts';
import type { Turns } from './turn.ts';

/** Other days for who waits, in the place in line that one has. Refuses with `not-found` or `not-waiting`. */
export function waitFor(parts: BookingParts, turns: Turns, secret: string, days: WaitDays): Promise<null | Refusal> {
  return turns.change(async (turn) => {
    const request = await readRequestBySecret(turn.tx, parts.creatorId, hashOf(secret));
    if (!request) return refuse('not-found');
    if (request.state !== 'waitlisted') return refuse('not-waiting');
    const bound = (instant: string | null) => (instant === null ? null : toMillis(instant));
    const wish = { earliest: bound(days.earliest), latest: bound(days.latest) };
    await changeWish(turn.tx, parts.creatorId, request.id, wish);
    turn.touched.add(request.id);
    return null;
  });
}
