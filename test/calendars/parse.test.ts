import { expect, test } from 'vitest';
import { busyTimesOf, MOST_SPANS } from '../../server/calendars/parse.ts';
import { parseApart } from '../../server/calendars/parse-apart.ts';
import { calendarOf, eventOf } from '../fakes/calendar-server.ts';

const WINDOW = { from: Date.parse('2026-10-01T00:00:00Z'), to: Date.parse('2028-10-01T00:00:00Z') };
const ASK = { zone: 'Europe/Berlin', window: WINDOW };

/** The spans of a file as texts, `from/to` without seconds. */
function read(...lines: string[]): string[] {
  const times = busyTimesOf(calendarOf(...lines), ASK);
  expect(times?.unread).toBe(0);
  const text = (at: number) => new Date(at).toISOString().replace(':00.000Z', '');
  return (times?.spans ?? []).map(({ from, to }) => `${text(from)}/${text(to)}`);
}

/** New York by the rules since 2007, under a name that no zone list has. */
const EASTERN = [
  'BEGIN:VTIMEZONE',
  'TZID:Eastern Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:20071104T020000',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:20070311T020000',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

test('[BK100] a weekly series keeps its wall time over a clock change: by the file’s own zone, a named one, or the creator’s', () => {
  const rule = ['DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2'];
  expect(read(...EASTERN, ...eventOf('UID:a', 'DTSTART;TZID=Eastern Standard Time:20261030T100000', ...rule))).toEqual([
    '2026-10-30T14:00/2026-10-30T15:00',
    '2026-11-06T15:00/2026-11-06T16:00',
  ]);
  expect(read(...eventOf('UID:a', 'DTSTART;TZID=America/New_York:20261030T100000', ...rule))).toEqual([
    '2026-10-30T14:00/2026-10-30T15:00',
    '2026-11-06T15:00/2026-11-06T16:00',
  ]);
  expect(read(...eventOf('UID:a', 'DTSTART:20261020T100000', ...rule))).toEqual([
    '2026-10-20T08:00/2026-10-20T09:00',
    '2026-10-27T09:00/2026-10-27T10:00',
  ]);
});

test('[BK101] a series without the dates it leaves out, with those it adds, and with the day that was moved', () => {
  const series = eventOf(
    'UID:s',
    'DTSTART:20261101T090000Z',
    'DTEND:20261101T100000Z',
    'RRULE:FREQ=DAILY;UNTIL=20261105T090000Z',
    'EXDATE:20261102T090000Z',
    'EXDATE;VALUE=DATE:20261104',
    'RDATE:20261201T090000Z',
    'RDATE;VALUE=PERIOD:20261202T090000Z/PT3H',
  );
  const moved = eventOf('UID:s', 'RECURRENCE-ID:20261103T090000Z', 'DTSTART:20261103T150000Z', 'DURATION:PT30M');
  expect(read(...series, ...moved)).toEqual([
    '2026-11-01T09:00/2026-11-01T10:00',
    '2026-11-03T15:00/2026-11-03T15:30',
    '2026-11-05T09:00/2026-11-05T10:00',
    '2026-12-01T09:00/2026-12-01T10:00',
    '2026-12-02T09:00/2026-12-02T12:00',
  ]);
  // Dates alone add to the start, they do not replace it.
  expect(read(...eventOf('UID:d', 'DTSTART:20261101T090000Z', 'DURATION:PT1H', 'RDATE:20261103T090000Z'))).toHaveLength(
    2,
  );
});

test('[BK102] what is cancelled, free or our own does not block, and a day that was cancelled alone neither', () => {
  const time = ['DTSTART:20261101T090000Z', 'DTEND:20261101T100000Z'];
  expect(read(...eventOf('UID:a', ...time, 'STATUS:CANCELLED'))).toEqual([]);
  expect(read(...eventOf('UID:a', ...time, 'TRANSP:TRANSPARENT'))).toEqual([]);
  expect(read(...eventOf('UID:0199-abc@cuedesk', ...time))).toEqual([]);
  expect(read(...eventOf('UID:a', ...time, 'TRANSP:OPAQUE', 'STATUS:TENTATIVE'))).toHaveLength(1);
  const cancelled = eventOf('UID:s', 'RECURRENCE-ID:20261102T090000Z', 'DTSTART:20261102T090000Z', 'STATUS:CANCELLED');
  expect(read(...eventOf('UID:s', ...time, 'RRULE:FREQ=DAILY;COUNT=2'), ...cancelled)).toHaveLength(1);
});

test('[BK103] a whole day is the creator’s day, however long its clock makes it', () => {
  expect(read(...eventOf('UID:a', 'DTSTART;VALUE=DATE:20261025'))).toEqual(['2026-10-24T22:00/2026-10-25T23:00']);
  expect(read(...eventOf('UID:a', 'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270103'))).toEqual([
    '2026-12-30T23:00/2027-01-02T23:00',
  ]);
  const times = busyTimesOf(calendarOf(...eventOf('UID:a', 'DTSTART;VALUE=DATE:20270328')), {
    ...ASK,
    zone: 'America/Sao_Paulo',
  });
  expect(times?.spans).toEqual([{ from: Date.parse('2027-03-28T03:00Z'), to: Date.parse('2027-03-29T03:00Z') }]);
});

test('[BK104] a series that has run for years says the same of the window as one worked out from its first day', () => {
  const weekly = (start: string, more: string) =>
    eventOf(
      'UID:w',
      `DTSTART;TZID=Europe/Berlin:${start}`,
      'DURATION:PT1H',
      `RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH${more}`,
    );
  // A count keeps the parser from skipping ahead.
  const ahead = read(...weekly('20100104T100000', ''));
  expect(ahead).toEqual(read(...weekly('20100104T100000', ';COUNT=5000')));
  expect(ahead.length).toBeGreaterThan(100);
  expect(
    read(...eventOf('UID:d', 'DTSTART:20000101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;INTERVAL=100')),
  ).toEqual(
    read(...eventOf('UID:d', 'DTSTART:20000101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;INTERVAL=100;COUNT=999')),
  );
});

test('[BK105] an event that makes no sense is told of and takes no other with it; other text is no calendar', () => {
  const good = eventOf('UID:a', 'DTSTART:20261101T090000Z', 'DTEND:20261101T100000Z');
  const bad = [
    eventOf('UID:b'),
    eventOf('UID:c', 'DTSTART:tomorrow'),
    eventOf('UID:d', 'DTSTART:20261101T090000Z', 'RRULE:FREQ=SOMETIMES'),
  ];
  const times = busyTimesOf(calendarOf(...bad.flat(), ...good), ASK);
  expect(times).toMatchObject({ spans: [{ from: Date.parse('2026-11-01T09:00Z') }] });
  expect(times?.unread).toBeGreaterThan(0);
  for (const text of ['', '<html>Sign in</html>', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'BEGIN:VCARD\r\nEND:VCARD']) {
    expect(busyTimesOf(text, ASK)).toBeNull();
  }
});

test('[BK106] busy times without events block too, and those that say free do not', () => {
  expect(
    read(
      'BEGIN:VFREEBUSY',
      'FREEBUSY;FBTYPE=BUSY:20261101T090000Z/PT1H,20261102T090000Z/20261102T110000Z',
      'FREEBUSY;FBTYPE=FREE:20261103T090000Z/PT1H',
      'END:VFREEBUSY',
    ),
  ).toEqual(['2026-11-01T09:00/2026-11-01T10:00', '2026-11-02T09:00/2026-11-02T11:00']);
});

test('[BK107] a file without an end is read as far as it goes, and how far that is is told', () => {
  const endless = eventOf('UID:a', 'DTSTART:20261001T000000Z', 'DURATION:PT1M', 'RRULE:FREQ=MINUTELY;INTERVAL=2');
  const times = busyTimesOf(calendarOf(...endless), ASK);
  expect(times?.spans).toHaveLength(MOST_SPANS);
  expect(times?.until).toBe(times?.spans.at(-1)?.to);
  const past = eventOf('UID:a', 'DTSTART:19700101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY');
  expect(busyTimesOf(calendarOf(...past), ASK)).toMatchObject({ spans: [], until: WINDOW.from });
});

test('[BK107] a rule that keeps the parser busy for ever ends with its thread, and this one goes on meanwhile', async () => {
  const never = eventOf(
    'UID:a',
    'DTSTART:20261001T000000Z',
    'DURATION:PT1H',
    'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
  );
  const body = new TextEncoder().encode(calendarOf(...never));
  let turns = 0;
  const count = setInterval(() => turns++, 1);
  const job = parseApart({ body, ...ASK }, new AbortController().signal, 1500);
  expect(await job).toBe('too-complex');
  clearInterval(count);
  expect(turns).toBeGreaterThan(10);
});

test('[BK129] a time in the hour that a clock skips is the one that the clock would have shown without the change', () => {
  const zoned = (name: string, time: string) => `${name};TZID=Europe/Berlin:${time}`;
  const event = (from: string, to: string) => [
    'BEGIN:VEVENT',
    'UID:skipped',
    zoned('DTSTART', from),
    zoned('DTEND', to),
    'END:VEVENT',
  ];
  expect(read(...event('20270328T023000', '20270328T040000'))).toEqual(['2027-03-28T01:30/2027-03-28T02:00']);
  expect(read(...event('20270327T220000', '20270328T024500'))).toEqual(['2027-03-27T21:00/2027-03-28T01:45']);
});
