import { type EpochMillis, toInstant } from '../../shared/time.ts';
import type { News } from '../core/stage/news.ts';
import { ownMoment } from '../core/views.ts';
import { createListeners } from './listeners.ts';

/** So many alerts fit between two entries of the journal; a number of the journal stays exact beside it. */
const STEP = 2 ** -20;

export type OwnAlerts = ReturnType<typeof createOwnAlerts>;

/**
 * Alerts in the streamer's own words. They are in no journal, and yet stand in one order with what is: each gets a number
 * behind that of the newest entry. `lastSeq`: of the journal.
 */
export function createOwnAlerts(deps: {
  lastSeq: () => number;
  clock: () => EpochMillis;
  onFault: (error: unknown) => void;
}) {
  const { clock, onFault } = deps;
  const listeners = createListeners<News>(onFault);
  let last = 0;
  return {
    onAlert: listeners.add,
    /** The number of the newest thing that a stage may have been told of. */
    lastSeq: (): number => Math.max(last, deps.lastSeq()),
    show(text: string, priority: number): void {
      // By the clock, so that after a restart none has a number that a page has seen already.
      const place = (Math.floor(clock() / 1000) * STEP) % 1;
      last = Math.max(last + STEP, deps.lastSeq() + place);
      listeners.tell({ moment: ownMoment(text, last, priority, toInstant(clock())), diamonds: null, picture: null });
    },
  };
}
