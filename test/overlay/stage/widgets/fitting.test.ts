import { expect, test } from 'vitest';
import { alertPlaces, alertSize, alertsFitting, rowsFitting } from '../../../../overlay/stage/widgets/fitting.ts';
import { FIRST_DESIGN } from '../../../../shared/first-design.ts';
import type { StageDesign } from '../../../../shared/stage-design.ts';

test('[ST185] a box has as many places for alerts as it holds whole, and one at least, drawn smaller', () => {
  expect([60, 76, 163, 164, 251, 252].map((height) => alertsFitting({ height }))).toEqual([1, 1, 1, 2, 2, 3]);
  expect([38, 76, 400].map((height) => alertSize({ height }))).toEqual([0.5, 1, 1]);
});

test('[ST185] as many alerts are on as were asked for and as their place on the drawn layout holds', () => {
  const [tall] = FIRST_DESIGN.layouts;
  const asking = (most: number): StageDesign => ({
    ...FIRST_DESIGN,
    widgets: [{ id: 'alerts', kind: 'alerts', most }],
  });
  const box = tall?.boxes['alerts'];
  if (!tall || !box) throw new Error('the first design has no place for alerts');
  const on = (most: number, height: number) =>
    alertPlaces(asking(most), { ...tall, boxes: { alerts: { ...box, height } } });
  expect([on(3, 164), on(3, 252), on(1, 252)]).toEqual([2, 3, 1]);
  expect(alertPlaces(asking(3), { ...tall, boxes: {} })).toBe(3);
  expect(alertPlaces({ ...FIRST_DESIGN, widgets: [] }, tall)).toBe(0);
});

test('[ST33] a leaderboard’s box of the first size holds four rows', () => {
  expect([100, 199, 200, 320].map((height) => rowsFitting({ height }))).toEqual([1, 1, 2, 4]);
});
