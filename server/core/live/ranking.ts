import type { Giver } from './board.ts';

type Boards = ReadonlyArray<ReadonlyMap<string, Giver>>;
type Ranked = readonly [id: string, giver: Giver];

/** The rows of a leaderboard over some boards; `again` is told who has given since. */
export interface Ranking {
  again(ids: Iterable<string>): void;
  readonly rows: ReadonlyArray<Ranked>;
}

/**
 * A leaderboard that is kept, and not made anew at each look: to go through five thousand givers twice a second took more
 * than a millisecond each time, in which no event moves. Sums only grow, so who is not on it gets there by giving alone;
 * should one ever shrink, all are looked at.
 */
export function rankBoards(boards: Boards, rows: number): Ranking {
  let top = topOf(boards, rows);
  return {
    again(ids) {
      for (const id of ids) {
        const all = overAll(id, boards);
        if (!all) continue;
        const at = top.findIndex(([known]) => known === id);
        if (at >= 0 && all.diamonds < (top[at] as Ranked)[1].diamonds) {
          top = topOf(boards, rows);
          return;
        }
        if (at >= 0) top.splice(at, 1);
        offer(top, [id, all], rows);
      }
    },
    get rows() {
      return top;
    },
  };
}

/** The most generous over some boards, each person once; of equal ones who is first by id, so that rows do not dance. */
export function topOf(boards: Boards, rows: number): Ranked[] {
  const top: Ranked[] = [];
  for (const [at, board] of boards.entries()) {
    const before = boards.slice(0, at);
    const after = boards.slice(at + 1);
    // By keys: pairs would be an array for each giver.
    for (const id of board.keys()) {
      // Met on an earlier board already, with what stands here.
      if (before.length > 0 && before.some((other) => other.has(id))) continue;
      const giver = board.get(id) as Giver;
      offer(top, [id, after.length > 0 ? (overAll(id, [board, ...after]) ?? giver) : giver], rows);
    }
  }
  return top;
}

/** Takes a row in where it belongs. Nearly all are turned away at the first line, where it costs nothing. */
function offer(top: Ranked[], row: Ranked, rows: number): void {
  const last = top[rows - 1];
  if (row[1].diamonds <= 0 || (last && !isBefore(row, last))) return;
  const at = top.findIndex((other) => isBefore(row, other));
  top.splice(at < 0 ? top.length : at, 0, row);
  if (top.length > rows) top.pop();
}

function isBefore([id, { diamonds }]: Ranked, [otherId, other]: Ranked): boolean {
  return diamonds > other.diamonds || (diamonds === other.diamonds && id < otherId);
}

/** What somebody gave on all boards, by the newest name; null: nothing on any. */
function overAll(id: string, boards: Boards): Giver | null {
  let sum: Giver | null = null;
  for (const board of boards) {
    const more = board.get(id);
    if (!more) continue;
    sum = sum ? { ...(more.seenAt > sum.seenAt ? more : sum), diamonds: sum.diamonds + more.diamonds } : more;
  }
  return sum;
}
