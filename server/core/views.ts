import type { JournalEntry } from '../../shared/events.ts';
import { nameOf } from '../../shared/events.ts';
import { FAN_CLUB_TIER } from '../../shared/fan-club.ts';
import type { StageMoment, StageView } from '../../shared/stage-view.ts';
import { type EpochMillis, type Instant, toInstant } from '../../shared/time.ts';
import { onAir } from './live/on-air.ts';
import type { GiftGrowth } from './live/streaks.ts';

/** What every stage may say of a gift: who, what, how many. What it is worth is for few (`stage/news.ts`). */
export function giftMoment(growth: GiftGrowth, seq: number, at: Instant): StageMoment {
  const { firstSeq, name, gift, count, ended } = growth;
  const names = { name: onAir(name), gift: onAir(gift) };
  return { seq, at, type: 'gift', key: String(firstSeq), firstSeq, ...names, count, ended };
}

/** A rule without priority stands where a subscription does; each ten of it stand for twice the diamonds. */
const RANK_OF_OWN = 8.5;

/** Words of the streamer's own, by a rule of that priority (0 to 100). */
export function ownMoment(text: string, seq: number, priority: number, at: Instant): StageMoment {
  return { seq, at, type: 'own', key: `own ${seq}`, name: onAir(text), rank: RANK_OF_OWN + priority / 10 };
}

/**
 * What the stage shows of an entry that is not a gift, or null. `at` is when it was taken in, not when the platform
 * says it was: a replay of last year is new on this stage.
 */
export function momentOf(entry: JournalEntry, at: Instant): StageMoment | null {
  const base = { seq: entry.seq, at, key: String(entry.seq) };
  switch (entry.type) {
    case 'follow':
    case 'share':
      return { ...base, type: entry.type, name: onAir(nameOf(entry.user)) };
    case 'subscribe':
      return {
        ...base,
        type: entry.subscribe.tier === FAN_CLUB_TIER ? 'fan-club' : 'subscribe',
        name: onAir(nameOf(entry.user)),
      };
    case 'tip':
      return { ...base, type: 'tip', name: onAir(nameOf(entry.user)), amount: entry.tip.amount };
    default:
      return null;
  }
}

/** What the stage's view is made of. */
export type StageFacts = Omit<StageView, 'serverTime'> & { readonly now: EpochMillis };

/** The stage's view. Without a published bio nothing of the booking is shown either: nobody could book. */
export function stageView(facts: StageFacts): StageView {
  const { now, bio, booking, nextFree, chatHolds, ...rest } = facts;
  return {
    ...rest,
    bio,
    booking: bio ? booking : null,
    nextFree: bio ? nextFree : null,
    chatHolds: bio ? chatHolds : [],
    serverTime: toInstant(now),
  };
}
