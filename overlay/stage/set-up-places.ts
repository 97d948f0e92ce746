import type { Box, WidgetKind } from '../../shared/stage-design.ts';
import { safeZones } from '../parts/safe-zones.ts';
import type { Size } from './layout.ts';
import { meet } from './layout.ts';

/** A place of the layout that is empty now, and whose it is: more than one kind's where they share it. */
export interface EmptyPlace {
  readonly box: Box;
  readonly kinds: ReadonlyArray<WidgetKind>;
}

interface Placed {
  readonly widget: { readonly kind: WidgetKind };
  readonly box: Box;
}

/** The places of widgets that have nothing to show, without those whose name another would stand on now. */
export function emptyPlaces(placed: ReadonlyArray<Placed>, on: ReadonlyArray<Placed>): EmptyPlace[] {
  const empty = placed.filter((one) => !on.some((other) => one === other || meet(nameIn(one.box), other.box)));
  // Names stand in the corner of their box: two of one corner would lie upon each other. By hand, since the browser of OBS
  // 28 knows no `Map.groupBy`.
  const places = new Map<string, { box: Box; kinds: WidgetKind[] }>();
  for (const { widget, box } of empty) {
    const corner = `${box.x} ${box.y}`;
    const place = places.get(corner) ?? { box, kinds: [] };
    if (!place.kinds.includes(widget.kind)) place.kinds.push(widget.kind);
    places.set(corner, place);
  }
  return [...places.values()];
}

/** About the size of the sentence that there is nothing to show, in the longest of the languages. */
const SENTENCE = { width: 600, height: 100 };
/** Where its middle may stand, in parts of the canvas, the best first: in the middle, else at the left or right of a face. */
const ACROSS = [1 / 2, 1 / 6, 5 / 6];
const DOWN = [0.5, 0.58, 0.42, 0.66, 0.34, 0.74, 0.26, 0.82, 0.18, 0.9, 0.1];
const PLACES = ACROSS.flatMap((x) => DOWN.map((y) => ({ x, y })));

/** What the name of a place takes at its top left corner, and the face's of its own foot. */
const NAME = { width: 520, height: 64 };

function nameIn({ x, y, width }: Box) {
  return { x, y, width: Math.min(width, NAME.width), height: NAME.height };
}

/**
 * Where the middle of that sentence stands, as parts of the canvas: clear of every box and of the face, where there is no
 * room for that clear of their names, else in the middle.
 */
export function sentencePlace(canvas: Size, boxes: ReadonlyArray<Box>): { x: number; y: number } {
  const faces = safeZones(canvas).filter(({ name }) => name === 'face');
  const names = [
    ...boxes.map(nameIn),
    ...faces.map((face) => ({ ...face, y: face.y + face.height - NAME.height, height: NAME.height })),
  ];
  const at = ({ x, y }: { x: number; y: number }) => ({
    ...SENTENCE,
    x: canvas.width * x - SENTENCE.width / 2,
    y: canvas.height * y - SENTENCE.height / 2,
  });
  const places = PLACES.filter((place) => at(place).x >= 0 && at(place).x + SENTENCE.width <= canvas.width);
  const clearOf = (taken: ReadonlyArray<Pick<Box, 'x' | 'y' | 'width' | 'height'>>) =>
    places.find((place) => !taken.some((area) => meet(at(place), area)));
  return clearOf([...boxes, ...faces]) ?? clearOf(names) ?? { x: 0.5, y: 0.5 };
}
