import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { givenService, publish } from '../app/booking-given.ts';
import { AS_OWNER, cookieOf, JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';
import { moderator, signIn, statusOf } from './people-given.ts';

let door: TestProgram;
beforeAll(async () => {
  const { trustedProxies } = readConfig([], { CUEDESK_TRUSTED_PROXIES: '127.0.0.1' });
  door = await startProgram({ trustedProxies });
  await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());

const asked = async () =>
  (await (await post(door.base, '/requests', { name: 'Ann', text: 'Hi' })).json()) as { id: string };
const messagesOf = async (id: string) => {
  const kept = await door.program.parts.store.db
    .selectFrom('message')
    .select('text')
    .where('request_id', '=', id)
    .execute();
  return kept.map(({ text }) => text);
};

/** Sends a call whose body comes in two parts, and does something between them; answers the status line. */
async function callInTwo(path: string, cookie: string, body: object, between: () => Promise<unknown>): Promise<string> {
  const text = JSON.stringify(body);
  const socket = connect(door.port, '127.0.0.1');
  socket.write(
    `POST /api/v1${path} HTTP/1.1\r\nhost: 127.0.0.1:${door.port}\r\nconnection: close\r\ncookie: ${cookie}\r\n` +
      `content-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text.slice(0, 5)}`,
  );
  await once(socket, 'connect');
  // The server has looked at who calls once it has answered a later call of another.
  await statusOf(door.base, '/requests', { cookie });
  await between();
  socket.end(text.slice(5));
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer.split('\r\n')[0] ?? '';
}

test('[SE13] the cookie is sent by https alone where the door is reached by https, and by http where it is not', async () => {
  const login = (headers: Record<string, string>) =>
    post(door.base, '/login', { key: door.program.parts.access.linkKey }, headers);
  const [plain, secure] = [await login({}), await login({ 'x-forwarded-proto': 'https' })];
  expect(plain.headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Strict$/);
  expect(secure.headers.getSetCookie()[0]).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
});

test('[SE14] a sign-in makes a login of its own: a cookie that was there before, a valid one too, is not taken over', async () => {
  const { key } = await moderator(door);
  const planted = await signIn(door.base, key);
  for (const cookie of [planted, 'cuedesk=chosen-by-somebody-else']) {
    const made = cookieOf(await post(door.base, '/login', { key: door.program.parts.access.linkKey }, { cookie }));
    expect(made).not.toBe(cookie);
  }
  const me = await (await fetch(`${door.base}/api/v1/login`, { headers: { cookie: planted } })).json();
  expect(me).toMatchObject({ role: 'moderator' });
});

test('[PE207] whoever is revoked, or loses the right, while the body of a call is on its way does nothing by it', async () => {
  const { id } = await asked();
  const [gone, less, stays] = [await moderator(door), await moderator(door), await moderator(door)];
  const note = (text: string) => ({ text });
  const revoke = () => post(door.base, `/people/${gone.id}/revoke`, {});
  expect(await callInTwo(`/requests/${id}/note`, gone.cookie, note('revoked'), revoke)).toContain(' 401 ');
  expect(
    await callInTwo(`/requests/${id}/reply`, less.cookie, note('without'), () =>
      door.program.parts.access.people.change(less.id, { rights: [] }),
    ),
  ).toContain(' 403 ');
  expect(await callInTwo(`/requests/${id}/note`, stays.cookie, note('stays'), async () => null)).toContain(' 200 ');
  expect(await messagesOf(id)).toEqual(['Hi', 'stays']);
});

test('[PE208] a link that is opened by several at once makes each a login of its one person', async () => {
  const made = (await (await post(door.base, '/invitations', { name: 'Ann', hours: 1, rights: [] })).json()) as {
    id: string;
    url: string;
  };
  const key = made.url.split('#key=')[1] ?? '';
  const cookies = await Promise.all(Array.from({ length: 5 }, () => signIn(door.base, key)));
  expect(new Set(cookies).size).toBe(5);
  for (const cookie of cookies) {
    const me = await (await fetch(`${door.base}/api/v1/login`, { headers: { cookie } })).json();
    expect(me).toMatchObject({ id: made.id, name: 'Ann' });
  }
});

test('[PE209] a person is signed in at fifty browsers at most, the oldest ends; what has expired is taken away', async () => {
  const { store, creatorId, access } = door.program.parts;
  const { id, cookie } = await moderator(door);
  const logins = () =>
    store.db.selectFrom('login').select('token_hash').where('person_id', '=', id).where('kind', '=', 'login').execute();
  await store.db
    .updateTable('login')
    .set({ created_at: 1 })
    .where('creator_id', '=', creatorId)
    .where('person_id', '=', id)
    .execute();
  const admits = () => true;
  for (let at = 0; at < 50; at++) await store.transaction((tx) => access.logins.letIn(tx, id, admits));
  expect([(await logins()).length, await statusOf(door.base, '/requests', { cookie })]).toEqual([50, 401]);
  await store.db.updateTable('login').set({ expires_at: 1 }).where('person_id', '=', id).execute();
  await access.sweep();
  expect(await logins()).toEqual([]);
});

test('[PE210] of the tokens for handshakes that one person asks for the latest hundred wait, and nobody else’s go', async () => {
  const { access } = door.program.parts;
  const [mo, ann] = [await moderator(door), await moderator(door)];
  const cookieIn = (cookie: string) => cookie.split('=')[1] ?? '';
  const visitor = await access.byCookie(cookieIn(mo.cookie));
  const other = await access.byCookie(cookieIn(ann.cookie));
  if (!visitor || !other) throw new Error('nobody is in');
  const hers = access.socketToken(other, cookieIn(ann.cookie));
  const tokens = Array.from({ length: 101 }, () => access.socketToken(visitor, cookieIn(mo.cookie)));
  const found = await Promise.all([tokens[0], tokens[1], hers].map((token) => access.bySocketToken(token ?? '')));
  expect(found.map((one) => one?.person.id ?? null)).toEqual([null, mo.id, ann.id]);
});

const HOUR = 3_600_000;
const MONTH = 30 * 24 * HOUR;
const endsOf = async (id: string) => {
  const { db } = door.program.parts.store;
  const rows = await db
    .selectFrom('login')
    .select('expires_at')
    .where('person_id', '=', id)
    .where('kind', '=', 'login')
    .execute();
  return rows.map(({ expires_at }) => expires_at);
};
const endIn = (id: string, millis: number) =>
  door.program.parts.store.db
    .updateTable('login')
    .set({ expires_at: Date.now() + millis })
    .where('person_id', '=', id)
    .where('kind', '=', 'login')
    .execute();
/** What a call by that cookie is answered: its status, and the cookie that it is given again. */
async function called(cookie: string, base = door.base) {
  const answer = await fetch(`${base}/api/v1/login`, { headers: { cookie } });
  return { status: answer.status, given: answer.headers.getSetCookie() };
}

test('[PE213] a login that is used in its last half has its thirty days again, in the store and in the browser', async () => {
  const { id, cookie } = await moderator(door, ['reply'], { hours: null });
  await endIn(id, MONTH / 2 + HOUR);
  const before = await endsOf(id);
  expect([await called(cookie), await endsOf(id)]).toEqual([{ status: 200, given: [] }, before]);
  await endIn(id, MONTH / 2 - HOUR);
  const from = Date.now();
  const { given } = await called(cookie);
  expect(given).toEqual([`${cookie}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Strict`]);
  const [end = 0] = await endsOf(id);
  expect([end >= from + MONTH, end <= Date.now() + MONTH]).toEqual([true, true]);
  expect((await called(cookie)).given).toEqual([]);
});

test('[PE213] no use takes a login beyond its person’s end, nor one that has ended or is revoked back', async () => {
  const tonight = await moderator(door, ['reply'], { hours: 2 });
  const person = await door.program.parts.access.people.list();
  const until = Date.parse(person.find(({ id }) => id === tonight.id)?.until ?? '');
  await endIn(tonight.id, HOUR);
  const { given } = await called(tonight.cookie);
  expect(Number(/Max-Age=(\d+)/.exec(given[0] ?? '')?.[1])).toBeLessThanOrEqual(2 * 3600);
  expect(await endsOf(tonight.id)).toEqual([until]);
  expect((await called(tonight.cookie)).given).toEqual([]);
  const [late, gone] = [await moderator(door), await moderator(door)];
  await endIn(late.id, -1);
  const ended = await endsOf(late.id);
  expect([await called(late.cookie), await endsOf(late.id)]).toEqual([{ status: 401, given: [] }, ended]);
  await endIn(gone.id, HOUR);
  await post(door.base, `/people/${gone.id}/revoke`, {});
  expect([await called(gone.cookie), await endsOf(gone.id)]).toEqual([{ status: 401, given: [] }, []]);
});

test('[PE213] at the public door a moderator’s login has its time again, and the owner’s is left as it is', async () => {
  const headers = { ...AS_OWNER, ...JSON_BODY };
  await fetch(`${door.base}/api/v1/settings`, { method: 'PUT', headers, body: JSON.stringify({ deskOutside: true }) });
  const mo = await moderator(door, ['reply'], { hours: null });
  const owner = await signIn(door.base, door.program.parts.access.linkKey);
  for (const id of [mo.id, 'owner']) await endIn(id, HOUR);
  const before = await endsOf('owner');
  expect((await called(mo.cookie, door.publicBase)).given).toHaveLength(1);
  expect([await called(owner, door.publicBase), await endsOf('owner')]).toEqual([{ status: 401, given: [] }, before]);
});

test('[PE214] an invitation that is opened again where its person is signed in keeps that login, and adds none', async () => {
  const [dock, other] = [await moderator(door), await moderator(door)];
  const opened = async (cookie: string) => cookieOf(await post(door.base, '/login', { key: dock.key }, { cookie }));
  expect([await opened(dock.cookie), (await endsOf(dock.id)).length]).toEqual([dock.cookie, 1]);
  const fresh = await opened(other.cookie);
  expect([[dock.cookie, other.cookie].includes(fresh), (await endsOf(dock.id)).length]).toEqual([false, 2]);
  expect([await statusOf(door.base, '/requests', { cookie: fresh }), await opened('cuedesk=ended')]).toEqual([
    200,
    expect.not.stringMatching(/=ended$/),
  ]);
});
