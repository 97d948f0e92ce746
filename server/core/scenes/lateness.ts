import type { EpochMillis } from '../../../shared/time.ts';

/** So many moments of a feed tell what its usual lag is; less than a second apart they count as one, as of a backlog. */
const SAMPLES = 10;
const APART_MS = 1000;

interface Samples {
  readonly lags: number[];
  sampledAt: EpochMillis;
}

/**
 * How late events are, by feed: how much older than usual. A platform's clock and this one's may differ by many seconds, and
 * a feed may always be behind: once it has been so for ten seconds, that is no lateness.
 */
export function newLateness() {
  const feeds = new Map<string, Samples>();
  return {
    /** Milliseconds that an event of that time is late with which `now` comes from this feed; 0 or less: not at all. */
    of(feed: string, at: EpochMillis, now: EpochMillis): number {
      const lag = now - at;
      const samples = feeds.get(feed) ?? { lags: [], sampledAt: Number.NEGATIVE_INFINITY };
      feeds.set(feed, samples);
      if (now - samples.sampledAt >= APART_MS) {
        samples.lags.push(lag);
        samples.sampledAt = now;
        if (samples.lags.length > SAMPLES) samples.lags.shift();
      }
      return lag - (samples.lags.length < SAMPLES ? 0 : Math.min(...samples.lags));
    },
  };
}
