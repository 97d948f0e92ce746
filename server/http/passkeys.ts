import type { FastifyRequest } from 'fastify';
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
import type { Passkeys } from '../app/passkeys.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';
import { COOKIE } from './guards.ts';
import { LOGIN_LIMIT, letIn, SignedIn } from './login.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const Nothing = z.object({}).nullish();
const owners = { access: 'owner' } as const;
const anyones = { access: 'anyone', rateLimit: LOGIN_LIMIT } as const;

const originOf = ({ headers }: FastifyRequest) => headers.origin ?? null;
const cookieOf = ({ cookies }: FastifyRequest) => cookies[COOKIE] ?? null;

/** The owner's passkeys: signing in by one, and which there are. On the private door alone. */
export function passkeyRoutes(api: Api, app: { readonly passkeys: Passkeys; readonly audit: Audit }): void {
  signInRoutes(api, app);
  registrationRoutes(api, app.passkeys);
  keptRoutes(api, app.passkeys);
}

function signInRoutes(api: Api, { passkeys, audit }: { passkeys: Passkeys; audit: Audit }): void {
  api.get(
    '/api/v1/login/passkey',
    {
      config: anyones,
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
      schema: {
        summary: 'What a browser is asked to sign in by a passkey; good once, for five minutes',
        body: Nothing,
        response: { 200: PasskeyRequest, ...problems },
      },
    },
    async (request, reply) => {
      const asked = await passkeys.beginSignIn(originOf(request));
      return isRefusal(asked) ? sendRefusal(reply, asked) : asked;
    },
  );
  api.post(
    '/api/v1/login/passkey',
    {
      config: anyones,
      schema: {
        summary: 'Sign the owner in by a passkey; ten tries in 15 minutes are checked',
        body: PasskeyProof,
        response: { 200: SignedIn, ...problems },
      },
    },
    async (request, reply) => {
      const result = await passkeys.signIn(request.body, originOf(request), request.ip);
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
      config: owners,
      schema: {
        summary: 'What a browser is asked to make a passkey; good once, for five minutes, for the login that asks',
        body: Nothing,
        response: { 200: PasskeyCreation, ...problems },
      },
    },
    async (request, reply) => {
      const asked = await passkeys.beginRegistration(originOf(request), cookieOf(request));
      return isRefusal(asked) ? sendRefusal(reply, asked) : asked;
    },
  );
  api.post(
    '/api/v1/passkeys',
    {
      config: owners,
      schema: {
        summary: 'Keep a passkey that the browser has made',
        body: z.object({ name: PasskeyName, answer: PasskeyMade }),
        response: { 201: ListedPasskey, ...problems },
      },
    },
    async (request, reply) => {
      const { name, answer } = request.body;
      const by = { origin: originOf(request), cookie: cookieOf(request) };
      const made = await passkeys.register(name, answer, by);
      return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
    },
  );
}

function keptRoutes(api: Api, passkeys: Passkeys): void {
  api.get(
    '/api/v1/passkeys',
    { config: owners, schema: { summary: 'The owner’s passkeys', response: { 200: PasskeyList, ...problems } } },
    async () => ({ passkeys: await passkeys.list(), addresses: passkeys.addresses() }),
  );
  api.put(
    '/api/v1/passkeys/:id',
    {
      config: owners,
      schema: {
        summary: 'Give a passkey another name',
        params: Id,
        body: z.object({ name: PasskeyName }),
        response: { 200: z.object({}), ...problems },
      },
    },
    async (request, reply) => {
      const refused = await passkeys.rename(request.params.id, request.body.name);
      return refused ? sendRefusal(reply, refused) : {};
    },
  );
  api.delete(
    '/api/v1/passkeys/:id',
    {
      config: owners,
      schema: {
        summary: 'Take a passkey away; every other login of the owner ends',
        params: Id,
        body: Nothing,
        response: { 200: z.object({}), ...problems },
      },
    },
    async (request, reply) => {
      const refused = await passkeys.remove(request.params.id, cookieOf(request));
      return refused ? sendRefusal(reply, refused) : {};
    },
  );
}
