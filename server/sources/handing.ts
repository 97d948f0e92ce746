import type { LiveEvent } from '../../shared/events.ts';
import { pause } from './pause.ts';
import type { SourceSink } from './source.ts';

/** Waits before what the store refused is tried again; the last one goes on. A recording does not run away. */
const RETRY_MILLIS = [250, 1000, 4000];

type Kept = Awaited<ReturnType<SourceSink['accept']>>;

/** Hands a recording's events to the store, each batch until it is taken. */
export type Handing = ReturnType<typeof createHanding>;

/**
 * A recording's way to the store, which it waits for: nothing of it is left out because a disk was full for a minute.
 * `waits` and `goesOn` are called when the store begins to refuse and when it takes things again.
 */
export function createHanding(sink: SourceSink, stop: AbortSignal, told: { waits: () => void; goesOn: () => void }) {
  let played = 0;
  let overtaken = false;

  /** Does it until it succeeds; null when all stopped before. */
  async function untilDone<T>(work: () => Promise<T>): Promise<{ readonly answer: T } | null> {
    for (let tried = 0; !stop.aborted; tried += 1) {
      try {
        const answer = await work();
        if (tried > 0) told.goesOn();
        return { answer };
      } catch (error) {
        sink.fault(error);
        if (tried === 0) told.waits();
        await pause(RETRY_MILLIS[Math.min(tried, RETRY_MILLIS.length - 1)] ?? 0, stop);
      }
    }
    return null;
  }

  return {
    untilDone,
    /** What became of the events; null when all stopped before they were taken. */
    async give(events: ReadonlyArray<LiveEvent>): Promise<Kept | null> {
      const kept = (await untilDone(() => sink.accept(events)))?.answer ?? null;
      if (!kept) return null;
      played += kept.accepted + kept.duplicates;
      if (kept.accepted + kept.duplicates < events.length) overtaken = true;
      return kept;
    },
    /** Events that the journal has by now. */
    played: () => played,
    /** Another session began meanwhile: what is left of the recording would count in it. */
    isOvertaken: () => overtaken,
    isOver: () => overtaken || stop.aborted,
  };
}
