import { expect, test } from 'vitest';
import { amountOf, countOf } from '../../../../overlay/stage/widgets/amounts.ts';
import { clockFace, daysLeft, spanOnAir } from '../../../../overlay/stage/widgets/spans.ts';
import { isShort, reached } from '../../../../shared/goal-reached.ts';
import type { WidgetOf } from '../../../../shared/stage-design.ts';
import type { StageFigures } from '../../../../shared/stage-view.ts';

const figures: StageFigures = {
  sessionStartedAt: null,
  diamonds: 400,
  follows: 7,
  subscribes: 2,
  likes: 90,
  money: [
    { minor: 900, currency: 'USD' },
    { minor: 1250, currency: 'EUR' },
  ],
  bookings: 3,
  board: { live: [], today: [] },
  short: false,
  feed: [],
};
const goal: WidgetOf<'goal'> = {
  id: 'g',
  kind: 'goal',
  title: 'Camera',
  measure: 'money',
  target: 10_000,
  from: 500,
  currency: 'EUR',
  milestones: [],
  call: '',
};

test('[ST31] a goal of money counts what was there before and the sum of its own currency', () => {
  expect(reached(goal, figures)).toBe(1_750);
  expect(reached({ ...goal, currency: 'JPY' }, figures)).toBe(500);
});

test.each([
  ['diamonds', 400],
  ['follows', 7],
  ['subscribes', 2],
  ['likes', 90],
  ['bookings', 3],
] as const)('[ST31] a goal of %s counts them', (measure, count) => {
  expect(reached({ ...goal, measure, from: 0 }, figures)).toBe(count);
});

test('[ST195] a goal that goes on adds what the lives since its day brought, and says what they may lack', () => {
  const before = { ...figures, money: [{ minor: 4_000, currency: 'EUR' }], follows: 30, short: true };
  const since = '2026-11-01T00:00:00.000Z';
  const on = { ...figures, earlier: { [since]: before } };
  expect(reached({ ...goal, since }, on)).toBe(5_750);
  expect(reached({ ...goal, measure: 'follows', since }, on)).toBe(537);
  expect([isShort({ ...goal, since }, on), isShort(goal, on)]).toEqual([true, false]);
  expect(reached(goal, on)).toBe(1_750);
  expect(reached({ ...goal, since: '2026-11-02T00:00:00.000Z' }, on)).toBe(1_750);
});

test('[ST31] amounts are written as the language does, money without its cents while there are none', () => {
  expect(amountOf(goal, 150_000, 'en')).toBe('€1,500');
  expect(amountOf(goal, 150_050, 'en')).toBe('€1,500.50');
  expect(amountOf({ ...goal, currency: 'JPY' }, 1_500, 'en')).toBe('¥1,500');
  expect(amountOf({ ...goal, measure: 'likes' }, 12_345, 'de')).toBe('12.345');
  expect(countOf(12_345, 'en')).toBe('12,345');
});

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [59_001, '1:00'],
  [249_000, '4:09'],
  [3_849_000, '1:04:09'],
  [172_000_000, '47:46:40'],
])('[ST32] %i milliseconds before its end a discount says %s', (left, said) => {
  expect(clockFace(left)).toBe(said);
});

test('[ST32] from two days on whole days are said', () => {
  expect(daysLeft(2 * 86_400_000 - 1)).toBe(0);
  expect(daysLeft(2 * 86_400_000)).toBe(2);
  expect(daysLeft(3.9 * 86_400_000)).toBe(3);
});

test('[ST34] the length of a live is said in whole minutes, with hours when there are some', () => {
  expect(spanOnAir(59_999, 'en')).toBe('0 min');
  expect(spanOnAir(42 * 60_000, 'en')).toBe('42 min');
  expect(spanOnAir(83 * 60_000, 'en')).toBe('1 hr 23 min');
  expect(spanOnAir(83 * 60_000, 'de')).toBe('1 Std. 23 Min.');
  expect(spanOnAir(-5_000, 'en')).toBe('0 min');
});
