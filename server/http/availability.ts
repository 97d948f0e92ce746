import { z } from 'zod';
import { Availability } from '../../shared/booking.ts';
import { OutsideBooking } from '../../shared/outside-booking.ts';
import type { Offers } from '../app/offers.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

/** When the creator can be booked. */
export function availabilityRoutes(api: Api, { offers }: { offers: Offers }): void {
  const config = { access: 'desk', right: 'settings' } as const;
  const response = { 200: Availability, ...problems };
  api.get(
    '/api/v1/availability',
    { config, schema: { summary: 'Weekly hours and days off; none before they were set', response } },
    () => offers.availability(),
  );
  api.get(
    '/api/v1/availability/outside',
    {
      config,
      schema: {
        summary: 'Coming bookings and offered times outside the hours, which stay: the earliest first',
        response: { 200: z.array(OutsideBooking), ...problems },
      },
    },
    () => offers.outsideHours(),
  );
  api.put(
    '/api/v1/availability',
    {
      config,
      schema: { summary: 'Weekly hours in a zone, and days that differ', body: Availability, response },
    },
    async (request, reply) => {
      const kept = await offers.setAvailability(request.body);
      return isRefusal(kept) ? sendRefusal(reply, kept) : kept;
    },
  );
}
