import fc from 'fast-check';
import { expect, test } from 'vitest';
import { howMany } from '../../../overlay/desk/one-line.tsx';

test('[DP186] of the acts as many stand in the line as leave room for the button that opens the others', () => {
  expect(howMany([100, 100, 100], 30, 308)).toBe(3);
  expect(howMany([100, 100, 100], 30, 307)).toBe(2);
  expect(howMany([100, 100, 100], 30, 230)).toBe(1);
  expect(howMany([], 30, 100)).toBe(0);
});

test('[DP186] whatever stands in the line fits, but for a first one that is wider than the line by itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 20, max: 200 }), { maxLength: 12 }),
      fc.integer({ min: 60, max: 900 }),
      (widths, room) => {
        const count = howMany(widths, 30, room);
        const line = widths.slice(0, count).reduce((sum, width) => sum + width + 4, count < widths.length ? 30 : -4);
        expect(count <= 1 || line <= room + 0.5).toBe(true);
      },
    ),
  );
});
