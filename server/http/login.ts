import { z } from 'zod';
import type { Access } from '../app/access.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';
import { COOKIE } from './guards.ts';

const MONTH_SECONDS = 30 * 24 * 3600;
const Me = z.object({ id: z.string(), name: z.string(), role: z.enum(['owner', 'moderator']), token: z.string() });

/** Signing in by a key from a link's fragment, who one is, and invitations for moderators. */
export function loginRoutes(api: Api, app: { access: Access; deskUrl: (key: string) => string }): void {
  api.route({
    method: 'POST',
    url: '/api/v1/login',
    config: { access: 'anyone', rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: {
      summary: 'Trade the key of a sign-in link for a cookie',
      body: z.object({ key: z.string().min(1).max(200) }),
      response: { 200: z.object({ signedIn: z.literal(true) }), ...problems },
    },
    handler: async (request, reply) => {
      const result = await app.access.signIn(request.body.key);
      if (isRefusal(result)) return sendRefusal(reply, result);
      reply.setCookie(COOKIE, result.cookie, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: request.protocol === 'https',
        maxAge: MONTH_SECONDS,
      });
      return { signedIn: true as const };
    },
  });

  api.route({
    method: 'GET',
    url: '/api/v1/login',
    config: { access: 'desk' },
    schema: { summary: 'Who is signed in, with a token for one socket handshake', response: { 200: Me, ...problems } },
    handler: async (request, reply) => {
      const person = request.caller;
      if (!person) throw new Error('the guard let nobody in');
      reply.header('cache-control', 'no-store');
      const { id, name, role } = person;
      return { id, name, role, token: app.access.socketToken(person, request.cookies[COOKIE] ?? null) };
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/logout',
    config: { access: 'desk' },
    schema: {
      summary: 'Sign this browser out',
      body: z.object({}).nullish(),
      response: { 200: z.object({ signedIn: z.literal(false) }), ...problems },
    },
    handler: async (request, reply) => {
      const cookie = request.cookies[COOKIE];
      if (cookie) await app.access.signOut(cookie);
      reply.clearCookie(COOKIE, { path: '/' });
      return { signedIn: false as const };
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/invitations',
    config: { access: 'owner' },
    schema: {
      summary: 'Invite a moderator to the desk by a link that expires',
      body: z.object({ name: z.string().trim().min(1).max(80), hours: z.int().min(1).max(720).default(12) }),
      response: { 201: z.object({ url: z.string() }), ...problems },
    },
    handler: async (request, reply) => {
      const key = await app.access.invite(request.body.name, request.body.hours);
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ url: app.deskUrl(key) });
    },
  });
}
