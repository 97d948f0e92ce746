import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookableSlots, type Calendar, isOffered, type TakenTime } from '../../../server/core/booking/slots.ts';
import { Availability, Service } from '../../../shared/booking.ts';

/*
 * A second model of the same rule, made in another way: it asks Intl what the creator's clock reads every five minutes
 * and knows nothing of offsets, transitions or Temporal.
 */

const TICK = 5 * 60_000;
const DAY = 24 * 60 * 60_000;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const ZONES = Intl.supportedValuesOf('timeZone');

interface Wall {
  readonly date: string;
  readonly day: string;
  readonly minute: number;
}

function clockOf(zone: string): (at: number) => Wall {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const date = `${part['year']}-${part['month']}-${part['day']}`;
    return {
      date,
      day: String(part['weekday']).toLowerCase(),
      minute: Number(part['hour']) * 60 + Number(part['minute']),
    };
  };
}

/** Days from 2025 to 2030 on which the zone's clock changes. */
function changeDays(zone: string): number[] {
  const clock = clockOf(zone);
  const days: number[] = [];
  for (let week = Date.UTC(2025, 0, 1); week < Date.UTC(2031, 0, 1); week += 7 * DAY) {
    if (clock(week).minute === clock(week + 7 * DAY).minute) continue;
    for (let at = week; at < week + 7 * DAY; at += DAY) {
      if (clock(at).minute !== clock(at + DAY).minute) days.push(at);
    }
  }
  return days;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Every start in the window whose whole session lies in one run of open ticks, a multiple of the step from its begin. */
function naiveStarts({ availability, service, now }: Calendar, window: { from: number; to: number }): number[] {
  const clock = clockOf(availability.zone);
  const ticks: { at: number; wall: Wall }[] = [];
  for (let at = window.from - 1.5 * DAY; at < window.to + 1.5 * DAY; at += TICK) ticks.push({ at, wall: clock(at) });
  const found = new Set<number>();
  const dates = new Set(ticks.map(({ wall }) => wall.date));
  for (const date of dates) {
    const day = ticks.find(({ wall }) => wall.date === date)?.wall.day;
    const exception = availability.exceptions.find((one) => one.date === date);
    for (const hours of exception?.hours ?? availability.weekly.filter((one) => one.day === day)) {
      const inside = (wall: Wall) =>
        wall.date === date && wall.minute >= minuteOf(hours.from) && wall.minute < minuteOf(hours.to);
      let begin: number | null = null;
      for (const { at, wall } of ticks) {
        if (!inside(wall)) {
          begin = null;
          continue;
        }
        begin ??= at;
        // `at` is the last tick of a session that starts here.
        const start = at + TICK - service.minutes * 60_000;
        if (start >= begin && (start - begin) % (availability.stepMinutes * 60_000) === 0) found.add(start);
      }
    }
  }
  const opens = now + service.noticeMinutes * 60_000;
  const closes = now + service.horizonDays * DAY;
  return [...found]
    .filter((start) => start >= window.from && start < window.to && start >= opens && start <= closes)
    .sort((a, b) => a - b);
}

const time = (most: number) =>
  fc.integer({ min: 0, max: most / 15 }).map((quarter) => {
    const minutes = quarter * 15;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  });
const span = fc
  .tuple(time(1425), time(1440))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from, to }));

const scene = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    pick: fc.nat(),
    weekly: fc.array(fc.tuple(fc.constantFrom(...WEEKDAYS), span), { minLength: 3, maxLength: 12 }),
    off: fc.option(fc.array(span, { maxLength: 2 })),
    stepMinutes: fc.constantFrom(5, 15, 30, 45, 60, 90),
    minutes: fc.constantFrom(5, 15, 30, 60, 90),
    noticeMinutes: fc.constantFrom(0, 60, 1440),
    lead: fc.integer({ min: 0, max: 60 }),
    buffers: fc.tuple(fc.constantFrom(0, 15), fc.constantFrom(0, 30)),
    taken: fc.array(fc.tuple(fc.integer({ min: 0, max: 280 }), fc.integer({ min: 1, max: 12 })), { maxLength: 6 }),
  })
  .map((made) => {
    const days = changeDays(made.zone);
    const middle =
      days.length > 0 ? (days[made.pick % days.length] ?? 0) : Date.UTC(2026, 0, 1) + (made.pick % 2000) * DAY;
    const window = { from: middle - DAY / 2, to: middle + DAY };
    const exceptions = made.off ? [{ date: new Date(middle).toISOString().slice(0, 10), hours: made.off }] : [];
    const weekly = made.weekly.map(([day, hours]) => ({ day, ...hours }));
    const availability = Availability.parse({ zone: made.zone, stepMinutes: made.stepMinutes, weekly, exceptions });
    const service = Service.parse({
      id: 'own',
      slug: 's',
      kind: 'consulting',
      title: { en: 'S' },
      price: { minor: 1, currency: 'EUR' },
      minutes: made.minutes,
      noticeMinutes: made.noticeMinutes,
      bufferBeforeMinutes: made.buffers[0],
      bufferAfterMinutes: made.buffers[1],
    });
    const now = middle - made.lead * 60 * 60_000;
    const taken = notOverlapping(made.taken, window.from);
    return { window, calendar: { availability, service, now, taken, busy: [], lives: [] } };
  });

function notOverlapping(pairs: ReadonlyArray<readonly [number, number]>, begin: number): TakenTime[] {
  const taken: TakenTime[] = [];
  for (const [slot, length] of [...pairs].sort(([a], [b]) => a - b)) {
    const from = begin + slot * 15 * 60_000;
    if (from < (taken.at(-1)?.to ?? 0)) continue;
    const to = from + length * 15 * 60_000;
    taken.push({ from, to, start: from, end: to, service: 'other', capacity: 1, seatsTaken: 1 });
  }
  return taken;
}

test('[BK10] in every zone, on days the clock changes, slots are those of a clock that is simply read', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(scene, ({ calendar, window }) => {
      const { service } = calendar;
      const offered = naiveStarts(calendar, window);
      const expected = offered.filter((start) => {
        const from = start - service.bufferBeforeMinutes * 60_000;
        const to = start + (service.minutes + service.bufferAfterMinutes) * 60_000;
        return !calendar.taken.some((busy) => busy.from < to && busy.to > from);
      });
      const slots = bookableSlots(calendar, window).map((slot) => slot.start);
      expect(slots).toEqual(expected);
      for (const start of offered) expect(isOffered(calendar, start)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
