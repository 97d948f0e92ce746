import type { EpochMillis } from '../../../shared/time.ts';
import type { Act } from './acts.ts';
import type { DirectorState } from './director-state.ts';
import type { Hold } from './hold.ts';
import { note } from './trace.ts';

/** A scene that only a restart kept on is left up to this long after its time; later the show has gone on with it. */
const RETURNS_WITHIN_MS = 60_000;
/** By then it is known how things stand: whether a session runs is read at the start, the feed connects within seconds. */
const KNOWN_WITHIN_MS = 10_000;

/** What is kept of a director over a restart. */
export interface Remembered {
  readonly hold: Hold | null;
  /** Newest first. */
  readonly acts: ReadonlyArray<Act>;
}

/**
 * A new director that goes on where the one before was ended: with its hold, whose way back is taken when OBS is there
 * with the held scene on, and its list of acts, from which the rules' traces are made again.
 */
export function remembering(fresh: DirectorState, { hold, acts }: Remembered, now: EpochMillis): DirectorState {
  const { index, traces } = fresh.memory;
  for (const one of acts.toReversed()) if (one.rule !== null && index.byId.has(one.rule)) note(traces, one.rule, one);
  return { ...fresh, acts, hold: hold && { ...goingOn(hold, now), returning: false } };
}

/** One that lasts by a state goes on until it is known whether that holds. */
function goingOn(hold: Hold, now: EpochMillis): Hold {
  const under = hold.under && goingOn(hold.under, now);
  if (hold.lasts === 'time') return { ...hold, under, until: endOf(hold, now) };
  return { ...hold, under, lasts: 'unsure', until: Math.min(hold.mostUntil, now + KNOWN_WITHIN_MS) };
}

/** One that ended while nobody was there to see it ends now, if that is not too long ago. */
function endOf({ until }: Hold, now: EpochMillis): EpochMillis {
  return now - until <= RETURNS_WITHIN_MS ? Math.max(until, now) : until;
}
