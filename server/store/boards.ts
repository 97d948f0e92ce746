import { z } from 'zod';
import type { EpochMillis } from '../../shared/time.ts';
import type { Board } from '../core/live/board.ts';
import { topOf } from '../core/live/ranking.ts';
import { ownJson } from './own-json.ts';
import type { Db } from './store.ts';

/** Of each session; who is below them in one show leads no day. */
const GIVERS_KEPT = 500;

const Kept = z.array(z.tuple([z.string(), z.string(), z.number(), z.number()]));

/** The most generous of a session as JSON, for its row. */
export function boardText(board: Board): string {
  const rows = topOf([board], GIVERS_KEPT).map(([id, { name, seenAt, diamonds }]) => [id, name, seenAt, diamonds]);
  return JSON.stringify(rows);
}

/** The boards of sessions that began at or after `since`, but for one. */
export async function readBoards(db: Db, creatorId: string, since: EpochMillis, but: string | null): Promise<Board[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'board'])
    .where('creator_id', '=', creatorId)
    .where('started_at', '>=', since)
    .execute();
  return rows.flatMap(({ id, board }) => (id === but || board === null ? [] : [boardOf(board)]));
}

function boardOf(text: string): Board {
  const rows = ownJson(Kept, text);
  return new Map(rows.map(([id, name, seenAt, diamonds]) => [id, { name, seenAt, diamonds }]));
}
