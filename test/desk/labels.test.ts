import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Label } from '../../shared/labels.ts';
import { moderator, socketToken } from '../access/people-given.ts';
import { givenService, publish } from '../app/booking-given.ts';
import { JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
  await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());

test('[DK180] labels are made and put on by who may reply, and are told to every desk; their names are short and one line', async () => {
  const made = await post(door.base, '/requests', { name: 'Ann', text: 'Hello' });
  const { id } = (await made.json()) as { id: string };
  const [one, bare] = [await moderator(door, ['reply', 'see-contact']), await moderator(door, ['block'])];
  const blind = await moderator(door, ['reply']);
  const call = async (cookie: string, method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${door.base}/api/v1${path}`, {
      method,
      headers: { ...(body ? JSON_BODY : {}), cookie, origin: door.base },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
  };
  const page = openPage(`${door.base}/desk`, { token: await socketToken(door.base, { cookie: bare.cookie }) });
  let told: Label[] | null = null;
  page.socket.on('labels', (labels: Label[]) => {
    told = labels;
  });
  await soon(() => expect(told).toEqual([]));
  for (const wrong of [
    { name: 'x'.repeat(25), colour: 'accent' },
    { name: 'a\nb', colour: 'accent' },
    { name: 'x', colour: 'red' },
  ])
    expect((await call(one.cookie, 'POST', '/labels', wrong)).status).toBe(400);
  expect((await call(bare.cookie, 'POST', '/labels', { name: 'x', colour: 'accent' })).status).toBe(403);
  const label = await call(one.cookie, 'POST', '/labels', { name: 'VIP', colour: 'accent' });
  expect(label.status).toBe(201);
  await soon(() => expect(told).toEqual([label.body]));
  const body = { label: label.body.id, on: 'person', put: true };
  expect((await call(bare.cookie, 'POST', `/requests/${id}/label`, body)).status).toBe(403);
  expect((await call(blind.cookie, 'POST', `/requests/${id}/label`, body)).status).toBe(403);
  const there = { ...body, on: 'request' };
  expect((await call(blind.cookie, 'POST', `/requests/${id}/label`, there)).status).toBe(200);
  await call(blind.cookie, 'POST', `/requests/${id}/label`, { ...there, put: false });
  expect(await call(one.cookie, 'POST', `/requests/${id}/label`, body)).toMatchObject({
    status: 200,
    body: { labels: { request: [], person: [label.body.id] } },
  });
  expect((await call(one.cookie, 'DELETE', `/labels/${label.body.id}`)).status).toBe(403);
  const head = await moderator(door, ['settings']);
  const uses = await call(head.cookie, 'GET', `/labels/${label.body.id}/uses`);
  expect(uses.body).toEqual({ requests: 0, people: 1 });
  expect((await call(head.cookie, 'DELETE', `/labels/${label.body.id}`)).status).toBe(200);
  await soon(() => expect(told).toEqual([]));
});
