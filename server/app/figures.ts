import type { LiveSession } from '../../shared/live.ts';
import type { StageFigures } from '../../shared/stage-view.ts';
import { type EpochMillis, toMillis } from '../../shared/time.ts';
import { startOfDay } from '../core/booking/hours.ts';
import { type Board, topOf } from '../core/live/board.ts';
import { stillPosting } from '../core/live/posting.ts';
import { LONGEST_BOARD, stageFigures } from '../core/stage/figures.ts';
import { readBoards } from '../store/boards.ts';
import { countBookedWithin } from '../store/request-counts.ts';
import type { Store } from '../store/store.ts';
import type { Booking } from './booking.ts';
import { kept } from './kept-until.ts';
import type { Live } from './live.ts';
import type { Sources } from './sources.ts';

/** Bookings of this process are told; this is for another's beside it. */
const BOOKINGS_KEPT_MS = 5000;

interface Day {
  readonly session: string | null;
  readonly since: EpochMillis;
  readonly boards: Promise<Board[]>;
}

/** What goals, leaderboard and clock of every stage count. Made for pages that are there, twice a second at most. */
export function createFigures(deps: {
  store: Store;
  creatorId: string;
  live: Live;
  sources: Sources;
  booking: Booking;
  clock: () => EpochMillis;
}): () => Promise<StageFigures> {
  const { store, creatorId, live, sources, booking, clock } = deps;
  let day: Day | null = null;
  let counted: string | null = null;
  // The creator's own midnight, where a bio tells the zone; else that of this machine.
  const zone = kept(
    Number.POSITIVE_INFINITY,
    clock,
    async () => (await booking.offers.published())?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  const bookings = kept(BOOKINGS_KEPT_MS, clock, async () => {
    const { session } = live.session([]);
    if (!session) return 0;
    const to = session.endedAt === null ? Number.MAX_SAFE_INTEGER : toMillis(session.endedAt);
    return countBookedWithin(store.db, creatorId, { from: toMillis(session.startedAt), to });
  });
  booking.onChange(() => {
    zone.forget();
    bookings.forget();
  });

  /** Boards of the day's other sessions: they are over, so that they are read once for each session and day. */
  function earlier(session: string | null, since: EpochMillis): Promise<Board[]> {
    if (day?.session === session && day.since === since) return day.boards;
    const mine = { session, since, boards: readBoards(store.db, creatorId, since, session) };
    day = mine;
    mine.boards.catch(() => {
      if (day === mine) day = null;
    });
    return mine.boards;
  }

  async function boards(session: LiveSession['session']): Promise<StageFigures['board']> {
    const since = startOfDay(clock(), await zone.now());
    const before = await earlier(session?.id ?? null, since);
    const mine = live.board();
    // One evening to its viewers: a show that runs past midnight is of both days while it runs.
    const isToday = session !== null && (session.endedAt === null || toMillis(session.startedAt) >= since);
    const rows = (of: Parameters<typeof topOf>[0]) =>
      topOf(of, LONGEST_BOARD).map(([, { name, diamonds }]) => ({ name, diamonds }));
    const ofLive = rows([mine]);
    if (isToday && before.length === 0) return { live: ofLive, today: ofLive };
    return { live: ofLive, today: rows(isToday ? [mine, ...before] : before) };
  }

  return async () => {
    const { session } = live.session([]);
    const id = session ? `${session.id} ${session.endedAt}` : null;
    if (counted !== id) bookings.forget();
    counted = id;
    const isPosting = stillPosting(live.postedAt(), clock()) !== null;
    const more = { bookings: await bookings.now(), board: await boards(session), isPosting };
    return stageFigures(live.session(sources.statuses()), more);
  };
}
