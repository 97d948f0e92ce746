import { RequestState } from '../../shared/booking.ts';
import { OPEN_STATES } from '../../shared/request-states.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { BookingRequest } from '../core/booking/request.ts';
import type { Db, Tx } from './store.ts';

export async function countByState(db: Db, creatorId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('request')
    .select('state')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('creator_id', '=', creatorId)
    .groupBy('state')
    .execute();
  return new Map(rows.map((row) => [row.state, Number(row.count)]));
}

/** The newest requests with their states, those that changed last at the end. */
export async function lastStates(
  db: Db,
  creatorId: string,
  limit: number,
): Promise<{ id: string; state: RequestState }[]> {
  const rows = await db
    .selectFrom('request')
    .select(['id', 'state'])
    .where('creator_id', '=', creatorId)
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map(({ id, state }) => ({ id, state: RequestState.parse(state) }));
}

export async function countInState(tx: Tx, creatorId: string, state: RequestState): Promise<number> {
  const row = await tx
    .selectFrom('request')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('creator_id', '=', creatorId)
    .where('state', '=', state)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Open asks and bookings that are not over yet under one contact, whatever its letters' case. */
export async function countUnderWay(
  tx: Tx,
  creatorId: string,
  contact: NonNullable<BookingRequest['contact']>,
  now: EpochMillis,
): Promise<number> {
  const row = await tx
    .selectFrom('request')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('creator_id', '=', creatorId)
    .where(({ and, eb, or }) =>
      or([eb('state', 'in', OPEN_STATES), and([eb('state', '=', 'booked'), eb('end_at', '>', now)])]),
    )
    .where((query) => query(query.fn<string>('lower', ['contact']), '=', JSON.stringify(contact).toLowerCase()))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** How many entries of a thread its viewer caused, and how many of them are words that came after the desk's last. */
export async function countSaid(
  tx: Tx,
  creatorId: string,
  request: string,
): Promise<{ total: number; unanswered: number }> {
  const entries = tx.selectFrom('message').where('creator_id', '=', creatorId).where('request_id', '=', request);
  const own = await entries
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('by_id', 'is', null)
    .executeTakeFirst();
  const answer = await entries
    .select((query) => query.fn.max('seq').as('seq'))
    .where('by_id', 'is not', null)
    .where('author', '!=', 'note')
    .executeTakeFirst();
  const since = await entries
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('author', '=', 'viewer')
    .where('seq', '>', Number(answer?.seq ?? 0))
    .executeTakeFirst();
  return { total: Number(own?.count ?? 0), unanswered: Number(since?.count ?? 0) };
}

/** How many requests were booked within a span and still are, or have been attended to since. */
export async function countBookedWithin(
  db: Db,
  creatorId: string,
  span: { readonly from: EpochMillis; readonly to: EpochMillis },
): Promise<number> {
  const row = await db
    .selectFrom('request')
    .innerJoin('message', (on) =>
      on.onRef('message.creator_id', '=', 'request.creator_id').onRef('message.request_id', '=', 'request.id'),
    )
    .select((query) => query.fn.count<number>('request.id').distinct().as('count'))
    .where('request.creator_id', '=', creatorId)
    .where('request.state', 'in', BOOKED)
    // Booking it was a change of it: this leaves out the years before without looking at their threads.
    .where('request.updated_at', '>=', span.from)
    .where('message.author', '=', 'system')
    .where('message.text', 'in', ['booked', 'accepted'])
    .where('message.at', '>=', span.from)
    .where('message.at', '<', span.to)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

const BOOKED: RequestState[] = ['booked', 'done', 'no-show'];
