import { z } from 'zod';
import { RequestState } from '../../shared/booking.ts';
import { ownJson } from './own-json.ts';
import { eachSlice } from './slices.ts';
import type { Db, Tx } from './store.ts';

/** What a request was before an act of the desk put it away. `wish`: of its place in the line, or null without one. */
export const Before = z.object({
  state: RequestState,
  offers: z.array(z.number()),
  wish: z.object({ earliest: z.number().nullable(), latest: z.number().nullable() }).nullable(),
});
export type Before = z.infer<typeof Before>;

export async function putAway(
  tx: Tx,
  creatorId: string,
  act: string,
  requests: ReadonlyArray<{ readonly request: string; readonly was: Before }>,
): Promise<void> {
  const rows = requests.map(({ request, was }) => ({
    creator_id: creatorId,
    act_id: act,
    request_id: request,
    was: JSON.stringify(was),
  }));
  await eachSlice(rows, (some) => tx.insertInto('put_away').values(some).execute());
}

/** What the act put away, by request. */
export async function readPutAway(db: Db | Tx, creatorId: string, act: string): Promise<Map<string, Before>> {
  const rows = await db
    .selectFrom('put_away')
    .select(['request_id', 'was'])
    .where('creator_id', '=', creatorId)
    .where('act_id', '=', act)
    .execute();
  return new Map(rows.map((row) => [row.request_id, ownJson(Before, row.was)]));
}

export async function dropPutAway(tx: Tx, creatorId: string, act: string): Promise<void> {
  await tx.deleteFrom('put_away').where('creator_id', '=', creatorId).where('act_id', '=', act).execute();
}

/** What a viewer in the line asked for; null for who is in none. */
export async function wishOf(tx: Tx, creatorId: string, request: string): Promise<Before['wish']> {
  const row = await tx
    .selectFrom('waitlist')
    .select(['earliest', 'latest'])
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .executeTakeFirst();
  const number = (at: number | null) => (at === null ? null : Number(at));
  return row ? { earliest: number(row.earliest), latest: number(row.latest) } : null;
}
