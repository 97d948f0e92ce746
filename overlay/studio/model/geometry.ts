import type { Box, Layout } from '../../../shared/stage-design.ts';

/* Where boxes go when they are moved and resized. Pure, in whole pixels of the layout's canvas. */

export type Place = Pick<Box, 'x' | 'y' | 'width' | 'height'>;
export type Canvas = Layout['canvas'];

/** Which edges a grip pulls: of `nw` the top and the left. */
export const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Handle = (typeof HANDLES)[number];

/** The schema's own bounds of a box's edge. */
export const LEAST_EDGE = 16;
const MOST_EDGE = 8192;
/** So much of a box stays on the canvas, so that it can be taken hold of again. */
const REACH = 48;

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

export function moveBox<B extends Place>(box: B, right: number, down: number): B {
  return { ...box, x: Math.round(box.x + right), y: Math.round(box.y + down) };
}

/** Pulls at one grip; the edges across from it stay where they are, and no edge gets shorter than it may be. */
export function resizeBox<B extends Place>(box: B, handle: Handle, right: number, down: number): B {
  const across = pull(box.x, box.width, handle.includes('w'), handle.includes('e'), right);
  const along = pull(box.y, box.height, handle.includes('n'), handle.includes('s'), down);
  return { ...box, x: across.start, width: across.length, y: along.start, height: along.length };
}

function pull(start: number, length: number, first: boolean, last: boolean, by: number) {
  const step = Math.round(by);
  if (last) return { start, length: between(LEAST_EDGE, length + step, MOST_EDGE) };
  if (!first) return { start, length };
  const next = between(LEAST_EDGE, length - step, MOST_EDGE);
  return { start: start + length - next, length: next };
}

/** The same box, moved back until enough of it is on the canvas. */
export function keepReachable<B extends Place>(box: B, canvas: Canvas): B {
  const width = between(LEAST_EDGE, Math.round(box.width), MOST_EDGE);
  const height = between(LEAST_EDGE, Math.round(box.height), MOST_EDGE);
  return {
    ...box,
    width,
    height,
    x: reachable(box.x, width, canvas.width),
    y: reachable(box.y, height, canvas.height),
  };
}

function reachable(start: number, length: number, whole: number): number {
  const least = Math.min(REACH, length, whole);
  return between(least - length, Math.round(start), whole - least);
}

export const ALIGNMENTS = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** To one edge or a centre line of the canvas. What is smaller than its box then keeps to the same side of it. */
export function alignBox(box: Box, to: Alignment, canvas: Canvas): Box {
  switch (to) {
    case 'left':
      return { ...box, x: 0, across: 'left' };
    case 'center':
      return { ...box, x: Math.round((canvas.width - box.width) / 2), across: 'center' };
    case 'right':
      return { ...box, x: canvas.width - box.width, across: 'right' };
    case 'top':
      return { ...box, y: 0, down: 'top' };
    case 'middle':
      return { ...box, y: Math.round((canvas.height - box.height) / 2), down: 'center' };
    case 'bottom':
      return { ...box, y: canvas.height - box.height, down: 'bottom' };
  }
}

/**
 * The box on a canvas of another size. Its place there is the old one stretched as the canvas is; inside that place it
 * grows no more than the shorter side does, since text does not stretch, and keeps to the edges it names. So boxes that
 * were apart stay apart, and those in line stay in line. Whole on the canvas, wherever it was.
 */
export function fitBox(box: Box, from: Canvas, to: Canvas): Box {
  const growth = Math.min(to.width, to.height) / Math.min(from.width, from.height);
  const across = fitEdge(box.x, box.width, to.width / from.width, growth, SHARES[box.across], to.width);
  const along = fitEdge(box.y, box.height, to.height / from.height, growth, SHARES[box.down], to.height);
  return { ...box, x: across.start, width: across.length, y: along.start, height: along.length };
}

/** How much of what is left over lies before the box. */
const SHARES = { left: 0, top: 0, center: 0.5, right: 1, bottom: 1 } as const;

function fitEdge(start: number, length: number, stretch: number, growth: number, share: number, whole: number) {
  const room = length * stretch;
  const next = between(LEAST_EDGE, Math.round(length * Math.min(stretch, growth)), whole);
  return { start: between(0, Math.round(start * stretch + (room - next) * share), whole - next), length: next };
}
