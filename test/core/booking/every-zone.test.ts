import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { expect, test, vi } from 'vitest';
import { byDay, clocks, dateIn } from '../../../overlay/book/days.ts';
import { sayDay, saySpan, sayWhen, sayZone } from '../../../overlay/book/times.ts';
import { calendarFile } from '../../../server/core/booking/calendar-file.ts';
import { wallTime } from '../../../server/core/booking/hours.ts';
import { bookableSlots, type Calendar, isFree, isOffered } from '../../../server/core/booking/slots.ts';
import type { MailFacts } from '../../../server/core/mail/facts.ts';
import { readyMail } from '../../../server/core/mail/ready.ts';
import { defaultTemplate } from '../../../server/core/mail/wording.ts';
import { Availability, Service } from '../../../shared/booking.ts';
import { type EpochMillis, toMillis, toWireInstant, WEEKDAYS } from '../../../shared/time.ts';

// A reader whose clock has 24 hours, whatever the machine's has.
vi.stubGlobal('navigator', { languages: ['en-GB'] });

/*
 * Every zone and each of its clock changes from 2025 to 2030: what is offered is what can be booked, is what the page
 * shows, is what the mail says, is what the calendar file says. Zones whose clocks go from the same offset to the same one
 * at the same instant are one clock under several names: a run of the suite takes each such change in one zone of its own
 * choice, EVERY_ZONE=yes in all of them, in minutes.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALL = process.env['EVERY_ZONE'] === 'yes';
const ZONES = Intl.supportedValuesOf('timeZone');
const service = Service.parse({
  id: 'own',
  slug: 's',
  kind: 'consulting',
  title: { en: 'S' },
  price: { minor: 1, currency: 'EUR' },
  minutes: 30,
});
const ENVELOPE = { id: 'a', to: 'v@example.org', from: 'b@example.org', replyTo: null };
const FACTS: Omit<MailFacts, 'start' | 'end' | 'zone'> = {
  request: 'a',
  sequence: 1,
  at: 0,
  language: 'en',
  locale: 'en-GB',
  name: 'Vera',
  creator: 'Ada',
  title: { en: 'S' },
  before: null,
  price: null,
  booked: true,
  deposit: null,
  place: null,
  times: [],
  offerUntil: null,
  changeUntil: null,
  message: '',
  code: null,
};

interface Change {
  readonly zone: string;
  readonly at: EpochMillis;
  /** The same for zones whose clocks are one: from which offset, to which, and when. */
  readonly clock: string;
}

function changesOf(zone: string): Change[] {
  const changes: Change[] = [];
  const end = Date.UTC(2031, 0, 1);
  const begin = Temporal.Instant.from('2025-01-01T00:00Z').toZonedDateTimeISO(zone);
  let before = begin.offset;
  let at = begin.getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < end) {
    changes.push({ zone, at: at.epochMilliseconds, clock: `${before} ${at.offset} ${at.epochMilliseconds}` });
    before = at.offset;
    at = at.getTimeZoneTransition('next');
  }
  return changes.length > 0 ? changes : [{ zone, at: Date.UTC(2027, 5, 15), clock: before }];
}

/** Of each clock the zone that this run has drawn: over many runs every zone has its turn. */
function oneOfEach(changes: ReadonlyArray<Change>): Change[] {
  const zonesOf = Map.groupBy(changes, ({ clock }) => clock);
  return [...zonesOf.values()].map((same) => same[Math.floor(Math.random() * same.length)] as Change);
}

/** What the zone's wall clock reads, by Temporal alone and apart from the code under test. */
function wallOf(at: EpochMillis, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);
}

/** Whole days in steps of half an hour: every half hour of real time that lies in one wall day is on offer. */
function calendarAround({ zone, at }: Change): Calendar {
  const weekly = WEEKDAYS.map((day) => ({ day, from: '00:00', to: '24:00' }));
  const availability = Availability.parse({ zone, stepMinutes: 30, weekly });
  return { availability, service, taken: [], busy: [], lives: [], now: at - 3 * 24 * HOUR };
}

function checkOffered(change: Change): EpochMillis[] {
  const calendar = calendarAround(change);
  const window = { from: change.at - 2 * HOUR, to: change.at + 2 * HOUR };
  const listed = bookableSlots(calendar, window).map((slot) => slot.start);
  const gaps = listed.slice(1).map((start, place) => start - (listed[place] ?? 0));
  // None doubled. At a change the steps begin anew where the day does, never sooner than a length later.
  expect(Math.min(...gaps), describe(change)).toBeGreaterThanOrEqual(30 * MINUTE);
  // None lost: no hour of this world is without its two, but where a change by less than a step cuts one.
  expect(Math.max(...gaps), describe(change)).toBeLessThanOrEqual(60 * MINUTE);
  const known = new Set(listed);
  for (let start = window.from; start < window.to; start += 10 * MINUTE) {
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
      expect(wallOf(toMillis(start), zone), `${zone} ${start}`).toBe(`${date}T${clock}`);
      expect(saySpan(start, end, zone).split('–')[0]).toBe(clock);
      // Far from now, so that no "today" stands in the place of the date.
      expect(sayWhen(start, zone, 0)).toContain(clock);
      expect(sayDay(start, zone)).toContain(String(Number(dateIn(start, zone).slice(8))));
      expect(sayZone(zone, start)).not.toBe('');
      expect(wallTime(toMillis(start), zone)).toBe(`${date}T${clock}`);
    }
  }
}

/** The confirmation says what the page says, and its file the instants; so does the file that the page gives. */
function checkMailed(starts: ReadonlyArray<EpochMillis>, { zone }: Change): void {
  for (const start of starts) {
    const end = start + 30 * MINUTE;
    const [from, to] = [toWireInstant(start), toWireInstant(end)];
    const mail = readyMail(
      'confirmed',
      defaultTemplate('confirmed', 'en'),
      { ...FACTS, at: Date.now(), start, end, zone },
      '',
      ENVELOPE,
    );
    expect(mail.text, `${zone} ${from}`).toContain(
      `${sayDay(from, zone)}, ${saySpan(from, to, zone)} (${sayZone(zone, from)})`,
    );
    expect(mail.subject).toContain(saySpan(from, to, zone).slice(0, 5));
    const entry = { id: 'a', sequence: 1, start, end, changedAt: start, title: { en: 'S' }, creatorName: 'A' };
    const words = { language: 'en', location: '', agreed: '' } as const;
    const back = {
      method: 'PUBLISH',
      organizer: null,
    } as const;
    const given = calendarFile({ ...entry, ...words, ...back });
    for (const file of [given, mail.calendar?.file ?? '']) expect(instantsIn(file), file).toEqual([start, end]);
  }
}

/** Start and end of the one event, as ical.js reads them; ical-generator wrote them. */
function instantsIn(file: string): number[] {
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent') ?? undefined);
  return [event.startDate.toUnixTime() * 1000, event.endDate.toUnixTime() * 1000];
}

function describe({ zone, at }: Change): string {
  return `${zone} ${toWireInstant(at)}`;
}

test('[BK120] in every zone, around each change of its clock, offered is bookable is shown is mailed is in the calendar file', {
  timeout: ALL ? 3_600_000 : 120_000,
}, () => {
  const changes = ZONES.flatMap(changesOf);
  expect(new Set(changes.map(({ zone }) => zone)).size).toBe(ZONES.length);
  for (const change of ALL ? changes : oneOfEach(changes)) {
    const starts = checkOffered(change);
    checkShown(starts, change);
    checkMailed(starts, change);
  }
});
