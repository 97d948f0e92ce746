import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { TikTokAccount, TikTokMessages } from '../../shared/desk-doors.ts';
import type { TikTokDm, WebhookRefusal } from '../app/tiktok-dm.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendProblem } from './api.ts';
import { readEvent } from './tiktok-event.ts';
import { signatureFault } from './tiktok-signature.ts';

const PATH = '/api/v1/webhooks/tiktok';
const BODY_BYTES = 128 * 1024;
/** Everything that TikTok sends comes from few addresses, in bursts; a forged call costs one HMAC. */
const LIMIT = { max: 3000, timeWindow: '1 minute' };

export interface WebhookRoutes {
  readonly dm: TikTokDm;
  readonly clock: () => number;
}

/**
 * Events of TikTok, on both doors. What is answered with 200 is kept or means nothing here; all else TikTok sends again.
 * The signature is over the very bytes, so this route reads its body itself.
 */
export async function webhookRoutes(api: Api, { dm, clock }: WebhookRoutes): Promise<void> {
  await api.register((scope, _options, registered) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    scope.route({
      method: 'POST',
      url: PATH,
      config: { access: 'anyone', rateLimit: LIMIT },
      bodyLimit: BODY_BYTES,
      schema: { summary: 'Events of TikTok, signed by TikTok-Signature' },
      handler: async (request, reply) => {
        if (!dm.keys) return sendProblem(reply, 404, 'not-found');
        const turnAway = (why: WebhookRefusal, status: number) => {
          dm.refused(why);
          return sendProblem(reply, status, `webhook-${why}`);
        };
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const fault = signatureFault(request.headers['tiktok-signature'], body, dm.keys.clientSecret, clock());
        if (fault) return turnAway(fault, 401);
        const event = readEvent(body, dm.keys.clientKey);
        if (!event) return turnAway('content', 400);
        // One app may serve several accounts: what is about another is TikTok's to know, and not kept here.
        if (!(await dm.isOurs(event.account))) return done(reply);
        if (event.type === 'removed') await dm.forget();
        if (event.type === 'message' && isRefusal(await dm.receive(event.message))) return turnAway('no-offer', 503);
        return done(reply);
      },
    });
    registered();
  });
}

function done(reply: FastifyReply): FastifyReply {
  return reply.code(200).header('cache-control', 'no-store').send({});
}

/** How the studio sees and links the account that direct messages come from. */
export function tiktokMessageRoutes(api: Api, app: { readonly dm: TikTokDm; readonly publicUrl: () => string }): void {
  const config = { access: 'owner' } as const;
  const url = '/api/v1/tiktok-messages';
  const state = async () => ({ ...(await app.dm.state()), webhook: `${app.publicUrl()}${PATH}` });
  api.get(
    url,
    {
      config,
      schema: {
        summary: 'Direct messages of TikTok: state, limits, counts',
        response: { 200: TikTokMessages, ...problems },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return state();
    },
  );
  api.put(
    `${url}/account`,
    {
      config,
      schema: {
        summary: 'Link a business account',
        body: TikTokAccount,
        response: { 200: TikTokMessages, ...problems },
      },
    },
    async (request, reply) => {
      if (!app.dm.keys) return sendProblem(reply, 409, 'no-tiktok-key');
      await app.dm.link(request.body);
      return state();
    },
  );
  api.delete(
    `${url}/account`,
    {
      config,
      schema: { summary: 'Unlink it; its tokens are forgotten', response: { 200: z.object({}), ...problems } },
    },
    async () => {
      await app.dm.link(null);
      return {};
    },
  );
}
