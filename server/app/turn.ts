import type { EpochMillis } from '../../shared/time.ts';
import type { Refusal } from '../core/decision.ts';
import type { FreedTime } from '../store/seats.ts';
import type { Tx } from '../store/store.ts';

/** Told after a change is durable. `requests` are those whose thread or place in the queue changed. */
export interface BookingChanged {
  readonly type: 'booking-changed';
  readonly requests: ReadonlyArray<string>;
}

/** One change under way: its transaction, its time, and what it touches. */
export interface Turn {
  readonly tx: Tx;
  readonly now: EpochMillis;
  readonly touched: Set<string>;
  /** Time that this change makes free. Whoever frees some adds it: the waitlist is offered it in the same transaction. */
  readonly freed: FreedTime[];
  /** Starts of a service that can be booked now and could not before, though nobody gave time back: only its line is asked. */
  readonly opened: { readonly service: string; readonly starts: ReadonlyArray<EpochMillis> }[];
  /**
   * What is done once freed time has gone to those who wait for it: whoever is told of free times must not be told of
   * what is another's a moment later. Frees nothing itself.
   */
  readonly afterwards: (() => Promise<void>)[];
}

/** Gives freed time to those who wait for it. `lapsed`: requests whose offer nobody took in time. */
export type PassOn = (turn: Turn, lapsed: ReadonlyArray<string>) => Promise<void>;

export interface Turns {
  /**
   * Passes the door, runs `work` in one transaction and tells the listeners. A refusal rolls everything back. When
   * another process was quicker (a unique key, a compare-and-swap), `work` decides anew on what that one wrote. A start
   * that another has comes with the nearest free ones.
   */
  change<T>(work: (turn: Turn) => Promise<T | Refusal>): Promise<T | Refusal>;
  /** Returns what ends the listening. */
  onChange(listener: (change: BookingChanged) => void): () => void;
}

/** Thrown inside a turn when a unique key or a version shows that another process was quicker. */
export class LostRace extends Error {
  override readonly name = 'LostRace';
}
