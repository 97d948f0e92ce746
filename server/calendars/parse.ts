import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { BusyTimes } from '../core/booking/busy-port.ts';
import { joined, type Span } from '../core/booking/hours.ts';

/** What is read of a series, and of all series together; hostile files go on for ever. */
const MOST_OF_A_SERIES = 20_000;
const MOST_OF_A_FILE = 200_000;
/** More stretches than this nobody's calendar has in two years: seven a day. */
export const MOST_SPANS = 5_000;
/** Ends the names of our own events: the creator's own feed must not block itself. */
const OWN = '@cuedesk';

interface Reading {
  readonly zone: string;
  readonly window: Span;
  readonly spans: Span[];
  /** Occurrences that may still be worked out. */
  left: number;
  until: number | null;
  unread: number;
}

/**
 * When a calendar file (RFC 5545) says that its owner is busy. Null when it is none. To be called on a thread of its own:
 * a rule that never comes true keeps the parser busy for ever.
 */
export function busyTimesOf(text: string, ask: { readonly zone: string; readonly window: Span }): BusyTimes | null {
  const calendars = calendarsIn(text);
  if (!calendars) return null;
  const reading: Reading = { ...ask, spans: [], left: MOST_OF_A_FILE, until: null, unread: 0 };
  for (const calendar of calendars) {
    for (const [uid, events] of byUid(calendar)) if (!uid.endsWith(OWN)) readSeries(reading, events);
    for (const free of calendar.getAllSubcomponents('vfreebusy')) attempt(reading, () => readFreeBusy(reading, free));
  }
  const spans = joined(reading.spans);
  const kept = spans.slice(0, MOST_SPANS);
  const full = spans.length > kept.length ? (kept.at(-1)?.to ?? null) : null;
  const until = full === null ? reading.until : Math.min(full, reading.until ?? full);
  return { spans: kept, until, unread: reading.unread };
}

function calendarsIn(text: string): ICAL.Component[] | null {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR\b/i.test(text)) return null;
  try {
    const parsed: unknown[] = ICAL.parse(text);
    // One calendar comes as itself, several as a list of them.
    const all = typeof parsed[0] === 'string' ? [parsed] : parsed;
    return all.map((one) => new ICAL.Component(one as unknown[])).filter(({ name }) => name === 'vcalendar');
  } catch {
    return null;
  }
}

/** Events that belong together: a series and the days that differ. One without a name stands for itself. */
function byUid(calendar: ICAL.Component): Map<string, ICAL.Component[]> {
  const events = new Map<string, ICAL.Component[]>();
  for (const [place, event] of calendar.getAllSubcomponents('vevent').entries()) {
    const uid = String(event.getFirstPropertyValue('uid') ?? `nameless-${place}`);
    const same = events.get(uid);
    if (same) same.push(event);
    else events.set(uid, [event]);
  }
  return events;
}

/** A day that differs stands for itself; the series leaves out the day it replaces. */
function readSeries(reading: Reading, events: ReadonlyArray<ICAL.Component>): void {
  const replaced = new Set<number>();
  for (const event of events) {
    attempt(reading, () => {
      const id = event.getFirstProperty('recurrence-id');
      if (!id) return;
      replaced.add(millisOf(reading, timeOf(id), zoneOf(id)));
      // "This and all after it" moves the rest of the series: the rest is read where the series had it.
      if (id.getFirstParameter('range')) reading.unread++;
    });
  }
  for (const event of events) {
    attempt(reading, () => {
      if (!isBusy(event)) return;
      const length = lengthOf(reading, event);
      if (event.getFirstProperty('recurrence-id') || !isRepeated(event)) block(reading, length, length.start);
      else readOccurrences(reading, event, length, replaced);
    });
  }
}

function isRepeated(event: ICAL.Component): boolean {
  return event.hasProperty('rrule') || event.hasProperty('rdate');
}

function isBusy(event: ICAL.Component): boolean {
  const word = (name: string) => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
  return word('status') !== 'CANCELLED' && word('transp') !== 'TRANSPARENT';
}

function readOccurrences(reading: Reading, event: ICAL.Component, length: Length, replaced: ReadonlySet<number>): void {
  const expansion = new ICAL.RecurExpansion({ component: event, dtstart: length.start });
  for (let done = 0; ; done++) {
    const next: unknown = expansion.next();
    if (!next) return;
    const time = next instanceof ICAL.Period ? next.start : (next as ICAL.Time);
    const from = millisOf(reading, time, length.tzid);
    if (from >= reading.window.to) return;
    if (done >= MOST_OF_A_SERIES || reading.left-- <= 0) {
      reading.until = Math.min(from, reading.until ?? from);
      return;
    }
    if (replaced.has(from)) continue;
    if (next instanceof ICAL.Period) push(reading, from, millisOf(reading, next.getEnd(), length.tzid));
    else block(reading, length, time);
  }
}

/** How an event's time follows from its start: whole days by the calendar, the rest by the clock. */
interface Length {
  readonly start: ICAL.Time;
  readonly tzid: string | null;
  readonly days: number | null;
  readonly millis: number;
}

const DAY = 86_400_000;

function lengthOf(reading: Reading, event: ICAL.Component): Length {
  const first = event.getFirstProperty('dtstart');
  if (!first) throw new Error('an event without a start');
  const [start, tzid] = [timeOf(first), zoneOf(first)];
  const last = event.getFirstProperty('dtend');
  const duration = event.getFirstPropertyValue('duration');
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : null;
  if (start.isDate) {
    const dayOf = (time: ICAL.Time) => Date.UTC(time.year, time.month - 1, time.day) / DAY;
    const days = last ? dayOf(timeOf(last)) - dayOf(start) : seconds === null ? 1 : seconds / 86_400;
    // A day that ends on itself is written by programs that mean the whole of it.
    return { start, tzid, days: Math.max(1, Math.ceil(days)), millis: 0 };
  }
  const from = millisOf(reading, start, tzid);
  const to = last ? millisOf(reading, timeOf(last), zoneOf(last)) : from + (seconds ?? 0) * 1000;
  return { start, tzid, days: null, millis: to - from };
}

function block(reading: Reading, { days, millis, tzid }: Length, start: ICAL.Time): void {
  const from = millisOf(reading, start, tzid);
  const end = start.clone();
  if (days !== null) end.day += days;
  push(reading, from, days === null ? from + millis : millisOf(reading, end, tzid));
}

function push({ spans, window }: Reading, from: number, to: number): void {
  if (!Number.isFinite(from) || !Number.isFinite(to)) throw new Error('no time');
  if (to > from && from < window.to && to > window.from) {
    spans.push({ from: Math.max(from, window.from), to: Math.min(to, window.to) });
  }
}

/** Busy times without events, as servers publish them who keep the rest to themselves. */
function readFreeBusy(reading: Reading, component: ICAL.Component): void {
  for (const property of component.getAllProperties('freebusy')) {
    if (String(property.getFirstParameter('fbtype') ?? 'BUSY').toUpperCase() === 'FREE') continue;
    for (const value of property.getValues()) {
      if (!(value instanceof ICAL.Period)) continue;
      push(reading, millisOf(reading, value.start, null), millisOf(reading, value.getEnd(), null));
    }
  }
}

/** One event that makes no sense must not take the others with it; that it does not block is told. */
function attempt(reading: Reading, read: () => void): void {
  try {
    read();
  } catch {
    reading.unread++;
  }
}

function timeOf(property: ICAL.Property): ICAL.Time {
  const value: unknown = property.getFirstValue();
  if (value instanceof ICAL.Time) return value;
  throw new Error('not a time');
}

function zoneOf(property: ICAL.Property): string | null {
  return property.getFirstParameter('tzid') || null;
}

/**
 * The instant of a time: by the zone that the file describes, else by the zone of that name as this machine knows it,
 * else (floating times, whole days, unknown names) by the creator's.
 */
function millisOf({ zone }: Reading, time: ICAL.Time, tzid: string | null): number {
  const { year, month, day, hour, minute } = time;
  if (time.isDate) {
    return new Temporal.PlainDate(year, month, day).toZonedDateTime(zone).epochMilliseconds;
  }
  if (time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1000;
  // A leap second is the last of its minute here: minutes are what is sold.
  const wall = new Temporal.PlainDateTime(year, month, day, hour, minute, Math.min(time.second, 59));
  return wall.toZonedDateTime(tzid !== null && isZone(tzid) ? tzid : zone).epochMilliseconds;
}

const known = new Map<string, boolean>();

function isZone(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  let is = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    is = false;
  }
  known.set(name, is);
  return is;
}
