import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AS_OWNER, freshFolder, JSON_BODY, startProgram, type TestProgram } from '../program/given-program.ts';
import { soon } from '../sockets/page.ts';
import { openStagePage } from '../sockets/stage-page.ts';

let door: TestProgram;
let folder: string;
beforeAll(async () => {
  folder = await freshFolder();
  door = await startProgram({}, folder);
});
afterAll(async () => {
  await door.close();
  await rm(folder, { recursive: true, force: true });
});

async function put(body: object): Promise<{ status: number; answer: unknown }> {
  const headers = { ...AS_OWNER, ...JSON_BODY };
  const response = await fetch(`${door.base}/api/v1/settings`, { method: 'PUT', headers, body: JSON.stringify(body) });
  return { status: response.status, answer: await response.json() };
}

test('[AC11] settings are kept in their plain form, one at a time, and taken back by null', async () => {
  expect(await put({ tiktokHandle: ' @Anna.Coach ' })).toMatchObject({
    status: 200,
    answer: { tiktokHandle: 'anna.coach' },
  });
  expect(await put({ publicUrl: 'https://book.example/' })).toMatchObject({
    status: 200,
    answer: { tiktokHandle: 'anna.coach', publicUrl: 'https://book.example' },
  });
  expect(await put({ language: 'de' })).toMatchObject({
    status: 200,
    answer: { language: 'de', tiktokHandle: 'anna.coach' },
  });
  expect(await put({ tiktokHandle: null, publicUrl: null })).toMatchObject({
    answer: { tiktokHandle: null, publicUrl: null },
  });
});

test('[AC11] a handle or an address that is none is refused by its name', async () => {
  expect(await put({ tiktokHandle: 'some creator name' })).toMatchObject({
    status: 400,
    answer: { issues: [{ path: 'tiktokHandle' }] },
  });
  expect(await put({ publicUrl: 'javascript:alert(1)' })).toMatchObject({
    status: 400,
    answer: { issues: [{ path: 'publicUrl' }] },
  });
});

test('[AC12] a source that the studio has started is there again after a restart, and a stopped one is not', async () => {
  const headers = { ...AS_OWNER, ...JSON_BODY };
  const post = (spec: string) =>
    fetch(`${door.base}/api/v1/sources`, { method: 'POST', headers, body: JSON.stringify({ spec }) });
  expect((await post('tikfinity:ws://127.0.0.1:9/')).status).toBe(201);
  expect((await post('indofinity:ws://127.0.0.1:9/')).status).toBe(201);
  const gone = encodeURIComponent('indofinity:127.0.0.1:9');
  expect((await fetch(`${door.base}/api/v1/sources/${gone}`, { method: 'DELETE', headers: AS_OWNER })).status).toBe(
    200,
  );
  await door.close();
  door = await startProgram({}, folder);
  expect(door.program.parts.sources.statuses().map(({ id }) => id)).toEqual(['tikfinity:127.0.0.1:9']);
});

test('[SU442] a test gift says in the studio’s language whom it is from and what it is', async () => {
  expect((await put({ language: 'nl' })).status).toBe(200);
  const page = await openStagePage(door.base);
  const headers = { ...AS_OWNER, ...JSON_BODY };
  await fetch(`${door.base}/api/v1/test/gift`, { method: 'POST', headers, body: '{}' });
  const gift = { type: 'gift', name: 'Een test', gift: 'Testcadeau' };
  await soon(() => expect(page.frames.flat()).toContainEqual(expect.objectContaining(gift)));
  page.socket.disconnect();
});
