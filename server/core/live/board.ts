import type { EventOf } from '../../../shared/events.ts';
import { nameOf } from '../../../shared/events.ts';
import { type EpochMillis, toMillis } from '../../../shared/time.ts';
import { onAir } from './on-air.ts';

/**
 * Most givers that are remembered of one session, some 10 MB. Beyond them the smallest make room: who comes back after
 * that begins anew, which no leaderboard of ten shows.
 */
const MOST_GIVERS = 50_000;
/** How many make room at once, so that a room of new givers is not sorted for each. */
const MAKE_ROOM = 10_000;

/** One giver of a session. Replaced, never changed in place: copies of a board share it. */
export interface Giver {
  readonly name: string;
  /** When the platform says the name was seen: one that comes late does not replace a newer. */
  readonly seenAt: EpochMillis;
  readonly diamonds: number;
}

/** Diamonds by the platform's id of who gave them. Belongs to its tally, and is counted from the journal like it. */
export type Board = Map<string, Giver>;

/** Counts what a gift added to its streak; of a repeated or overtaken one that is nothing. */
export function countGiver(board: Board, event: EventOf<'gift'>, added: number, most = MOST_GIVERS): void {
  const seenAt = toMillis(event.at);
  const known = board.get(event.user.id);
  if (!known && added <= 0) return;
  const newer = !known || seenAt >= known.seenAt;
  const name = onAir(nameOf(event.user));
  board.set(event.user.id, {
    // A message without a name tells nothing of it.
    name: newer && name !== '' ? name : (known?.name ?? name),
    seenAt: newer ? seenAt : known.seenAt,
    diamonds: (known?.diamonds ?? 0) + added,
  });
  if (board.size > most) makeRoom(board, Math.min(MAKE_ROOM, Math.ceil(most / 5)));
}

function makeRoom(board: Board, wanted: number): void {
  const smallest = [...board].sort(([, a], [, b]) => a.diamonds - b.diamonds).slice(0, wanted);
  for (const [id] of smallest) board.delete(id);
}
