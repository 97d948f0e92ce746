import { type Gap, Totals } from '../../shared/live.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import type { Board } from '../core/live/board.ts';
import type { Session } from '../core/live/sessions.ts';
import { boardText } from './boards.ts';
import { ownJson } from './own-json.ts';
import type { Db, Tx } from './store.ts';
import type { GapTable, SessionTable } from './tables/live.ts';

/** A session with what it added up to when it was last written. */
export interface KeptSession extends Session {
  readonly totals: Totals;
  readonly lastSeq: number;
}

/** Keeps a session, new or changed; its totals only when they are given. */
export async function writeSession(
  db: Db | Tx,
  creatorId: string,
  session: Session,
  sum: { totals: Totals; lastSeq: number; board: Board } | null,
  empty: Totals,
): Promise<void> {
  const facts = {
    ended_at: session.endedAt,
    source: session.source,
    room: session.room,
    ...(sum ? { totals: JSON.stringify(sum.totals), last_seq: sum.lastSeq, board: boardText(sum.board) } : {}),
  };
  await db
    .insertInto('session')
    .values({
      creator_id: creatorId,
      id: session.id,
      started_at: session.startedAt,
      started_by: session.startedBy,
      totals: JSON.stringify(empty),
      last_seq: 0,
      board: null,
      ...facts,
    })
    .onConflict((at) => at.columns(['creator_id', 'id']).doUpdateSet(facts))
    .execute();
}

/** Sessions that one query reads: years of shows must not hold up the events in between. */
const SESSIONS_A_PAGE = 500;

/** One session by its id, or null. */
export async function readSession(db: Db, creatorId: string, id: string): Promise<KeptSession | null> {
  const query = db.selectFrom('session').selectAll().where('creator_id', '=', creatorId).where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row ? sessionOf(row) : null;
}

/** All sessions, newest first, or the newest `limit`. */
export async function readSessions(
  db: Db,
  creatorId: string,
  limit = Number.POSITIVE_INFINITY,
): Promise<KeptSession[]> {
  const sessions: KeptSession[] = [];
  for (let last: KeptSession | undefined; ; last = sessions.at(-1)) {
    const wanted = Math.min(SESSIONS_A_PAGE, limit - sessions.length);
    const page = await sessionsBefore(db, creatorId, last, wanted);
    sessions.push(...page);
    if (page.length < SESSIONS_A_PAGE || sessions.length >= limit) return sessions;
  }
}

async function sessionsBefore(
  db: Db,
  creatorId: string,
  after: KeptSession | undefined,
  limit: number,
): Promise<KeptSession[]> {
  let query = db.selectFrom('session').selectAll().where('creator_id', '=', creatorId);
  if (after) {
    const { startedAt, id } = after;
    query = query.where(({ eb, or, and }) =>
      or([eb('started_at', '<', startedAt), and([eb('started_at', '=', startedAt), eb('id', '<', id)])]),
    );
  }
  const rows = await query.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(sessionOf);
}

/** How many runs of a replay there have been; runs after the first carry `#N` behind its name. */
export async function countReplays(db: Db | Tx, creatorId: string, replay: string): Promise<number> {
  const rows = await db
    .selectFrom('session')
    .select('source')
    .where('creator_id', '=', creatorId)
    .where('started_by', '=', 'replay')
    .execute();
  return rows.filter((row) => row.source?.replace(/#\d+$/, '') === replay).length;
}

function sessionOf(row: SessionTable): KeptSession {
  return {
    id: row.id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    startedBy: row.started_by as Session['startedBy'],
    source: row.source,
    room: row.room,
    totals: ownJson(Totals, row.totals),
    lastSeq: row.last_seq,
  };
}

/** A gap of one source in one session. */
export interface KeptGap {
  readonly session: string;
  readonly source: string;
  readonly from: EpochMillis;
  readonly to: EpochMillis | null;
}

/** Keeps a gap, new or closed; a closed one is never opened again. */
export async function writeGap(db: Db | Tx, creatorId: string, gap: KeptGap): Promise<void> {
  await db
    .insertInto('gap')
    .values({ creator_id: creatorId, session_id: gap.session, source: gap.source, from_at: gap.from, to_at: gap.to })
    .onConflict((at) =>
      at
        .columns(['creator_id', 'session_id', 'source', 'from_at'])
        .doUpdateSet({ to_at: gap.to })
        .where('gap.to_at', 'is', null),
    )
    .execute();
}

/** The gaps of all sessions, or of those with the ids, oldest first. */
export async function readGaps(db: Db, creatorId: string, sessions?: ReadonlyArray<string>): Promise<KeptGap[]> {
  if (sessions?.length === 0) return [];
  let query = db.selectFrom('gap').selectAll().where('creator_id', '=', creatorId);
  if (sessions) query = query.where('session_id', 'in', sessions);
  const rows = await query.orderBy('from_at').execute();
  return rows.map((row: GapTable) => ({
    session: row.session_id,
    source: row.source,
    from: row.from_at,
    to: row.to_at,
  }));
}

export function gapOnWire(gap: Pick<KeptGap, 'from' | 'to'>): Gap {
  return { from: toInstant(gap.from), to: gap.to === null ? null : toInstant(gap.to) };
}

/** The live session that began last; `endedAt` null while it runs. A show that is played again is none. */
export async function lastLive(
  db: Db | Tx,
  creatorId: string,
): Promise<{ readonly id: string; readonly endedAt: EpochMillis | null; readonly isLive: boolean } | null> {
  const row = await db
    .selectFrom('session')
    .select(['id', 'ended_at', 'started_by'])
    .where('creator_id', '=', creatorId)
    .where('started_by', '!=', 'replay')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { id: row.id, endedAt: row.ended_at, isLive: row.started_by !== 'event' } : null;
}
