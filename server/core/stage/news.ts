import type { JournalEntry } from '../../../shared/events.ts';
import type { StageMoment } from '../../../shared/stage-view.ts';
import { type EpochMillis, toInstant } from '../../../shared/time.ts';
import type { GiftGrowth } from '../live/streaks.ts';
import { giftMoment, momentOf } from '../views.ts';

/** A moment on its way to the stages. What a gift is worth, and its picture, go to those alone that show it. */
export interface News {
  readonly moment: StageMoment;
  /** Of the streak so far; null for what is no gift. */
  readonly diamonds: number | null;
  /** The platform's address of the gift's picture; null where there is none. */
  readonly picture: string | null;
}

/** What one stage shows of gifts: those from `least` diamonds on, with what they are worth, with their pictures. */
export interface GiftShowing {
  readonly least: number;
  readonly prices: boolean;
  readonly pictures: boolean;
}

/** Every gift, by its name alone. */
export const NAMES_ALONE: GiftShowing = { least: 0, prices: false, pictures: false };

/** The path at which this server serves a picture of the platform's; null for one that it does not fetch. */
export type PicturePath = (address: string) => string | null;

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
    if (moment) news.push({ moment, diamonds: null, picture: null });
  }
  for (const { entry, growth } of change.grown) {
    if (!growth.changed) continue;
    const { value, picture } = growth;
    news.push({ moment: giftMoment(growth, entry?.seq ?? 0, at), diamonds: value, picture });
  }
  return news;
}

/** What a stage is sent that shows gifts so. Pictures are asked for by none but stages that show them. */
export function shownOn(gifts: GiftShowing, news: ReadonlyArray<News>, pathOf: PicturePath): StageMoment[] {
  return news.flatMap(({ moment, diamonds, picture }) => {
    if (moment.type !== 'gift' || diamonds === null) return [moment];
    if (diamonds < gifts.least) return [];
    const path = gifts.pictures && picture !== null ? pathOf(picture) : null;
    const rank = Math.ceil(Math.log2(1 + diamonds));
    return [
      {
        ...moment,
        rank,
        ...(gifts.prices && diamonds > 0 ? { diamonds } : {}),
        ...(path === null ? {} : { picture: path }),
      },
    ];
  });
}
