import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { awaitTurn } from '../store/await-turn.ts';
import { dropExpiredHolds } from '../store/holds.ts';
import type { BookingParts } from './booking-parts.ts';
import { isSlotTaken, nearestStarts } from './calendar.ts';
import { keptBriefly } from './kept-briefly.ts';
import { createListeners } from './listeners.ts';
import { type BookingChanged, LostRace, type PassOn, type Turn, type Turns } from './turn.ts';

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
      await awaitTurn(store, tx, creatorId, 'booking');
      const now = clock();
      // In the same transaction that may need their time, so an expired hold never stands in anybody's way.
      const lapsed = await dropExpiredHolds(tx, creatorId, now);
      const turn: Turn = { tx, now, touched, freed: [...lapsed.freed], opened: [], afterwards: [] };
      // Before the work: who has waited for that time goes before whoever asks for it now.
      await passOn(turn, lapsed.requests);
      const result = await work(turn);
      if (isRefusal(result)) throw new RolledBack(result);
      await passOn(turn, []);
      for (const later of turn.afterwards) await later();
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
