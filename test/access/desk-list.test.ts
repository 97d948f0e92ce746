import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskListPart, DeskRequest, DeskRows, DeskView } from '../../shared/desk-view.ts';
import { RIGHT_SETS } from '../../shared/rights.ts';
import { givenDraft, givenService, granted, publish } from '../app/booking-given.ts';
import { post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';
import { moderator, socketToken } from './people-given.ts';

let door: TestProgram;
let service: string;
beforeAll(async () => {
  door = await startProgram();
  [service = ''] = await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());

const ask = async (message: string) =>
  granted(await door.program.parts.booking.viewers.ask('creator', givenDraft({ service, message }), null)).id;

async function openDesk() {
  const { cookie } = await moderator(door, [...RIGHT_SETS.desk]);
  const page = openPage<DeskView>(`${door.base}/desk`, { token: await socketToken(door.base, { cookie }) });
  const parts: DeskListPart[] = [];
  const changes: DeskRows[] = [];
  const threads: [string, DeskRequest | null][] = [];
  page.socket.on('list', (part: DeskListPart, heard: () => void) => {
    parts.push(part);
    heard();
  });
  page.socket.on('rows', (change: DeskRows) => changes.push(change));
  page.socket.on('thread', (id: string, request: DeskRequest | null) => threads.push([id, request]));
  await soon(() => expect(parts.length).toBeGreaterThan(0));
  return { ...page, cookie, parts, changes, threads };
}

test('[DK122] a desk gets the whole list once, then the rows that changed, each following the one before', async () => {
  const first = await ask('one');
  const [a, b] = [await openDesk(), await openDesk()];
  expect(b.parts).toMatchObject([{ first: 0, total: 1, rows: [{ id: first }] }]);
  const second = await ask('two');
  await soon(() => expect(b.changes.flatMap(({ rows }) => rows.map(({ id }) => id))).toContain(second));
  await post(door.base, `/requests/${second}/claim`, {}, { cookie: a.cookie });
  await soon(() => expect(b.changes.at(-1)?.rows).toMatchObject([{ id: second, claim: { name: 'Mo' } }]));
  expect(b.parts).toHaveLength(1);
  let at = b.parts[0]?.version;
  for (const { from, version } of b.changes) {
    expect(from).toBe(at);
    at = version;
  }
});

test('[DK122] a page that has missed something asks for the whole list and gets it as it then stands', async () => {
  const desk = await openDesk();
  const id = await ask('three');
  await soon(() => expect(desk.changes.length).toBeGreaterThan(0));
  desk.socket.emit('list');
  await soon(() => expect(desk.parts.at(-1)?.version).toBe(desk.changes.at(-1)?.version));
  expect(desk.parts.at(-1)?.rows.map((row) => row.id)).toContain(id);
});

test('[DK123] the opened request comes with its thread and again with each change, and no other does', async () => {
  const [id, other] = [await ask('open me'), await ask('not me')];
  const desk = await openDesk();
  desk.socket.emit('open', id);
  await soon(() => expect(desk.threads.at(-1)?.[1]?.messages).toHaveLength(1));
  await post(door.base, `/requests/${other}/note`, { text: 'n' }, { cookie: desk.cookie });
  await post(door.base, `/requests/${id}/note`, { text: 'n' }, { cookie: desk.cookie });
  await soon(() => expect(desk.threads.at(-1)?.[1]?.messages).toHaveLength(2));
  expect(new Set(desk.threads.map(([one]) => one))).toEqual(new Set([id]));
  desk.socket.emit('open', 'nobody');
  await soon(() => expect(desk.threads.at(-1)).toEqual(['nobody', null]));
});

test('[DK123] what is no id opens nothing, and the page stays', async () => {
  const desk = await openDesk();
  for (const strange of [{}, 5, '../..', 'x'.repeat(65), undefined, ['a']]) desk.socket.emit('open', strange);
  const id = await ask('after');
  desk.socket.emit('open', id);
  await soon(() => expect(desk.threads.at(-1)?.[1]?.id).toBe(id));
  expect(new Set(desk.threads.map(([one]) => one))).toEqual(new Set([id]));
  expect(desk.socket.connected).toBe(true);
});
