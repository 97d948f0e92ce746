import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, JSON_BODY, startProgram, type TestProgram } from '../program/given-program.ts';
import { type Route, routesOf } from './routes.ts';

let door: TestProgram;
let routes: Route[];
let cookie: string;
beforeAll(async () => {
  door = await startProgram();
  routes = routesOf(door.program.doors.private);
  const body = JSON.stringify({ key: door.program.parts.access.linkKey });
  cookie = cookieOf(await fetch(`${door.base}/api/v1/login`, { method: 'POST', headers: JSON_BODY, body }));
});
afterAll(() => door.close());

/** Every row of every table. */
async function wholeStore(): Promise<string> {
  const { db } = door.program.parts.store;
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table' order by name`.execute(
    db,
  );
  const rows = await Promise.all(
    tables.rows.map(async ({ name }) => [name, (await sql`select * from ${sql.table(name)}`.execute(db)).rows]),
  );
  return JSON.stringify(rows);
}

/** What another page of the owner's browser can send along with the owner's cookie. */
const ATTACKS: [string, string | null, Record<string, string>][] = [
  [
    'a form of another site',
    'a=1',
    { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
  ],
  [
    'a form of an older browser',
    'a=1',
    { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
  ],
  ['a form without any origin', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['JSON as plain text', '{}', { 'content-type': 'text/plain' }],
  ['JSON as plain text of a sandbox', '{}', { origin: 'null', 'content-type': 'text/plain' }],
  ['JSON of another site', '{}', { origin: 'https://evil.example', ...JSON_BODY }],
  ['JSON of another port', '{}', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site', ...JSON_BODY }],
  ['a beacon', '{}', { 'sec-fetch-site': 'cross-site', ...JSON_BODY }],
  ['no body at all', null, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
];

test('[SE3] no other page can act: forms, plain text and foreign JSON are refused on every route, and nothing changes', async () => {
  const acting = routes.filter(({ method }) => method !== 'GET');
  expect(acting.length).toBeGreaterThan(20);
  const before = await wholeStore();
  for (const { method, path } of acting) {
    const answered = await Promise.all(
      ATTACKS.map(async ([attack, body, headers]) => {
        const answer = await fetch(door.base + path, { method, headers: { cookie, ...headers }, body });
        await answer.arrayBuffer();
        return [attack, [403, 415].includes(answer.status)];
      }),
    );
    expect([method, path, answered]).toEqual([method, path, ATTACKS.map(([attack]) => [attack, true])]);
  }
  expect(await wholeStore()).toBe(before);
}, 20_000);

test('[SE3] a picture or link of another site reads nothing of the API, and no GET changes anything', async () => {
  const before = await wholeStore();
  for (const { path } of routes) {
    const isApi = path.startsWith('/api/');
    const image = { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
    const foreign = await fetch(door.base + path, { headers: image, redirect: 'manual' });
    expect([path, foreign.status === 403]).toEqual([path, isApi]);
    const own = await fetch(door.base + path, {
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
    });
    expect([path, own.status < 500]).toEqual([path, true]);
    await Promise.all([foreign.arrayBuffer(), own.arrayBuffer()]);
  }
  expect(await wholeStore()).toBe(before);
}, 20_000);

test('[SE75] an address in other signs is the same route for what another site may not read', async () => {
  const headers = { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
  for (const path of ['/api/v1/live', '/%61pi/v1/live', '/api/%761/live', '/%61%70%69/v1/nothing']) {
    const answer = await fetch(door.base + path, { headers });
    expect([path, answer.ok]).toEqual([path, false]);
    if (!path.endsWith('nothing')) expect([path, answer.status]).toEqual([path, 403]);
  }
});

test('[SE3] the page’s own request passes, and a script with a token needs neither origin nor site', async () => {
  const put = (headers: Record<string, string>) =>
    fetch(`${door.base}/api/v1/settings`, {
      method: 'PUT',
      headers: { ...JSON_BODY, ...headers },
      body: JSON.stringify({ language: 'nl' }),
    });
  const own = { cookie, origin: door.base, 'sec-fetch-site': 'same-origin' };
  expect((await put(own)).status).toBe(200);
  expect((await put({ authorization: `Bearer ${'canary-owner-token-0123456789-0123456789'}` })).status).toBe(200);
  expect((await put({ ...own, origin: `${door.base}.evil.example` })).status).toBe(403);
});
