import type { LiveSession } from '../../shared/live.ts';
import type { StageFigures } from '../../shared/stage-view.ts';
import { type EpochMillis, type Instant, toMillis } from '../../shared/time.ts';
import { startOfDay } from '../core/booking/hours.ts';
import type { Board } from '../core/live/board.ts';
import { stillPosting } from '../core/live/posting.ts';
import { type Ranking, rankBoards } from '../core/live/ranking.ts';
import { LONGEST_BOARD, stageFigures } from '../core/stage/figures.ts';
import { readBoards } from '../store/boards.ts';
import { countBookedWithin } from '../store/request-counts.ts';
import type { Store } from '../store/store.ts';
import type { Booking } from './booking.ts';
import { createEarlierLives } from './earlier-lives.ts';
import { kept } from './kept-until.ts';
import type { Live } from './live.ts';
import type { Sources } from './sources.ts';

/** Bookings of this process are told; this is for another's beside it. */
const BOOKINGS_KEPT_MS = 5000;
/** Givers remembered between two looks. More than this, and all are looked at anew: nobody has looked for long. */
const MOST_GIVEN = 2000;

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
  /** From when goals count that go on over several lives. */
  goalDays: () => Promise<Instant[]>;
}): () => Promise<StageFigures> {
  const { store, creatorId, live, sources, booking, clock } = deps;
  let day: Day | null = null;
  let counted: string | null = null;
  const leaders = leadersOf(live);
  const lives = createEarlierLives(deps);
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
    lives.forget();
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
    return leaders([mine], isToday ? [mine, ...before] : before);
  }

  return async () => {
    const { session } = live.session([]);
    const id = session ? `${session.id} ${session.endedAt}` : null;
    if (counted !== id) bookings.forget();
    counted = id;
    const isPosting = stillPosting(live.postedAt(), clock()) !== null;
    const more = { bookings: await bookings.now(), board: await boards(session), isPosting };
    const earlierLives = await lives.besides(session);
    const figures = stageFigures(live.session(sources.statuses()), more);
    return earlierLives ? { ...figures, earlier: earlierLives } : figures;
  };
}

type Boards = Parameters<typeof rankBoards>[0];

/** The leaderboards of a live and of its day, each kept for as long as it is over the same boards. */
function leadersOf(live: Live): (ofLive: Boards, ofToday: Boards) => StageFigures['board'] {
  const given = new Set<string>();
  let isStale = false;
  let kept: { readonly boards: Boards; readonly ranking: Ranking }[] = [];
  live.onChange(({ entries }) => {
    for (const event of entries) if (event.type === 'gift' && !isStale) given.add(event.user.id);
    if (given.size <= MOST_GIVEN) return;
    given.clear();
    isStale = true;
  });
  const ranked = (boards: Boards) => {
    const known = isStale ? undefined : kept.find((one) => isSame(one.boards, boards));
    known?.ranking.again(given);
    return known ?? { boards, ranking: rankBoards(boards, LONGEST_BOARD) };
  };
  return (ofLive, ofToday) => {
    const mine = ranked(ofLive);
    const today = isSame(ofLive, ofToday) ? mine : ranked(ofToday);
    kept = [mine, today];
    given.clear();
    isStale = false;
    return { live: rowsOf(mine.ranking), today: rowsOf(today.ranking) };
  };
}

function rowsOf({ rows }: Ranking): StageFigures['board']['live'] {
  return rows.map(([, { name, diamonds }]) => ({ name, diamonds }));
}

/** Boards count on in place: the same ones are the same objects. */
function isSame(one: Boards, other: Boards): boolean {
  return one.length === other.length && one.every((board, at) => board === other[at]);
}
