import { BOOKED_STATES, type DueBefore } from '../core/desk/retention.ts';
import type { Tx } from './store.ts';

/**
 * Ids of requests that are due and of whose person something is still kept, the oldest first. One that goes on in another
 * is not among them: it goes with that one.
 */
export async function requestsDue(tx: Tx, creatorId: string, before: DueBefore, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('request')
    .select('id')
    .where('creator_id', '=', creatorId)
    .where((is) =>
      is.or([
        is.and([is('state', 'in', BOOKED_STATES), is('end_at', '<', before.bookings)]),
        is.and([
          is('state', 'not in', [...BOOKED_STATES, 'merged']),
          is('updated_at', '<', before.requests),
          is.or([is('end_at', 'is', null), is('end_at', '<', before.requests)]),
          is.or([is('snoozed_until', 'is', null), is('snoozed_until', '<', before.requests)]),
        ]),
      ]),
    )
    // Somebody without a name may have given an address, or have written.
    .where((is) =>
      is.or([
        is('name', '<>', ''),
        is('contact', '<>', 'null'),
        is.exists(
          is
            .selectFrom('message')
            .select('message.seq')
            .whereRef('message.creator_id', '=', 'request.creator_id')
            .whereRef('message.request_id', '=', 'request.id')
            .where('message.author', '<>', 'system'),
        ),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
