import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDrafts } from '../../server/store/reply-drafts.ts';
import type { DeskDraft, DeskPresence, TakenOver } from '../../shared/desk-team.ts';
import type { DeskView } from '../../shared/desk-view.ts';
import type { Right } from '../../shared/rights.ts';
import { type Moderator, moderator, socketToken } from '../access/people-given.ts';
import { givenService, publish } from '../app/booking-given.ts';
import { AS_OWNER, JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, type Page, soon } from '../sockets/page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
  await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());

/** A desk of somebody, with what it was told beside its view. */
interface Desk extends Page<DeskView> {
  readonly drafts: Map<string, string>;
  presence: DeskPresence[];
  readonly taken: TakenOver[];
}

async function deskOf(person: Moderator): Promise<Desk> {
  const page = openPage<DeskView>(`${door.base}/desk`, {
    token: await socketToken(door.base, { cookie: person.cookie }),
  });
  const desk: Desk = { ...page, drafts: new Map(), presence: [], taken: [] };
  page.socket.on('drafts', (all: DeskDraft[]) => {
    desk.drafts.clear();
    for (const { request, text } of all) desk.drafts.set(request, text);
  });
  page.socket.on('draft', ({ request, text }: DeskDraft) => desk.drafts.set(request, text));
  page.socket.on('presence', (told: DeskPresence[]) => {
    desk.presence = told;
  });
  page.socket.on('taken', (told: TakenOver) => desk.taken.push(told));
  await soon(() => expect(page.views.length).toBeGreaterThan(0));
  return desk;
}

async function pasted(name: string): Promise<string> {
  const made = await post(door.base, '/requests', { name, text: 'Hello' });
  return ((await made.json()) as { id: string }).id;
}

const mo = (rights: Right[] = ['reply'], name = 'Mo') => moderator(door, rights, { name });

test('[DK154] what is typed is at each desk of its person and at nobody else’s, and there after a reload', async () => {
  const request = await pasted('Ann');
  const [one, other] = [await mo(), await mo(['reply'], 'Ola')];
  const [here, there, stranger] = [await deskOf(one), await deskOf(one), await deskOf(other)];
  here.socket.emit('draft', { request, text: 'Dear A' });
  here.socket.emit('draft', { request, text: 'Dear Ann' });
  await soon(() => expect(there.drafts.get(request)).toBe('Dear Ann'));
  expect(here.drafts.get(request)).toBe('Dear Ann');
  const again = await deskOf(one);
  await soon(() => expect(again.drafts.get(request)).toBe('Dear Ann'));
  expect([...stranger.drafts]).toEqual([]);
  expect(door.log.join('\n')).not.toContain('Dear Ann');
  there.socket.emit('draft', { request, text: '' });
  await soon(() => expect(here.drafts.get(request)).toBe(''));
  expect(await readDrafts(door.program.parts.store.db, 'local', one.id)).toEqual([]);
});

test('[DK155] a draft is kept for who may reply, of a request that there is, in the size of a reply; the rest is dropped', async () => {
  const request = await pasted('Bea');
  const { db } = door.program.parts.store;
  const [one, bare] = [await mo(), await mo(['block'])];
  const [desk, other] = [await deskOf(one), await deskOf(bare)];
  for (const wrong of [null, 'x', { request }, { request, text: 'x'.repeat(4001) }, { request: '../x', text: 'x' }])
    desk.socket.emit('draft', wrong);
  other.socket.emit('draft', { request, text: 'not allowed' });
  desk.socket.emit('draft', { request: 'of-nobody', text: 'to nobody' });
  desk.socket.emit('draft', { request, text: 'kept' });
  await soon(() => expect(desk.drafts.get(request)).toBe('kept'));
  expect((await readDrafts(db, 'local', one.id)).map(({ text }) => text)).toEqual(['kept']);
  expect(await readDrafts(db, 'local', bare.id)).toEqual([]);
  await post(door.base, `/people/${one.id}/revoke`);
  expect(await readDrafts(db, 'local', one.id)).toEqual([]);
});

test('[DK156] others see who looks at a request and who types; a page that goes takes its person along', async () => {
  const request = await pasted('Cy');
  const [one, other] = [await mo(), await mo([], 'Ola')];
  const [here, there] = [await deskOf(one), await deskOf(other)];
  here.socket.emit('here', { request, typing: true });
  await soon(() => expect(there.presence).toEqual([{ request, id: one.id, name: 'Mo', typing: true }]));
  here.socket.emit('here', { request, typing: false });
  await soon(() => expect(there.presence).toMatchObject([{ typing: false }]));
  here.socket.emit('here', { request: 7, typing: 'x' });
  here.socket.disconnect();
  await soon(() => expect(there.presence).toEqual([]));
});

test('[DK157] whoever is taken over is told at each of their desks, and nobody else is', async () => {
  const request = await pasted('Dee');
  const [one, other] = [await mo(), await mo(['reply'], 'Ola')];
  const [here, there] = [await deskOf(one), await deskOf(other)];
  const act = (who: Moderator, name: string) =>
    fetch(`${door.base}/api/v1/requests/${request}/${name}`, {
      method: 'POST',
      headers: { ...JSON_BODY, cookie: who.cookie },
      body: '{}',
    });
  await act(one, 'claim');
  expect((await act(other, 'claim')).status).toBe(409);
  expect((await act(other, 'take-over')).status).toBe(200);
  await soon(() => expect(here.taken).toEqual([{ request, name: 'Dee', by: 'Ola' }]));
  expect(there.taken).toEqual([]);
  const log = await fetch(`${door.base}/api/v1/audit?act=requests.take-over`, { headers: AS_OWNER });
  expect(await log.json()).toMatchObject({ entries: [{ object: request, result: 'done', person: { name: 'Ola' } }] });
});
