import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodeAsk, ShortCode } from '../../shared/codes.ts';
import type { ChatDoor } from '../app/chat-door.ts';
import type { Codes, Leads } from '../app/codes.ts';
import type { Offers } from '../app/offers.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

/** Of one address: a person types a few. */
const LIMIT = { max: 60, timeWindow: '1 minute' };

/** What `/c/CODE` is answered by. */
export interface CodeLinks {
  readonly codes: Pick<Codes, 'find' | 'visited'>;
  readonly offers: Pick<Offers, 'published' | 'services'>;
  readonly chat: Pick<ChatDoor, 'resolve'>;
}

/**
 * `/c/CODE`, on both doors: counts the visit and leads to the viewers' page, which says by which code it was opened. The
 * code of a time held by the chat leads to its offer, where the page takes the time. An unknown code leads to the page
 * all the same, with what was typed: somebody heard a letter wrong and wants to mend it, or to book without.
 */
export function codeLinkRoutes(api: Api, app: CodeLinks): void {
  api.route({
    method: 'GET',
    url: '/c/:code',
    config: { access: 'anyone', rateLimit: LIMIT },
    schema: { hide: true, params: z.object({ code: z.string().max(64) }) },
    handler: async (request, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
      const bio = await app.offers.published();
      if (!bio) return sendRefusal(reply, { refused: true, why: 'not-found' });
      const found = await app.codes.find(request.params.code);
      if (found && !isPrefetch(request)) app.codes.visited(found.code);
      const leads = found ? await shortCodeLeads(app, found) : await app.chat.resolve(request.params.code);
      const page = `/@${bio.handle}${leads?.service ? `/${leads.service}` : ''}`;
      const via = leads?.code ?? `unknown&code=${encodeURIComponent(request.params.code)}`;
      return reply.redirect(`${page}?via=${via}`, 302);
    },
  });
}

/** With the short name of its offer in the place of the id; null where that is not offered any more. */
async function shortCodeLeads(app: Pick<CodeLinks, 'offers'>, { code, service }: Leads): Promise<Leads> {
  const found = service === null ? undefined : (await app.offers.services()).find(({ id }) => id === service);
  return { code, service: found?.slug ?? null };
}

/** A browser that fetches ahead has not been there. */
function isPrefetch(request: FastifyRequest): boolean {
  return [request.headers['sec-purpose'], request.headers['purpose']].some((purpose) =>
    /prefetch/i.test(String(purpose)),
  );
}

/** What the studio asks of the codes. */
export function codeRoutes(
  api: Api,
  { codes, codePicture }: { codes: Codes; codePicture: (code: string) => string | null },
): void {
  const config = { access: 'owner' } as const;
  const params = z.object({ code: z.string().max(64) });
  api.route({
    method: 'GET',
    url: '/api/v1/codes',
    config,
    schema: {
      summary: 'All short codes with their visits and what was asked and booked by each, newest first',
      response: { 200: z.array(ShortCode), ...problems },
    },
    handler: () => codes.list(),
  });
  api.route({
    method: 'POST',
    url: '/api/v1/codes',
    config,
    schema: {
      summary: 'A code for a scene, an offer or this moment of the live; the one that it had is ended',
      body: CodeAsk,
      response: { 201: ShortCode, ...problems },
    },
    handler: async (request, reply) => {
      const made = await codes.make(request.body);
      return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
    },
  });
  api.route({
    method: 'GET',
    url: '/api/v1/codes/:code/qr.svg',
    config,
    schema: {
      summary: 'The QR code of the short address, as an SVG picture',
      params,
      produces: ['image/svg+xml'],
      response: { 200: z.string(), ...problems },
    },
    handler: async (request, reply) => {
      const picture = codePicture(request.params.code);
      if (picture === null) return sendRefusal(reply, { refused: true, why: 'not-found' });
      // The booking address may change, and the picture with it.
      return reply.header('cache-control', 'no-store').type('image/svg+xml').send(picture);
    },
  });
  api.route({
    method: 'POST',
    url: '/api/v1/codes/:code/end',
    config,
    schema: {
      summary: 'Take a code off the stage; who types it still gets to the page and is counted, and a card gets another',
      params,
      response: { 204: z.null(), ...problems },
    },
    handler: async (request, reply) => {
      const done = await codes.end(request.params.code);
      return isRefusal(done) ? sendRefusal(reply, done) : reply.code(204).send(null);
    },
  });
  api.route({
    method: 'DELETE',
    url: '/api/v1/codes/:code',
    config,
    schema: {
      summary: 'Take a code away; who types it still gets to the page, and what came by it stays counted at the asks',
      params,
      response: { 204: z.null(), ...problems },
    },
    handler: async (request, reply) => {
      const done = await codes.drop(request.params.code);
      return isRefusal(done) ? sendRefusal(reply, done) : reply.code(204).send(null);
    },
  });
}
