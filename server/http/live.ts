import { z } from 'zod';
import { DeskLive, LiveSession } from '../../shared/live.ts';
import type { Live } from '../app/live.ts';
import type { Sources } from '../app/sources.ts';
import { refuse } from '../core/decision.ts';
import { liveFor } from '../core/desk/by-rights.ts';
import { type Api, problems, rightsOf, sendRefusal } from './api.ts';

const None = z.object({}).nullish();
const Newest = z.object({ limit: z.coerce.number().int().min(1).max(1000).optional() });

/** The live session, all sessions, and a session by hand. */
export function liveRoutes(api: Api, app: { live: Live; sources: Sources }): void {
  const current = () => app.live.session(app.sources.statuses());

  api.route({
    method: 'GET',
    url: '/api/v1/live',
    config: { access: 'desk' },
    schema: { summary: 'The current or last live session', response: { 200: DeskLive, ...problems } },
    handler: async (request) => liveFor(current(), rightsOf(request)),
  });

  api.route({
    method: 'GET',
    url: '/api/v1/sessions',
    config: { access: 'desk' },
    schema: {
      summary: 'All live sessions, newest first, or the newest so many',
      querystring: Newest,
      response: { 200: z.array(DeskLive), ...problems },
    },
    handler: async (request) => {
      const sessions = await app.live.sessions(app.sources.statuses(), request.query.limit);
      return sessions.map((session) => liveFor(session, rightsOf(request)));
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/live/start',
    config: { access: 'owner' },
    schema: {
      summary: 'Begin a session by hand; the running one ends',
      body: None,
      response: { 200: LiveSession, ...problems },
    },
    handler: async () => {
      await app.live.start();
      return current();
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/live/end',
    config: { access: 'owner' },
    schema: { summary: 'End the running session by hand', body: None, response: { 200: LiveSession, ...problems } },
    handler: async (_request, reply) => {
      if (!(await app.live.end())) return sendRefusal(reply, refuse('no-session'));
      return current();
    },
  });
}
