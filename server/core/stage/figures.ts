import type { LiveSession } from '../../../shared/live.ts';
import type { BoardRow, StageFigures } from '../../../shared/stage-view.ts';

/** The most rows a leaderboard may have. */
export const LONGEST_BOARD = 10;

/** What the stage's goals, leaderboard and clock count, of the running session. */
export function stageFigures(
  live: LiveSession,
  more: { bookings: number; isPosting: boolean; board: { live: BoardRow[]; today: BoardRow[] } },
): StageFigures {
  const { totals } = live;
  return {
    sessionStartedAt: live.session && live.session.endedAt === null ? live.session.startedAt : null,
    diamonds: totals.diamonds,
    follows: totals.follows,
    subscribes: totals.subscribes,
    likes: totals.likes,
    money: totals.tips,
    bookings: more.bookings,
    board: more.board,
    short: live.gaps.length > 0,
    feed: [
      ...live.sources.map(({ id, state }) => ({ state, name: id.split(':')[0] ?? id })),
      ...(more.isPosting ? [{ state: 'live' as const, name: 'api' }] : []),
    ],
  };
}
