import type { EventOf } from '../../../shared/events.ts';
import { nameOf } from '../../../shared/events.ts';
import type { EpochMillis } from '../../../shared/time.ts';

/**
 * Silence after which a streak is closed without its end message, which in real recordings never comes for half of
 * them. Taps of one streak lie up to 3.2 s apart and the end up to 4 s after the last; under 5 s would cut streaks.
 */
export const STREAK_SILENCE_MS = 15_000;

/**
 * One viewer's row of taps of one gift. `count` and `value` are the highest seen; they never fall. Replaced, never
 * changed in place: copies share it.
 */
export interface Streak {
  readonly key: string;
  /** Number of its first message in the journal: names it to pages, which may not see the ids of people in `key`. */
  readonly firstSeq: number;
  readonly name: string;
  readonly gift: string;
  readonly count: number;
  /** Diamonds: the highest running total times what one gift is worth. */
  readonly value: number;
  /** The platform's address of the gift's picture. */
  readonly picture: string | null;
  readonly heardAt: EpochMillis;
}

/** What one message added to its streak. `added*` are above what was known: money counts once, in whatever order. */
export interface GiftGrowth {
  readonly key: string;
  readonly firstSeq: number;
  readonly name: string;
  readonly gift: string;
  readonly count: number;
  readonly value: number;
  readonly picture: string | null;
  readonly addedCount: number;
  readonly addedValue: number;
  readonly ended: boolean;
  /** True when a page has something new to show: the count rose, or the streak ended just now. */
  readonly changed: boolean;
}

/** All that an ended streak is asked for when a message comes late. */
type Ended = Pick<Streak, 'firstSeq' | 'count' | 'value'>;

/**
 * Most ended streaks that are remembered of one session, some 30 MB; those that ended first make room. In a room that
 * ends ten a second that is more than an hour, and a message comes seconds late, or minutes after a reconnect.
 */
const MOST_ENDED = 50_000;
/** How many make room at once: taking the first out of a map one by one walks over the gaps that it left. */
const MAKE_ROOM = 10_000;

/** The streaks of a session. Belongs to one door, which changes it in the order of the journal. */
export interface Streaks {
  /** Those that run: few, so that looking through them every second costs nothing. */
  readonly open: Map<string, Streak>;
  /** In the order of their end, the newest {@link MOST_ENDED}: a late message adds only what is above what was counted. */
  readonly ended: Map<string, Ended>;
}

export function newStreaks(): Streaks {
  return { open: new Map(), ended: new Map() };
}

/** Streaks that can change while these stay as they are. */
export function copyStreaks({ open, ended }: Streaks): Streaks {
  return { open: new Map(open), ended: new Map(ended) };
}

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
  const { user, gift, seq } = event;
  const key = streakKey(event);
  // The journal takes each event once, so nothing needs to be remembered of a single gift.
  const past = gift.streak ? streaks.ended.get(key) : undefined;
  const running = gift.streak ? streaks.open.get(key) : undefined;
  const known = running ?? past;
  const count = Math.max(known?.count ?? 0, gift.count);
  const value = Math.max(known?.value ?? 0, gift.count * gift.diamonds);
  const { firstSeq } = known ?? { firstSeq: seq };
  const { name, gift: giftName } = running ?? { name: nameOf(user), gift: gift.name };
  const picture = running?.picture ?? gift.pictureUrl ?? null;
  const shown = { key, firstSeq, name, gift: giftName, count, value, picture };
  const ended = past !== undefined || (gift.streak?.ended ?? true);
  if (gift.streak) keep(streaks, { ...shown, heardAt: now }, ended);
  const addedCount = count - (known?.count ?? 0);
  const addedValue = value - (known?.value ?? 0);
  const changed = addedCount > 0 || (ended && !past);
  return { ...shown, addedCount, addedValue, ended, changed };
}

function keep(streaks: Streaks, streak: Streak, ended: boolean): void {
  const { key, firstSeq, count, value } = streak;
  if (!ended) {
    streaks.open.set(key, streak);
    return;
  }
  streaks.open.delete(key);
  streaks.ended.set(key, { firstSeq, count, value });
  if (streaks.ended.size > MOST_ENDED) forgetFirst(streaks.ended);
}

function forgetFirst(ended: Streaks['ended']): void {
  let left = MAKE_ROOM;
  for (const key of ended.keys()) {
    if (left === 0) return;
    ended.delete(key);
    left -= 1;
  }
}

/** Closes the streaks that were silent for {@link STREAK_SILENCE_MS} and tells which; their totals stay as they are. */
export function closeSilent(streaks: Streaks, now: EpochMillis): GiftGrowth[] {
  return closeWhere(streaks, ({ heardAt }) => now - heardAt >= STREAK_SILENCE_MS);
}

/** Closes every open streak: the session is over. */
export function closeAll(streaks: Streaks): GiftGrowth[] {
  return closeWhere(streaks, () => true);
}

function closeWhere(streaks: Streaks, isOver: (streak: Streak) => boolean): GiftGrowth[] {
  return [...streaks.open.values()].filter(isOver).map((streak) => {
    keep(streaks, streak, true);
    const { heardAt: _heardAt, ...shown } = streak;
    return { ...shown, addedCount: 0, addedValue: 0, ended: true, changed: true };
  });
}
