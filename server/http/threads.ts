import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { RequestDraft, WaitDays } from '../../shared/booking.ts';
import { Language } from '../../shared/languages.ts';
import { LONGEST_MESSAGE } from '../../shared/message-length.ts';
import { MoveTimes, ThreadAnswer } from '../../shared/public-page.ts';
import { WholeMinute } from '../../shared/time.ts';
import { ViewerData } from '../../shared/viewer-data.ts';
import type { BookingViews } from '../app/booking-views.ts';
import type { ViewerRequests } from '../app/requests.ts';
import type { Unopened } from '../app/unopened.ts';
import { calendarFile } from '../core/booking/calendar-file.ts';
import { isRefusal, type Refusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';
import { boundedWindow, windowFields, windowOf } from './slot-window.ts';

const Thread = z.object({ secret: z.string().max(512) });
const Nothing = z.object({}).nullish();
const Waiting = z.object({ days: WaitDays.optional() }).nullish();
const Reads = RequestDraft.pick({ locale: true }).extend({ language: Language });
const MailAt = z.object({ email: z.email().max(254).nullable() });
const config = { access: 'anyone' } as const;
/** Of one address, each kind of act on its own. */
const actConfig = { access: 'anyone', rateLimit: { max: 60, timeWindow: '1 minute' } } as const;

export interface ThreadRoutes {
  readonly viewers: Pick<
    ViewerRequests,
    'write' | 'cancel' | 'move' | 'speak' | 'mailAt' | 'waitlist' | 'waitFor' | 'erase'
  >;
  readonly unopened: Pick<Unopened, 'opened'>;
  readonly views: Pick<BookingViews, 'thread' | 'moveTimes' | 'calendarEntry' | 'viewerData'>;
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
  api.get(path, { config, schema: { summary: 'The thread', params: Thread, response } }, async (request, reply) => {
    const { secret } = request.params;
    await app.unopened.opened(secret);
    return answer(reply, secret);
  });
  const text = z.string().trim().min(1).max(LONGEST_MESSAGE);
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
    { config: actConfig, schema: { summary: 'Call it off', params: Thread, body: Nothing, response } },
    async (request, reply) => {
      const { secret } = request.params;
      return answer(reply, secret, await app.viewers.cancel(secret));
    },
  );
  const summary = 'Join the end of the waitlist, or pass its offer on; with days, wait for those in the same place';
  api.post(
    `${path}/waitlist`,
    { config: actConfig, schema: { summary, params: Thread, body: Waiting, response } },
    async (request, reply) => {
      const { secret } = request.params;
      const days = request.body?.days;
      return answer(reply, secret, await (days ? app.viewers.waitFor(secret, days) : app.viewers.waitlist(secret)));
    },
  );
  api.post(
    `${path}/move`,
    {
      config: actConfig,
      schema: { summary: 'Another time', params: Thread, body: z.object({ start: WholeMinute }), response },
    },
    async (request, reply) => {
      const { secret } = request.params;
      return answer(reply, secret, await app.viewers.move(secret, request.body.start));
    },
  );
  api.post(
    `${path}/language`,
    {
      config: actConfig,
      schema: { summary: 'What the viewer reads from now on', params: Thread, body: Reads, response },
    },
    async (request, reply) => {
      const { secret } = request.params;
      return answer(reply, secret, await app.viewers.speak(secret, request.body.language, request.body.locale));
    },
  );
  api.post(
    `${path}/email`,
    {
      config: actConfig,
      schema: { summary: 'Where mails go from now on; null: nowhere', params: Thread, body: MailAt, response },
    },
    async (request, reply) => {
      const { secret } = request.params;
      return answer(reply, secret, await app.viewers.mailAt(secret, request.body.email));
    },
  );
  moveTimesRoute(api, app);
  eraseRoute(api, app);
  dataRoute(api, app);
  calendarRoute(api, app);
}

function moveTimesRoute(api: Api, app: ThreadRoutes): void {
  api.get(
    '/api/v1/public/threads/:secret/slots',
    {
      config: actConfig,
      schema: {
        summary: 'The times that the request can move to, ascending',
        params: Thread,
        querystring: boundedWindow(z.object(windowFields)),
        response: { 200: MoveTimes, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const times = await app.views.moveTimes(request.params.secret, windowOf(request.query));
      return isRefusal(times) ? sendRefusal(reply, times) : reply.code(200).send(times);
    },
  );
}

function eraseRoute(api: Api, app: ThreadRoutes): void {
  api.post(
    '/api/v1/public/threads/:secret/erase',
    {
      config: actConfig,
      schema: {
        summary: 'Take the person and every word out of the store; the address opens nothing afterwards',
        params: Thread,
        body: Nothing,
        response: { 200: z.object({}), ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const done = await app.viewers.erase(request.params.secret);
      return isRefusal(done) ? sendRefusal(reply, done) : reply.code(200).send({});
    },
  );
}

function dataRoute(api: Api, app: ThreadRoutes): void {
  api.get(
    '/api/v1/public/threads/:secret/data.json',
    {
      config: actConfig,
      schema: {
        summary: 'Everything that is kept of the viewer, as a file',
        params: Thread,
        response: { 200: ViewerData, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const data = await app.views.viewerData(request.params.secret);
      if (isRefusal(data)) return sendRefusal(reply, data);
      reply.header('content-disposition', 'attachment; filename="my-data.json"');
      return reply.code(200).send(data);
    },
  );
}

function calendarRoute(api: Api, app: ThreadRoutes): void {
  api.get(
    '/api/v1/public/threads/:secret/calendar.ics',
    {
      config,
      schema: {
        summary:
          'The booking as a calendar file, its instants in UTC; of one that is off, the file that takes it out again',
        params: Thread,
        response: { 200: z.string(), ...problems },
      },
      // Not JSON: the file as it is.
      serializerCompiler: () => (data) => (typeof data === 'string' ? data : JSON.stringify(data)),
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { secret } = request.params;
      const entry = await app.views.calendarEntry(secret);
      if (isRefusal(entry)) return sendRefusal(reply, entry);
      reply.header('content-disposition', 'attachment; filename="booking.ics"');
      return reply.code(200).type('text/calendar; charset=utf-8').send(calendarFile(entry));
    },
  );
}
