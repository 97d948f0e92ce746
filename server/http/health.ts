import { z } from 'zod';
import { type Api, sendProblem } from './api.ts';

/** One word per part. `ok` is the only one that does not make the whole unready. */
export type Readiness = () => Promise<{ store: string; source: string; obs: string }>;

/** Whether it serves, and whether its parts work. No secrets, no addresses. */
export function healthRoutes(api: Api, readiness: Readiness): void {
  api.route({
    method: 'GET',
    url: '/healthz',
    config: { access: 'anyone' },
    schema: { hide: true, response: { 200: z.object({ status: z.literal('ok') }) } },
    handler: async () => ({ status: 'ok' as const }),
  });
  api.route({
    method: 'GET',
    url: '/readyz',
    config: { access: 'anyone' },
    schema: { hide: true },
    handler: async (_request, reply) => {
      const parts = await readiness();
      // Only the store decides: a live without OBS or a feed is a quiet one, not a broken one.
      if (parts.store !== 'ok') return sendProblem(reply, 503, 'unavailable', { detail: `store: ${parts.store}` });
      return reply.send(JSON.stringify({ status: 'ready', ...parts }));
    },
  });
}
