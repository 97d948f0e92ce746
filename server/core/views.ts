import type { JournalEntry } from '../../shared/events.ts';
import { nameOf } from '../../shared/events.ts';
import type { LiveSession } from '../../shared/live.ts';
import type { StageMoment, StageView } from '../../shared/protocol.ts';
import { type EpochMillis, type Instant, toInstant } from '../../shared/time.ts';
import type { GiftGrowth } from './live/streaks.ts';

/** What the stage may say of a gift: who, what, how many. Not what it is worth: TikTok frowns on prices on screen. */
export function giftMoment(growth: GiftGrowth, seq: number, at: Instant): StageMoment {
  const { key, name, gift, count, ended } = growth;
  return { seq, at, type: 'gift', key: publicKey(key), name, gift, count, ended };
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
      return { ...base, type: entry.type, name: nameOf(entry.user) };
    case 'tip':
      return { ...base, type: 'tip', name: nameOf(entry.user), amount: entry.tip.amount };
    default:
      return null;
  }
}

/** A streak's key without the platform's ids of people in it: 53 bits of FNV-like mixing tell streaks apart well enough. */
function publicKey(key: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    low = Math.imul(low ^ code, 2654435761);
    high = Math.imul(high ^ code, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return `g${(4294967296 * (2097151 & high) + (low >>> 0)).toString(36)}`;
}

/** What the stage's view is made of. */
export interface StageFacts {
  readonly stage: StageView['stage'];
  readonly bio: StageView['bio'];
  readonly booking: StageView['booking'];
  readonly nextFree: StageView['nextFree'];
  readonly queue: StageView['queue'];
  readonly live: LiveSession;
  readonly moments: StageMoment[];
  readonly now: EpochMillis;
}

/** The stage's view. Without a published bio nothing of the booking is shown either: nobody could book. */
export function stageView(facts: StageFacts): StageView {
  const { live, bio } = facts;
  return {
    stage: facts.stage,
    bio,
    booking: bio ? facts.booking : null,
    nextFree: bio ? facts.nextFree : null,
    queue: facts.queue,
    live: {
      running: live.session !== null && live.session.endedAt === null,
      totals: live.totals,
      gap: live.gaps.length > 0,
    },
    moments: facts.moments,
    serverTime: toInstant(facts.now),
  };
}
