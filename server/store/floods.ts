import type { RequestState } from '../../shared/booking.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Unanswered } from '../core/desk/floods.ts';
import { inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';

/** Asks that nobody has claimed, put aside or answered and that no code led to, the oldest first. */
export async function unanswered(db: Db | Tx, creatorId: string): Promise<Unanswered[]> {
  const rows = await db
    .selectFrom('request')
    .leftJoin('message', (on) =>
      on
        .onRef('message.creator_id', '=', 'request.creator_id')
        .onRef('message.request_id', '=', 'request.id')
        .on('message.seq', '=', 1)
        .on('message.author', '=', 'viewer'),
    )
    .select(['request.id', 'request.contact', 'request.created_at', 'message.text'])
    .where('request.creator_id', '=', creatorId)
    .where('request.state', '=', 'new')
    .where('request.claim_by', 'is', null)
    .where('request.snoozed_until', 'is', null)
    .where('request.code', 'is', null)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('message as answer')
            .select('answer.id')
            .whereRef('answer.creator_id', '=', 'request.creator_id')
            .whereRef('answer.request_id', '=', 'request.id')
            .where('answer.author', '=', 'creator'),
        ),
      ),
    )
    .orderBy('request.created_at')
    .orderBy('request.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text ?? '',
    email: emailIn(row.contact),
    createdAt: Number(row.created_at),
  }));
}

/** Moves all that are in one state into another, whatever their version; answers which they were. */
export async function moveAll(
  tx: Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
  states: { readonly from: RequestState; readonly to: RequestState },
  now: EpochMillis,
): Promise<string[]> {
  const moved = await inSlices(requests, (some) =>
    tx
      .updateTable('request')
      .set((row) => ({
        state: states.to,
        unread: states.to === 'new' ? 1 : 0,
        updated_at: now,
        version: row('version', '+', 1),
      }))
      .where('creator_id', '=', creatorId)
      .where('id', 'in', some)
      .where('state', '=', states.from)
      .returning('id')
      .execute(),
  );
  return moved.map(({ id }) => id);
}

function emailIn(contact: string): string | null {
  const kept: { email?: string } | null = JSON.parse(contact);
  return kept?.email ?? null;
}
