import type { Box, Layout } from '../../shared/stage-design.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a canvas lies in its room, and how many of the room's pixels one of its own is. */
export interface Fit {
  readonly unit: number;
  readonly left: number;
  readonly top: number;
}

/**
 * The layout that is drawn: the one that was `chosen` by its id, while the design has it; else of those for the OBS scene, else of those for every scene, the one whose canvas has the
 * shape nearest to the room's. The first of the design where none is for this scene or for all.
 */
export function chooseLayout(
  layouts: ReadonlyArray<Layout>,
  scene: string | null,
  room: Size,
  chosen?: string | null,
): Layout | null {
  const called = layouts.find((layout) => layout.id === chosen);
  if (called) return called;
  const own = scene === null ? [] : layouts.filter((layout) => layout.scene === scene);
  const forAll = layouts.filter((layout) => layout.scene === null);
  const candidates = own.length > 0 ? own : forAll.length > 0 ? forAll : layouts;
  const distance = ({ canvas }: Layout) => Math.abs(shape(canvas) - shape(room));
  return candidates.reduce<Layout | null>(
    (best, layout) => (best === null || distance(layout) < distance(best) ? layout : best),
    null,
  );
}

/** Twice as wide is as far from a square as twice as high. */
function shape({ width, height }: Size): number {
  return Math.log(Math.max(1, width) / Math.max(1, height));
}

/** The whole canvas in the middle of the room, as large as it goes. */
export function centre(canvas: Size, room: Size): Fit {
  const unit = Math.min(room.width / canvas.width, room.height / canvas.height);
  return {
    unit,
    left: (room.width - canvas.width * unit) / 2,
    top: (room.height - canvas.height * unit) / 2,
  };
}

/** The side of the canvas that a widget stands at, by the edge of its box that it keeps to. */
export function sideOf({ x, width, across }: Box, canvas: Size): 'left' | 'right' {
  const keptTo = { left: x, center: x + width / 2, right: x + width }[across];
  return keptTo > canvas.width / 2 ? 'right' : 'left';
}

/** Whether two boxes share any of the picture; edges that touch share none. */
export function meet(one: Area, other: Area): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
type Area = Pick<Box, 'x' | 'y' | 'width' | 'height'>;
