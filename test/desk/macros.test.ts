import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Macro } from '../../shared/macros.ts';
import { type Moderator, moderator, socketToken } from '../access/people-given.ts';
import { givenDraft, givenService, granted, publish, secretIn } from '../app/booking-given.ts';
import { AS_OWNER, JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';

let door: TestProgram;
let service: string;
let request: string;
let secret: string;
beforeAll(async () => {
  door = await startProgram();
  [service = ''] = await publish(door.program.parts.booking, [givenService({ horizonDays: 700 })]);
});
afterAll(() => door.close());
beforeEach(async () => {
  for (const { id } of await door.program.parts.macros.list()) await door.program.parts.macros.remove(id);
  const draft = givenDraft({ service, message: 'Hallo', language: 'de', name: 'Vera' });
  const made = granted(await door.program.parts.booking.viewers.ask('creator', draft, null));
  request = made.id;
  secret = secretIn(made.thread);
});

const OWNER = { cookie: '' };
async function ask({ cookie }: Pick<Moderator, 'cookie'>, method: string, path: string, body: unknown = {}) {
  const headers = { ...JSON_BODY, ...(cookie ? { cookie } : AS_OWNER) };
  const sent = method === 'GET' ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${door.base}/api/v1${path}`, { method, headers, ...sent });
  return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
}

async function added(steps: Macro['steps'], more: Partial<Macro> = {}): Promise<string> {
  const made = await ask(OWNER, 'POST', '/macros', { name: 'One', key: 1, steps, ...more });
  expect(made.status).toBe(201);
  return made.body.id;
}

const thread = async () =>
  granted(await door.program.parts.booking.views.thread(secret)).messages.map(({ text }) => text);
const now = async () => granted(await door.program.parts.booking.views.deskRequest(request));
const CLAIM = { type: 'claim' } as const;
const THANKS = { type: 'reply', reply: 'first-thanks' } as const;
const NOTE = { type: 'note', text: 'Regular' } as const;

test('[DK192] a macro is refused with steps in another order, a taken key, a taken name or a key that is none', async () => {
  const id = await added([CLAIM, THANKS, { type: 'offer' }]);
  const wrong = await ask(OWNER, 'POST', '/macros', { name: 'Two', key: 2, steps: [THANKS, CLAIM] });
  expect(wrong).toMatchObject({ status: 400, body: { why: 'bad-input' } });
  for (const [more, why] of [
    [{ name: 'Two', key: 1 }, 'macro-key-taken'],
    [{ name: 'ONE', key: 2 }, 'macro-name-taken'],
    [{ name: 'Two', key: 10 }, 'bad-input'],
  ] as const)
    expect((await ask(OWNER, 'POST', '/macros', { steps: [CLAIM], ...more })).body.why).toBe(why);
  expect((await ask(OWNER, 'PUT', `/macros/${id}`, { name: 'Uno', key: 3, steps: [CLAIM] })).body.key).toBe(3);
  expect((await ask(OWNER, 'DELETE', `/macros/${id}`)).status).toBe(200);
  expect((await ask(OWNER, 'DELETE', `/macros/${id}`)).status).toBe(404);
  const mo = await moderator(door, ['reply']);
  expect((await ask(mo, 'POST', '/macros', { name: 'Mine', key: 5, steps: [CLAIM] })).status).toBe(403);
});

test('[DK193] [DK195] the steps are done in order; what leaves is one act in the viewer’s language, held and undone', async () => {
  const macro = await added([CLAIM, NOTE, THANKS, { type: 'offer' }]);
  const mo = await moderator(door, ['reply', 'accept']);
  const before = await thread();
  const done = await ask(mo, 'POST', `/requests/${request}/macro?undo=1`, { macro });
  expect(done.body).toMatchObject({ done: ['claim', 'note', 'reply', 'offer'], refused: null, left: [] });
  expect(done.body.held).toMatchObject({ request, type: 'offer', by: { id: mo.id } });
  expect(done.body.held.text).toMatch(/^Hallo Vera, danke für deine Nachricht zu „Lebenslauf-Check“/);
  expect(done.body.held.starts).toHaveLength(3);
  expect(await now()).toMatchObject({ state: 'new', claim: { by: mo.id } });
  expect(await thread()).toEqual(before);
  expect((await ask(mo, 'POST', `/requests/${request}/undo`)).status).toBe(200);
  expect((await ask(mo, 'POST', `/requests/${request}/macro`, { macro })).body.held).toBeNull();
  expect(await thread()).toEqual([...before, done.body.held.text, 'offered']);
  expect((await now()).state).toBe('offered');
});

test('[DK193] it stops at the first step that is refused and says what was done, what was not and why; the log has each', async () => {
  const macro = await added([CLAIM, THANKS, { type: 'accept' }]);
  const mo = await moderator(door, ['reply', 'accept']);
  const before = await thread();
  const outcome = await ask(mo, 'POST', `/requests/${request}/macro`, { macro });
  expect(outcome.body).toEqual({
    done: ['claim'],
    refused: { step: 'accept', why: 'no-start', nearest: [] },
    left: [],
    held: null,
  });
  expect(await thread()).toEqual(before);
  const { entries } = (await ask(OWNER, 'GET', `/audit?person=${mo.id}`)).body;
  const own = entries.filter(({ object }: { object: string }) => object === request);
  expect(own.map(({ act, result }: { act: string; result: string }) => `${act} ${result}`).toSorted()).toEqual([
    'requests.accept no-start',
    'requests.claim done',
    'requests.macro done',
  ]);
  const held = await moderator(door, ['reply']);
  await ask(OWNER, 'POST', `/requests/${request}/take-over`);
  const other = await added([CLAIM, NOTE, THANKS], { name: 'Two', key: 2 });
  expect((await ask(held, 'POST', `/requests/${request}/macro`, { macro: other })).body).toMatchObject({
    done: [],
    refused: { step: 'claim', why: 'claimed-by-other' },
    left: ['note', 'reply'],
  });
});

test('[DK194] nothing is done without the right of each step, without the macro, or without its prepared reply', async () => {
  const macro = await added([CLAIM, THANKS, { type: 'decline' }]);
  const mo = await moderator(door, ['reply']);
  expect((await ask(mo, 'POST', `/requests/${request}/macro`, { macro })).body.why).toBe('not-allowed');
  expect((await now()).claim).toBeNull();
  expect((await ask(mo, 'POST', `/requests/${request}/macro`, { macro: 'gone' })).body.why).toBe('no-such-macro');
  const gone = await added([{ type: 'reply', reply: 'not-there' }], { name: 'Gone', key: 4 });
  expect((await ask(mo, 'POST', `/requests/${request}/macro`, { macro: gone })).body.refused.why).toBe('reply-gone');
  expect((await ask(mo, 'POST', '/requests/none/macro', { macro })).status).toBe(404);
});

test('[DK196] macros reach every desk on connect and after each change', async () => {
  await added([CLAIM]);
  const { cookie } = await moderator(door, []);
  const page = openPage(`${door.base}/desk`, { token: await socketToken(door.base, { cookie }) });
  const told: Macro[][] = [];
  page.socket.on('macros', (macros: Macro[]) => told.push(macros));
  await soon(() => expect(told.at(-1)?.map(({ name }) => name)).toEqual(['One']));
  await post(door.base, '/macros', { name: 'Two', key: 2, steps: [CLAIM] });
  await soon(() => expect(told.at(-1)?.map(({ name }) => name)).toEqual(['One', 'Two']));
});

test('[DK223] a macro puts a label on before anything leaves; one that was deleted stops it there', async () => {
  const { labels } = door.program.parts.booking;
  const label = granted(await labels.add({ name: `Regular ${request}`.slice(0, 24), colour: 'accent' })).id;
  const macro = await added([NOTE, { type: 'label', label }, THANKS]);
  const mo = await moderator(door, ['reply']);
  const done = await ask(mo, 'POST', `/requests/${request}/macro?undo=1`, { macro });
  expect(done.body).toMatchObject({ done: ['note', 'label', 'reply'], refused: null });
  expect((await now()).labels.request).toEqual([label]);
  expect((await ask(mo, 'POST', `/requests/${request}/undo`)).status).toBe(200);
  granted(await labels.remove(label));
  const before = await thread();
  const stopped = await ask(mo, 'POST', `/requests/${request}/macro`, { macro });
  expect(stopped.body).toMatchObject({
    done: ['note'],
    refused: { step: 'label', why: 'label-gone' },
    left: ['reply'],
  });
  expect(await thread()).toEqual(before);
});
