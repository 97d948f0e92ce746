import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PasskeyCreation, PasskeyList, PasskeyRequest } from '../../shared/passkeys.ts';
import { type Authenticator, authenticator } from '../fakes/authenticator.ts';
import { AS_OWNER, cookieOf, JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';
import { type Moderator, moderator, signIn, socketToken, statusOf } from './people-given.ts';

let door: TestProgram;
/** The two doors as browsers have them open. */
let inside: string;
let outside: string;
let owner: string;
beforeAll(async () => {
  door = await startProgram();
  inside = `http://localhost:${door.port}`;
  outside = `http://localhost:${door.publicPort}`;
  owner = await signIn(door.base, door.program.parts.access.linkKey);
});
afterAll(() => door.close());

const begin = async (page: string, cookie: string) =>
  (await (await post(page, '/passkeys/challenge', {}, { origin: page, cookie })).json()) as PasskeyCreation;
const keep = (page: string, cookie: string, answer: object, name = 'Phone') =>
  post(page, '/passkeys', { name, answer }, { origin: page, cookie });
const challenge = async (page: string) =>
  (await (await post(page, '/login/passkey/challenge', {}, { origin: page })).json()) as PasskeyRequest;
const prove = async (page: string, key: Authenticator) =>
  post(page, '/login/passkey', key.prove(await challenge(page)), { origin: page });
const listed = async (cookie: string) =>
  ((await (await fetch(`${inside}/api/v1/passkeys`, { headers: { cookie } })).json()) as PasskeyList).passkeys;

async function made(page: string, cookie: string): Promise<{ key: Authenticator; id: string }> {
  const key = authenticator(page);
  const answer = await keep(page, cookie, key.make(await begin(page, cookie)));
  expect(answer.status).toBe(201);
  return { key, id: ((await answer.json()) as { id: string }).id };
}

async function change(method: string, path: string, cookie: string, body: object = {}): Promise<number> {
  const headers = { ...JSON_BODY, origin: inside, cookie };
  return (await fetch(`${inside}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })).status;
}

const revoke = ({ id }: Moderator) => post(door.base, `/people/${id}/revoke`, {}).then(({ status }) => status);

async function letOut(deskOutside: boolean): Promise<void> {
  const body = JSON.stringify({ deskOutside });
  const headers = { ...AS_OWNER, ...JSON_BODY };
  expect((await fetch(`${door.base}/api/v1/settings`, { method: 'PUT', headers, body })).status).toBe(200);
}

test('[PE200] a moderator has passkeys of their own, which sign them in with their rights and are nobody else’s to see or change', async () => {
  const [mo, ann] = [await moderator(door, ['reply']), await moderator(door, ['block'])];
  const [hers, owners] = [await made(inside, mo.cookie), await made(inside, owner)];
  const cookie = cookieOf(await prove(inside, hers.key));
  const me = await (await fetch(`${inside}/api/v1/login`, { headers: { cookie } })).json();
  expect(me).toMatchObject({ id: mo.id, role: 'moderator', rights: ['reply'] });
  expect(await statusOf(inside, '/people', { cookie })).toBe(403);
  expect((await listed(mo.cookie)).map(({ id, usedAt }) => [id, usedAt !== null])).toEqual([[hers.id, true]]);
  expect([await listed(ann.cookie), (await listed(owner)).map(({ id }) => id)]).toEqual([[], [owners.id]]);
  for (const [id, other] of [
    [hers.id, ann.cookie],
    [hers.id, owner],
    [owners.id, mo.cookie],
  ] as const) {
    expect(await change('PUT', `/passkeys/${id}`, other, { name: 'Mine' })).toBe(404);
    expect(await change('DELETE', `/passkeys/${id}`, other)).toBe(404);
  }
  expect(await change('PUT', `/passkeys/${hers.id}`, mo.cookie, { name: 'Tablet' })).toBe(200);
  expect((await listed(mo.cookie)).map(({ name }) => name)).toEqual(['Tablet']);
  expect(await change('DELETE', `/passkeys/${hers.id}`, mo.cookie)).toBe(200);
  expect([
    await statusOf(inside, '/labels', { cookie }),
    await statusOf(inside, '/labels', { cookie: mo.cookie }),
  ]).toEqual([401, 200]);
  expect([(await prove(inside, hers.key)).status, (await prove(inside, owners.key)).status]).toEqual([401, 200]);
});

test('[PE201] revoking ends a moderator’s passkeys with their pages, also between a challenge and its answer', async () => {
  const mo = await moderator(door);
  const { key } = await made(inside, mo.cookie);
  const cookie = cookieOf(await prove(inside, key));
  const page = openPage(`${inside}/desk`, { token: await socketToken(inside, { cookie }) });
  expect(await page.admitted).toBe('connected');
  const [asked, other] = [await challenge(inside), authenticator(inside)];
  const making = other.make(await begin(inside, mo.cookie));
  expect(await revoke(mo)).toBe(200);
  await soon(() => expect(page.socket.connected).toBe(false));
  const proof = { origin: inside };
  expect((await post(inside, '/login/passkey', key.prove(asked), proof)).status).toBe(401);
  expect((await keep(inside, mo.cookie, making)).status).toBe(401);
  const { db } = door.program.parts.store;
  expect(await db.selectFrom('passkey').select('id').where('person_id', '=', mo.id).execute()).toEqual([]);
});

test('[PE202] a passkey opens nothing once its person’s time has passed, and again when the owner gives more', async () => {
  const mo = await moderator(door, ['reply'], { hours: null });
  const { key } = await made(inside, mo.cookie);
  const until = (at: string | null) => change('PUT', `/people/${mo.id}`, owner, { until: at });
  expect(await until('2026-01-01T00:00:00.000Z')).toBe(200);
  expect((await prove(inside, key)).status).toBe(401);
  expect(await until(null)).toBe(200);
  expect((await prove(inside, key)).status).toBe(200);
});

test('[PE203] at the public address moderators use passkeys while the desk is let out, and the owner never', async () => {
  await letOut(true);
  const [mo, owners] = [await moderator(door), await made(inside, owner)];
  const { key } = await made(outside, cookieOf(await post(outside, '/login', { key: mo.key }, { origin: outside })));
  expect(cookieOf(await prove(outside, key))).not.toBe('');
  const asked = await challenge(outside);
  const moved = owners.key.prove(asked, { origin: outside });
  const refused = await post(outside, '/login/passkey', moved, { origin: outside });
  expect([refused.status, cookieOf(refused)]).toEqual([401, '']);
  expect((await post(outside, '/passkeys/challenge', {}, { origin: outside, cookie: owner })).status).toBe(401);
  await letOut(false);
  const shut = { origin: outside };
  expect((await post(outside, '/login/passkey/challenge', {}, shut)).status).toBe(404);
  expect((await post(outside, '/login/passkey', moved, shut)).status).toBe(404);
  expect((await fetch(`${outside}/api/v1/login/passkey`)).status).toBe(404);
  expect((await fetch(`${outside}/api/v1/passkeys`, { headers: { cookie: mo.cookie } })).status).toBe(404);
});

test('[PE211] strangers behind a tunnel that Cuedesk does not know, all from this machine, keep nobody with a passkey out', async () => {
  await letOut(true);
  const mo = await moderator(door);
  const hers = await made(outside, cookieOf(await post(outside, '/login', { key: mo.key }, { origin: outside })));
  const owners = await made(inside, owner);
  const waiting = await challenge(outside);
  const answers = [];
  for (let at = 0; at < 11; at++) answers.push((await prove(outside, authenticator(outside))).status);
  expect(answers).toEqual([...Array(10).fill(401), 429]);
  const answer = await post(outside, '/login/passkey', hers.key.prove(waiting), { origin: outside });
  expect([answer.status, (await prove(outside, hers.key)).status, (await prove(inside, owners.key)).status]).toEqual([
    200, 200, 200,
  ]);
});

test('[PE212] what is used up at the public door is there at the private one: tries of passkeys, and challenges', async () => {
  await letOut(true);
  const mo = await moderator(door);
  const there = await made(outside, cookieOf(await post(outside, '/login', { key: mo.key }, { origin: outside })));
  const here = await made(inside, mo.cookie);
  const asked = await challenge(inside);
  const guess = async () => there.key.prove(await challenge(outside), { verified: false });
  for (let at = 0; at < 10; at++) await post(outside, '/login/passkey', await guess(), { origin: outside });
  expect((await prove(outside, there.key)).status).toBe(429);
  // As many as there can be, all like the one that a stranger asks for.
  const { db } = door.program.parts.store;
  await challenge(outside);
  const outThere = db.selectFrom('passkey_challenge').selectAll().where('origin', '=', outside);
  const one = await outThere.where('login_hash', 'is', null).executeTakeFirstOrThrow();
  for (let at = 0; at < 2000; at += 100) {
    const more = Array.from({ length: 100 }, (_, next) => ({ ...one, hash: `stranger-${at + next}` }));
    await db.insertInto('passkey_challenge').values(more).execute();
  }
  const before = (await outThere.execute()).length;
  await challenge(outside);
  expect((await outThere.execute()).length).toBeLessThan(before);
  expect((await post(inside, '/login/passkey', here.key.prove(asked), { origin: inside })).status).toBe(200);
});
