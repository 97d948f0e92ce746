import type { EpochMillis } from '../../shared/time.ts';
import { inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';
import { isUnderWay } from './viewers.ts';

/*
 * From which browser a request was sent, by the keyed hash of its mark (`app/person.ts`). Read for blocks and for nothing
 * else: a browser may be several people's, so that it never says who somebody is.
 */

/** Notes the browser that a new request was sent from; none where it has no mark. */
export async function noteBrowsers(
  tx: Tx,
  creatorId: string,
  request: string,
  [hash]: ReadonlyArray<string>,
): Promise<void> {
  if (hash === undefined) return;
  await tx.insertInto('request_browser').values({ creator_id: creatorId, request_id: request, hash }).execute();
}

export async function forgetBrowserOf(tx: Tx, creatorId: string, request: string): Promise<void> {
  await tx
    .deleteFrom('request_browser')
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .execute();
}

/** The browser of each of these requests that was sent from one with a mark. */
export async function browsersOf(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, string>> {
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('request_browser')
      .select(['request_id', 'hash'])
      .where('creator_id', '=', creatorId)
      .where('request_id', 'in', some)
      .execute(),
  );
  return new Map(rows.map(({ request_id, hash }) => [request_id, hash]));
}

/** Open asks and coming bookings that were sent from any of these browsers. */
export async function underWayFrom(
  tx: Tx,
  creatorId: string,
  browsers: ReadonlyArray<string>,
  now: EpochMillis,
): Promise<string[]> {
  const rows = await inSlices(browsers, (some) =>
    tx
      .selectFrom('request')
      .innerJoin('request_browser', (on) =>
        on
          .onRef('request_browser.creator_id', '=', 'request.creator_id')
          .onRef('request_browser.request_id', '=', 'request.id'),
      )
      .select('request.id')
      .where('request.creator_id', '=', creatorId)
      .where('request_browser.hash', 'in', some)
      .where(isUnderWay(now))
      .execute(),
  );
  return rows.map(({ id }) => id);
}
