import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KeptDeskView } from '../../shared/kept-desk-views.ts';
import { type Moderator, moderator, socketToken } from '../access/people-given.ts';
import { JSON_BODY, post, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

const LENS = { list: 'new', label: null, language: 'de', search: 'letter' } as const;

async function call({ cookie }: Moderator, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${door.base}/api/v1${path}`, {
    method,
    headers: { ...(body ? JSON_BODY : {}), cookie, origin: door.base },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as ReturnType<typeof JSON.parse> };
}

async function deskOf({ cookie }: Moderator) {
  const page = openPage(`${door.base}/desk`, { token: await socketToken(door.base, { cookie }) });
  const told = { views: null as KeptDeskView[] | null };
  page.socket.on('views', (views: KeptDeskView[]) => {
    told.views = views;
  });
  await soon(() => expect(told.views).not.toBeNull());
  return told;
}

test('[DK181] a view is kept for its person, or for everybody by who may change settings, and told to whose it is', async () => {
  const [one, other] = [await moderator(door, ['settings']), await moderator(door, [])];
  const [here, there] = [await deskOf(one), await deskOf(other)];
  const own = await call(other, 'POST', '/desk-views', { name: 'German', shared: false, lens: LENS });
  expect(own).toMatchObject({ status: 201, body: { name: 'German', shared: false, lens: LENS } });
  expect((await call(other, 'POST', '/desk-views', { name: 'All', shared: true, lens: LENS })).status).toBe(403);
  const shared = await call(one, 'POST', '/desk-views', { name: 'All', shared: true, lens: LENS });
  await soon(() => expect(there.views).toEqual([shared.body, own.body]));
  await soon(() => expect(here.views).toEqual([shared.body]));
  expect((await call(one, 'DELETE', `/desk-views/${own.body.id}`)).status).toBe(404);
  expect((await call(other, 'DELETE', `/desk-views/${shared.body.id}`)).status).toBe(403);
  expect((await call(one, 'DELETE', `/desk-views/${shared.body.id}`)).status).toBe(200);
  await soon(() => expect(there.views).toEqual([own.body]));
});

test('[DK182] a person keeps 20 views, each with a name of its own and a list, a label, a language and a search that there can be', async () => {
  const one = await moderator(door, []);
  const keep = (name: string, lens: object = LENS) => call(one, 'POST', '/desk-views', { name, shared: false, lens });
  for (const lens of [{}, { ...LENS, list: 'none' }, { ...LENS, language: 'xx' }, { ...LENS, search: 'x'.repeat(201) }])
    expect((await keep('wrong', lens)).status).toBe(400);
  for (let at = 0; at < 20; at++) expect((await keep(`View ${at}`)).status).toBe(201);
  expect(await keep('One more')).toMatchObject({ status: 409, body: { why: 'too-many-views' } });
  const [first] = (await call(one, 'GET', '/desk-views')).body as KeptDeskView[];
  expect((await call(one, 'DELETE', `/desk-views/${first?.id}`)).status).toBe(200);
  expect(await keep('view 7')).toMatchObject({ status: 409, body: { why: 'view-name-taken' } });
  expect((await keep('One more')).status).toBe(201);
  await post(door.base, `/people/${one.id}/revoke`);
  const { db } = door.program.parts.store;
  expect(await db.selectFrom('desk_view').select('id').where('person_id', '=', one.id).execute()).toEqual([]);
});
