import { z } from 'zod';
import { Service, ServiceBody } from '../../shared/booking.ts';
import { LicenceConfirm, ServiceLicences } from '../../shared/eligibility.ts';
import type { Offers } from '../app/offers.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });

/** The creator's offers. Deleting one leaves its bookings as they are. */
export function serviceRoutes(api: Api, { offers }: { offers: Offers }): void {
  const config = { access: 'desk', right: 'settings' } as const;
  api.get(
    '/api/v1/services',
    { config, schema: { summary: 'All offers', response: { 200: z.array(Service), ...problems } } },
    () => offers.services(),
  );
  api.post(
    '/api/v1/services',
    { config, schema: { summary: 'A new offer', body: ServiceBody, response: { 201: Service, ...problems } } },
    async (request, reply) => {
      const made = await offers.addService(request.body);
      return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
    },
  );
  api.put(
    '/api/v1/services/:id',
    {
      config,
      schema: {
        summary: 'Change an offer; bookings keep the time they were sold',
        params: Id,
        body: ServiceBody,
        response: { 200: Service, ...problems },
      },
    },
    async (request, reply) => {
      const changed = await offers.changeService(request.params.id, request.body);
      return isRefusal(changed) ? sendRefusal(reply, changed) : changed;
    },
  );
  api.get(
    '/api/v1/services/licences',
    {
      config,
      schema: {
        summary: 'What the list of regulated activities says of each offer, and which confirmations count',
        response: { 200: z.array(ServiceLicences), ...problems },
      },
    },
    () => offers.licences(),
  );
  api.post(
    '/api/v1/services/:id/confirm',
    {
      // A promise by name before the law: nobody gives it for the creator.
      config: { access: 'owner' },
      schema: {
        summary: 'Confirm by name that an offer needs no licence for an activity in a region; 409 where none can be',
        params: Id,
        body: LicenceConfirm,
        response: { 200: ServiceLicences, ...problems },
      },
    },
    async (request, reply) => {
      const confirmed = await offers.confirmLicence(request.params.id, request.body);
      return isRefusal(confirmed) ? sendRefusal(reply, confirmed) : confirmed;
    },
  );
  api.delete(
    '/api/v1/services/:id',
    { config, schema: { summary: 'Offer it no more', params: Id, response: { 204: z.null(), ...problems } } },
    async (request, reply) => {
      const done = await offers.deleteService(request.params.id);
      return isRefusal(done) ? sendRefusal(reply, done) : reply.code(204).send(null);
    },
  );
}
