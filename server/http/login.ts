import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Right } from '../../shared/people.ts';
import type { Access } from '../app/access.ts';
import type { Audit } from '../app/audit.ts';
import type { SignedIn as MadeLogin } from '../app/signed-in.ts';
import { isRefusal, type Refusal } from '../core/decision.ts';
import { type Api, callerOf, problems, sendRefusal } from './api.ts';
import { giveCookie, loginCookieOf, ownCookieOf, takeCookie } from './login-cookie.ts';

const MONTH_SECONDS = 30 * 24 * 3600;
const Me = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['owner', 'moderator']),
  rights: z.array(Right),
  token: z.string(),
});
/** Long enough that guessing is hopeless (ASVS 6.2.1, 6.2.9); no rule about its letters, since such rules make worse ones. */
const NewPassword = z.string().min(12).max(200);
export const SignedIn = z.object({ signedIn: z.literal(true) });
export const LOGIN_LIMIT = { max: 20, timeWindow: '1 minute' };

interface LoginParts {
  readonly access: Pick<Access, 'signIn' | 'signOut' | 'socketToken'>;
  readonly audit: Audit;
}

const config = { access: 'anyone', rateLimit: LOGIN_LIMIT } as const;

/** Signing in by a key from a link's fragment, who one is, and signing out. */
export function loginRoutes(api: Api, app: LoginParts): void {
  api.route({
    method: 'POST',
    url: '/api/v1/login',
    config,
    schema: {
      summary: 'Trade the key of a sign-in link for a cookie',
      body: z.object({ key: z.string().min(1).max(200) }),
      response: { 200: SignedIn, ...problems },
    },
    handler: async (request, reply) => {
      const { key } = request.body;
      return letIn(app, request, reply, await app.access.signIn(key, ownCookieOf(request).token), 'login.link');
    },
  });

  ownLoginRoutes(api, app);
}

/** Signing in by the owner's password, and setting it. */
export function passwordRoutes(api: Api, app: LoginParts & { readonly access: Access }): void {
  api.route({
    method: 'POST',
    url: '/api/v1/login/password',
    config,
    schema: {
      summary: 'Sign the owner in by the password; ten guesses in 15 minutes are compared',
      body: z.object({ password: z.string().min(1).max(200) }),
      response: { 200: SignedIn, ...problems },
    },
    handler: async (request, reply) => {
      const result = await app.access.signInByPassword(request.body.password, request.ip);
      // A flood of guesses must not fill the log of acts: only those that were compared are noted.
      if (isRefusal(result) && result.why === 'wrong-password') {
        await app.audit.note({ person: null, act: 'login.password', object: '', result: result.why });
      }
      return letIn(app, request, reply, result, 'login.password');
    },
  });
  changePasswordRoutes(api, app.access);
}

function ownLoginRoutes(api: Api, app: LoginParts): void {
  api.route({
    method: 'GET',
    url: '/api/v1/login',
    config: { access: 'desk' },
    schema: { summary: 'Who is signed in, with a token for one socket handshake', response: { 200: Me, ...problems } },
    handler: async (request, reply) => {
      const person = callerOf(request);
      reply.header('cache-control', 'no-store');
      const { id, name, role, rights } = person;
      const token = app.access.socketToken(person, loginCookieOf(request).token);
      return { id, name, role, rights: [...rights], token };
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
      const { name, token } = loginCookieOf(request);
      if (token) await app.access.signOut(token);
      takeCookie(request, reply, name);
      return { signedIn: false as const };
    },
  });
}

function changePasswordRoutes(api: Api, access: Access): void {
  const IsSet = z.object({ set: z.boolean() });
  const config = { access: 'owner' } as const;
  api.get(
    '/api/v1/password',
    { config, schema: { summary: 'Whether the owner has a password', response: { 200: IsSet, ...problems } } },
    async () => ({ set: await access.hasPassword() }),
  );
  api.put(
    '/api/v1/password',
    {
      config,
      schema: {
        summary: 'Set the owner’s password, or take it away with null; every other login of the owner ends',
        body: z.object({ password: NewPassword.nullable() }),
        response: { 200: IsSet, ...problems },
      },
    },
    async (request) => {
      const { password } = request.body;
      await access.setPassword(password, loginCookieOf(request).token);
      return { set: password !== null };
    },
  );
}

/** Answers a sign-in: the cookie, and a note in the log of acts; or the refusal. */
export async function letIn(
  app: Pick<LoginParts, 'audit'>,
  request: FastifyRequest,
  reply: FastifyReply,
  result: MadeLogin | Refusal,
  act: string,
) {
  if (isRefusal(result)) return sendRefusal(reply, result);
  const { id, name } = result.person;
  await app.audit.note({ person: { id, name }, act, object: '', result: 'done' });
  giveCookie(request, reply, { name: ownCookieOf(request).name, token: result.cookie }, MONTH_SECONDS);
  return { signedIn: true as const };
}
