import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RequestState } from '../../shared/booking.ts';
import type { BulkOutcome } from '../../shared/bulk.ts';
import { type Moderator, moderator } from '../access/people-given.ts';
import { givenDraft, givenService, granted, publish } from '../app/booking-given.ts';
import { AS_OWNER, JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';

let door: TestProgram;
let service: string;
let ids: string[];
beforeAll(async () => {
  door = await startProgram();
  [service = ''] = await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());
beforeEach(async () => {
  ids = [await asked({ name: 'Vera', language: 'de' }), await asked({ name: 'Ola', language: 'nb' }), await asked({})];
});

async function asked(more: object): Promise<string> {
  const draft = givenDraft({ service, message: 'Hello', ...more });
  return granted(await door.program.parts.booking.viewers.ask('creator', draft, null)).id;
}

async function ask(who: Moderator, path: string, body: unknown) {
  const answer = await fetch(`${door.base}/api/v1${path}`, {
    method: 'POST',
    headers: { ...JSON_BODY, cookie: who.cookie },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as BulkOutcome & { why: string } };
}

const view = async (id = '') => granted(await door.program.parts.booking.views.deskRequest(id));
const states = async (): Promise<RequestState[]> => Promise.all(ids.map(async (id) => (await view(id)).state));
const saidTo = async (id = '') => (await view(id)).messages.map(({ text }) => text);

test('[DK197] each request gets its own result; what is refused holds up no other, and the log has a line for each', async () => {
  const mo = await moderator(door, ['decline', 'block']);
  await post(door.base, `/requests/${ids[1]}/take-over`);
  const all = [...ids, 'of-nobody'];
  const claimed = await ask(mo, '/requests/bulk', { ids: all, act: { type: 'claim' } });
  expect(claimed.body.results).toEqual([
    { id: ids[0], result: 'done', why: null },
    { id: ids[1], result: 'refused', why: 'claimed-by-other' },
    { id: ids[2], result: 'done', why: null },
    { id: 'of-nobody', result: 'refused', why: 'not-found' },
  ]);
  expect((await view(ids[0])).claim?.by).toBe(mo.id);
  const released = await ask(mo, '/requests/bulk', { ids: [ids[0]], act: { type: 'release' } });
  expect([released.body.results[0]?.result, (await view(ids[0])).claim]).toEqual(['done', null]);
  await ask(mo, '/requests/bulk', { ids, act: { type: 'spam' } });
  expect(await states()).toEqual(['spam', 'new', 'spam']);
  const log = await fetch(`${door.base}/api/v1/audit?person=${mo.id}&act=requests.spam`, { headers: AS_OWNER });
  const { entries } = (await log.json()) as { entries: { object: string; result: string }[] };
  expect(entries.map(({ object, result }) => `${ids.indexOf(object)} ${result}`).toSorted()).toEqual([
    '0 done',
    '1 claimed-by-other',
    '2 done',
  ]);
});

test('[DK198] [DK266] declines are held with one message and taken back as one', async () => {
  const mo = await moderator(door, ['decline']);
  const act = { type: 'decline', text: 'We are full this week.' };
  const held = await ask(mo, '/requests/bulk?undo=1', { ids, act });
  expect(held.body.results.map(({ result }) => result)).toEqual(['held', 'held', 'held']);
  expect(await states()).toEqual(['new', 'new', 'new']);
  const marks = (await door.program.parts.held.list()).map(({ together }) => together);
  expect([marks.length, new Set(marks).size, marks[0]]).toEqual([3, 1, expect.any(String)]);
  const other = await moderator(door, ['decline']);
  expect((await ask(other, '/requests/bulk/undo', { ids })).body.results[0]?.why).toBe('too-late');
  expect((await ask(mo, '/requests/bulk/undo', { ids })).body.results.map(({ result }) => result)).toEqual([
    'done',
    'done',
    'done',
  ]);
  expect(await door.program.parts.held.list()).toEqual([]);
  await ask(mo, '/requests/bulk', { ids, act });
  expect(await states()).toEqual(['declined', 'declined', 'declined']);
  expect(await saidTo(ids[2])).toContain('We are full this week.');
});

test('[DK198] a prepared reply declines each viewer in their own language', async () => {
  const mo = await moderator(door, ['decline']);
  await ask(mo, '/requests/bulk', { ids, act: { type: 'decline', reply: 'first-not-ours' } });
  expect(await saidTo(ids[0])).toContainEqual(expect.stringMatching(/^Hallo Vera, danke/));
  expect(await saidTo(ids[1])).toContainEqual(expect.stringMatching(/^Hei Ola, takk/));
  const late = await ask(mo, '/requests/bulk', { ids: [await asked({})], act: { type: 'decline', reply: 'gone' } });
  expect(late.body.results[0]?.why).toBe('reply-gone');
});

test('[DK293] one reply for many goes in each viewer’s language, is held, taken back as one, and needs the right to reply', async () => {
  const mo = await moderator(door, ['reply']);
  const act = { type: 'reply', reply: 'first-thanks' };
  const held = await ask(mo, '/requests/bulk?undo=1', { ids, act });
  expect(held.body.results.map(({ result }) => result)).toEqual(['held', 'held', 'held']);
  const taken = await ask(mo, '/requests/bulk/undo', { ids });
  expect(taken.body.results.map(({ result }) => result)).toEqual(['done', 'done', 'done']);
  expect(await states()).toEqual(['new', 'new', 'new']);
  await ask(mo, '/requests/bulk', { ids, act });
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
  expect(await saidTo(ids[0])).toContainEqual(expect.stringMatching(/^Hallo Vera/));
  expect(await saidTo(ids[1])).toContainEqual(expect.stringMatching(/^Hei Ola/));
  await ask(mo, '/requests/bulk', { ids, act: { type: 'reply', text: 'Back at eight.' } });
  expect(await saidTo(ids[2])).toContain('Back at eight.');
  for (const bad of [{ type: 'reply' }, { type: 'reply', text: 'x', reply: 'first-thanks' }])
    expect((await ask(mo, '/requests/bulk', { ids, act: bad })).status).toBe(400);
  const other = await moderator(door, ['decline']);
  expect((await ask(other, '/requests/bulk', { ids, act })).body.why).toBe('not-allowed');
});

test('[DK199] without the right, with a request named twice, two messages or more than 200, nothing is done', async () => {
  const mo = await moderator(door, ['reply']);
  expect((await ask(mo, '/requests/bulk', { ids, act: { type: 'decline' } })).body.why).toBe('not-allowed');
  expect((await ask(mo, '/requests/bulk', { ids, act: { type: 'spam' } })).status).toBe(403);
  for (const bad of [
    { ids: [ids[0], ids[0]], act: { type: 'claim' } },
    { ids: [], act: { type: 'claim' } },
    { ids: Array.from({ length: 201 }, (_, at) => `r${at}`), act: { type: 'claim' } },
    { ids, act: { type: 'accept' } },
    { ids, act: { type: 'decline', text: 'x', reply: 'first-thanks' } },
  ])
    expect((await ask(mo, '/requests/bulk', bad)).status).toBe(400);
  expect(await states()).toEqual(['new', 'new', 'new']);
});

test('[DK222] many are put aside until one time and get or lose one label, each with its own result', async () => {
  const mo = await moderator(door, ['reply']);
  const { labels } = door.program.parts.booking;
  const label = granted(await labels.add({ name: 'Friday', colour: 'accent' })).id;
  const results = async (act: object, who = mo) =>
    (await ask(who, '/requests/bulk', { ids, act })).body.results?.map(({ result, why }) => why ?? result);
  expect(await results({ type: 'label', label, put: true })).toEqual(['done', 'done', 'done']);
  expect((await view(ids[1])).labels).toEqual({ request: [label], person: [] });
  expect(await results({ type: 'label', label, put: false })).toEqual(['done', 'done', 'done']);
  expect((await view(ids[1])).labels.request).toEqual([]);
  granted(await labels.remove(label));
  expect(await results({ type: 'label', label, put: true })).toEqual(['label-gone', 'label-gone', 'label-gone']);
  await post(door.base, `/requests/${ids[0]}/decline`);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  expect(await results({ type: 'snooze', until })).toEqual(['already-closed', 'done', 'done']);
  expect(Date.parse((await view(ids[2])).snoozedUntil ?? '')).toBe(Date.parse(until));
  const bare = await moderator(door, ['decline']);
  expect((await ask(bare, '/requests/bulk', { ids, act: { type: 'snooze', until } })).body.why).toBe('not-allowed');
  expect((await ask(bare, '/requests/bulk', { ids, act: { type: 'label', label, put: true } })).status).toBe(403);
});
