import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeZones } from '../../../overlay/parts/safe-zones.ts';
import { meet } from '../../../overlay/stage/layout.ts';
import {
  ALIGNMENTS,
  alignBox,
  HANDLES,
  keepReachable,
  moveBox,
  type Place,
  resizeBox,
} from '../../../overlay/studio/model/geometry.ts';
import { GRID, snapMoved, snapResized } from '../../../overlay/studio/model/snapping.ts';
import { zonesUnder } from '../../../overlay/studio/model/zones-under.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import { Box } from '../../../shared/stage-design.ts';

const canvases = fc.record({ width: fc.integer({ min: 160, max: 4000 }), height: fc.integer({ min: 160, max: 4000 }) });
const edge = fc.integer({ min: 16, max: 3000 });
const start = fc.integer({ min: -3000, max: 4000 });
const boxes = fc.record({
  x: start,
  y: start,
  width: edge,
  height: edge,
  across: fc.constantFrom('left', 'center', 'right'),
  down: fc.constantFrom('top', 'center', 'bottom'),
}) as fc.Arbitrary<Box>;
const way = fc.double({ min: -2000, max: 2000, noNaN: true });
const handles = fc.constantFrom(...HANDLES);

const right = (box: Place) => box.x + box.width;
const bottom = (box: Place) => box.y + box.height;
const lines = (from: number, length: number) => [from, from + length / 2, from + length];

test('[SU40] a moved box keeps its size, and stands on whole pixels', () => {
  fc.assert(
    fc.property(boxes, way, way, (box, across, along) => {
      const moved = moveBox(box, across, along);
      expect({ ...moved, x: box.x, y: box.y }).toEqual(box);
      expect(Number.isInteger(moved.x) && Number.isInteger(moved.y)).toBe(true);
    }),
  );
});

test('[SU40] a grip pulls its own edges alone, and no edge gets shorter than a box may be', () => {
  fc.assert(
    fc.property(boxes, handles, way, way, (box, handle, across, along) => {
      const next = resizeBox(box, handle, across, along);
      if (!handle.includes('w')) expect(next.x).toBe(box.x);
      if (!handle.includes('e')) expect(right(next)).toBe(right(box));
      if (!handle.includes('n')) expect(next.y).toBe(box.y);
      if (!handle.includes('s')) expect(bottom(next)).toBe(bottom(box));
      expect(Math.min(next.width, next.height)).toBeGreaterThanOrEqual(16);
    }),
  );
});

test('[SU41] enough of a box stays on the canvas to take hold of it, and what stands well stays where it is', () => {
  fc.assert(
    fc.property(boxes, canvases, (box, canvas) => {
      const kept = keepReachable(box, canvas);
      const seen = { x: 0, y: 0, ...canvas };
      expect(meet(kept, seen)).toBe(true);
      expect(Math.min(right(kept), canvas.width) - Math.max(kept.x, 0)).toBeGreaterThanOrEqual(
        Math.min(48, kept.width),
      );
      expect(keepReachable(kept, canvas)).toEqual(kept);
      expect(Box.safeParse(kept).success).toBe(true);
    }),
  );
});

test('[SU42] a box that is moved goes no further than the reach or half the grid, and stands on every guide shown', () => {
  fc.assert(
    fc.property(boxes, canvases, fc.array(boxes, { maxLength: 5 }), (given, canvas, others) => {
      const box = keepReachable(given, canvas);
      const { box: put, guides } = snapMoved(box, { canvas, others, reach: 20 });
      expect([put.width, put.height]).toEqual([box.width, box.height]);
      expect(Math.abs(put.x - box.x)).toBeLessThanOrEqual(20);
      expect(Math.abs(put.y - box.y)).toBeLessThanOrEqual(20);
      for (const guide of guides) {
        const own = guide.axis === 'x' ? lines(put.x, put.width) : lines(put.y, put.height);
        expect(own).toContain(guide.at);
      }
    }),
  );
});

test('[SU42] a box that is resized by a grip keeps the edges across from it while they are on the canvas', () => {
  fc.assert(
    fc.property(boxes, handles, (given, handle) => {
      const canvas = { width: 8000, height: 8000 };
      const box = { ...given, x: Math.abs(given.x), y: Math.abs(given.y) };
      const { box: put } = snapResized(box, handle, { canvas, others: [], reach: 6 });
      if (!handle.includes('w')) expect(put.x).toBe(box.x);
      if (!handle.includes('e')) expect(right(put)).toBe(right(box));
      expect(Math.min(put.width, put.height)).toBeGreaterThanOrEqual(16);
    }),
  );
});

test('[SU42] a box finds the edge of another, the middle of the canvas, and else the grid', () => {
  const canvas = { width: 1080, height: 1920 };
  const other = { x: 43, y: 700, width: 300, height: 100 };
  const box = { x: 45, y: 301, width: 200, height: 100 };
  const around = { canvas, others: [other], reach: 6 };
  expect(snapMoved(box, around)).toEqual({ box: { ...box, x: 43, y: 304 }, guides: [{ axis: 'x', at: 43 }] });
  expect(snapMoved({ ...box, x: 437 }, around)).toEqual({
    box: { ...box, x: 440, y: 304 },
    guides: [{ axis: 'x', at: 540 }],
  });
  const free = snapMoved({ ...box, x: 150 }, around);
  expect(free.guides).toEqual([]);
  expect(free.box.x % GRID).toBe(0);
});

test('[SU43] a box is aligned on the canvas, its size stays, and its content keeps to the same side', () => {
  fc.assert(
    fc.property(boxes, canvases, fc.constantFrom(...ALIGNMENTS), (box, canvas, to) => {
      const put = alignBox(box, to, canvas);
      expect([put.width, put.height]).toEqual([box.width, box.height]);
      if (to === 'left') expect([put.x, put.across]).toEqual([0, 'left']);
      if (to === 'right') expect([right(put), put.across]).toEqual([canvas.width, 'right']);
      if (to === 'center') expect(Math.abs(put.x + right(put) - canvas.width)).toBeLessThanOrEqual(1);
      if (to === 'top') expect([put.y, put.down]).toEqual([0, 'top']);
      if (to === 'bottom') expect([bottom(put), put.down]).toEqual([canvas.height, 'bottom']);
      if (to === 'middle') expect(Math.abs(put.y + bottom(put) - canvas.height)).toBeLessThanOrEqual(1);
    }),
  );
});

test('[SU49] no box of the first upright layout lies under what TikTok covers, and of a wide one nothing is covered', () => {
  const [tall] = FIRST_DESIGN.layouts;
  if (!tall) throw new Error('no first layout');
  const covered = safeZones(tall.canvas).filter((zone) => zone.name !== 'face');
  for (const box of Object.values(tall.boxes)) expect(zonesUnder(box, covered)).toEqual([]);
  expect(safeZones({ width: 1920, height: 1080 }).map(({ name }) => name)).toEqual(['face']);
});

test('[SU49] the zones follow the size of the canvas and the sizes that a person measured', () => {
  const half = safeZones({ width: 540, height: 960 }, { top: 100, bottom: 400, right: 200 });
  expect(half.slice(0, 3)).toEqual([
    { name: 'top', x: 0, y: 0, width: 540, height: 50 },
    { name: 'comments', x: 0, y: 760, width: 540, height: 200 },
    { name: 'buttons', x: 440, y: 480, width: 100, height: 280 },
  ]);
  expect(zonesUnder({ x: 430, y: 20, width: 30, height: 600 }, half)).toEqual(['top', 'buttons']);
});
