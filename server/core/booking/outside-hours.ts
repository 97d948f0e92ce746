import type { Availability } from '../../../shared/booking.ts';
import { openSpans } from './hours.ts';
import { joined, type Span } from './span.ts';

/** Those of the appointments that do not lie whole in the hours, whatever has changed since they were made. */
export function outsideHours<T extends Span>(availability: Availability, appointments: ReadonlyArray<T>): T[] {
  return appointments.filter(
    (one) => !joined(openSpans(availability, one)).some(({ from, to }) => from <= one.from && to >= one.to),
  );
}
