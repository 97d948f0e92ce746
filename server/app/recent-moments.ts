import { beganAt, type StageMoment } from '../../shared/stage-view.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type GiftShowing, type News, type PicturePath, shownOn } from '../core/stage/news.ts';

/** A moment older than this is never shown as new. */
export const MOMENT_KEPT_MS = 30_000;
/** A storm of single gifts must not make every connect heavy. */
const MOMENTS_KEPT = 200;
/** Alerts wait their turn on a page for minutes in a storm: the keys are known for far longer than the moments. */
const KEYS_KEPT = 1000;

/** What was worth showing in the last 30 s, for pages that connect. */
export function createRecentMoments(clock: () => EpochMillis) {
  /** By key, oldest first: a streak that grows takes its new place at the end. */
  const kept = new Map<string, { news: News; at: EpochMillis }>();
  /** In the same order. */
  const keys = new Set<string>();

  return {
    /** `at`: when they were taken in; now, but for what is read from the journal. */
    remember(news: ReadonlyArray<News>, at: EpochMillis = clock()): void {
      for (const one of news) {
        const { moment } = one;
        const before = kept.get(moment.key)?.news.moment;
        kept.delete(moment.key);
        keys.delete(moment.key);
        keys.add(moment.key);
        // A streak that closed without a message has no number of its own: it stands where it last grew.
        const placed = moment.seq === 0 && before ? { ...moment, seq: before.seq } : moment;
        kept.set(moment.key, { news: { ...one, moment: placed }, at });
      }
      for (const [key, { at: since }] of kept) {
        if (kept.size <= MOMENTS_KEPT && at - since <= MOMENT_KEPT_MS) break;
        kept.delete(key);
      }
      for (const key of keys) {
        if (keys.size <= KEYS_KEPT) break;
        keys.delete(key);
      }
    },

    /** Whether the moment of this key was one for the stages: one of the newest thousand since the start. */
    wasTold: (key: string): boolean => keys.has(key),

    /**
     * For a stage that shows gifts so, oldest first, without what began up to `clearedSeq`: a streak that ran when all was
     * cleared is no news to a page that comes later. A clock that was put back makes nothing new again.
     */
    recent(clearedSeq: number, gifts: GiftShowing, pathOf: PicturePath): StageMoment[] {
      const now = clock();
      const news = [...kept.values()]
        .filter(({ at }) => at <= now && now - at <= MOMENT_KEPT_MS)
        .map(({ news: one }) => one);
      return shownOn(gifts, news, pathOf)
        .filter((moment) => clearedSeq === 0 || beganAt(moment) > clearedSeq)
        .sort((a, b) => a.seq - b.seq);
    },
  };
}
