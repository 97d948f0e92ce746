import type { EpochMillis } from '../../shared/time.ts';
import type { Member } from '../core/booking/request.ts';
import type { DeskAct } from '../core/desk/acts.ts';
import type { Db, Tx } from './store.ts';
import type { HeldActTable } from './tables/desk.ts';

/** An act that waits to be undone; done at `dueAt`. */
export interface KeptAct {
  readonly id: string;
  readonly request: string;
  readonly act: DeskAct;
  readonly by: Member;
  readonly dueAt: EpochMillis;
  /** What was held by one call for many has one and the same; null for what was held by itself. */
  readonly together: string | null;
}

/** Keeps one. Rejects with a unique key that is taken while another of the request waits. */
export async function addHeld(db: Db | Tx, creatorId: string, kept: KeptAct): Promise<void> {
  const { id, request, act, by, dueAt, together } = kept;
  await db
    .insertInto('held_act')
    .values({
      ...{ creator_id: creatorId, request_id: request, id, act: JSON.stringify(act) },
      ...{ by_id: by.id, by_name: by.name, due_at: dueAt, together },
    })
    .execute();
}

/** The one of a request, or undefined. */
export async function heldOf(db: Db | Tx, creatorId: string, request: string): Promise<KeptAct | undefined> {
  const row = await db
    .selectFrom('held_act')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .executeTakeFirst();
  return row && keptAct(row);
}

/** All of them, the first due first: as many as were done within ten seconds, hundreds where many were chosen. */
export async function readHeld(db: Db | Tx, creatorId: string): Promise<KeptAct[]> {
  const rows = await db
    .selectFrom('held_act')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .orderBy('due_at')
    .orderBy('id')
    .execute();
  return rows.map(keptAct);
}

function keptAct(row: HeldActTable): KeptAct {
  return {
    id: row.id,
    request: row.request_id,
    // Written by this program alone, checked by its schema before.
    act: JSON.parse(row.act) as DeskAct,
    by: { id: row.by_id, name: row.by_name },
    dueAt: Number(row.due_at),
    together: row.together,
  };
}

/** Takes one away; false when it is gone: undone, or done by another process. Of two who try, one gets it. */
export async function takeHeld(db: Db | Tx, creatorId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('held_act')
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
