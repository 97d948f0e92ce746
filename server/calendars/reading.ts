import ICAL from 'ical.js';
import type { Span } from '../core/booking/span.ts';

/** A calendar file that is being read: what it is read for, and what has been found in it. */
export interface Reading {
  readonly zone: string;
  readonly window: Span;
  readonly spans: Span[];
  readonly clocks: (zone: string | null) => ((wall: number) => number) | null;
  /** Occurrences that may still be worked out. */
  left: number;
  until: number | null;
  unread: number;
}

/** Takes a stretch as busy, as far as it is in the window. Throws on what is no time. */
export function addBusy({ spans, window }: Reading, from: number, to: number): void {
  if (!Number.isFinite(from) || !Number.isFinite(to)) throw new Error('no time');
  if (to > from && from < window.to && to > window.from) {
    spans.push({ from: Math.max(from, window.from), to: Math.min(to, window.to) });
  }
}

/** One event that makes no sense must not take the others with it; that it does not block is told. */
export function attempt(reading: Reading, read: () => void): void {
  try {
    read();
  } catch {
    reading.unread++;
  }
}

/** Throws where the property has none. */
export function timeOf(property: ICAL.Property): ICAL.Time {
  const value: unknown = property.getFirstValue();
  if (value instanceof ICAL.Time) return value;
  throw new Error('not a time');
}

export function zoneOf(property: ICAL.Property): string | null {
  return property.getFirstParameter('tzid') || null;
}

/**
 * The instant of a time: by the zone that the file describes, else by the zone of that name as this machine knows it,
 * else (floating times, whole days, unknown names) by the creator's.
 */
export function millisOf({ clocks, zone }: Reading, time: ICAL.Time, tzid: string | null): number {
  if (!time.isDate && time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1000;
  const { year, month, day, hour, minute, second } = time;
  const wall = time.isDate ? Date.UTC(year, month - 1, day) : Date.UTC(year, month - 1, day, hour, minute, second);
  return (clocks(time.isDate ? null : tzid) ?? clocks(zone) ?? Number)(wall);
}
