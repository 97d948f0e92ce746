import { expect, test } from 'vitest';
import {
  addSpan,
  changeSpan,
  copyToWorkdays,
  emptyWeek,
  hoursAWeek,
  isSound,
  spansOf,
  usualWeek,
} from '../../../overlay/studio/model/week.ts';

const empty = emptyWeek('Europe/Berlin');

test('[SU10] a span that ends after it begins is sound, and the end of the day counts', () => {
  expect(isSound({ from: '09:00', to: '17:00' })).toBe(true);
  expect(isSound({ from: '22:00', to: '24:00' })).toBe(true);
  expect(isSound({ from: '17:00', to: '09:00' })).toBe(false);
  expect(isSound({ from: '', to: '09:00' })).toBe(false);
});

test('[SU10] an unsound span adds no hours', () => {
  const week = changeSpan(addSpan(addSpan(empty, 'mon'), 'tue'), 1, { to: '08:00' });
  expect(hoursAWeek(week)).toBe(8);
});

test('[SU10] a second span begins after the first of its day', () => {
  const week = addSpan(addSpan(empty, 'mon'), 'mon');
  expect(spansOf(week, 'mon').map(({ span }) => `${span.from}-${span.to}`)).toEqual(['09:00-17:00', '18:00-21:00']);
});

test('[SU11] hours are copied to the working days and the weekend stays', () => {
  const week = copyToWorkdays(addSpan(addSpan(empty, 'mon'), 'sat'), 'mon');
  expect(spansOf(week, 'fri')).toHaveLength(1);
  expect(spansOf(week, 'sat')).toHaveLength(1);
  expect(spansOf(week, 'sun')).toHaveLength(0);
  expect(hoursAWeek(usualWeek(empty))).toBe(40);
});
