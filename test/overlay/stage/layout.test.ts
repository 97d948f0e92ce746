import { expect, test } from 'vitest';
import { safeZones } from '../../../overlay/parts/safe-zones.ts';
import { centre, chooseLayout, meet, sideOf } from '../../../overlay/stage/layout.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import type { Layout } from '../../../shared/stage-design.ts';

function layout(id: string, width: number, height: number, scene: string | null = null): Layout {
  return { id, name: id, canvas: { width, height }, scene, boxes: {} };
}
const tall = layout('tall', 1080, 1920);
const wide = layout('wide', 1920, 1080);
const square = layout('square', 1000, 1000);
const talk = layout('talk', 1920, 1080, 'Talk');

test.each([
  ['a phone', 540, 960, 'tall'],
  ['a screen', 1280, 720, 'wide'],
  ['nearly a square', 700, 760, 'square'],
  ['a strip', 3000, 200, 'wide'],
  ['a window of no size', 0, 0, 'square'],
])('[ST24] %s is given the layout of the nearest shape', (_, width, height, id) => {
  expect(chooseLayout([tall, wide, square], null, { width, height })?.id).toBe(id);
});

test('[ST24] a scene with layouts of its own has one of these, whatever the shape', () => {
  const phone = { width: 540, height: 960 };
  expect(chooseLayout([tall, wide, talk], 'Talk', phone)?.id).toBe('talk');
  expect(chooseLayout([tall, wide, talk], 'Break', phone)?.id).toBe('tall');
  expect(chooseLayout([tall, wide, talk], null, phone)?.id).toBe('tall');
});

test('[ST24] where no layout is for this scene or for all, the nearest of the others is drawn', () => {
  expect(chooseLayout([talk], 'Break', { width: 540, height: 960 })?.id).toBe('talk');
  expect(chooseLayout([], null, { width: 540, height: 960 })).toBeNull();
});

test('[ST24] the canvas lies whole in the middle of its room', () => {
  expect(centre({ width: 1080, height: 1920 }, { width: 540, height: 960 })).toEqual({ unit: 0.5, left: 0, top: 0 });
  expect(centre({ width: 1000, height: 1000 }, { width: 700, height: 500 })).toEqual({ unit: 0.5, left: 100, top: 0 });
});

test('[ST12] no box of the first design reaches into a safe zone, but that of the feed, which is never on air', () => {
  for (const { canvas, boxes, name } of FIRST_DESIGN.layouts) {
    for (const [id, box] of Object.entries(boxes)) {
      const reached = safeZones(canvas).filter((zone) => meet(zone, box));
      if (id !== 'feed') expect(reached, `${id} of ${name}`).toEqual([]);
    }
  }
});

test('[ST27] the safe zones of another size are those of the nearest known shape, stretched with it', () => {
  expect(safeZones({ width: 540, height: 960 }).find(({ name }) => name === 'top')).toEqual({
    name: 'top',
    x: 0,
    y: 0,
    width: 540,
    height: 125,
  });
  expect(safeZones({ width: 1280, height: 720 }).map(({ name }) => name)).toEqual(['face']);
});

test.each([
  [40, 872, 'left', 'left'],
  [996, 860, 'right', 'right'],
  [1000, 500, 'left', 'right'],
  [64, 1792, 'left', 'left'],
  [64, 1792, 'center', 'left'],
  [64, 1792, 'right', 'right'],
] as const)(
  '[ST77] a box from %i, %i wide, whose content keeps to the %s stands at the %s',
  (x, width, across, side) => {
    expect(sideOf({ x, y: 0, width, height: 100, across, down: 'top' }, { width: 1920, height: 1080 })).toBe(side);
  },
);
