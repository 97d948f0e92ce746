import { z } from 'zod';
import { Problem } from '../../shared/rejections.ts';
import { type Api, sendProblem } from './api.ts';

const Words = z.object({ store: z.string(), source: z.string(), obs: z.string(), redis: z.string() });
const Ready = Words.extend({ status: z.literal('ready') });

/** One word per part. No `redis` where none is configured: `off`. */
export type Readiness = () => Promise<Omit<z.infer<typeof Words>, 'redis'> & { redis?: string }>;

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
    schema: { hide: true, response: { 200: Ready, 503: Problem.extend(Words.shape) } },
    handler: async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      const parts = { redis: 'off', ...(await readiness()) };
      // Only the store decides: a live without OBS or a feed is a quiet one, not a broken one.
      if (parts.store !== 'ok') {
        return sendProblem(reply, 503, 'unavailable', { detail: `The store is ${parts.store}.`, ...parts });
      }
      return reply.send({ status: 'ready', ...parts });
    },
  });
}
