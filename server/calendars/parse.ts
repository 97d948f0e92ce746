import ICAL from 'ical.js';
import type { BusyTimes } from '../core/booking/busy-port.ts';
import { joined, type Span } from '../core/booking/span.ts';
import { clocksOf } from './clocks.ts';
import { addBusy, attempt, millisOf, type Reading } from './reading.ts';
import { readSeries } from './series.ts';

/** What is worked out of all series of a file together; hostile files go on for ever. */
const MOST_OF_A_FILE = 200_000;
/** More stretches than this nobody's calendar has in two years: seven a day. */
export const MOST_SPANS = 5_000;
/** Ends the names of our own events: the creator's own feed must not block itself. */
const OWN = '@cuedesk';

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

/** Busy times without events, as servers publish them who keep the rest to themselves. */
function readFreeBusy(reading: Reading, component: ICAL.Component): void {
  for (const property of component.getAllProperties('freebusy')) {
    if (String(property.getFirstParameter('fbtype') ?? 'BUSY').toUpperCase() === 'FREE') continue;
    for (const value of property.getValues()) {
      if (!(value instanceof ICAL.Period)) continue;
      addBusy(reading, millisOf(reading, value.start, null), millisOf(reading, value.getEnd(), null));
    }
  }
}
