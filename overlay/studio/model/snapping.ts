import { type Canvas, type Handle, keepReachable, LEAST_EDGE, type Place } from './geometry.ts';

/* Boxes find each other's edges and centre lines while they are moved. Pure. */

export const GRID = 8;

/** A line that a box has found: `x` stands upright. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
}

export interface Snapped<B> {
  readonly box: B;
  readonly guides: ReadonlyArray<Guide>;
}

export interface Surroundings {
  readonly canvas: Canvas;
  readonly others: ReadonlyArray<Place>;
  /** How near a line must be to draw the box to it, in pixels of the canvas. */
  readonly reach: number;
}

/** A moved box, on the nearest line of its surroundings within reach, else on the grid; never out of hand's reach. */
export function snapMoved<B extends Place>(box: B, around: Surroundings): Snapped<B> {
  const x = settle(ownLines(box.x, box.width), linesOf('x', around), around.reach);
  const y = settle(ownLines(box.y, box.height), linesOf('y', around), around.reach);
  const settled = {
    ...box,
    x: x ? box.x + x.by : toGrid(box.x),
    y: y ? box.y + y.by : toGrid(box.y),
  };
  return withGuides(keepReachable(settled, around.canvas), x, y);
}

/** A resized box: only the edges that are pulled settle. */
export function snapResized<B extends Place>(box: B, handle: Handle, around: Surroundings): Snapped<B> {
  const x = edgeOf(handle, 'w', 'e', box.x, box.width, linesOf('x', around), around.reach);
  const y = edgeOf(handle, 'n', 's', box.y, box.height, linesOf('y', around), around.reach);
  const settled = { ...box, x: x.start, width: x.length, y: y.start, height: y.length };
  return withGuides(keepReachable(settled, around.canvas), x.found, y.found);
}

interface Found {
  readonly by: number;
  readonly at: number;
}

function ownLines(start: number, length: number): number[] {
  return [start, start + length / 2, start + length];
}

function linesOf(axis: 'x' | 'y', { canvas, others }: Surroundings): number[] {
  const whole = axis === 'x' ? canvas.width : canvas.height;
  const each = others.flatMap((other) =>
    axis === 'x' ? ownLines(other.x, other.width) : ownLines(other.y, other.height),
  );
  return [0, whole / 2, whole, ...each];
}

/** The shortest way to any of the lines. Ways of half a pixel are none: boxes stand on whole ones. */
function settle(own: ReadonlyArray<number>, lines: ReadonlyArray<number>, reach: number): Found | null {
  let best: Found | null = null;
  for (const line of lines)
    for (const mine of own) {
      const by = line - mine;
      if (!Number.isInteger(by) || Math.abs(by) > reach) continue;
      if (!best || Math.abs(by) < Math.abs(best.by)) best = { by, at: line };
    }
  return best;
}

function edgeOf(
  handle: Handle,
  first: 'w' | 'n',
  last: 'e' | 's',
  start: number,
  length: number,
  lines: ReadonlyArray<number>,
  reach: number,
): { start: number; length: number; found: Found | null } {
  const pulled = handle.includes(first) ? 'first' : handle.includes(last) ? 'last' : null;
  if (!pulled) return { start, length, found: null };
  const edge = pulled === 'first' ? start : start + length;
  const found = settle([edge], lines, reach);
  const by = found ? found.by : toGrid(edge) - edge;
  const next = pulled === 'first' ? length - by : length + by;
  if (next < LEAST_EDGE) return { start, length, found: null };
  return { start: pulled === 'first' ? start + by : start, length: next, found };
}

function toGrid(value: number): number {
  return Math.round(value / GRID) * GRID;
}

/** Lines that the box has left again, since it had to stay reachable, are not shown. */
function withGuides<B extends Place>(box: B, x: Found | null, y: Found | null): Snapped<B> {
  const guides: Guide[] = [];
  if (x && ownLines(box.x, box.width).includes(x.at)) guides.push({ axis: 'x', at: x.at });
  if (y && ownLines(box.y, box.height).includes(y.at)) guides.push({ axis: 'y', at: y.at });
  return { box, guides };
}
