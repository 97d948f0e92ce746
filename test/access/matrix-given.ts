import { openAccess } from '../../server/app/access.ts';
import { RIGHTS } from '../../shared/rights.ts';
import { givenDraft, givenService, publish } from '../app/booking-given.ts';
import type { Route } from '../http/routes.ts';
import { AS_OWNER, JSON_BODY, post, stageToken, type TestProgram } from '../program/given-program.ts';
import { moderator } from './people-given.ts';

/** Everybody who may come, by name; each right stands for a moderator who has that right alone. */
export interface Callers {
  readonly headers: Readonly<Record<string, Record<string, string>>>;
  /** What the handshake of a socket carries, where it is no token of a login. */
  readonly secrets: Readonly<Record<string, Record<string, unknown>>>;
  /** The status of one call. */
  call(base: string, route: Pick<Route, 'method' | 'path'> & { body?: unknown }, who: string): Promise<number>;
}

/** Another creator in the same store. */
export const OTHER = 'other';

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
  const signed = await access.signIn(
    (await access.people.add({ name: 'Theirs', rights: [...RIGHTS], hours: 1 })).key,
    null,
  );
  return 'cookie' in signed ? `cuedesk=${signed.cookie}` : '';
}

export function rethrow(error: unknown): void {
  throw error;
}
