import { eachSlice, inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';

/** Notes that nobody has opened the private address of a request yet. */
export async function noteUnopened(tx: Tx, creatorId: string, request: string): Promise<void> {
  await tx.insertInto('unopened_thread').values({ creator_id: creatorId, request_id: request }).execute();
}

/** Those of these requests whose private address nobody has opened. */
export async function unopenedOf(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<ReadonlySet<string>> {
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('unopened_thread')
      .select('request_id')
      .where('creator_id', '=', creatorId)
      .where('request_id', 'in', some)
      .execute(),
  );
  return new Set(rows.map(({ request_id }) => request_id));
}

/** From now on these are opened, or nobody's. */
export async function dropUnopened(tx: Tx, creatorId: string, requests: ReadonlyArray<string>): Promise<void> {
  await eachSlice(requests, (some) =>
    tx.deleteFrom('unopened_thread').where('creator_id', '=', creatorId).where('request_id', 'in', some).execute(),
  );
}
