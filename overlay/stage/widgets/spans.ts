import { lengthText } from '../../../shared/length-words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whole days, of two and more; 0 for what is counted by the clock. */
export function daysLeft(millis: number): number {
  return millis >= 2 * DAY ? Math.floor(millis / DAY) : 0;
}

/** "1:04:09" or "4:09"; a second that has begun counts, so that 0:00 is the end. */
export function clockFace(millis: number): string {
  const seconds = Math.ceil(millis / 1000);
  const two = (count: number) => String(count).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** "42 min", "1 hr 23 min" in the words of the language; whole minutes. */
export function spanOnAir(millis: number, language: string): string {
  return lengthText(millis / MINUTE, language);
}
