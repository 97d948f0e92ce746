import type { EpochMillis } from '../../../shared/time.ts';

const MINUTE = 60_000;

/** When the reminders of a booking are due, first one first. One whose time has passed already is left out. */
export function reminderTimes(
  start: EpochMillis,
  minutesBefore: ReadonlyArray<number>,
  now: EpochMillis,
): EpochMillis[] {
  return minutesBefore
    .map((minutes) => start - minutes * MINUTE)
    .filter((due) => due > now)
    .sort((a, b) => a - b);
}
