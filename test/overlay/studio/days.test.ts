import { expect, test } from 'vitest';
import { addDaysOff, addHoursOn, isSoundRange, periodsOf, removeDays } from '../../../overlay/studio/model/days.ts';
import { emptyWeek } from '../../../overlay/studio/model/week.ts';
import { Availability } from '../../../shared/booking.ts';

const empty = emptyWeek('Europe/Berlin');

test('[SU11] the same day off twice is one day off', () => {
  const week = addDaysOff(addDaysOff(empty, '2027-01-01', '2027-01-01'), '2027-01-01', '2027-01-01');
  expect(week.exceptions).toEqual([{ date: '2027-01-01', hours: [] }]);
});

test('[SU140] a holiday is entered by its first and last day, over a change of month and clock, and shown as one', () => {
  const week = addDaysOff(addDaysOff(empty, '2027-03-26', '2027-04-02'), '2027-12-24', '2027-12-24');
  expect(Availability.parse(week).exceptions).toHaveLength(9);
  expect(periodsOf(week, '2027-01-01')).toEqual([
    { from: '2027-03-26', to: '2027-04-02', hours: [] },
    { from: '2027-12-24', to: '2027-12-24', hours: [] },
  ]);
  expect(periodsOf(week, '2027-04-02')).toHaveLength(2);
  expect(periodsOf(week, '2027-04-03')).toHaveLength(1);
});

test('[SU140] a range that ends before it begins, or after more than a year, is none', () => {
  expect(isSoundRange('2027-03-26', '2027-03-26')).toBe(true);
  expect(isSoundRange('2027-03-26', '2028-03-25')).toBe(true);
  expect(isSoundRange('2027-03-26', '2028-03-27')).toBe(false);
  expect(isSoundRange('2027-03-26', '2027-03-25')).toBe(false);
  expect(isSoundRange('', '2027-03-25')).toBe(false);
});

test('[SU141] a day gets hours of its own, one after the other; inside a holiday it stands for itself', () => {
  const holiday = addDaysOff(empty, '2027-08-01', '2027-08-03');
  const week = addHoursOn(addHoursOn(holiday, '2027-08-02', { from: '15:00', to: '18:00' }), '2027-08-02', {
    from: '09:00',
    to: '11:00',
  });
  expect(periodsOf(week, '2027-01-01')).toEqual([
    { from: '2027-08-01', to: '2027-08-01', hours: [] },
    {
      from: '2027-08-02',
      to: '2027-08-02',
      hours: [
        { from: '09:00', to: '11:00' },
        { from: '15:00', to: '18:00' },
      ],
    },
    { from: '2027-08-03', to: '2027-08-03', hours: [] },
  ]);
});

test('[SU141] what is taken away gives the days back to the week, and nothing else', () => {
  const week = addDaysOff(addDaysOff(empty, '2027-08-01', '2027-08-03'), '2027-09-01', '2027-09-01');
  expect(removeDays(week, { from: '2027-08-01', to: '2027-08-03' }).exceptions).toEqual([
    { date: '2027-09-01', hours: [] },
  ]);
});
