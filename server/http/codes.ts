import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Instant, toInstant } from '../../shared/time.ts';
import type { ChatDoor } from '../app/chat-door.ts';
import type { Codes, Leads } from '../app/codes.ts';
import type { Offers } from '../app/offers.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

/** Of one address: a person types a few. */
const LIMIT = { max: 60, timeWindow: '1 minute' };
const MOST_MINUTES = 24 * 60;

const ShortCode = z.object({
  code: z.string(),
  kind: z.enum(['card', 'moment']),
  label: z.string(),
  service: z.string().nullable(),
  visits: z.int(),
  asks: z.int(),
  booked: z.int(),
  createdAt: z.string(),
  shownUntil: z.string().nullable(),
});

/** What `/c/CODE` is answered by. */
export interface CodeLinks {
  readonly codes: Pick<Codes, 'find' | 'visited'>;
  readonly offers: Pick<Offers, 'published' | 'services'>;
  readonly chat: Pick<ChatDoor, 'resolve'>;
}

/**
 * `/c/CODE`, on both doors: counts the visit and leads to the viewers' page, which says by which code it was opened. The
 * code of a time held by the chat leads to its offer, where the page takes the time. An unknown code leads to the page
 * all the same: somebody heard a letter wrong and wants to book.
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
      return reply.redirect(`${page}?via=${leads?.code ?? 'unknown'}`, 302);
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
export function codeRoutes(api: Api, app: { codes: Codes }): void {
  const config = { access: 'owner' } as const;
  api.route({
    method: 'GET',
    url: '/api/v1/codes',
    config,
    schema: {
      summary: 'All short codes with their visits and what was asked and booked by each, newest first',
      response: { 200: z.array(ShortCode), ...problems },
    },
    handler: async () =>
      (await app.codes.list()).map(({ subject: _subject, createdAt, shownUntil, ...code }) => ({
        ...code,
        createdAt: toInstant(createdAt),
        shownUntil: wire(shownUntil),
      })),
  });
  api.route({
    method: 'POST',
    url: '/api/v1/codes',
    config,
    schema: {
      summary: 'A code for this moment of the live, on every stage for some minutes',
      body: z.object({
        label: z.string().trim().min(1).max(120),
        service: z.string().min(1).max(64).nullable().default(null),
        minutes: z.int().min(1).max(MOST_MINUTES).default(10),
      }),
      response: { 201: z.object({ code: z.string(), shownUntil: z.string() }), ...problems },
    },
    handler: async (request, reply) => {
      const { label, service, minutes } = request.body;
      const made = await app.codes.ofMoment(label, service, minutes);
      if (isRefusal(made)) return sendRefusal(reply, made);
      return reply.code(201).send({ code: made.code, shownUntil: wire(made.shownUntil) ?? '' });
    },
  });
  api.route({
    method: 'DELETE',
    url: '/api/v1/codes/:code',
    config,
    schema: {
      summary: 'Take a code away; who types it still gets to the page, and what came by it stays counted at the asks',
      params: z.object({ code: z.string().max(64) }),
      response: { 204: z.null(), ...problems },
    },
    handler: async (request, reply) => {
      const done = await app.codes.drop(request.params.code);
      return isRefusal(done) ? sendRefusal(reply, done) : reply.code(204).send(null);
    },
  });
}

function wire(at: number | null): Instant | null {
  return at === null ? null : toInstant(at);
}
