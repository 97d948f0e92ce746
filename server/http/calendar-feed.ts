import { z } from 'zod';
import type { CalendarFeedDoor } from '../app/calendar-feed.ts';
import { refuse } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

/** A phone asks a few times an hour; who guesses gets no further than this. */
const config = { access: 'anyone', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;

/** The creator's bookings as a calendar to subscribe to, on both doors: whoever has the address reads it. */
export function calendarFeedRoute(api: Api, feed: Pick<CalendarFeedDoor, 'file'>): void {
  api.get(
    '/api/v1/public/calendar/:file',
    {
      config,
      schema: {
        summary: 'The creator’s bookings as a calendar, under a secret address',
        params: z.object({ file: z.string().max(512) }),
        response: { 200: z.string(), ...problems },
      },
      // Not JSON: the file as it is.
      serializerCompiler: () => (data) => (typeof data === 'string' ? data : JSON.stringify(data)),
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
      const secret = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1];
      const file = secret === undefined ? null : await feed.file(secret);
      if (file === null) return sendRefusal(reply, refuse('not-found'));
      return reply.code(200).type('text/calendar; charset=utf-8').send(file);
    },
  );
}
