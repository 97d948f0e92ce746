import type { LiveSession, SourceStatus } from '../../shared/live.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import type { Session } from '../core/live/sessions.ts';
import { closeAll, closeSilent, type GiftGrowth } from '../core/live/streaks.ts';
import { count, newTally, type Tally } from '../core/live/tally.ts';
import { lastReceipt, lastSeq, type Receipt, sessionEntries } from '../store/journal.ts';
import { gapOnWire, type KeptGap, readGaps, readSessions } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';

/** What the live door knows: the current or last session, what it added up to, its gaps, and the journal's end. */
export interface LiveState {
  readonly current: Session | null;
  readonly tally: Tally;
  readonly gaps: ReadonlyArray<KeptGap>;
  readonly lastSeq: number;
}

/** What an entry of the journal added, as it is counted again. */
export type Counted = (receipt: Receipt, growth: GiftGrowth | null) => void;

/** The state as the store has it, all of the last session's journal counted again. */
export async function loadState(
  store: Store,
  creatorId: string,
  now: EpochMillis,
  counted?: Counted,
): Promise<LiveState> {
  const seq = await lastSeq(store.db, creatorId, now);
  const [last, before] = await readSessions(store.db, creatorId, 2);
  const tally = newTally();
  if (!last) return { current: null, tally, gaps: [], lastSeq: seq };
  for await (const page of sessionEntries(store.db, creatorId, last.id, before?.lastSeq)) {
    for (const receipt of page) {
      const growth = count(tally, receipt.entry, receipt.receivedAt);
      counted?.(receipt, growth);
    }
  }
  const { totals: _totals, lastSeq: _lastSeq, ...current } = last;
  // Closed without a word: nobody is to see a streak of yesterday end today.
  if (current.endedAt === null) closeSilent(tally.streaks, now);
  else closeAll(tally.streaks);
  return { current, tally, gaps: await readGaps(store.db, creatorId, [last.id]), lastSeq: seq };
}

/**
 * When a live feed's session is still running, this program was away: from its last event on there is a gap, which
 * closes when the feed is back. Null when there is none, or it is known.
 */
export async function gapOfAbsence(store: Store, creatorId: string, state: LiveState): Promise<KeptGap | null> {
  const { current } = state;
  if (!current || current.endedAt !== null || current.source === null) return null;
  // One begun by hand has a source once a feed came into it; the others never had a feed that could be away.
  if (current.startedBy !== 'live' && current.startedBy !== 'hand') return null;
  if (state.gaps.some((gap) => gap.to === null)) return null;
  const from = Math.max((await lastReceipt(store.db, creatorId, current.id)) ?? 0, current.startedAt);
  return { session: current.id, source: current.source, from, to: null };
}

/** The current or last session on the wire. */
export function stateOnWire(state: LiveState, sources: ReadonlyArray<SourceStatus>): LiveSession {
  return {
    session: state.current ? sessionOnWire(state.current) : null,
    sources: [...sources],
    totals: { ...state.tally.totals },
    gaps: state.gaps.map(gapOnWire),
    // Before the first session the journal may hold tests, which belong to none.
    lastSeq: state.current ? state.tally.lastSeq : state.lastSeq,
  };
}

export function sessionOnWire(session: Session): NonNullable<LiveSession['session']> {
  return {
    id: session.id,
    startedAt: toInstant(session.startedAt),
    endedAt: session.endedAt === null ? null : toInstant(session.endedAt),
  };
}
