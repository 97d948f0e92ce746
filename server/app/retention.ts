import type { BookingRequest } from '../core/booking/request.ts';
import { isRefusal } from '../core/decision.ts';
import { dueBefore, type Retention, tooOld } from '../core/desk/retention.ts';
import { withMerged } from '../store/merges.ts';
import { swapRequest } from '../store/requests.ts';
import { requestsDue } from '../store/retention.ts';
import type { BookingParts } from './booking-parts.ts';
import { forgetViewer } from './forget-viewer.ts';
import { say } from './request-change.ts';
import { LostRace, type Turn, type Turns } from './turn.ts';

/** Forgotten in one transaction: a viewer's or a moderator's act waits behind no more. */
const A_SLICE = 20;

/**
 * Takes the people of requests that are older than they are kept out of the store, as when they erase their own data. Who
 * is kept out stays so, by name, until the block is lifted. Answers of how many requests.
 */
export async function forgetTooOld(
  parts: BookingParts,
  turns: Turns,
  keep: Retention,
  stop?: AbortSignal,
): Promise<number> {
  let forgotten = 0;
  while (!stop?.aborted) {
    const slice = await turns.change((turn) => forgetSlice(parts, turn, keep));
    if (isRefusal(slice)) return forgotten;
    forgotten += slice;
    if (slice < A_SLICE) break;
  }
  return forgotten;
}

async function forgetSlice(parts: BookingParts, turn: Turn, keep: Retention): Promise<number> {
  const { creatorId } = parts;
  const due = await requestsDue(turn.tx, creatorId, dueBefore(keep, turn.now), A_SLICE);
  for (const request of await withMerged(turn.tx, creatorId, due)) await forget(parts, turn, request);
  return due.length;
}

async function forget(parts: BookingParts, turn: Turn, request: BookingRequest): Promise<void> {
  const old = tooOld(request);
  if (!(await swapRequest(turn.tx, parts.creatorId, old, request.version))) throw new LostRace();
  await say(parts, turn, request.id, [{ author: 'system', text: 'too-old' }]);
  await forgetViewer(parts, turn, old, 'by-age');
}
