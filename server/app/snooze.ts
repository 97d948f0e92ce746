import { wokenBy } from '../core/desk/snooze.ts';
import { allServices } from '../store/offers.ts';
import { readRequests } from '../store/requests.ts';
import { snoozedForLive } from '../store/snooze.ts';
import type { BookingParts } from './booking-parts.ts';
import { applyChange } from './request-change.ts';
import type { Turns } from './turn.ts';

/**
 * Brings back what was put aside until the live ends, once none runs; also when that ended while the program was away.
 * What was put aside by the clock needs nothing.
 */
export async function wakeAfterLive(parts: BookingParts, turns: Turns): Promise<void> {
  const { store, creatorId, clock } = parts;
  if (parts.isLive?.() !== false) return;
  const waiting = await snoozedForLive(store.db, creatorId, clock());
  if (waiting.length === 0) return;
  await turns.change(async (turn) => {
    const services = await allServices(turn.tx, creatorId);
    for (const request of await readRequests(turn.tx, creatorId, waiting)) {
      const service = services.get(request.service)?.service;
      // Somebody may have taken it up since.
      if (!service || !request.snooze?.forLive) continue;
      await applyChange(parts, turn, request, service, wokenBy(request, turn.now));
      turn.touched.add(request.id);
    }
    return null;
  });
}
