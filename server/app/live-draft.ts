import type { EpochMillis } from '../../shared/time.ts';
import type { Session } from '../core/live/sessions.ts';
import { closeAll, type GiftGrowth } from '../core/live/streaks.ts';
import { copyTally, newTally, noTotals, type Tally } from '../core/live/tally.ts';
import { type KeptGap, writeGap, writeSession } from '../store/sessions.ts';
import type { Tx } from '../store/store.ts';
import type { LiveState } from './live-state.ts';

/**
 * The state as it is to be, and what the store must hold for it. It becomes the state once all of that is kept, in one
 * transaction; until then, and when that fails, the state stays what it was.
 */
export interface LiveDraft {
  current: Session | null;
  /** The state's own until it is replaced by a copy: what counts or closes streaks replaces it first. */
  tally: Tally;
  gaps: ReadonlyArray<KeptGap>;
  lastSeq: number;
  /** Sessions to be written, each with what it adds up to by then. */
  readonly sessions: Map<string, { readonly session: Session; readonly tally: Tally }>;
  readonly changedGaps: KeptGap[];
}

/** A session in place of another; `ended` is the one before, when it was running. */
export interface Move {
  readonly session: Session;
  readonly opened: boolean;
  readonly ended: Session | null;
}

export function draftOf(state: LiveState): LiveDraft {
  return { ...state, sessions: new Map(), changedGaps: [] };
}

export function stateOf({ current, tally, gaps, lastSeq }: LiveDraft): LiveState {
  return { current, tally, gaps, lastSeq };
}

export function isUnchanged({ sessions, changedGaps }: LiveDraft): boolean {
  return sessions.size === 0 && changedGaps.length === 0;
}

/** Writes all that the draft changes. */
export async function keepDraft(tx: Tx, creatorId: string, { sessions, changedGaps }: LiveDraft): Promise<void> {
  for (const { session, tally } of sessions.values()) await writeSession(tx, creatorId, session, tally, noTotals());
  for (const gap of changedGaps) await writeGap(tx, creatorId, gap);
}

export function addGap(draft: LiveDraft, gap: KeptGap): void {
  draft.gaps = [...draft.gaps, gap];
  draft.changedGaps.push(gap);
}

/** Closes the open gaps of the session, of one source or of all. */
export function closeGaps(draft: LiveDraft, at: EpochMillis, source?: string): void {
  draft.gaps = draft.gaps.map((gap) => {
    if (gap.to !== null || (source !== undefined && gap.source !== source)) return gap;
    const closed = { ...gap, to: Math.max(at, gap.from) };
    draft.changedGaps.push(closed);
    return closed;
  });
}

/** Goes over to another session, or to another form of the same; answers the streaks that end by it. */
export function moveTo(draft: LiveDraft, move: Move, now: EpochMillis): GiftGrowth[] {
  const over = move.opened ? move.ended : move.session.endedAt === null ? null : move.session;
  let closed: GiftGrowth[] = [];
  if (move.opened || over) {
    draft.tally = copyTally(draft.tally);
    closed = closeAll(draft.tally.streaks);
  }
  if (over && draft.current) {
    closeGaps(draft, over.endedAt ?? now);
    draft.current = over;
  }
  if (move.opened) {
    // Also of one that ended long ago: what came after its end was counted since.
    writeCurrent(draft);
    draft.tally = newTally();
    draft.gaps = [];
  }
  draft.current = move.session;
  writeCurrent(draft);
  return closed;
}

function writeCurrent({ current, tally, sessions }: LiveDraft): void {
  if (current) sessions.set(current.id, { session: current, tally });
}
