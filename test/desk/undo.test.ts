import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDrafts } from '../../server/store/reply-drafts.ts';
import type { DeskChoice, HeldAct, HeldFailed } from '../../shared/desk-team.ts';
import { type Moderator, moderator, socketToken } from '../access/people-given.ts';
import { givenService, publish } from '../app/booking-given.ts';
import { AS_OWNER, JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
  await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());

async function pasted(): Promise<string> {
  return ((await (await post(door.base, '/requests', { name: 'Ann', text: 'Hello' })).json()) as { id: string }).id;
}

async function ask(who: Pick<Moderator, 'cookie'> | typeof AS_OWNER, method: string, path: string, body: unknown = {}) {
  const headers = { ...JSON_BODY, ...('cookie' in who ? { cookie: who.cookie } : who) };
  const answer = await fetch(`${door.base}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
}

async function pageOf({ cookie }: Moderator) {
  const page = openPage(`${door.base}/desk`, { token: await socketToken(door.base, { cookie }) });
  const told = { held: [] as HeldAct[], failed: [] as HeldFailed[], choice: null as DeskChoice | null };
  page.socket.on('held', (held: HeldAct[]) => {
    told.held = held;
  });
  page.socket.on('heldFailed', (failed: HeldFailed) => told.failed.push(failed));
  page.socket.on('choice', (choice: DeskChoice) => {
    told.choice = choice;
  });
  await soon(() => expect(told.choice).not.toBeNull());
  return told;
}

test('[DK161] an act that asks for it is answered with what is held, every desk is told, and undo takes it back', async () => {
  const request = await pasted();
  const [one, other] = [await moderator(door, ['reply']), await moderator(door, ['reply'])];
  const there = await pageOf(other);
  const held = await ask(one, 'POST', `/requests/${request}/reply?undo=1`, { text: 'Dear Ann' });
  expect(held).toMatchObject({ status: 202, body: { request, type: 'reply', text: 'Dear Ann', by: { id: one.id } } });
  await soon(() => expect(there.held).toEqual([held.body]));
  expect((await ask(other, 'POST', `/requests/${request}/undo`)).body).toMatchObject({ why: 'too-late' });
  expect((await ask(other, 'POST', `/requests/${request}/reply`, { text: 'x' })).body.why).toBe('answer-on-its-way');
  expect(await ask(one, 'POST', `/requests/${request}/undo`)).toMatchObject({ status: 200, body: held.body });
  await soon(() => expect(there.held).toEqual([]));
  expect((await ask(other, 'POST', `/requests/${request}/reply`, { text: 'x' })).status).toBe(200);
  expect((await ask(one, 'POST', `/requests/${request}/claim?undo=1`)).status).not.toBe(202);
});

test('[DK164] a person who is revoked in the middle does nothing more, and what another may not do is not held', async () => {
  const request = await pasted();
  const one = await moderator(door, ['reply']);
  expect((await ask(one, 'POST', `/requests/${request}/accept?undo=1`)).status).toBe(403);
  expect((await ask(one, 'POST', `/requests/${request}/reply?undo=1`, { text: 'Bye' })).status).toBe(202);
  await post(door.base, `/people/${one.id}/revoke`);
  await soon(async () => expect(await door.program.parts.held.list()).toEqual([]));
  await door.program.parts.held.close();
  const read = await fetch(`${door.base}/api/v1/requests/${request}`, { headers: AS_OWNER });
  expect(JSON.stringify(await read.json())).not.toContain('Bye');
});

test('[DK163] a reply that could not leave is told at each desk of its person, and its words are a draft again', async () => {
  const request = await pasted();
  const one = await moderator(door, ['reply', 'block']);
  const here = await pageOf(one);
  await ask(one, 'POST', `/requests/${request}/reply?undo=1`, { text: 'Too slow' });
  await ask(AS_OWNER, 'POST', `/requests/${request}/block`, { reason: 'spam' });
  await door.program.parts.held.close();
  await soon(() => expect(here.failed).toMatchObject([{ act: { text: 'Too slow' }, why: 'already-closed' }]));
  await soon(async () => {
    const drafts = await readDrafts(door.program.parts.store.db, 'local', one.id);
    expect(drafts).toMatchObject([{ request, text: 'Too slow' }]);
  });
});

test('[DK265] the log says of an act that it was held, and then what became of it', async () => {
  const one = await moderator(door, ['reply', 'decline']);
  const [gone, left] = [await pasted(), await pasted()];
  await ask(one, 'POST', `/requests/${gone}/reply?undo=1`, { text: 'Too slow' });
  await ask(one, 'POST', '/requests/bulk?undo=1', { ids: [left], act: { type: 'decline' } });
  await ask(AS_OWNER, 'POST', `/requests/${gone}/block`, { reason: 'spam' });
  await door.program.parts.held.close();
  const log = await fetch(`${door.base}/api/v1/audit?person=${one.id}`, { headers: AS_OWNER });
  const { entries } = (await log.json()) as { entries: { act: string; object: string; result: string }[] };
  const said = (object: string) => entries.filter((entry) => entry.object === object).map(({ result }) => result);
  expect(said(gone)).toEqual(['already-closed', 'held']);
  expect(said(left)).toEqual(['done', 'held']);
});

test('[DK165] each person chooses whether acts are held, on all of their desks; a script’s are not unless it asks', async () => {
  const one = await moderator(door, ['reply']);
  const [here, there] = [await pageOf(one), await pageOf(one)];
  const stranger = await pageOf(await moderator(door, ['reply']));
  expect(here.choice).toEqual({ undo: true });
  expect((await ask(one, 'PUT', '/desk-choice', { undo: 'no' })).status).toBe(400);
  expect((await ask(one, 'PUT', '/desk-choice', { undo: false })).status).toBe(200);
  await soon(() => expect([here.choice, there.choice]).toEqual([{ undo: false }, { undo: false }]));
  expect(stranger.choice).toEqual({ undo: true });
  expect((await ask(AS_OWNER, 'POST', `/requests/${await pasted()}/reply`, { text: 'x' })).status).toBe(200);
});
