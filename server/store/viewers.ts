import { OPEN_STATES } from '../../shared/request-states.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';

/** Notes the platform's id of the viewer whom a request is from. */
export async function noteViewer(tx: Tx, creatorId: string, request: string, viewer: string): Promise<void> {
  await tx.insertInto('request_viewer').values({ creator_id: creatorId, request_id: request, viewer }).execute();
}

/** The viewers whom these requests are from, where that is known. */
export async function viewersOf(db: Db | Tx, creatorId: string, requests: ReadonlyArray<string>): Promise<string[]> {
  if (requests.length === 0) return [];
  const rows = await db
    .selectFrom('request_viewer')
    .select('viewer')
    .where('creator_id', '=', creatorId)
    .where('request_id', 'in', requests)
    .execute();
  return [...new Set(rows.map((row) => row.viewer))];
}

/** Open asks and coming bookings of any of these viewers or under any of these addresses, whatever their letters' case. */
export async function underWayOf(
  tx: Db | Tx,
  creatorId: string,
  by: { readonly viewers: ReadonlyArray<string>; readonly mails: ReadonlyArray<string> },
  now: EpochMillis,
): Promise<string[]> {
  const contacts = by.mails.map((email) => JSON.stringify({ email }).toLowerCase());
  const rows = await tx
    .selectFrom('request')
    .leftJoin('request_viewer', (on) =>
      on
        .onRef('request_viewer.creator_id', '=', 'request.creator_id')
        .onRef('request_viewer.request_id', '=', 'request.id'),
    )
    .select('request.id')
    .where('request.creator_id', '=', creatorId)
    .where(({ and, eb, or }) =>
      or([
        eb('request.state', 'in', OPEN_STATES),
        and([eb('request.state', '=', 'booked'), eb('request.end_at', '>', now)]),
      ]),
    )
    .where(({ eb, fn, or }) =>
      or([
        ...(by.viewers.length > 0 ? [eb('request_viewer.viewer', 'in', by.viewers)] : []),
        ...(contacts.length > 0 ? [eb(fn<string>('lower', ['request.contact']), 'in', contacts)] : []),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}
