import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { Box, StageDesign, Widget } from '../../shared/stage-design.ts';

/* The stage of the sample show: the first design with what a show under way has beside it. */

const MORE: Widget[] = [
  {
    id: 'goal',
    kind: 'goal',
    title: 'Free CV evening for everybody',
    measure: 'diamonds',
    target: 2_000,
    from: 0,
    currency: 'EUR',
    milestones: [{ at: 1_000, title: 'Live mock interview' }],
    call: '',
  },
  { id: 'board', kind: 'leaderboard', span: 'live', rows: 3 },
];

function box(x: number, y: number, width: number, height: number, across: Box['across']): Box {
  return { x, y, width, height, across, down: 'top' };
}

/**
 * Beside the face of the wide picture: the goal at the left, who gave most at the right. The upright one has no room for
 * them that TikTok or the face does not take; whoever wants them there gives something up for it.
 */
const BOXES: Readonly<Record<string, Readonly<Record<string, Box>>>> = {
  wide: {
    // In set-up mode below the leaderboard, whose place it has on a stage without one.
    feed: box(1296, 416, 560, 164, 'right'),
    goal: box(64, 136, 560, 340, 'left'),
    board: box(1296, 136, 560, 260, 'right'),
  },
};

export const SAMPLE_DESIGN: StageDesign = {
  ...FIRST_DESIGN,
  widgets: [...FIRST_DESIGN.widgets, ...MORE],
  layouts: FIRST_DESIGN.layouts.map((layout) => ({ ...layout, boxes: { ...layout.boxes, ...BOXES[layout.id] } })),
};
