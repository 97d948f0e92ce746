import type { EventOf } from '../../../shared/events.ts';
import { nameOf } from '../../../shared/events.ts';
import type { EpochMillis } from '../../../shared/time.ts';

/**
 * Silence after which a streak is closed without its end message, which in real recordings never comes for half of
 * them. Taps of one streak lie up to 3.2 s apart and the end up to 4 s after the last; under 5 s would cut streaks.
 */
export const STREAK_SILENCE_MS = 15_000;

/** One viewer's row of taps of one gift, or a single gift. `count` and `value` are the highest seen; they never fall. */
export interface Streak {
  readonly key: string;
  /** Number of its first message in the journal: names it to pages, which may not see the ids of people in `key`. */
  readonly firstSeq: number;
  readonly name: string;
  readonly gift: string;
  count: number;
  /** Diamonds: the highest running total times what one gift is worth. */
  value: number;
  ended: boolean;
  heardAt: EpochMillis;
}

/** What one message added to its streak. `added*` are above what was known: money counts once, in whatever order. */
export interface GiftGrowth {
  readonly key: string;
  readonly firstSeq: number;
  readonly name: string;
  readonly gift: string;
  readonly count: number;
  readonly value: number;
  readonly addedCount: number;
  readonly addedValue: number;
  readonly ended: boolean;
  /** True when a page has something new to show: the count rose, or the streak ended just now. */
  readonly changed: boolean;
}

/** The streaks of a session. Belongs to one door, which changes it in the order of the journal. */
export type Streaks = Map<string, Streak>;

/**
 * Names the streak that a gift belongs to. Taps share viewer, gift, room and the platform's mark; a single gift is its
 * own. NUL cannot stand in an id that came through JSON of a platform, so parts cannot run into each other.
 */
export function streakKey(event: EventOf<'gift'>): string {
  const { streak } = event.gift;
  const place = event.room ?? event.source;
  if (!streak) return `one\u0000${event.source}\u0000${event.id}`;
  return `row\u0000${place}\u0000${event.user.id}\u0000${event.gift.id}\u0000${streak.id}`;
}

/** Takes a gift message into its streak; a late, repeated or overtaken one adds only what is above the known total. */
export function growStreak(
  streaks: Streaks,
  event: EventOf<'gift'> & { readonly seq: number },
  now: EpochMillis,
): GiftGrowth {
  const key = streakKey(event);
  const { gift } = event;
  const endsNow = gift.streak === undefined || gift.streak.ended;
  const known = streaks.get(key);
  const count = Math.max(known?.count ?? 0, gift.count);
  const value = Math.max(known?.value ?? 0, gift.count * gift.diamonds);
  const addedCount = count - (known?.count ?? 0);
  const addedValue = value - (known?.value ?? 0);
  const ended = endsNow || (known?.ended ?? false);
  const changed = addedCount > 0 || (ended && !known?.ended);
  const streak = known ?? firstOf(event, key, now);
  streak.count = count;
  streak.value = value;
  streak.ended = ended;
  streak.heardAt = now;
  if (!known) streaks.set(key, streak);
  const { firstSeq, name } = streak;
  return { key, firstSeq, name, gift: streak.gift, count, value, addedCount, addedValue, ended, changed };
}

function firstOf(event: EventOf<'gift'> & { readonly seq: number }, key: string, now: EpochMillis): Streak {
  const { user, gift, seq } = event;
  return { key, firstSeq: seq, name: nameOf(user), gift: gift.name, count: 0, value: 0, ended: false, heardAt: now };
}

/** Closes the streaks that were silent for {@link STREAK_SILENCE_MS} and tells which; their totals stay as they are. */
export function closeSilent(streaks: Streaks, now: EpochMillis): GiftGrowth[] {
  const closed: GiftGrowth[] = [];
  for (const streak of streaks.values()) {
    if (streak.ended || now - streak.heardAt < STREAK_SILENCE_MS) continue;
    closed.push(close(streak));
  }
  return closed;
}

/** Closes every open streak: the session is over. */
export function closeAll(streaks: Streaks): GiftGrowth[] {
  return [...streaks.values()].filter((streak) => !streak.ended).map(close);
}

function close(streak: Streak): GiftGrowth {
  streak.ended = true;
  const { key, firstSeq, name, gift, count, value } = streak;
  return { key, firstSeq, name, gift, count, value, addedCount: 0, addedValue: 0, ended: true, changed: true };
}
