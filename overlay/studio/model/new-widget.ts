import type { Box, Widget, WidgetKind, WidgetOf } from '../../../shared/stage-design.ts';
import { type Canvas, keepReachable } from './geometry.ts';

type Made = { readonly [K in WidgetKind]: (id: string) => WidgetOf<K> };

/** A widget of each kind as it is when it is added. The order is that of the list to choose from. */
const MADE: Made = {
  bio: (id) => ({ id, kind: 'bio', offers: true, skills: false, prices: true, turnSeconds: 9 }),
  booking: (id) => ({ id, kind: 'booking', code: true, nextFree: true }),
  queue: (id) => ({ id, kind: 'queue', names: 3, nowServing: true }),
  alerts: (id) => ({ id, kind: 'alerts', most: 2 }),
  leaderboard: (id) => ({ id, kind: 'leaderboard', span: 'live', rows: 3 }),
  goal: (id) => ({
    id,
    kind: 'goal',
    title: '',
    measure: 'follows',
    target: 100,
    from: 0,
    currency: 'EUR',
    milestones: [],
    call: '',
  }),
  featured: (id) => ({ id, kind: 'featured', showSeconds: 30 }),
  pinned: (id) => ({ id, kind: 'pinned', title: '', text: '', price: null, address: '' }),
  discount: (id) => ({ id, kind: 'discount', code: '', text: '', endsAt: null }),
  ticker: (id) => ({ id, kind: 'ticker', lines: [], turnSeconds: 9 }),
  clock: (id) => ({ id, kind: 'clock', shows: 'session' }),
  feed: (id) => ({ id, kind: 'feed' }),
};

export const KINDS = Object.keys(MADE) as WidgetKind[];

/** Width and height that the kind needs at 1080 wide. */
const SIZES: Readonly<Record<WidgetKind, readonly [width: number, height: number]>> = {
  bio: [872, 228],
  booking: [872, 232],
  queue: [1000, 80],
  alerts: [872, 164],
  leaderboard: [560, 320],
  goal: [872, 190],
  featured: [872, 200],
  pinned: [872, 200],
  discount: [720, 160],
  ticker: [872, 80],
  clock: [320, 80],
  feed: [1000, 80],
};

export function newWidget(kind: WidgetKind, taken: ReadonlyArray<string>): Widget {
  let id: string = kind;
  for (let number = 2; taken.includes(id); number += 1) id = `${kind}-${number}`;
  return MADE[kind](id);
}

/** In the middle of the canvas, where a hand finds it; as wide as the canvas allows. */
export function firstBox(kind: WidgetKind, canvas: Canvas): Box {
  const [width, height] = SIZES[kind];
  const fits = { width: Math.min(width, canvas.width), height: Math.min(height, canvas.height) };
  const x = Math.round((canvas.width - fits.width) / 2);
  const y = Math.round((canvas.height - fits.height) / 2);
  return keepReachable({ x, y, ...fits, across: 'left', down: 'bottom' }, canvas);
}
