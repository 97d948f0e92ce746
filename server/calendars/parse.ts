import ICAL from 'ical.js';
import type { BusyTimes } from '../core/booking/busy-port.ts';
import { joined, type Span } from '../core/booking/span.ts';
import { clocksOf } from './clocks.ts';

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
  readonly clocks: (zone: string | null) => ((wall: number) => number) | null;
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
  const reading: Reading = {
    ...ask,
    spans: [],
    clocks: clocksOf(ask.window),
    left: MOST_OF_A_FILE,
    until: null,
    unread: 0,
  };
  const calendars = calendarsIn(reading, text);
  if (!calendars) return null;
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

function calendarsIn(reading: Reading, text: string): ICAL.Component[] | null {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR\b/i.test(text)) return null;
  const parsed = parsedOr(text) ?? parsedOr(withoutBroken(reading, text));
  if (!parsed) return null;
  // One calendar comes as itself, several as a list of them.
  const all = typeof parsed[0] === 'string' ? [parsed] : parsed;
  return all.map((one) => new ICAL.Component(one as unknown[])).filter(({ name }) => name === 'vcalendar');
}

function parsedOr(text: string): unknown[] | null {
  try {
    return ICAL.parse(text);
  } catch {
    return null;
  }
}

/** The parser refuses a whole file for one value in it: the events that it refuses alone are left out of the file. */
function withoutBroken(reading: Reading, text: string): string {
  return text.replace(/^BEGIN:VEVENT\b[\s\S]*?^END:VEVENT\b[^\n]*\n?/gim, (event) => {
    if (parsedOr(event)) return event;
    reading.unread++;
    return '';
  });
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

const NONE: ReadonlySet<number> = new Set();

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
      if (isBusy(event)) readTimes(reading, event, event.hasProperty('recurrence-id') ? NONE : replaced);
    });
  }
}

function isBusy(event: ICAL.Component): boolean {
  const word = (name: string) => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
  return word('status') !== 'CANCELLED' && word('transp') !== 'TRANSPARENT';
}

/** Every time an event takes: by its own start, its rules and its list of dates, without those it leaves out. */
function readTimes(reading: Reading, event: ICAL.Component, replaced: ReadonlySet<number>): void {
  const length = lengthOf(reading, event);
  const isLeftOut = leftOut(reading, event, replaced);
  const take = (time: ICAL.Time) => {
    if (!isLeftOut(time, millisOf(reading, time, length.tzid))) block(reading, length, time);
  };
  const rules = event.getAllProperties('rrule');
  if (rules.length === 0) take(length.start);
  for (const rule of rules) readRule(reading, rule.getFirstValue() as ICAL.Recur, length, take);
  for (const property of event.getAllProperties('rdate')) {
    for (const value of property.getValues() as unknown[]) {
      if (value instanceof ICAL.Time) take(value);
      else if (value instanceof ICAL.Period) {
        const [from, to] = [value.start, value.getEnd()].map((time) => millisOf(reading, time, length.tzid));
        push(reading, from ?? Number.NaN, to ?? Number.NaN);
      }
    }
  }
}

function readRule(reading: Reading, rule: ICAL.Recur, length: Length, take: (time: ICAL.Time) => void): void {
  const iterator = rule.iterator(nearWindow(reading, rule, length));
  for (let done = 0; ; done++) {
    const next: ICAL.Time | null = iterator.next();
    if (!next) return;
    const from = millisOf(reading, next, length.tzid);
    if (from >= reading.window.to) return;
    if (done >= MOST_OF_A_SERIES || reading.left-- <= 0) {
      reading.until = Math.min(Math.max(from, reading.window.from), reading.until ?? Number.POSITIVE_INFINITY);
      return;
    }
    take(next);
  }
}

/**
 * Where a daily or weekly rule may begin without a difference to what it says of the window: a whole number of its
 * intervals later. A series that has run for ten years is not worked out from its first day.
 */
function nearWindow({ window }: Reading, rule: ICAL.Recur, { start, days, millis }: Length): ICAL.Time {
  const every = rule.freq === 'DAILY' ? rule.interval : rule.freq === 'WEEKLY' ? rule.interval * 7 : 0;
  if (every === 0 || rule.count) return start;
  const reach = window.from - (days === null ? millis : days * DAY) - 2 * DAY;
  const first = Date.UTC(start.year, start.month - 1, start.day);
  const skipped = Math.floor((reach - first) / DAY / every) * every;
  return skipped > 0 ? later(start, skipped) : start;
}

/** Left out by name, or because the file has another version of it. Some programs name the day alone. */
function leftOut(
  reading: Reading,
  event: ICAL.Component,
  replaced: ReadonlySet<number>,
): (time: ICAL.Time, at: number) => boolean {
  const instants = new Set(replaced);
  const days = new Set<string>();
  for (const property of event.getAllProperties('exdate')) {
    for (const value of property.getValues() as unknown[]) {
      if (!(value instanceof ICAL.Time)) continue;
      if (value.isDate) days.add(dayOf(value));
      else instants.add(millisOf(reading, value, zoneOf(property)));
    }
  }
  return (time, at) => instants.has(at) || (days.size > 0 && days.has(dayOf(time)));
}

function dayOf({ year, month, day }: ICAL.Time): string {
  return `${year}-${month}-${day}`;
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
    const count = (time: ICAL.Time) => Date.UTC(time.year, time.month - 1, time.day) / DAY;
    const days = last ? count(timeOf(last)) - count(start) : seconds === null ? 1 : seconds / 86_400;
    // A day that ends on itself is written by programs that mean the whole of it.
    return { start, tzid, days: Math.max(1, Math.ceil(days)), millis: 0 };
  }
  const from = millisOf(reading, start, tzid);
  const to = last ? millisOf(reading, timeOf(last), zoneOf(last)) : from + (seconds ?? 0) * 1000;
  return { start, tzid, days: null, millis: to - from };
}

function block(reading: Reading, { days, millis, tzid }: Length, start: ICAL.Time): void {
  const from = millisOf(reading, start, tzid);
  push(reading, from, days === null ? from + millis : millisOf(reading, later(start, days), tzid));
}

/** The same wall time some days on. The parser's own sum is off by a day or two over years. */
function later(time: ICAL.Time, days: number): ICAL.Time {
  const day = new Date(Date.UTC(time.year, time.month - 1, time.day + days));
  const moved = time.clone();
  [moved.year, moved.month, moved.day] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  return moved;
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
function millisOf({ clocks, zone }: Reading, time: ICAL.Time, tzid: string | null): number {
  if (!time.isDate && time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1000;
  const { year, month, day, hour, minute, second } = time;
  const wall = time.isDate ? Date.UTC(year, month - 1, day) : Date.UTC(year, month - 1, day, hour, minute, second);
  return (clocks(time.isDate ? null : tzid) ?? clocks(zone) ?? Number)(wall);
}
