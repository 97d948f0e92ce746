import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  ListedPasskey,
  PasskeyCreation,
  PasskeyList,
  PasskeyMade,
  PasskeyName,
  PasskeyProof,
  PasskeyRequest,
} from '../../shared/passkeys.ts';
import type { Audit } from '../app/audit.ts';
import type { PasskeyCaller, Passkeys } from '../app/passkeys.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { type Api, addressOf, callerOf, problems, sendRefusal } from './api.ts';
import { LOGIN_LIMIT, letIn, SignedIn } from './login.ts';
import { loginCookieOf } from './login-cookie.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const Nothing = z.object({}).nullish();
const desks = { access: 'desk' } as const;
const anyones = { access: 'anyone', rateLimit: LOGIN_LIMIT } as const;

interface PasskeyRouteParts {
  readonly passkeys: Passkeys;
  readonly audit: Audit;
}

const originOf = ({ headers }: FastifyRequest) => headers.origin ?? null;

const makerOf = (request: FastifyRequest): PasskeyCaller => ({
  person: callerOf(request),
  cookie: loginCookieOf(request).token,
  origin: originOf(request),
});

/** Everybody's own passkeys, whoever is signed in: which there are, one more, another name, one less. */
export function ownPasskeyRoutes(api: Api, { passkeys }: Pick<PasskeyRouteParts, 'passkeys'>): void {
  registrationRoutes(api, passkeys);
  keptRoutes(api, passkeys);
}

/** Signing in by a passkey. At a door that lets nobody in there is no such thing. */
export function passkeySignInRoutes(api: Api, app: PasskeyRouteParts): void {
  const shut = async (_request: FastifyRequest, reply: FastifyReply) =>
    app.passkeys.isOpen() ? undefined : sendRefusal(reply, refuse('not-found'));
  askedRoutes(api, app.passkeys, shut);
  provedRoute(api, app, shut);
}

type Shut = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

function askedRoutes(api: Api, passkeys: Passkeys, shut: Shut): void {
  api.get(
    '/api/v1/login/passkey',
    {
      config: anyones,
      onRequest: shut,
      schema: {
        summary: 'Whether a passkey was made at the address that is asked',
        response: { 200: z.object({ offered: z.boolean() }), ...problems },
      },
    },
    async (request) => ({ offered: await passkeys.isOffered(request.hostname) }),
  );
  api.post(
    '/api/v1/login/passkey/challenge',
    {
      config: anyones,
      onRequest: shut,
      schema: {
        summary: 'What a browser is asked to sign in by a passkey; good once, for five minutes',
        body: Nothing,
        response: { 200: PasskeyRequest, ...problems },
      },
    },
    async (request, reply) => {
      const asked = await passkeys.beginSignIn(originOf(request), addressOf(request));
      return isRefusal(asked) ? sendRefusal(reply, asked) : asked;
    },
  );
}

function provedRoute(api: Api, { passkeys, audit }: PasskeyRouteParts, shut: Shut): void {
  api.post(
    '/api/v1/login/passkey',
    {
      config: anyones,
      onRequest: shut,
      schema: {
        summary: 'Sign its person in by a passkey; ten tries in 15 minutes are checked',
        body: PasskeyProof,
        response: { 200: SignedIn, ...problems },
      },
    },
    async (request, reply) => {
      const result = await passkeys.signIn(request.body, originOf(request), addressOf(request));
      // A flood of tries must not fill the log of acts: only those that were checked are noted.
      if (isRefusal(result) && result.why === 'wrong-passkey') {
        await audit.note({ person: null, act: 'login.passkey', object: '', result: result.why });
      }
      return letIn({ audit }, request, reply, result, 'login.passkey');
    },
  );
}

function registrationRoutes(api: Api, passkeys: Passkeys): void {
  api.post(
    '/api/v1/passkeys/challenge',
    {
      config: desks,
      schema: {
        summary: 'What a browser is asked to make a passkey; good once, for five minutes, for the login that asks',
        body: Nothing,
        response: { 200: PasskeyCreation, ...problems },
      },
    },
    async (request, reply) => {
      const asked = await passkeys.beginRegistration(makerOf(request));
      return isRefusal(asked) ? sendRefusal(reply, asked) : asked;
    },
  );
  api.post(
    '/api/v1/passkeys',
    {
      config: desks,
      schema: {
        summary: 'Keep a passkey that the browser has made',
        body: z.object({ name: PasskeyName, answer: PasskeyMade }),
        response: { 201: ListedPasskey, ...problems },
      },
    },
    async (request, reply) => {
      const { name, answer } = request.body;
      const made = await passkeys.register(name, answer, makerOf(request));
      return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
    },
  );
}

function keptRoutes(api: Api, passkeys: Passkeys): void {
  api.get(
    '/api/v1/passkeys',
    {
      config: desks,
      schema: {
        summary: 'The caller’s own passkeys, and where one can be made',
        response: { 200: PasskeyList, ...problems },
      },
    },
    async (request) => ({
      passkeys: await passkeys.list(callerOf(request)),
      addresses: passkeys.addresses(),
    }),
  );
  api.put(
    '/api/v1/passkeys/:id',
    {
      config: desks,
      schema: {
        summary: 'Give an own passkey another name',
        params: Id,
        body: z.object({ name: PasskeyName }),
        response: { 200: z.object({}), ...problems },
      },
    },
    async (request, reply) => {
      const refused = await passkeys.rename(request.params.id, request.body.name, makerOf(request));
      return refused ? sendRefusal(reply, refused) : {};
    },
  );
  api.delete(
    '/api/v1/passkeys/:id',
    {
      config: desks,
      schema: {
        summary: 'Take an own passkey away; every other login of its person ends',
        params: Id,
        body: Nothing,
        response: { 200: z.object({}), ...problems },
      },
    },
    async (request, reply) => {
      const refused = await passkeys.remove(request.params.id, makerOf(request));
      return refused ? sendRefusal(reply, refused) : {};
    },
  );
}
