import type { DeskRequest } from '../../shared/protocol.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { awaitTurn } from '../store/appointments.ts';
import { dropExpiredHolds } from '../store/holds.ts';
import type { FreedTime } from '../store/seats.ts';
import type { Store, Tx } from '../store/store.ts';
import type { FeedParts } from './busy-feeds.ts';
import { isSlotTaken, nearestStarts } from './calendar.ts';
import type { Door } from './door.ts';
import { keptBriefly } from './kept-briefly.ts';
import { createListeners } from './listeners.ts';
import type { MailQueue } from './mail-queue.ts';
import type { DmParts } from './tiktok-dm.ts';

/** What the booking part is built on. `secret` is the server's own; threads' addresses are derived from it. */
export interface BookingParts {
  readonly store: Store;
  readonly creatorId: string;
  readonly clock: () => EpochMillis;
  /** Never repeated. Not a secret: what only its viewer may know is made by other means. */
  readonly newId: () => string;
  readonly secret: string;
  /** Where viewers reach the public door, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly door: Door;
  readonly feeds: FeedParts;
  /** Null: nothing is mailed, and viewers read everything in their thread. */
  readonly mail: MailQueue | null;
  /** Direct messages of TikTok; left out while no key for them is set. */
  readonly dm?: DmParts;
  /** The short code that was meant by what a page sends, or null for one that is not known. None: no code is kept. */
  readonly codeOf?: (typed: string) => Promise<string | null>;
  /** What a short code is for; null for one that is not known. */
  readonly aboutCode?: (code: string) => DeskRequest['codeFor'];
  /** Gets what a listener threw: the change it heard of is kept, and stands. */
  readonly onFault: (error: unknown) => void;
}

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

class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.why);
    this.refusal = refusal;
  }
}

const TRIES = 5;

export function createTurns(parts: BookingParts, passOn: PassOn): Turns {
  const { store, creatorId, clock, door } = parts;
  const listeners = createListeners<BookingChanged>(parts.onFault);

  async function attempt<T>(work: (turn: Turn) => Promise<T | Refusal>): Promise<{ done: T; touched: Set<string> }> {
    const touched = new Set<string>();
    const done = await store.transaction(async (tx) => {
      touched.clear();
      await awaitTurn(store.kind, tx, creatorId);
      const now = clock();
      // In the same transaction that may need their time, so an expired hold never stands in anybody's way.
      const lapsed = await dropExpiredHolds(tx, creatorId, now);
      const turn: Turn = { tx, now, touched, freed: [...lapsed.freed] };
      // Before the work: who has waited for that time goes before whoever asks for it now.
      await passOn(turn, lapsed.requests);
      const result = await work(turn);
      if (isRefusal(result)) throw new RolledBack(result);
      await passOn(turn, []);
      return result;
    });
    return { done, touched };
  }

  async function decide<T>(work: (turn: Turn) => Promise<T | Refusal>): Promise<T | Refusal> {
    for (let tried = 1; ; tried++) {
      try {
        const { done, touched } = await attempt(work);
        listeners.tell({ type: 'booking-changed', requests: [...touched] });
        return done;
      } catch (error) {
        if (error instanceof RolledBack) return error.refusal;
        const lost = error instanceof LostRace || store.isUniqueTaken(error);
        if (!lost || tried >= TRIES) throw error;
      }
    }
  }

  // Two hundred who lose the same slot are shown the same nearest ones.
  const nearest = keptBriefly<string[]>(clock, listeners.add);
  return {
    change: async (work) => {
      const result = await door.run(() => decide(work));
      if (!isSlotTaken(result)) return result;
      const { service, start } = result.asked;
      const find = () => nearestStarts(store.db, creatorId, service, start, clock());
      return refuse(result.why, { nearest: await nearest(`${service.id} ${start}`, find) });
    },
    onChange: listeners.add,
  };
}
