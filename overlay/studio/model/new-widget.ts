import type { Box, Widget, WidgetKind, WidgetOf } from '../../../shared/stage-design.ts';
import { safeZones } from '../../parts/safe-zones.ts';
import { meet } from '../../stage/layout.ts';
import { type Canvas, keepReachable } from './geometry.ts';
import { type Stood, seenTogether } from './overlaps.ts';

type Made = { readonly [K in WidgetKind]: (id: string) => WidgetOf<K> };

/** A widget of each kind as it is when it is added. The order is that of the list to choose from. */
const MADE: Made = {
  bio: (id) => ({ id, kind: 'bio', offers: true, skills: false, proofs: true, prices: true, turnSeconds: 9 }),
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
  goal: [872, 240],
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
/** Between a box and what TikTok draws, as in the first design. */
const ZONE_GAP = 8;

/** In what parts of its width a widget is tried where others stand, and of its size on a canvas that is small for it. */
const NARROWER = [1, 0.8, 0.64, 0.5];
const SMALLER = [...NARROWER, 0.4, 0.3];

/**
 * The first place from the top left, clear of TikTok's parts and the face, that is free of the other
 * boxes, narrower if need be; else one that is free of all that viewers see beside it; else one over as few others as can
 * be; and the middle of the canvas where TikTok and the face leave no place.
 */
export function firstBox(kind: WidgetKind, canvas: Canvas, others: ReadonlyArray<Stood> = []): Box {
  const [width, height] = SIZES[kind];
  const sized = (across: number, down: number): Canvas => ({
    width: Math.min(Math.round(width * across), canvas.width),
    height: Math.min(Math.round(height * down), canvas.height),
  });
  const narrower = NARROWER.map((part) => sized(part, 1));
  const smaller = SMALLER.map((part) => sized(part, part));
  const boxes = others.map(({ box }) => box);
  const seen = others.filter((other) => seenTogether(kind, other.kind)).map(({ box }) => box);
  const place =
    firstOf(narrower, (size) => freePlaces(size, canvas, boxes)) ??
    firstOf(narrower, (size) => freePlaces(size, canvas, seen)) ??
    firstOf(smaller, (size) => leastOver(freePlaces(size, canvas, []), seen)) ??
    inMiddle(sized(1, 1), canvas);
  return keepReachable({ ...place, across: 'left', down: 'bottom' }, canvas);
}

function inMiddle(size: Canvas, canvas: Canvas): Area {
  const x = Math.round((canvas.width - size.width) / 2);
  return { x, y: Math.round((canvas.height - size.height) / 2), ...size };
}

type Area = Pick<Box, 'x' | 'y' | 'width' | 'height'>;

/** Of the sizes the first that has a place, and of its places the first. */
function firstOf(sizes: ReadonlyArray<Canvas>, places: (size: Canvas) => Iterable<Area>): Area | null {
  for (const size of sizes) for (const area of places(size)) return area;
  return null;
}

/** Row by row from the top left. */
function* freePlaces(size: Canvas, canvas: Canvas, taken: ReadonlyArray<Area>): Generator<Area> {
  const zones = safeZones(canvas);
  for (let y = GAP; y + size.height + GAP <= canvas.height; y += STEP) {
    for (let x = 2 * GAP; x + size.width <= canvas.width; x += STEP) {
      const area = { x, y, ...size };
      if (zones.some((zone) => areClose(zone, area, ZONE_GAP))) continue;
      if (!taken.some((other) => areClose(other, area, GAP))) yield area;
    }
  }
}

/** The first of the places that cover the fewest others. */
function leastOver(places: Iterable<Area>, others: ReadonlyArray<Area>): Area[] {
  let best: Area | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const area of places) {
    const count = others.filter((other) => meet(area, other)).length;
    if (count < fewest) [best, fewest] = [area, count];
  }
  return best ? [best] : [];
}

function areClose(one: Area, other: Area, gap: number): boolean {
  const apart = (from: number, size: number, next: number) => from + size + gap <= next;
  const across = apart(one.x, one.width, other.x) || apart(other.x, other.width, one.x);
  return !across && !apart(one.y, one.height, other.y) && !apart(other.y, other.height, one.y);
}
