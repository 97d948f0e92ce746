import type { Box, Widget, WidgetKind, WidgetOf } from '../../../shared/stage-design.ts';
import { safeZones } from '../../parts/safe-zones.ts';
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
  clock: [420, 80],
  feed: [1000, 80],
};

export function newWidget(kind: WidgetKind, taken: ReadonlyArray<string>): Widget {
  let id: string = kind;
  for (let number = 2; taken.includes(id); number += 1) id = `${kind}-${number}`;
  return MADE[kind](id);
}

/** Between boxes, and between the canvas's edge and a box; steps in which a free place is looked for. */
const GAP = 20;
const STEP = 20;

/**
 * The first place from the top left that is free of the other boxes and of what TikTok draws; when there is none, one
 * that is free of TikTok's alone, and the middle of the canvas when that too is full. As wide as the canvas allows.
 */
export function firstBox(kind: WidgetKind, canvas: Canvas, boxes: ReadonlyArray<Box> = []): Box {
  const [width, height] = SIZES[kind];
  const fits = { width: Math.min(width, canvas.width), height: Math.min(height, canvas.height) };
  const zones = safeZones(canvas);
  const middle = { x: Math.round((canvas.width - fits.width) / 2), y: Math.round((canvas.height - fits.height) / 2) };
  const place = freePlace(fits, canvas, [...zones, ...boxes]) ?? freePlace(fits, canvas, zones) ?? middle;
  return keepReachable({ ...place, ...fits, across: 'left', down: 'bottom' }, canvas);
}

type Area = Pick<Box, 'x' | 'y' | 'width' | 'height'>;

function freePlace(fits: Canvas, canvas: Canvas, taken: ReadonlyArray<Area>): Pick<Box, 'x' | 'y'> | null {
  for (let y = GAP; y + fits.height + GAP <= canvas.height; y += STEP) {
    for (let x = 2 * GAP; x + fits.width <= canvas.width; x += STEP) {
      if (!taken.some((area) => areClose(area, { x, y, ...fits }))) return { x, y };
    }
  }
  return null;
}

function areClose(one: Area, other: Area): boolean {
  const apart = (from: number, size: number, next: number) => from + size + GAP <= next;
  const across = apart(one.x, one.width, other.x) || apart(other.x, other.width, one.x);
  return !across && !apart(one.y, one.height, other.y) && !apart(other.y, other.height, one.y);
}
