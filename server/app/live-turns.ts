import type { LiveEvent } from '../../shared/events.ts';
import type { OriginKind } from '../core/live/sessions.ts';

/**
 * Most events of several callers in one transaction: a moderator's act gets its turn between two. One caller's own, up
 * to 1,000 in a POST, are never parted: they are kept all or none.
 */
const EVENTS_A_TURN = 500;

/** How many events of one caller were new, and how many the journal had already. */
export interface Counts {
  readonly accepted: number;
  readonly duplicates: number;
}

/** Events of one caller that wait to be kept. */
export interface Waiting {
  readonly events: ReadonlyArray<LiveEvent>;
  readonly origin: OriginKind;
}

interface Waiter extends Waiting {
  resolve(counts: Counts): void;
  reject(error: unknown): void;
}

/**
 * Group commit: what arrives in one turn of the event loop is kept together, and each caller's answer waits for it. As
 * durable as a transaction each, at a fraction of its price. `keep` answers the counts in the order of the waiting.
 */
export function createTurns(keep: (turn: ReadonlyArray<Waiting>) => Promise<ReadonlyArray<Counts>>) {
  const waiting: Waiter[] = [];
  let running: Promise<void> | null = null;

  function nextTurn(): Waiter[] {
    let events = 0;
    let callers = 0;
    for (const waiter of waiting) {
      events += waiter.events.length;
      if (events > EVENTS_A_TURN && callers > 0) break;
      callers += 1;
    }
    return waiting.splice(0, callers);
  }

  async function run(): Promise<void> {
    await aTurn();
    while (waiting.length > 0) {
      const turn = nextTurn();
      try {
        const counts = await keep(turn);
        for (const [at, waiter] of turn.entries()) waiter.resolve(counts[at] ?? { accepted: 0, duplicates: 0 });
      } catch (error) {
        for (const waiter of turn) waiter.reject(error);
      }
      // Timers and other sockets get their turn between two transactions.
      await aTurn();
    }
    running = null;
  }

  return {
    add(events: ReadonlyArray<LiveEvent>, origin: OriginKind): Promise<Counts> {
      return new Promise((resolve, reject) => {
        waiting.push({ events, origin, resolve, reject });
        running ??= run();
      });
    },
    /** Resolves when nothing waits any more. */
    idle: async (): Promise<void> => {
      while (running !== null) await running;
    },
  };
}

function aTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
