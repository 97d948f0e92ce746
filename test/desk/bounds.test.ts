import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { createDrafts } from '../../server/app/drafts.ts';
import { allowedHosts } from '../../server/core/hosts.ts';
import { deskListSockets } from '../../server/sockets/desk-list.ts';
import { openPages } from '../../server/sockets/pages.ts';
import { peopleSockets } from '../../server/sockets/people.ts';
import type { HeldAct } from '../../shared/desk-team.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { NAMESPACES } from '../../shared/protocol.ts';
import { moderator, socketToken } from '../access/people-given.ts';
import { givenService, publish } from '../app/booking-given.ts';
import { post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
  await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());

const asked = async () =>
  ((await (await post(door.base, '/requests', { name: 'Ann', text: 'Hi' })).json()) as { id: string }).id;

function rethrow(error: unknown): void {
  throw error;
}

/** The desk's sockets alone, for whoever comes, with a store that answers when it is told to. */
async function deskAlone(threadOf: (id: string) => Promise<DeskRequest | null>): Promise<string> {
  const http = createServer();
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const address = http.address();
  const io = openPages(
    http,
    allowedHosts(() => []),
  );
  const people = peopleSockets(io, {
    namespace: NAMESPACES.desk,
    find: async (id) => ({ person: { id }, login: null }),
    current: async ({ person }) => person,
    viewOf: async () => ({}),
    onFault: rethrow,
  });
  const queue = {
    renew: async () => false,
    reconcile: async () => false,
    whole: () => ({ version: 0, rows: [] }),
    since: (version: number) => ({ from: version, version, rows: [], gone: [] }),
  };
  const list = deskListSockets(io, { queue, threadOf, onFloods: () => undefined, onFault: rethrow });
  onTestFinished(async () => {
    people.close();
    list.close();
    await io.close();
  });
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/desk`;
}

test('[DK234] a page that opens requests faster than they are read is read for once at a time, and gets the last', async () => {
  const reads: string[] = [];
  const held = Promise.withResolvers<void>();
  const url = await deskAlone(async (id) => {
    reads.push(id);
    await held.promise;
    return null;
  });
  const page = openPage(url, { token: 'mo' });
  const told: string[] = [];
  page.socket.on('thread', (id: string) => told.push(id));
  let lists = 0;
  page.socket.on('list', (_part: unknown, heard: () => void) => {
    lists++;
    heard();
  });
  await soon(() => expect(lists).toBe(1));
  for (let at = 0; at < 60; at++) page.socket.emit('open', `request-${at}`);
  // What a page says is heard in its order: once this is answered, all of that was.
  page.socket.emit('list');
  await soon(() => expect(lists).toBe(2));
  expect(reads).toEqual(['request-0']);
  held.resolve();
  await soon(() => expect(told).toEqual(['request-59']));
  expect(reads).toEqual(['request-0', 'request-59']);
});

test('[DK235] what is held is read once for all desks, however many are open', async () => {
  const { cookie } = await moderator(door);
  const seen: HeldAct[][] = [];
  for (let at = 0; at < 6; at++) {
    const desk = openPage(`${door.base}/desk`, { token: await socketToken(door.base, { cookie }) });
    desk.socket.on('held', (held: HeldAct[]) => {
      seen[at] = held;
    });
  }
  await soon(() => expect(seen.filter(Boolean)).toHaveLength(6));
  const reads = vi.spyOn(door.program.parts.held, 'list');
  const id = await asked();
  expect((await post(door.base, `/requests/${id}/reply?undo=1`, { text: 'Soon' }, { cookie })).status).toBe(202);
  await soon(() => expect(seen.map((held) => held.map(({ request }) => request))).toEqual(Array(6).fill([id])));
  expect(reads.mock.calls.length).toBeLessThan(3);
});

test('[DK236] of what is typed while the store does not answer the latest thousand drafts wait', async () => {
  const id = await asked();
  const { store, creatorId, clock } = door.program.parts;
  const drafts = createDrafts({ store, creatorId, clock, onFault: rethrow });
  for (let at = 0; at < 1003; at++) drafts.write(`person-${at}`, { request: id, text: 'x' });
  drafts.write('person-3', { request: id, text: 'newer' });
  await drafts.close();
  const kept = await store.db.selectFrom('reply_draft').select(['person_id', 'text']).execute();
  const of = (person: string) => kept.find(({ person_id }) => person_id === person)?.text;
  expect([kept.length, of('person-2'), of('person-3'), of('person-4')]).toEqual([1000, undefined, 'newer', 'x']);
});
