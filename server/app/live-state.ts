import type { LiveSession, SourceStatus } from '../../shared/live.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import type { Session } from '../core/live/sessions.ts';
import { closeAll, closeSilent, type GiftGrowth } from '../core/live/streaks.ts';
import { count, newTally, noTotals, type Tally } from '../core/live/tally.ts';
import { lastReceipt, lastSeq, sessionEntries } from '../store/journal.ts';
import { gapOnWire, type KeptGap, readGaps, readSessions, writeGap, writeSession } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';

/** What the live door knows: the current or last session, what it added up to, its gaps, and the journal's end. */
export interface LiveState {
  current: Session | null;
  tally: Tally;
  gaps: KeptGap[];
  lastSeq: number;
}

/** A session in place of another; `ended` is the one before, when it was running. */
export interface Move {
  readonly session: Session;
  readonly opened: boolean;
  readonly ended: Session | null;
}

/** The state as the store has it, all of the last session's journal counted again. */
export async function loadState(store: Store, creatorId: string, now: EpochMillis): Promise<LiveState> {
  const seq = await lastSeq(store.db, creatorId, now);
  const [last] = await readSessions(store.db, creatorId, 1);
  const tally = newTally();
  if (!last) return { current: null, tally, gaps: [], lastSeq: seq };
  for await (const page of sessionEntries(store.db, creatorId, last.id)) {
    for (const { entry, receivedAt } of page) count(tally, entry, receivedAt);
  }
  const { totals: _totals, lastSeq: _lastSeq, ...current } = last;
  // Closed without a word: nobody is to see a streak of yesterday end today.
  if (current.endedAt === null) closeSilent(tally.streaks, now);
  else closeAll(tally.streaks);
  return { current, tally, gaps: await readGaps(store.db, creatorId, last.id), lastSeq: seq };
}

/**
 * When a live feed's session is still running, this program was away: from its last event on there is a gap, which
 * closes when the feed is back.
 */
export async function openGapOfAbsence(store: Store, creatorId: string, state: LiveState): Promise<void> {
  const { current } = state;
  if (!current || current.endedAt !== null || current.source === null) return;
  // One begun by hand has a source once a feed came into it; the others never had a feed that could be away.
  if (current.startedBy !== 'live' && current.startedBy !== 'hand') return;
  if (state.gaps.some((gap) => gap.to === null)) return;
  const from = Math.max((await lastReceipt(store.db, creatorId, current.id)) ?? 0, current.startedAt);
  await addGap(store, creatorId, state, { session: current.id, source: current.source, from, to: null });
}

export async function addGap(store: Store, creatorId: string, state: LiveState, gap: KeptGap): Promise<void> {
  await writeGap(store.db, creatorId, gap);
  state.gaps = [...state.gaps, gap];
}

/** Closes the open gaps of the session, of one source or of all. */
export async function closeGaps(
  store: Store,
  creatorId: string,
  state: LiveState,
  at: EpochMillis,
  source?: string,
): Promise<void> {
  for (const gap of state.gaps) {
    if (gap.to !== null || (source !== undefined && gap.source !== source)) continue;
    const closed = { ...gap, to: Math.max(at, gap.from) };
    await writeGap(store.db, creatorId, closed);
    state.gaps = state.gaps.map((known) => (known === gap ? closed : known));
  }
}

/** Writes the session with what it added up to. */
export async function keepTotals(store: Store, creatorId: string, state: LiveState): Promise<void> {
  if (state.current) await writeSession(store.db, creatorId, state.current, state.tally, noTotals());
}

/** Goes over to another session, or to another form of the same; answers the streaks that end by it. */
export async function moveTo(
  store: Store,
  creatorId: string,
  state: LiveState,
  move: Move,
  now: EpochMillis,
): Promise<GiftGrowth[]> {
  const over = move.opened ? move.ended : move.session.endedAt === null ? null : move.session;
  const closed = move.opened || over ? closeAll(state.tally.streaks) : [];
  if (over && state.current) {
    await closeGaps(store, creatorId, state, over.endedAt ?? now);
    state.current = over;
  }
  // Also of one that ended long ago: what came after its end was counted since.
  if (move.opened) await keepTotals(store, creatorId, state);
  state.current = move.session;
  if (move.opened) {
    state.tally = newTally();
    state.gaps = [];
  }
  await keepTotals(store, creatorId, state);
  return closed;
}

/** The current or last session on the wire. */
export function stateOnWire(state: LiveState, sources: ReadonlyArray<SourceStatus>): LiveSession {
  return {
    session: state.current ? sessionOnWire(state.current) : null,
    sources: [...sources],
    totals: { ...state.tally.totals },
    gaps: state.gaps.map(gapOnWire),
    lastSeq: state.tally.lastSeq,
  };
}

export function sessionOnWire(session: Session): NonNullable<LiveSession['session']> {
  return {
    id: session.id,
    startedAt: toInstant(session.startedAt),
    endedAt: session.endedAt === null ? null : toInstant(session.endedAt),
  };
}
