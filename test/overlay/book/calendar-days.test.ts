import { expect, test } from 'vitest';
import { dayByKey } from '../../../overlay/book/month-grid.tsx';
import {
  firstDayOf,
  lastOfMonth,
  plusDays,
  plusMonths,
  weekOf,
  weeksOf,
} from '../../../overlay/parts/calendar-days.ts';

test('[VP46] days are counted over months, leap days and clock changes', () => {
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(plusDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(plusDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(plusMonths('2027-01-31', 1)).toBe('2027-02-28');
  expect(plusMonths('2026-12-15', 1)).toBe('2027-01-15');
  expect(lastOfMonth('2028-02-10')).toBe('2028-02-29');
});

test('[VP46] every day of a month stands once in its weeks', () => {
  for (const firstDay of [1, 7]) {
    for (const month of ['2026-11', '2027-02', '2028-02', '2026-03']) {
      const days = weeksOf(`${month}-09`, firstDay).flat();
      expect(days.length % 7).toBe(0);
      const inMonth = days.filter((day) => day !== null);
      expect(inMonth).toHaveLength(Number(lastOfMonth(`${month}-01`).slice(8)));
      expect(new Set(inMonth).size).toBe(inMonth.length);
    }
  }
});

test('[VP47] the week begins as it does where the viewer’s language is spoken', () => {
  expect(firstDayOf('en', ['en-US'])).toBe(7);
  expect(firstDayOf('en', ['en-GB'])).toBe(1);
  expect(firstDayOf('de', ['en-US', 'de'])).toBe(1);
  expect(weekOf('2026-11-25', 1)[0]).toBe('2026-11-23');
  expect(weekOf('2026-11-25', 7)[0]).toBe('2026-11-22');
  expect(weekOf('2026-11-22', 1)[6]).toBe('2026-11-22');
});

test('[VP45] arrow keys walk by days and weeks, Home and End in the week, Page Up and Page Down by months', () => {
  const from = '2026-11-25';
  const led = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'a'].map((key) =>
    dayByKey(key, from, 1),
  );
  expect(led).toEqual([
    '2026-11-24',
    '2026-11-26',
    '2026-11-18',
    '2026-12-02',
    '2026-11-23',
    '2026-11-29',
    '2026-10-25',
    '2026-12-25',
    null,
  ]);
});
