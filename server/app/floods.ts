import { createHash } from 'node:crypto';
import type { Flood, FloodMarked } from '../../shared/floods.ts';
import { toInstant } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { type Flood as Found, floodsOf } from '../core/desk/floods.ts';
import { moveAll, unanswered } from '../store/floods.ts';
import { dropPutAway, putAway, readPutAway } from '../store/put-away.ts';
import type { Db, Tx } from '../store/store.ts';
import type { BookingParts } from './booking-parts.ts';
import type { Turns } from './turn.ts';

/** More of a text than a line shows. */
const LONGEST_VALUE = 120;

/** What is done with many asks at once. */
export interface Floods {
  /** Marks all that the flood holds now as spam. Refuses with `not-found` once there is no such flood. */
  spam(id: string): Promise<FloodMarked | Refusal>;
  /** Gives back what one marking put away and nobody has touched since. Refuses with `not-found`. */
  undo(act: string): Promise<null | Refusal>;
}

export function createFloods(parts: BookingParts, turns: Turns): Floods {
  const { creatorId } = parts;
  return {
    spam: (id) =>
      turns.change(async ({ tx, now, touched }) => {
        const flood = (await findFloods(tx, creatorId)).find((one) => floodId(one) === id);
        if (!flood) return refuse('not-found');
        const moved = await moveAll(tx, creatorId, flood.requests, { from: 'new', to: 'spam' }, now);
        const act = parts.newId();
        const was = { state: 'new' as const, offers: [], wish: null };
        await putAway(
          tx,
          creatorId,
          act,
          moved.map((request) => ({ request, was })),
        );
        for (const one of moved) touched.add(one);
        return { act, count: moved.length };
      }),
    undo: (act) =>
      turns.change(async ({ tx, now, touched }) => {
        const kept = [...(await readPutAway(tx, creatorId, act)).keys()];
        if (kept.length === 0) return refuse('not-found');
        const moved = await moveAll(tx, creatorId, kept, { from: 'spam', to: 'new' }, now);
        await dropPutAway(tx, creatorId, act);
        for (const one of moved) touched.add(one);
        return null;
      }),
  };
}

export async function findFloods(db: Db | Tx, creatorId: string): Promise<Found[]> {
  return floodsOf(await unanswered(db, creatorId));
}

/** The flood as a line of the desk: how many, and not which. */
export function floodLine(flood: Found): Flood {
  const { by, value, requests, since, until } = flood;
  return {
    id: floodId(flood),
    by,
    value: by === 'minute' ? toInstant(Number(value)) : value.slice(0, LONGEST_VALUE),
    count: requests.length,
    since: toInstant(since),
    until: toInstant(until),
  };
}

/** By its first ask, which stays the first while more come. */
export function floodId({ by, requests }: Found): string {
  return createHash('sha256').update(`${by} ${requests[0]}`).digest('hex').slice(0, 32);
}
