import { Temporal } from 'temporal-polyfill';
import type { OutsideBooking } from '../../shared/outside-booking.ts';
import { toWireInstant } from '../../shared/time.ts';
import { outsideHours } from '../core/booking/outside-hours.ts';
import type { Span } from '../core/booking/span.ts';
import { allServices, type KeptService } from '../store/offers.ts';
import { comingBookings, requestsWithOffers } from '../store/requests.ts';
import type { BookingParts } from './booking-parts.ts';
import { readAvailability } from './calendar.ts';

/** Of so many coming bookings, the earliest, and of as many requests with offered times it is known whether they lie in the hours. */
const MOST_LOOKED_AT = 500;

interface Timed extends Span {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly offered: boolean;
}

/** The coming bookings, and the times that viewers can still take, that lie outside the hours of now, the earliest first. */
export async function readOutsideHours(parts: BookingParts): Promise<OutsideBooking[]> {
  const { store, creatorId, clock } = parts;
  const { db } = store;
  const availability = await readAvailability(db, creatorId);
  const coming = await comingBookings(db, creatorId, clock(), MOST_LOOKED_AT);
  const services = await allServices(db, creatorId);
  const booked = coming.flatMap(({ id, name, service, start, end }): Timed[] =>
    start === null || end === null ? [] : [{ id, name, service, from: start, to: end, offered: false }],
  );
  const timed = [...booked, ...(await offeredTimes(parts, services))].sort((a, b) => a.from - b.from);
  return outsideHours(availability, timed).map(({ id, name, service, from, to, offered }) => {
    const begins = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(availability.zone);
    const title = services.get(service)?.service.title ?? {};
    const date = begins.toPlainDate().toString();
    return { id, name, title, start: toWireInstant(from), end: toWireInstant(to), date, offered };
  });
}

async function offeredTimes(
  { store, creatorId, clock }: BookingParts,
  services: ReadonlyMap<string, KeptService>,
): Promise<Timed[]> {
  const now = clock();
  const offering = await requestsWithOffers(store.db, creatorId, MOST_LOOKED_AT);
  return offering
    .filter(({ offersUntil }) => offersUntil === null || offersUntil > now)
    .flatMap(({ id, name, service, offers }) => {
      const length = (services.get(service)?.service.minutes ?? 0) * 60_000;
      return offers
        .filter((from) => from > now)
        .map((from) => ({ id, name, service, from, to: from + length, offered: true }));
    });
}
