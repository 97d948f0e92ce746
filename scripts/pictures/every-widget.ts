import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { Box, Layout, StageDesign, Theme, Widget } from '../../shared/stage-design.ts';
import type { Instant } from '../../shared/time.ts';

const WIDGETS: Widget[] = [
  { id: 'bio', kind: 'bio', offers: true, skills: false, proofs: false, prices: true, turnSeconds: 120 },
  { id: 'booking', kind: 'booking', code: true, nextFree: true },
  { id: 'queue', kind: 'queue', names: 3, nowServing: true },
  { id: 'alerts', kind: 'alerts', most: 3 },
  { id: 'board', kind: 'leaderboard', span: 'live', rows: 4 },
  {
    id: 'goal',
    kind: 'goal',
    title: 'New microphone',
    measure: 'diamonds',
    target: 5_000,
    from: 1_200,
    currency: 'EUR',
    milestones: [
      { at: 1_000, title: 'Question round' },
      { at: 4_000, title: 'One CV read live' },
    ],
    call: '',
  },
  { id: 'featured', kind: 'featured', showSeconds: 600 },
  {
    id: 'pinned',
    kind: 'pinned',
    title: 'Career workbook',
    text: '48 pages, to print or to fill in.',
    price: { minor: 1_900, currency: 'EUR' },
    address: 'lena.example/book',
  },
  { id: 'discount', kind: 'discount', code: 'FRESH20', text: '20 % off the first call', endsAt: null },
  { id: 'ticker', kind: 'ticker', lines: ['Thursday at eight: how to read a job advert'], turnSeconds: 120 },
  { id: 'clock', kind: 'clock', shows: 'session' },
  { id: 'feed', kind: 'feed' },
];

function box(x: number, y: number, width: number, height: number, edges = 'left top'): Box {
  const [across, down] = edges.split(' ') as [Box['across'], Box['down']];
  return { x, y, width, height, across, down };
}

/** A show as it is on a phone, the same on a wide screen, and every widget once, in columns. */
const LAYOUTS = {
  tall: {
    id: 'tall',
    name: 'Tall',
    canvas: { width: 1080, height: 1920 },
    scene: null,
    boxes: {
      queue: box(40, 258, 1000, 80),
      alerts: box(40, 606, 872, 164, 'left bottom'),
      bio: box(40, 786, 872, 256, 'left bottom'),
      booking: box(40, 1058, 872, 232, 'left bottom'),
    },
  },
  wide: {
    id: 'wide',
    name: 'Wide',
    canvas: { width: 1920, height: 1080 },
    scene: null,
    boxes: {
      queue: box(64, 56, 1000, 80),
      clock: box(1296, 56, 560, 80, 'right top'),
      goal: box(64, 160, 560, 330),
      board: box(1296, 160, 560, 330, 'right top'),
      pinned: box(1296, 512, 560, 240, 'right bottom'),
      alerts: box(64, 588, 1100, 164, 'left bottom'),
      bio: box(64, 768, 880, 256, 'left bottom'),
      booking: box(976, 792, 880, 232, 'right bottom'),
    },
  },
  widgets: {
    id: 'widgets',
    name: 'Every widget',
    canvas: { width: 1864, height: 1320 },
    scene: null,
    boxes: {
      queue: box(40, 40, 872, 80),
      bio: box(40, 144, 872, 260),
      booking: box(40, 428, 872, 232),
      featured: box(40, 684, 872, 200),
      alerts: box(40, 908, 872, 252),
      ticker: box(40, 1184, 872, 80),
      clock: box(952, 40, 872, 80),
      goal: box(952, 144, 872, 310),
      board: box(952, 478, 872, 330),
      pinned: box(952, 832, 872, 190),
      discount: box(952, 1046, 872, 160),
      feed: box(952, 1220, 872, 80),
    },
  },
} satisfies Record<string, Layout>;

export const SHAPES = ['tall', 'wide', 'widgets'] as const;
export type Shape = (typeof SHAPES)[number];

export function canvasOf(shape: Shape): Layout['canvas'] {
  return LAYOUTS[shape].canvas;
}

export function designOf(theme: Theme, shape: Shape, discountUntil: Instant): StageDesign {
  const widgets = WIDGETS.map((widget) => (widget.kind === 'discount' ? { ...widget, endsAt: discountUntil } : widget));
  // Long enough on air to be there when the picture is taken, on a slow machine too.
  const { types } = FIRST_DESIGN.alerts;
  const follow = { ...types.follow, cooldownSeconds: 0 };
  const alerts = { ...FIRST_DESIGN.alerts, leastSeconds: 20, types: { ...types, follow } };
  return { ...FIRST_DESIGN, theme, widgets, alerts, layouts: [LAYOUTS[shape]] };
}
