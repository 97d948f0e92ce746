import { describe, expect, test } from 'vitest';
import { wallTime } from '../../../server/core/booking/hours.ts';
import {
  bookableSlots,
  type Calendar,
  isOffered,
  leftInWeek,
  nearestOf,
  type TakenTime,
} from '../../../server/core/booking/slots.ts';
import { Availability, Service } from '../../../shared/booking.ts';
import { toMillis, toWireInstant } from '../../../shared/time.ts';

type Hours = Partial<Availability> & Pick<Availability, 'weekly'>;

function calendar(
  hours: Hours,
  service: Partial<Service> = {},
  now = '2026-03-01T00:00:00Z',
  taken: TakenTime[] = [],
): Calendar {
  const whole = { slug: 's', kind: 'consulting', title: { en: 'S' }, price: { minor: 1, currency: 'EUR' }, id: 'own' };
  return {
    availability: Availability.parse({ zone: 'Europe/Berlin', ...hours }),
    service: Service.parse({ ...whole, minutes: 60, horizonDays: 730, ...service }),
    taken,
    busy: [],
    lives: [],
    now: toMillis(now),
  };
}

function starts(of: Calendar, from: string, to: string): string[] {
  return bookableSlots(of, { from: toMillis(from), to: toMillis(to) }).map((slot) => toWireInstant(slot.start));
}

function walls(of: Calendar, from: string, to: string): string[] {
  return starts(of, from, to).map((start) => wallTime(toMillis(start), of.availability.zone).slice(11));
}

function taken(from: string, minutes: number, more: Partial<TakenTime> = {}): TakenTime {
  const start = toMillis(from);
  const end = start + minutes * 60_000;
  return { from: start, to: end, start, end, service: 'other', capacity: 1, seatsTaken: 1, ...more };
}

const SUNDAY_NIGHT = [{ day: 'sun', from: '00:00', to: '06:00' } as const];

describe('slots at clock changes', () => {
  test('[BK10] the night the clock goes forward has an hour less, and no slot is lost or lies in the skipped hour', () => {
    const of = calendar({ weekly: SUNDAY_NIGHT, stepMinutes: 60 });
    expect(walls(of, '2027-03-27T12:00:00Z', '2027-03-28T12:00:00Z')).toEqual([
      '00:00',
      '01:00',
      '03:00',
      '04:00',
      '05:00',
    ]);
  });

  test('[BK10] the night the clock goes back has an hour more, each slot at an instant of its own', () => {
    const of = calendar({ weekly: SUNDAY_NIGHT, stepMinutes: 60 });
    const found = starts(of, '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z');
    expect(found).toHaveLength(7);
    expect(new Set(found).size).toBe(7);
    expect(walls(of, '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z').filter((wall) => wall === '02:00')).toHaveLength(
      2,
    );
  });

  test('[BK10] hours that begin or end in the skipped hour are cut at the change', () => {
    const weekly = [{ day: 'sun', from: '02:30', to: '05:00' } as const];
    expect(walls(calendar({ weekly }), '2027-03-28T00:00:00Z', '2027-03-29T00:00:00Z')).toEqual([
      '03:00',
      '03:30',
      '04:00',
    ]);
    const early = [{ day: 'sun', from: '00:00', to: '02:30' } as const];
    expect(walls(calendar({ weekly: early }), '2027-03-27T12:00:00Z', '2027-03-29T00:00:00Z')).toEqual([
      '00:00',
      '00:30',
      '01:00',
    ]);
  });

  test('[BK10] hours within the repeated hour can be booked in both passes', () => {
    const weekly = [{ day: 'sun', from: '02:00', to: '03:00' } as const];
    const of = calendar({ weekly }, { minutes: 30 });
    expect(starts(of, '2026-10-24T12:00:00Z', '2026-10-26T00:00:00Z')).toEqual([
      '2026-10-25T00:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:00:00Z',
      '2026-10-25T01:30:00Z',
    ]);
  });

  test('[BK10] a day that begins at one o’clock, because midnight is skipped, is bookable from its first minute', () => {
    const weekly = [{ day: 'sun', from: '00:00', to: '03:00' } as const];
    const of = calendar({ zone: 'America/Havana', weekly });
    expect(walls(of, '2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z')).toEqual(['01:00', '01:30', '02:00']);
  });
});

describe('slots of a day', () => {
  const day = ['2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'] as const;

  test('[BK11] each of two spans of a day has its own steps, and no slot reaches from one into the next', () => {
    const weekly = [
      { day: 'mon', from: '09:00', to: '10:30' } as const,
      { day: 'mon', from: '10:30', to: '12:10' } as const,
    ];
    expect(walls(calendar({ weekly }), ...day)).toEqual(['09:00', '09:30', '10:30', '11:00']);
  });

  test('[BK11] a start that two overlapping spans offer is offered once', () => {
    const weekly = [
      { day: 'mon', from: '09:00', to: '11:00' } as const,
      { day: 'mon', from: '10:00', to: '12:00' } as const,
    ];
    expect(walls(calendar({ weekly }), ...day)).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00']);
  });

  test('[BK11] hours may end at 24:00, the end of the day', () => {
    const weekly = [{ day: 'mon', from: '22:00', to: '24:00' } as const];
    expect(walls(calendar({ weekly }), ...day)).toEqual(['22:00', '22:30', '23:00']);
  });

  test('[BK12] an exception replaces the whole day, and without hours is a day off', () => {
    const weekly = [{ day: 'mon', from: '09:00', to: '17:00' } as const];
    const off = { date: '2026-11-23', hours: [] };
    expect(walls(calendar({ weekly, exceptions: [off] }), ...day)).toEqual([]);
    const short = { date: '2026-11-23', hours: [{ from: '13:00', to: '14:00' }] };
    expect(walls(calendar({ weekly, exceptions: [short] }), ...day)).toEqual(['13:00']);
  });

  test('[BK13] nothing is offered in the past, inside the notice or beyond the horizon', () => {
    const weekly = [{ day: 'mon', from: '09:00', to: '17:00' } as const];
    const of = calendar({ weekly }, { noticeMinutes: 120, horizonDays: 7 }, '2026-11-23T12:00:00Z');
    expect(walls(of, ...day)).toEqual(['15:00', '15:30', '16:00']);
    expect(isOffered(of, toMillis('2026-11-23T13:30:00Z'))).toBe(false);
    expect(isOffered(of, toMillis('2026-11-23T14:00:00Z'))).toBe(true);
    expect(isOffered(of, toMillis('2026-11-23T14:10:00Z'))).toBe(false);
    expect(isOffered(of, toMillis('2026-11-30T12:00:00Z'))).toBe(true);
    expect(isOffered(of, toMillis('2026-11-30T12:30:00Z'))).toBe(false);
  });

  test('[BK14] a slot is gone when its time with its buffers touches what is taken', () => {
    const weekly = [{ day: 'mon', from: '09:00', to: '13:00' } as const];
    const busy = [taken('2026-11-23T10:00:00Z', 30)];
    const plain = calendar({ weekly }, { minutes: 30 }, undefined, busy);
    expect(walls(plain, ...day)).toEqual(['09:00', '09:30', '10:00', '10:30', '11:30', '12:00', '12:30']);
    const buffered = calendar(
      { weekly },
      { minutes: 30, bufferBeforeMinutes: 10, bufferAfterMinutes: 10 },
      undefined,
      busy,
    );
    expect(walls(buffered, ...day)).toEqual(['09:00', '09:30', '10:00', '12:00', '12:30']);
  });

  test('[BK15] of two starts as near to the asked one the later is named first, and the list is in order of time', () => {
    const slots = [8, 9, 11, 12].map((hour) => ({ start: hour, end: hour + 1, seats: 1 }));
    expect(nearestOf(slots, 10, 3)).toEqual([9, 11, 12]);
  });

  test('[BK16] what is left this week counts slots that do not stand in each other’s way, up to Sunday night', () => {
    const weekly = [
      { day: 'sun', from: '09:00', to: '12:00' } as const,
      { day: 'mon', from: '09:00', to: '12:00' } as const,
    ];
    const of = calendar({ weekly }, { minutes: 60, bufferAfterMinutes: 30 }, '2026-11-22T06:00:00Z');
    expect(leftInWeek(of)).toBe(2);
  });
});
