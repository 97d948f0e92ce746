import type { Service } from '../../shared/booking.ts';
import { isOpen } from '../../shared/request-states.ts';
import { type EpochMillis, toWireInstant } from '../../shared/time.ts';
import type { BookingRequest } from '../core/booking/request.ts';
import { type Calendar, isFree } from '../core/booking/slots.ts';
import { canChooseAnew, hasKeptOffer } from '../core/booking/waitlist.ts';
import { allServices } from '../store/offers.ts';
import type { BookingParts } from './booking-parts.ts';
import { calendarFor, nearestStarts, refusalOf } from './calendar.ts';

/**
 * What a viewer may choose from whose time is gone: the desk's offers that are still free, else the nearest. Of a booking
 * that stands, what the desk offers in its place.
 */
export async function choices(parts: BookingParts, request: BookingRequest, service: Service): Promise<string[]> {
  const { creatorId, clock } = parts;
  const { db } = parts.store;
  const now = clock();
  const booked = request.state === 'booked';
  if (request.state !== 'offered' && !booked && !canChooseAnew(request, now)) return [];
  // What is kept for this viewer looks taken to everybody, and is gone when it lapses.
  if (hasKeptOffer(request)) return now < (request.offersUntil ?? now) ? request.offers.map(toWireInstant) : [];
  const free: string[] = [];
  for (const start of request.offers) {
    // By the rule that taking one is held against: a choice that would be refused is none.
    if (!(await refusalOf(db, creatorId, service, start, 'free', now, request.id))) free.push(toWireInstant(start));
  }
  if (free.length > 0 || booked) return free;
  // Without the asked one: what was called off may be free again, and is the time that the creator cannot keep.
  return nearestStarts(db, creatorId, service, request.start ?? now, now);
}

type Asked = Pick<BookingRequest, 'state' | 'service' | 'start'>;

/** Whether the time that an open ask is for could not be accepted now: by the rule that accepting is held against. */
export async function takenStarts(
  { store: { db }, creatorId }: BookingParts,
  requests: ReadonlyArray<Asked>,
  now: EpochMillis,
): Promise<(request: Asked) => boolean> {
  const services = await allServices(db, creatorId);
  const asks = Map.groupBy(requests.filter(isOpen), ({ service }) => service);
  const calendars = new Map<string, Calendar>();
  for (const [id, asked] of asks) {
    const service = services.get(id)?.service;
    const starts = asked.flatMap(({ start }) => start ?? []);
    if (!service || starts.length === 0) continue;
    const window = { from: Math.min(...starts), to: Math.max(...starts) + 1 };
    calendars.set(id, await calendarFor(db, creatorId, service, window, now));
  }
  return (request) => {
    const calendar = calendars.get(request.service);
    return isOpen(request) && request.start !== null && !!calendar && !isFree(calendar, request.start, 'free');
  };
}
