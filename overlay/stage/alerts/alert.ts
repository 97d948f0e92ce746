import type { AlertType } from '../../../shared/alert-types.ts';
import type { AlertRules } from '../../../shared/stage-design.ts';
import type { StageMoment } from '../../../shared/stage-view.ts';
import type { Times } from './clock.ts';

/* What is on, what waits and what was taken in. Ticks are those of `Times`. */

/** What happened longer ago than this is never shown as new. */
export const OLDEST_MILLIS = 30_000;

/** One viewer's gift streak, follow, share, subscription or tip. The same key is the same alert, however often it grows. */
export interface Alert {
  readonly moment: StageMoment;
  /** When it came on; of one that waits, when it was taken in. */
  readonly sinceTick: number;
  /** When it came on or last grew. */
  readonly changedTick: number;
  /** When its way out began; null while it stays. */
  readonly leavingTick: number | null;
  /** Sent away or pushed out: growth no longer keeps it. */
  readonly mustGo: boolean;
  /** Asked for again by hand, so neither its age nor its weight counts. */
  readonly again: boolean;
}

/** Those that are told as a number alone. */
export interface Merged {
  readonly count: number;
  readonly tick: number;
  /** True when the number is said even with no alert beside it: what was held by hand has become too old. */
  readonly alone: boolean;
}

export interface Alerts {
  /** In the order they appeared, so that none moves while another grows. */
  readonly shown: ReadonlyArray<Alert>;
  /** In the order they came. Who is next is decided when a place is free. */
  readonly waiting: ReadonlyArray<Alert>;
  readonly merged: Merged;
  /** What was last taken in per key: a view that repeats it after a reconnect brings nothing new. */
  readonly taken: ReadonlyMap<string, Taken>;
  /** When one of each type last came on. */
  readonly cameOn: Readonly<Partial<Record<AlertType, number>>>;
  /** The last that left, for whoever asks to see it again. */
  readonly lastLeft: StageMoment | null;
  /** What began up to this number was cleared by hand. */
  readonly clearedSeq: number;
  /** Moments up to this number were seen by this stage: before the page was loaded, or so long ago that they are forgotten. */
  readonly seenSeq: number;
  readonly newestSeq: number;
  /** As of when all this is. */
  readonly at: Times;
  /** Whether nobody could come on then. */
  readonly held: boolean;
  readonly prunedTick: number;
}

export interface Taken {
  /** Infinity for a streak that was sent away: nothing of it is new any more. */
  readonly count: number;
  readonly tick: number;
  /** Number of the newest moment of it. */
  readonly seq: number;
  readonly merged: boolean;
}

/** By what the queue is run just now. */
export interface Limits {
  readonly rules: AlertRules;
  /** How many are on at a time. */
  readonly most: number;
  /** Nobody comes on: paused by hand, or nothing at all is on air. */
  readonly held: boolean;
}

export const NO_ALERTS: Alerts = {
  shown: [],
  waiting: [],
  merged: { count: 0, tick: 0, alone: false },
  taken: new Map(),
  cameOn: {},
  lastLeft: null,
  clearedSeq: 0,
  // A streak that closed without a message comes under 0: its end is told to those alone that know the streak.
  seenSeq: 0,
  newestSeq: -1,
  at: { tick: 0, server: 0 },
  held: false,
  prunedTick: 0,
};

export function freshAlert(moment: StageMoment, tick: number): Alert {
  return { moment, sinceTick: tick, changedTick: tick, leavingTick: null, mustGo: false, again: false };
}

export function ageOf(moment: StageMoment, times: Times): number {
  return times.server - Date.parse(moment.at);
}
