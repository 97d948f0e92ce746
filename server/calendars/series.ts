import ICAL from 'ical.js';
import { addBusy, attempt, millisOf, type Reading, timeOf, zoneOf } from './reading.ts';

/** What is read of a series; hostile files go on for ever. */
const MOST_OF_A_SERIES = 20_000;
const DAY = 86_400_000;
const NONE: ReadonlySet<number> = new Set();

/** Reads the events of one name: a day that differs stands for itself; the series leaves out the day it replaces. */
export function readSeries(reading: Reading, events: ReadonlyArray<ICAL.Component>): void {
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
        addBusy(reading, from ?? Number.NaN, to ?? Number.NaN);
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
  addBusy(reading, from, days === null ? from + millis : millisOf(reading, later(start, days), tzid));
}

/** The same wall time some days on. The parser's own sum is off by a day or two over years. */
function later(time: ICAL.Time, days: number): ICAL.Time {
  const day = new Date(Date.UTC(time.year, time.month - 1, time.day + days));
  const moved = time.clone();
  [moved.year, moved.month, moved.day] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  return moved;
}
