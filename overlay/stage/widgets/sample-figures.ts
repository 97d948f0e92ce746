import { countsOnly } from '../../../shared/counting-widgets.ts';
import type { Widget } from '../../../shared/stage-design.ts';
import type { StageFigures } from '../../../shared/stage-view.ts';
import type { Air } from './air.ts';

/** The share of its target that a goal shows: some milestones reached, some not. */
const REACHED = 0.65;
const FIRST_DIAMONDS = 2_400;
/** As many as a leaderboard may have rows. */
const PLACES = 10;

const NONE: StageFigures = {
  sessionStartedAt: null,
  diamonds: 0,
  follows: 0,
  subscribes: 0,
  likes: 0,
  money: [],
  bookings: 0,
  board: { live: [], today: [] },
  short: false,
  feed: [],
};

/**
 * What a widget shows while it is tried out; the real figures for one that is not. The names of a leaderboard say
 * themselves that they are nobody's, since viewers see them too.
 */
export function sampleFigures(widget: Widget, figures: StageFigures | null, say: Air['say']): StageFigures | null {
  if (!countsOnly(widget)) return figures;
  if (widget.kind === 'leaderboard') {
    const rows = Array.from({ length: PLACES }, (_, place) => ({
      name: say('sampleName', { count: place + 1 }),
      diamonds: Math.round(FIRST_DIAMONDS * 0.7 ** place),
    }));
    return { ...NONE, board: { live: rows, today: rows } };
  }
  const gained = Math.max(0, Math.round(widget.target * REACHED) - widget.from);
  if (widget.measure === 'money') return { ...NONE, money: [{ minor: gained, currency: widget.currency }] };
  return { ...NONE, [widget.measure]: gained };
}
