import { openAccess } from '../../server/app/access.ts';
import { addStage } from '../../server/store/stages.ts';
import { RIGHTS } from '../../shared/rights.ts';
import { bookingOn, givenDraft, givenService, granted, publish, startClock } from '../app/booking-given.ts';
import type { Route } from '../http/routes.ts';
import { AS_OWNER, JSON_BODY, stageToken, type TestProgram } from '../program/given-program.ts';
import { moderator, post } from './people-given.ts';

/** Everybody who may come, by name; each right stands for a moderator who has that right alone. */
export interface Callers {
  readonly headers: Readonly<Record<string, Record<string, string>>>;
  /** What the handshake of a socket carries, where it is no token of a login. */
  readonly secrets: Readonly<Record<string, Record<string, unknown>>>;
  /** The status of one call. */
  call(base: string, route: Pick<Route, 'method' | 'path'> & { body?: unknown }, who: string): Promise<number>;
}

const OTHER = 'other';

export async function callersOf(door: TestProgram): Promise<Callers> {
  const viewer = await threadSecret(door);
  const stage = await stageToken(door.base);
  const revoked = await moderator(door, [...RIGHTS]);
  await post(door.base, `/people/${revoked.id}/revoke`);
  const headers: Record<string, Record<string, string>> = {
    anyone: {},
    viewer: { authorization: `Bearer ${viewer}`, cookie: `cuedesk=${viewer}` },
    stage: { authorization: `Bearer ${stage}` },
    other: { cookie: await ofAnotherCreator(door) },
    revoked: { cookie: revoked.cookie },
    bare: { cookie: (await moderator(door, [])).cookie },
    everything: { cookie: (await moderator(door, [...RIGHTS])).cookie },
    owner: AS_OWNER,
  };
  for (const right of RIGHTS) headers[right] = { cookie: (await moderator(door, [right])).cookie };
  return {
    headers,
    secrets: {
      anyone: {},
      viewer: { secret: viewer, token: viewer },
      stage: { token: stage, secret: stage },
    },
    async call(base, { method, path, body = {} }, who) {
      const sent = method === 'GET' ? {} : { body: JSON.stringify(body) };
      const json = method === 'GET' ? {} : JSON_BODY;
      const more = { 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch(base + path, {
        method,
        redirect: 'manual',
        headers: { ...json, ...more, ...headers[who] },
        ...sent,
      });
      await answer.body?.cancel();
      return answer.status;
    },
  };
}

/** What a status says of the door: 401 and 403 are the door's own words, everything else was past it. */
export function outcome(status: number): string {
  return status === 401 || status === 403 ? String(status) : 'in';
}

async function threadSecret(door: TestProgram): Promise<string> {
  await publish(door.program.parts.booking, [givenService()]);
  const service = (await door.program.parts.booking.offers.services())[0]?.id ?? '';
  const made = await post(door.base, '/public/creator/requests', givenDraft({ service, message: 'Hello' }), {
    'idempotency-key': crypto.randomUUID(),
  });
  return ((await made.json()) as { thread: string }).thread.split('/t/')[1] ?? '';
}

async function ofAnotherCreator({ program }: TestProgram): Promise<string> {
  const { store } = program.parts;
  await store.db.insertInto('creator').values({ id: OTHER, created_at: 0 }).execute();
  const access = await openAccess({ ...program.parts, creatorId: OTHER, ownerToken: null, onFault: rethrow });
  const signed = await access.signIn((await access.people.add({ name: 'Theirs', rights: [...RIGHTS], hours: 1 })).key);
  return 'cookie' in signed ? `cuedesk=${signed.cookie}` : '';
}

/** Objects of another creator in the same store, and where a route would find them. */
export interface Foreign {
  /** The route's path with the foreign object and a body that fits; null where the route names no such object. */
  pathOf(route: Route): { readonly path: string; readonly body: unknown } | null;
}

export async function foreignObjects({ program, base }: TestProgram): Promise<Foreign> {
  const { store } = program.parts;
  const booking = bookingOn(store, startClock(), OTHER, rethrow);
  const service = granted(await booking.offers.addService(givenService({ slug: 'theirs' }))).id;
  const request = await foreignRequest(program, service);
  const stage = 'stage-of-another';
  await addStage(store.db, OTHER, { id: stage, name: 'Theirs', language: null, rotation: 1 }, 0);
  const person = (
    await store.db
      .selectFrom('person')
      .select('id')
      .where('creator_id', '=', OTHER)
      .where('role', '=', 'moderator')
      .executeTakeFirstOrThrow()
  ).id;
  const own = (await (await fetch(`${base}/api/v1/stages`, { headers: AS_OWNER })).json()) as { id: string }[];
  const design = await (await fetch(`${base}/api/v1/stages/${own[0]?.id}/design`, { headers: AS_OWNER })).json();
  const ids: Record<string, string> = { requests: request, services: service, stages: stage, people: person };
  const bodies: Record<string, unknown> = {
    '/api/v1/requests/:id/on-air': { text: 'x' },
    '/api/v1/requests/:id/macro': { macro: 'x' },
    '/api/v1/requests/:id/reply': { text: 'x' },
    '/api/v1/requests/:id/note': { text: 'x' },
    '/api/v1/requests/:id/block': { reason: 'x' },
    '/api/v1/requests/:id/label': { label: 'x', on: 'request', put: true },
    '/api/v1/requests/:id/snooze': { until: null },
    '/api/v1/requests/:id/offer': { starts: ['2030-01-01T10:00:00Z'] },
    '/api/v1/services/:id': givenService({ slug: 'mine-now' }),
    '/api/v1/services/:id/confirm': { region: 'DE', activity: 'legal-advice', name: 'Ada' },
    '/api/v1/stages/:id/design': design,
    '/api/v1/stages/:id/set-up': { on: true },
    '/api/v1/stages/:id': { name: 'Mine now' },
  };
  return {
    pathOf: ({ pattern }) => {
      const [kind, parameter] = pattern.split('/').slice(3, 5);
      const id = ids[kind ?? ''];
      if (id === undefined || parameter !== ':id') return null;
      return { path: pattern.replace(':id', id), body: bodies[pattern] ?? {} };
    },
  };
}

/** The own request, given to the other creator: as kept, it is in every way one of theirs. */
async function foreignRequest({ parts }: TestProgram['program'], service: string): Promise<string> {
  const { db } = parts.store;
  const row = await db.selectFrom('request').selectAll().where('creator_id', '=', 'local').executeTakeFirstOrThrow();
  const theirs = { ...row, creator_id: OTHER, id: 'request-of-another', service_id: service, secret_hash: 'theirs' };
  await db.insertInto('request').values(theirs).execute();
  return theirs.id;
}

function rethrow(error: unknown): void {
  throw error;
}
