import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { expect, test, vi } from 'vitest';
import { byDay, clocks, dateIn } from '../../../overlay/book/days.ts';
import { sayDay, saySpan, sayWhen, sayZone } from '../../../overlay/book/times.ts';
import { calendarFile } from '../../../server/core/booking/calendar-file.ts';
import { wallTime } from '../../../server/core/booking/hours.ts';
import { bookableSlots, type Calendar, isFree, isOffered } from '../../../server/core/booking/slots.ts';
import { Availability, Service } from '../../../shared/booking.ts';
import { type EpochMillis, toMillis, toWireInstant, WEEKDAYS } from '../../../shared/time.ts';

// A reader whose clock has 24 hours, whatever the machine's has.
vi.stubGlobal('navigator', { languages: ['en-GB'] });

/*
 * Every zone and each of its clock changes from 2025 to 2030: what is offered is what can be booked, is what the page
 * shows, is what the calendar file says. A run of the suite takes a sample; EVERY_ZONE=yes takes all, in minutes.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALL = process.env['EVERY_ZONE'] === 'yes';
/** Changes that a run without EVERY_ZONE looks at. */
const SAMPLE = 40;
const ZONES = Intl.supportedValuesOf('timeZone');
const service = Service.parse({
  id: 'own',
  slug: 's',
  kind: 'consulting',
  title: { en: 'S' },
  price: { minor: 1, currency: 'EUR' },
  minutes: 30,
});

interface Change {
  readonly zone: string;
  readonly at: EpochMillis;
}

function changesOf(zone: string): Change[] {
  const changes: Change[] = [];
  const end = Date.UTC(2031, 0, 1);
  let at = Temporal.Instant.from('2025-01-01T00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < end) {
    changes.push({ zone, at: at.epochMilliseconds });
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

/** A zone without a change is looked at on a day of its own, since it has days all the same. */
function allChanges(): Change[] {
  return ZONES.flatMap((zone, place) => {
    const changes = changesOf(zone);
    return changes.length > 0 ? changes : [{ zone, at: Date.UTC(2025 + (place % 6), place % 12, 1 + (place % 28)) }];
  });
}

function sampled(changes: ReadonlyArray<Change>): Change[] {
  if (ALL) return [...changes];
  const begin = Math.floor(Math.random() * changes.length);
  // A stride that shares no factor with most lengths: over many runs every change has its turn.
  return Array.from({ length: SAMPLE }, (_, turn) => changes[(begin + turn * 997) % changes.length] as Change);
}

/** What the zone's wall clock reads, by Temporal alone and apart from the code under test. */
function wallOf(at: EpochMillis, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);
}

/** The instants at which a zone's clock reads this wall time: two in a repeated hour, none in a skipped one. */
function instantsOf(wall: string, zone: string): EpochMillis[] {
  const read = (disambiguation: 'earlier' | 'later') =>
    Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
  return [read('earlier'), read('later')].filter((at) => wallOf(at, zone) === wall);
}

/** Whole days in steps of half an hour: every half hour of real time that lies in one wall day is on offer. */
function calendarAround({ zone, at }: Change): Calendar {
  const weekly = WEEKDAYS.map((day) => ({ day, from: '00:00', to: '24:00' }));
  const availability = Availability.parse({ zone, stepMinutes: 30, weekly });
  return { availability, service, taken: [], busy: [], lives: [], now: at - 3 * 24 * HOUR };
}

function checkOffered(change: Change): EpochMillis[] {
  const calendar = calendarAround(change);
  const window = { from: change.at - 3 * HOUR, to: change.at + 3 * HOUR };
  const listed = bookableSlots(calendar, window).map((slot) => slot.start);
  const gaps = listed.slice(1).map((start, place) => start - (listed[place] ?? 0));
  // None doubled. At a change the steps begin anew where the day does, never sooner than a length later.
  expect(Math.min(...gaps), describe(change)).toBeGreaterThanOrEqual(30 * MINUTE);
  // None lost: no hour of this world is without its two, but where a change by less than a step cuts one.
  expect(Math.max(...gaps), describe(change)).toBeLessThanOrEqual(60 * MINUTE);
  const known = new Set(listed);
  for (let start = window.from; start < window.to; start += 5 * MINUTE) {
    expect(isOffered(calendar, start), `${describe(change)} ${toWireInstant(start)}`).toBe(known.has(start));
  }
  for (const start of listed) expect(isFree(calendar, start, 'offered')).toBe(true);
  return listed;
}

function checkShown(starts: ReadonlyArray<EpochMillis>, { zone }: Change): void {
  const slots = starts.map((start) => ({
    start: toWireInstant(start),
    end: toWireInstant(start + 30 * MINUTE),
    seats: 1,
  }));
  for (const { date, slots: ofDay } of byDay(slots, zone)) {
    const texts = clocks(ofDay, zone, 'en');
    // Two times of one day that read alike would be one to a viewer.
    expect(new Set(texts).size, `${zone} ${date}`).toBe(texts.length);
    for (const [place, { start, end }] of ofDay.entries()) {
      const [clock = ''] = (texts[place] ?? '').split(' ');
      expect(instantsOf(`${date}T${clock}`, zone), `${zone} ${start}`).toContain(toMillis(start));
      expect(saySpan(start, end, zone).split('–')[0]).toBe(clock);
      // Far from now, so that no "today" stands in the place of the date.
      expect(sayWhen(start, zone, 0)).toContain(clock);
      expect(sayDay(start, zone)).toContain(String(Number(dateIn(start, zone).slice(8))));
      expect(sayZone(zone, start)).not.toBe('');
      expect(wallTime(toMillis(start), zone)).toBe(`${date}T${clock}`);
    }
  }
}

function checkCalendarFile(starts: ReadonlyArray<EpochMillis>): void {
  for (const start of starts) {
    const end = start + 30 * MINUTE;
    const entry = { id: 'a', sequence: 1, start, end, changedAt: start, title: { en: 'S' }, creatorName: 'A' };
    const words = { language: 'en', location: '', agreed: '' } as const;
    const back = {
      method: 'PUBLISH',
      page: { address: 'https://a.example/t/b', label: 'Page' },
      organizer: null,
    } as const;
    const file = new ICAL.Component(ICAL.parse(calendarFile({ ...entry, ...words, ...back })));
    const event = new ICAL.Event(file.getFirstSubcomponent('vevent') ?? undefined);
    expect([event.startDate.toUnixTime() * 1000, event.endDate.toUnixTime() * 1000]).toEqual([start, end]);
  }
}

function describe({ zone, at }: Change): string {
  return `${zone} ${toWireInstant(at)}`;
}

test('[BK120] in every zone, around each change of its clock, offered is bookable is shown is in the calendar file', {
  timeout: ALL ? 3_600_000 : 60_000,
}, () => {
  const changes = allChanges();
  expect(new Set(changes.map(({ zone }) => zone)).size).toBe(ZONES.length);
  for (const change of sampled(changes)) {
    const starts = checkOffered(change);
    checkShown(starts, change);
    checkCalendarFile(starts);
  }
});
