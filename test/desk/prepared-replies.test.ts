import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PreparedForDesk, PreparedReply } from '../../shared/prepared-replies.ts';
import { moderator, socketToken } from '../access/people-given.ts';
import { AS_OWNER, JSON_BODY, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = AS_OWNER) {
  const sending = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${door.base}/api/v1${path}`, {
    method,
    headers: { ...JSON_BODY, ...headers },
    ...sending,
  });
  return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
}

test('[DK151] a text that could not be filled in is refused when it is saved, and its language and variable are named', async () => {
  const draft = { name: 'Faulty', texts: { en: 'Hi {name}', de: 'Hallo {vorname}', nb: 'Kl. {time}' } };
  const refused = await ask('POST', '/prepared-replies', draft);
  expect(refused).toMatchObject({ status: 400, body: { why: 'bad-template' } });
  expect(refused.body.issues.map(({ path }: { path: string }) => path)).toEqual(['texts.de', 'texts.nb']);
  expect(refused.body.issues[0].message).toContain('{vorname}');
  for (const bad of [
    { name: 'a/b', texts: { en: 'x' } },
    { name: 'x', texts: {} },
    { name: '', texts: { en: 'x' } },
  ])
    expect((await ask('POST', '/prepared-replies', bad)).status).toBe(400);
  const made = await ask('POST', '/prepared-replies', { name: 'Fine', texts: { en: 'Hi {name}' } });
  expect(made.status).toBe(201);
  expect((await ask('PUT', `/prepared-replies/${made.body.id}`, draft)).status).toBe(400);
  expect((await ask('DELETE', `/prepared-replies/${made.body.id}`, {})).status).toBe(200);
});

test('[DK153] prepared replies reach every desk that may use them, on connect and after a change; nobody else has them', async () => {
  const told: PreparedForDesk[] = [];
  const mo = await moderator(door, ['reply']);
  const page = openPage(`${door.base}/desk`, { token: await socketToken(door.base, { cookie: mo.cookie }) });
  page.socket.on('prepared', (value: PreparedForDesk) => told.push(value));
  const silent: PreparedForDesk[] = [];
  const bare = await moderator(door, ['block']);
  const other = openPage(`${door.base}/desk`, { token: await socketToken(door.base, { cookie: bare.cookie }) });
  other.socket.on('prepared', (value: PreparedForDesk) => silent.push(value));
  await soon(() => expect(told.at(-1)?.replies.length).toBeGreaterThan(3));
  await ask('POST', '/prepared-replies', { name: 'New one', texts: { nl: 'Hoi {name}' } });
  const has = (reply: PreparedReply) => reply.name === 'New one';
  await soon(() => expect(told.at(-1)?.replies.some(has)).toBe(true));
  await soon(() => expect(other.views.length).toBeGreaterThan(0));
  expect(silent).toEqual([]);
  expect((await ask('GET', '/prepared-replies', undefined, { cookie: bare.cookie })).status).toBe(403);
  expect(
    (await ask('POST', '/prepared-replies', { name: 'Mine', texts: { en: 'x' } }, { cookie: mo.cookie })).status,
  ).toBe(403);
});
