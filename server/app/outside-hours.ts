import { Temporal } from 'temporal-polyfill';
import type { OutsideBooking } from '../../shared/outside-booking.ts';
import { toWireInstant } from '../../shared/time.ts';
import { outsideHours } from '../core/booking/outside-hours.ts';
import { allServices } from '../store/offers.ts';
import { comingBookings } from '../store/requests.ts';
import type { BookingParts } from './booking-parts.ts';
import { readAvailability } from './calendar.ts';

/** Of so many coming bookings, the earliest, it is known whether they lie in the hours. */
const MOST_LOOKED_AT = 500;

/** The coming bookings that lie outside the hours of now, the earliest first. */
export async function readOutsideHours({ store, creatorId, clock }: BookingParts): Promise<OutsideBooking[]> {
  const { db } = store;
  const availability = await readAvailability(db, creatorId);
  const coming = await comingBookings(db, creatorId, clock(), MOST_LOOKED_AT);
  const services = await allServices(db, creatorId);
  const timed = coming.flatMap(({ id, name, service, start, end }) =>
    start === null || end === null ? [] : { id, name, service, from: start, to: end },
  );
  return outsideHours(availability, timed).map(({ id, name, service, from, to }) => {
    const begins = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(availability.zone);
    const title = services.get(service)?.service.title ?? {};
    const date = begins.toPlainDate().toString();
    return { id, name, title, start: toWireInstant(from), end: toWireInstant(to), date };
  });
}
