import type { JournalEntry } from '../../../shared/events.ts';
import type { StageMoment } from '../../../shared/protocol.ts';
import { type EpochMillis, toInstant } from '../../../shared/time.ts';
import type { GiftGrowth } from '../live/streaks.ts';
import { giftMoment, momentOf } from '../views.ts';

/** A moment on its way to the stages. What a gift is worth decides whether a stage shows it, and goes no further. */
export interface News {
  readonly moment: StageMoment;
  /** Of the streak so far; null for what is no gift. */
  readonly diamonds: number | null;
}

/** What of a change is worth showing, in the order of the journal; streaks that closed without a message come last. */
export function newsOf(change: {
  readonly entries: ReadonlyArray<JournalEntry>;
  readonly grown: ReadonlyArray<{ readonly entry: JournalEntry | null; readonly growth: GiftGrowth }>;
  readonly at: EpochMillis;
}): News[] {
  const news: News[] = [];
  const at = toInstant(change.at);
  for (const entry of change.entries) {
    const moment = momentOf(entry, at);
    if (moment) news.push({ moment, diamonds: null });
  }
  for (const { entry, growth } of change.grown) {
    if (growth.changed) news.push({ moment: giftMoment(growth, entry?.seq ?? 0, at), diamonds: growth.value });
  }
  return news;
}

/** What a stage is sent whose gifts begin at `least` diamonds. */
export function shownFrom(least: number, news: ReadonlyArray<News>): StageMoment[] {
  return news.filter(({ diamonds }) => diamonds === null || diamonds >= least).map(({ moment }) => moment);
}
