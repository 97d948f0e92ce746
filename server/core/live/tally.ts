import type { LiveEvent } from '../../../shared/events.ts';
import type { Totals } from '../../../shared/live.ts';
import { addMoney } from '../../../shared/money.ts';
import { isTest } from '../../../shared/test-source.ts';
import { type EpochMillis, toMillis } from '../../../shared/time.ts';
import { type Board, countGiver } from './board.ts';
import { copyStreaks, type GiftGrowth, growStreak, newStreaks, type Streaks } from './streaks.ts';

/**
 * What a session has added up to so far. The one thing of the core that is changed in place: a copy per event would
 * cost more than all the rest at 20,000 events a second. It belongs to one door and changes only after the event was
 * kept (before that, a copy of it does), so it can always be made again from the journal.
 */
export interface Tally {
  readonly totals: Totals;
  /** Likes per room, beyond {@link MOST_ROOMS} rooms counted one by one: the highest running total the platform gave, or none yet, and the sum of the single counts. */
  readonly likes: Map<string, { highest: number | null; sum: number }>;
  readonly streaks: Streaks;
  readonly board: Board;
  /** When the newest viewer count was made by the platform: an older one that comes later does not replace it. */
  viewersAt: EpochMillis;
  lastSeq: number;
}

/** Rooms whose likes have a running total; a session has one, and what is posted can name any number of them. */
const MOST_ROOMS = 1000;

export function noTotals(): Totals {
  return {
    chats: 0,
    gifts: 0,
    diamonds: 0,
    likes: 0,
    follows: 0,
    shares: 0,
    joins: 0,
    subscribes: 0,
    questions: 0,
    tips: [],
    viewersNow: 0,
    viewersPeak: 0,
  };
}

export function newTally(): Tally {
  return {
    totals: noTotals(),
    likes: new Map(),
    streaks: newStreaks(),
    board: new Map(),
    viewersAt: Number.NEGATIVE_INFINITY,
    lastSeq: 0,
  };
}

/** A tally that can count on while this one stays as it is: for what is decided before it is known to be kept. */
export function copyTally(tally: Tally): Tally {
  return {
    ...tally,
    totals: { ...tally.totals },
    likes: new Map(Array.from(tally.likes, ([room, likes]) => [room, { ...likes }])),
    streaks: copyStreaks(tally.streaks),
    board: new Map(tally.board),
  };
}

/**
 * Counts one event that the journal has accepted, each once. The result does not depend on the order of the events, but
 * for `viewersNow`, which is the newest by the platform's own time. Answers what a gift added, for those who show it.
 * Of a test nothing is counted; its gifts are answered all the same.
 */
export function count(
  tally: Tally,
  event: LiveEvent & { readonly seq: number },
  receivedAt: EpochMillis,
): GiftGrowth | null {
  const { totals } = tally;
  tally.lastSeq = Math.max(tally.lastSeq, event.seq);
  if (isTest(event)) return event.type === 'gift' ? growStreak(tally.streaks, event, receivedAt) : null;
  switch (event.type) {
    case 'chat':
      if (event.chat.text.trim() !== '') totals.chats += 1;
      return null;
    case 'gift': {
      const growth = growStreak(tally.streaks, event, receivedAt);
      totals.gifts += growth.addedCount;
      totals.diamonds += growth.addedValue;
      countGiver(tally.board, event, growth.addedValue);
      return growth;
    }
    case 'like':
      countLikes(tally, event.room ?? event.source, event.like);
      return null;
    case 'follow':
      totals.follows += 1;
      return null;
    case 'share':
      totals.shares += 1;
      return null;
    case 'join':
      totals.joins += 1;
      return null;
    case 'subscribe':
      totals.subscribes += 1;
      return null;
    case 'question':
      totals.questions += 1;
      return null;
    case 'tip':
      totals.tips = addMoney(totals.tips, event.tip.amount);
      return null;
    case 'viewers':
      countViewers(tally, event.viewers.now, toMillis(event.at));
      return null;
    default:
      return null;
  }
}

function countLikes(tally: Tally, room: string, like: { count: number; total?: number | undefined }): void {
  const known = tally.likes.get(room) ?? { highest: null, sum: 0 };
  if (!tally.likes.has(room) && tally.likes.size >= MOST_ROOMS) {
    tally.totals.likes += like.count;
    return;
  }
  const before = known.highest ?? known.sum;
  known.sum += like.count;
  if (like.total !== undefined) known.highest = Math.max(known.highest ?? 0, like.total);
  tally.likes.set(room, known);
  tally.totals.likes += (known.highest ?? known.sum) - before;
}

function countViewers(tally: Tally, now: number, at: EpochMillis): void {
  tally.totals.viewersPeak = Math.max(tally.totals.viewersPeak, now);
  if (at < tally.viewersAt) return;
  tally.viewersAt = at;
  tally.totals.viewersNow = now;
}
