import type { LiveEvent } from '../../shared/events.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { pause } from './pause.ts';
import type { SourceSink } from './source.ts';

/** Events that may wait for the store, some twenty megabytes. A feed that waits for the store itself stays far below. */
const MOST_WAITING = 20_000;
/** Waits before a batch that the store refused is handed in again: a restarting database is back within seconds. */
const RETRY_MILLIS = [250, 1000, 4000];

/** Hands a feed's events to the store over all its connections, and knows what the store did not take. */
export interface Keeper {
  /** Resolves when the events are kept or given up; never rejects. `back` is called when the store takes events again. */
  keep(events: ReadonlyArray<LiveEvent>, back: () => void): Promise<void>;
  /** Since when events are missing because the store takes none; null while it takes them. */
  lostSince(): EpochMillis | null;
}

/** Once `stop` aborts, nothing is waited for any more: what the store does not take then is given up. */
export function createKeeper(sink: SourceSink, stop: AbortSignal, now: () => EpochMillis): Keeper {
  let waiting = 0;
  let lost: EpochMillis | null = null;

  function giveUp(since: EpochMillis, what: string, events: number): void {
    sink.skipped(what, events);
    if (lost === null) sink.down(since);
    lost = Math.min(lost ?? since, since);
  }

  async function handIn(events: ReadonlyArray<LiveEvent>): Promise<void> {
    for (const wait of RETRY_MILLIS) {
      try {
        await sink.accept(events);
        return;
      } catch (error) {
        sink.fault(error);
        await pause(wait, stop);
      }
    }
    await sink.accept(events);
  }

  return {
    lostSince: () => lost,
    async keep(events, back) {
      const since = now();
      if (waiting + events.length > MOST_WAITING) return giveUp(since, 'too much for the store', events.length);
      waiting += events.length;
      try {
        await handIn(events);
        if (lost !== null) {
          // The store that refused the events may have refused the gap as well; one that stands stays as it is.
          sink.down(lost);
          lost = null;
          back();
        }
      } catch (error) {
        sink.fault(error);
        giveUp(since, 'not kept by the store', events.length);
      } finally {
        waiting -= events.length;
      }
    },
  };
}
