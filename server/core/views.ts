import type { JournalEntry } from '../../shared/events.ts';
import { nameOf } from '../../shared/events.ts';
import type { StageMoment, StageView } from '../../shared/protocol.ts';
import { type EpochMillis, type Instant, toInstant } from '../../shared/time.ts';
import type { GiftGrowth } from './live/streaks.ts';

/** What the stage may say of a gift: who, what, how many. Not what it is worth: TikTok frowns on prices on screen. */
export function giftMoment(growth: GiftGrowth, seq: number, at: Instant): StageMoment {
  const { firstSeq, name, gift, count, ended } = growth;
  return { seq, at, type: 'gift', key: String(firstSeq), name: onAir(name), gift: onAir(gift), count, ended };
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
    case 'subscribe':
      return { ...base, type: entry.type, name: onAir(nameOf(entry.user)) };
    case 'tip':
      return { ...base, type: 'tip', name: onAir(nameOf(entry.user)), amount: entry.tip.amount };
    default:
      return null;
  }
}

/**
 * A plate has room for some thirty letters; the rest of a name made to be long would only weigh on every page. It bounds
 * what is sent, no more: how a text may stand on air is the stage's own affair (its on-air.ts), for all its texts.
 */
const LONGEST_ON_AIR = 120;

function onAir(name: string): string {
  return name.length <= LONGEST_ON_AIR ? name : `${[...name.slice(0, LONGEST_ON_AIR)].slice(0, -1).join('')}…`;
}

/** What the stage's view is made of. */
export type StageFacts = Omit<StageView, 'serverTime'> & { readonly now: EpochMillis };

/** The stage's view. Without a published bio nothing of the booking is shown either: nobody could book. */
export function stageView(facts: StageFacts): StageView {
  const { now, bio, booking, nextFree, ...rest } = facts;
  return {
    ...rest,
    bio,
    booking: bio ? booking : null,
    nextFree: bio ? nextFree : null,
    serverTime: toInstant(now),
  };
}
