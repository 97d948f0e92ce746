import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ThreadAnswer } from '../../shared/public-page.ts';
import { Instant } from '../../shared/time.ts';
import type { BookingViews } from '../app/booking-views.ts';
import type { ViewerRequests } from '../app/requests.ts';
import { calendarFile } from '../core/booking/calendar-file.ts';
import { isRefusal, type Refusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Thread = z.object({ secret: z.string().max(512) });
const config = { access: 'anyone' } as const;
/** Of one address, each kind of act on its own. */
const actConfig = { access: 'anyone', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;

export interface ThreadRoutes {
  readonly viewers: Pick<ViewerRequests, 'write' | 'cancel' | 'move'>;
  readonly views: Pick<BookingViews, 'thread' | 'calendarEntry'>;
}

/** One viewer's private thread: whoever has its secret is its viewer. Nothing of it may stay in a cache. */
export function threadRoutes(api: Api, app: ThreadRoutes): void {
  const path = '/api/v1/public/threads/:secret';
  const response = { 200: ThreadAnswer, ...problems };
  const answer = async (reply: FastifyReply, secret: string, done: null | Refusal = null) => {
    reply.header('cache-control', 'no-store');
    const view = isRefusal(done) ? done : await app.views.thread(secret);
    return isRefusal(view) ? sendRefusal(reply, view) : reply.code(200).send(view);
  };
  api.get(path, { config, schema: { summary: 'The thread', params: Thread, response } }, (request, reply) =>
    answer(reply, request.params.secret),
  );
  const text = z.string().trim().min(1).max(4000);
  api.post(
    `${path}/messages`,
    {
      config: actConfig,
      schema: { summary: 'Write to the creator', params: Thread, body: z.object({ text }), response },
    },
    async (request, reply) => {
      const { secret } = request.params;
      return answer(reply, secret, await app.viewers.write(secret, request.body.text));
    },
  );
  api.post(
    `${path}/cancel`,
    { config: actConfig, schema: { summary: 'Call it off', params: Thread, body: z.object({}).nullish(), response } },
    async (request, reply) => {
      const { secret } = request.params;
      return answer(reply, secret, await app.viewers.cancel(secret));
    },
  );
  api.post(
    `${path}/move`,
    {
      config: actConfig,
      schema: { summary: 'Another time', params: Thread, body: z.object({ start: Instant }), response },
    },
    async (request, reply) => {
      const { secret } = request.params;
      return answer(reply, secret, await app.viewers.move(secret, request.body.start));
    },
  );
  calendarRoute(api, app);
}

function calendarRoute(api: Api, app: ThreadRoutes): void {
  api.get(
    '/api/v1/public/threads/:secret/calendar.ics',
    {
      config,
      schema: {
        summary: 'The booking as a calendar file, its instants in UTC',
        params: Thread,
        response: { 200: z.string(), ...problems },
      },
      // Not JSON: the file as it is.
      serializerCompiler: () => (data) => (typeof data === 'string' ? data : JSON.stringify(data)),
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const entry = await app.views.calendarEntry(request.params.secret);
      if (isRefusal(entry)) return sendRefusal(reply, entry);
      reply.header('content-disposition', 'attachment; filename="booking.ics"');
      return reply.code(200).type('text/calendar; charset=utf-8').send(calendarFile(entry));
    },
  );
}
