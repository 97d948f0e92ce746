import { z } from 'zod';
import { FloodMarked } from '../../shared/floods.ts';
import type { BookingViews } from '../app/booking-views.ts';
import type { Floods } from '../app/floods.ts';
import { isRefusal } from '../core/decision.ts';
import { requestsFor } from '../core/desk/by-rights.ts';
import { type Api, problems, rightsOf, sendRefusal } from './api.ts';
import { DeskAnswer } from './requests.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const reads = { access: 'desk' } as const;
const config = { access: 'desk', right: 'block' } as const;
const body = z.object({}).nullish();

export interface FloodRoutes {
  readonly floods: Floods;
  readonly views: Pick<BookingViews, 'deskFlood'>;
}

/** A flood of asks: what is in it, marking it as spam as a whole, and undoing that. */
export function floodRoutes(api: Api, app: FloodRoutes): void {
  api.get(
    '/api/v1/floods/:id',
    {
      config: reads,
      schema: { summary: 'Its first asks', params: Id, response: { 200: z.array(DeskAnswer), ...problems } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const found = await app.views.deskFlood(request.params.id);
      return isRefusal(found) ? sendRefusal(reply, found) : requestsFor(found, rightsOf(request));
    },
  );
  api.post(
    '/api/v1/floods/:id/spam',
    {
      config,
      schema: { summary: 'Mark all of it as spam', params: Id, body, response: { 200: FloodMarked, ...problems } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const done = await app.floods.spam(request.params.id);
      return isRefusal(done) ? sendRefusal(reply, done) : done;
    },
  );
  api.post(
    '/api/v1/floods/undo/:id',
    {
      config,
      schema: { summary: 'Give back what was marked', params: Id, body, response: { 200: z.object({}), ...problems } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const done = await app.floods.undo(request.params.id);
      return isRefusal(done) ? sendRefusal(reply, done) : {};
    },
  );
}
