import { z } from 'zod';

/**
 * A moment in UTC, RFC 3339 with `Z` (`2026-11-22T18:20:11.123Z`). Offsets other than `Z` are refused, so that two
 * instants can be told apart by their text once they went through {@link toInstant}.
 */
export const Instant = z.iso.datetime();
export type Instant = string;

/** An instant at which an appointment may begin: slots lie on whole minutes, and half of one would overlap with both. */
export const WholeMinute = Instant.refine((text) => Date.parse(text) % 60_000 === 0, {
  error: 'must be a whole minute, such as 2026-12-01T10:00:00Z',
});

/** Milliseconds since 1970 in UTC. What the store keeps and what arithmetic on durations uses. */
export type EpochMillis = number;

/** An IANA time zone that this machine's Intl knows (`Europe/Berlin`). */
export const Zone = z
  .string()
  .max(64)
  .refine((name) => isZone(name), { error: 'is not a time zone of the IANA list, such as Europe/Berlin' });
export type Zone = string;

/** A wall-clock time of day, `00:00` to `24:00`; `24:00` is the end of the day and is allowed as an end only. */
export const WallTime = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'is not a time of day, such as 09:30');
export type WallTime = string;

/** A calendar day without a zone, `2027-01-31`. */
export const CalendarDate = z.iso.date();
export type CalendarDate = string;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const Weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof Weekday>;

/** Milliseconds of an instant. The text must have passed {@link Instant}. */
export function toMillis(instant: Instant): EpochMillis {
  return Date.parse(instant);
}

/** The instant of a millisecond count, always with three decimals, so that texts sort as times do. */
export function toInstant(millis: EpochMillis): Instant {
  return new Date(millis).toISOString();
}

/** The instant without its milliseconds when they are zero: the form of slots and bookings on the wire. */
export function toWireInstant(millis: EpochMillis): Instant {
  return new Date(millis).toISOString().replace('.000Z', 'Z');
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
