import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteViewer } from '../../server/store/viewers.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import type { ThreadView } from '../../shared/thread-view.ts';
import { type Moderator, moderator } from '../access/people-given.ts';
import { givenDraft, givenService, granted, publish, secretIn } from '../app/booking-given.ts';
import { AS_OWNER, JSON_BODY, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';

let door: TestProgram;
let service: string;
beforeAll(async () => {
  door = await startProgram();
  [service = ''] = await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());

async function opened(message: string, viewer: string): Promise<{ id: string; secret: string }> {
  const { booking, store } = door.program.parts;
  const { id, thread } = granted(await booking.viewers.ask('creator', givenDraft({ service, message }), null));
  await store.transaction((tx) => noteViewer(tx, 'local', id, viewer));
  return { id, secret: secretIn(thread) };
}

const asked = async (message: string, viewer: string) => (await opened(message, viewer)).id;

async function ask(who: Pick<Moderator, 'cookie'> | typeof AS_OWNER, method: string, path: string, body?: unknown) {
  const headers = { ...JSON_BODY, ...('cookie' in who ? { cookie: who.cookie } : who) };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await fetch(`${door.base}/api/v1${path}`, init);
  return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
}

test('[DK218] a held merge is undone without a trace, and done when its time has come; it needs the right to reply and is logged', async () => {
  const [into, from, other] = [await asked('One', 'v1'), await asked('Two', 'v1'), await asked('Three', 'v2')];
  const [mo, silent] = [await moderator(door, ['reply']), await moderator(door, ['decline'])];
  const merge = (who: Moderator, id: string, into: string) =>
    ask(who, 'POST', `/requests/${id}/merge?undo=1`, { into });
  const seen = async () => [
    (await ask(AS_OWNER, 'GET', `/requests/${into}`)).body as DeskRequest,
    (await ask(AS_OWNER, 'GET', `/requests/${from}`)).body as DeskRequest,
  ];
  const before = await seen();
  expect(await merge(silent, from, into)).toMatchObject({ status: 403, body: { why: 'not-allowed' } });
  expect((await merge(mo, other, into)).body).toMatchObject({ why: 'not-same-person' });
  expect((await ask(mo, 'POST', `/requests/${from}/merge`, { into: '../x' })).status).toBe(400);
  expect(await merge(mo, from, into)).toMatchObject({ status: 202, body: { request: from, type: 'merge', into } });
  expect(await seen()).toEqual(before);
  expect((await ask(mo, 'POST', `/requests/${from}/undo`, {})).status).toBe(200);
  await door.program.parts.held.close();
  expect(await seen()).toEqual(before);
  expect((await merge(mo, from, into)).status).toBe(202);
  await door.program.parts.held.close();
  const [goesOn, ended] = await seen();
  expect(ended).toMatchObject({ state: 'merged', mergedInto: into });
  expect(goesOn?.messages.filter((each) => each.from === 'viewer').map(({ text }) => text)).toEqual(['One', 'Two']);
  const log = (await ask(AS_OWNER, 'GET', '/audit')).body as { entries?: unknown[] } | unknown[];
  const entries = JSON.stringify(log);
  expect(entries).toContain('requests.merge');
  expect(entries).toContain(from);
});

test('[DK310] what shares a typed address alone is merged by who says that it is one person and may see contacts, held like any other', async () => {
  const { booking } = door.program.parts;
  const typed = async (email: string) =>
    granted(await booking.viewers.ask('creator', givenDraft({ service, contact: { email } }), null)).id;
  const [into, from, other] = [
    await typed('vera@mail.example'),
    await typed('Vera@mail.example'),
    await typed('x@mail.example'),
  ];
  const [mo, blind] = [await moderator(door, ['reply', 'see-contact']), await moderator(door, ['reply'])];
  const merge = (who: Moderator, id: string, body: object) =>
    ask(who, 'POST', `/requests/${id}/merge?undo=1`, { into, ...body });
  expect((await merge(mo, from, {})).body).toMatchObject({ why: 'not-same-person' });
  expect(await merge(blind, from, { unproven: true })).toMatchObject({ status: 403, body: { why: 'not-allowed' } });
  expect((await merge(mo, other, { unproven: true })).body).toMatchObject({ why: 'not-same-person' });
  expect((await merge(mo, from, { unproven: true })).status).toBe(202);
  expect((await ask(mo, 'POST', `/requests/${from}/undo`, {})).status).toBe(200);
  expect((await ask(AS_OWNER, 'GET', `/requests/${from}`)).body).toMatchObject({ state: 'new' });
  expect((await merge(mo, from, { unproven: true })).status).toBe(202);
  await door.program.parts.held.close();
  expect((await ask(AS_OWNER, 'GET', `/requests/${from}`)).body).toMatchObject({ state: 'merged', mergedInto: into });
});

test('[DK218] what became of the two meanwhile decides: an answer to the one that ends is told, and nothing is merged', async () => {
  const [into, from] = [await asked('One', 'v3'), await asked('Two', 'v3')];
  const mo = await moderator(door, ['reply', 'decline']);
  expect((await ask(mo, 'POST', `/requests/${from}/merge?undo=1`, { into })).status).toBe(202);
  expect((await ask(mo, 'POST', `/requests/${into}/decline`, {})).status).toBe(200);
  await door.program.parts.held.close();
  expect((await ask(AS_OWNER, 'GET', `/requests/${from}`)).body).toMatchObject({ state: 'new', mergedInto: null });
});

test('[DK219] a request opened from a comment is its commenter’s, and one who is kept out has none opened', async () => {
  const at = new Date().toISOString();
  const chat = { source: 'api', type: 'chat', at, user: { id: 'c9', name: 'Nine' }, chat: { text: 'Help me' } };
  expect((await ask(AS_OWNER, 'POST', '/events', { id: 'one', ...chat })).status).toBe(202);
  const { events } = (await ask(AS_OWNER, 'GET', '/events?after=0')).body as {
    events: { seq: number; type: string }[];
  };
  const comment = events.find(({ type }) => type === 'chat')?.seq ?? 0;
  const open = (number: number) =>
    ask(AS_OWNER, 'POST', '/requests', { name: 'Nine', text: 'Help me', comment: number });
  const [one, two] = [await open(comment), await open(comment)];
  expect([one.status, two.status]).toEqual([201, 201]);
  expect((await open(comment + 99)).body).toMatchObject({ why: 'not-found' });
  const others = (await ask(AS_OWNER, 'GET', `/requests/${one.body.id}/others`)).body;
  expect(others).toMatchObject([{ id: two.body.id, by: 'viewer' }]);
  expect((await ask(AS_OWNER, 'POST', '/blocks', { comment, reason: 'no' })).status).toBe(200);
  expect((await open(comment)).body).toMatchObject({ why: 'blocked' });
});

test('[DK216] a page that stood open at what was merged shows what is said from then on where it goes on', async () => {
  const [into, from] = [await opened('One', 'v5'), await opened('Two', 'v5')];
  const page = openPage(`${door.base}/thread`, { secret: from.secret });
  const said = () => (page.views.at(-1) as ThreadView | undefined)?.messages.map(({ text }) => text);
  await soon(() => expect(said()).toEqual(['Two']));
  expect((await ask(AS_OWNER, 'POST', `/requests/${from.id}/merge`, { into: into.id })).status).toBe(200);
  await soon(() => expect(said()).toEqual(['One', 'Two', 'merged']));
  expect((await ask(AS_OWNER, 'POST', `/requests/${into.id}/reply`, { text: 'Hello both' })).status).toBe(200);
  await soon(() => expect(said()).toContain('Hello both'));
});
