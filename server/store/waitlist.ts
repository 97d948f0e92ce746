import type { EpochMillis } from '../../shared/time.ts';
import type { Wish } from '../core/booking/waitlist.ts';
import { inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';
import type { WaitlistTable } from './tables/booking.ts';

/** One place in the line. */
export interface PlaceInLine {
  readonly request: string;
  readonly service: string;
  readonly wish: Wish;
  /** Starts that this viewer let lapse or did not want: they are not offered to the same one again. */
  readonly passed: ReadonlyArray<EpochMillis>;
}

/** More refused times than anybody reads about; the oldest are forgotten first. */
const MOST_PASSED = 50;

/**
 * Puts a request at the end of the line. One that has a place already keeps its wish and loses the place. Throws the
 * store's unique violation when another joined at the same time: decide anew then.
 */
export async function joinLine(
  tx: Tx,
  creatorId: string,
  joining: { readonly request: string; readonly service: string; readonly wish: Wish },
  passed: ReadonlyArray<EpochMillis>,
): Promise<void> {
  const { request } = joining;
  const last = await tx
    .selectFrom('waitlist')
    .select((query) => query.fn.max('queue_no').as('queue_no'))
    .where('creator_id', '=', creatorId)
    .executeTakeFirst();
  const known = await rows(tx, creatorId).where('request_id', '=', request).selectAll().executeTakeFirst();
  const refused = [...(known ? placeOf(known).passed : []), ...passed].slice(-MOST_PASSED);
  const place = { queue_no: Number(last?.queue_no ?? 0) + 1, passed: JSON.stringify(refused) };
  if (known) {
    await tx
      .updateTable('waitlist')
      .set(place)
      .where('creator_id', '=', creatorId)
      .where('request_id', '=', request)
      .execute();
    return;
  }
  const { earliest, latest } = joining.wish;
  await tx
    .insertInto('waitlist')
    .values({ creator_id: creatorId, request_id: request, service_id: joining.service, earliest, latest, ...place })
    .execute();
}

/** Other bounds for who is in the line; the place stays. */
export async function changeWish(tx: Tx, creatorId: string, request: string, wish: Wish): Promise<void> {
  const { earliest, latest } = wish;
  await tx
    .updateTable('waitlist')
    .set({ earliest, latest })
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .execute();
}

export async function leaveLine(tx: Tx, creatorId: string, request: string): Promise<void> {
  await tx.deleteFrom('waitlist').where('creator_id', '=', creatorId).where('request_id', '=', request).execute();
}

/** Those who wait and have no offer just now, the first in line first. */
export async function readLine(db: Db | Tx, creatorId: string): Promise<PlaceInLine[]> {
  const found = await waiting(db, creatorId).selectAll('w').orderBy('w.queue_no').execute();
  return found.map(placeOf);
}

/** What those of these requests wish that have a place, with an offer of it in hand too. */
export async function wishesOf(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, Wish>> {
  const found = await inSlices(requests, (some) =>
    rows(db, creatorId).where('request_id', 'in', some).selectAll().execute(),
  );
  return new Map(found.map(placeOf).map(({ request, wish }) => [request, wish]));
}

/** Which in line for its service the request is, the first being 1, and for which times; null when it is not in the line. */
export async function placeInLine(
  db: Db | Tx,
  creatorId: string,
  request: string,
): Promise<{ readonly position: number; readonly wish: Wish } | null> {
  const own = await rows(db, creatorId).where('request_id', '=', request).selectAll().executeTakeFirst();
  if (!own) return null;
  const ahead = await waiting(db, creatorId)
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('w.service_id', '=', own.service_id)
    .where('w.queue_no', '<', own.queue_no)
    .executeTakeFirst();
  return { position: Number(ahead?.count ?? 0) + 1, wish: placeOf(own).wish };
}

function rows(db: Db | Tx, creatorId: string) {
  return db.selectFrom('waitlist').where('creator_id', '=', creatorId);
}

function waiting(db: Db | Tx, creatorId: string) {
  return db
    .selectFrom('waitlist as w')
    .innerJoin('request as r', (join) =>
      join.onRef('r.creator_id', '=', 'w.creator_id').onRef('r.id', '=', 'w.request_id'),
    )
    .where('w.creator_id', '=', creatorId)
    .where('r.state', '=', 'waitlisted');
}

function placeOf(row: WaitlistTable): PlaceInLine {
  const { earliest, latest } = row;
  return {
    request: row.request_id,
    service: row.service_id,
    wish: { earliest, latest },
    passed: JSON.parse(row.passed),
  };
}
