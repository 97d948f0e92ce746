import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DeskView } from '../../shared/desk-view.ts';
import { givenService, publish } from '../app/booking-given.ts';
import {
  AS_OWNER,
  cookieOf,
  JSON_BODY,
  OWNER_TOKEN,
  post,
  startProgram,
  type TestProgram,
} from '../program/given-program.ts';
import { openPage, soon } from '../sockets/page.ts';
import { moderator, signIn, socketToken, statusOf } from './people-given.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
  await publish(door.program.parts.booking, [givenService()]);
});
afterAll(() => door.close());
beforeEach(() => letOut(true));

async function letOut(deskOutside: boolean): Promise<void> {
  const body = JSON.stringify({ deskOutside });
  const answer = await fetch(`${door.base}/api/v1/settings`, {
    method: 'PUT',
    headers: { ...AS_OWNER, ...JSON_BODY },
    body,
  });
  expect(answer.status).toBe(200);
}

async function deskOutside(cookie: string) {
  const token = await socketToken(door.publicBase, { cookie });
  return openPage<DeskView>(`${door.publicBase}/desk`, { token });
}

test('[PE13] the desk is at the public address only while it is let out, with the rights of each', async () => {
  await letOut(false);
  expect((await fetch(`${door.publicBase}/desk`)).status).toBe(404);
  const { key } = await moderator(door, ['reply']);
  expect((await post(door.publicBase, '/login', { key }, {})).status).toBe(404);
  await letOut(true);
  const page = await fetch(`${door.publicBase}/desk`);
  expect([page.status, page.headers.get('x-robots-tag')]).toEqual([200, 'noindex']);
  const cookie = await signIn(door.publicBase, key);
  expect(await statusOf(door.publicBase, '/requests', { cookie })).toBe(200);
  expect((await post(door.publicBase, '/stages/blank', { blank: true }, { cookie })).status).toBe(403);
  const socket = await deskOutside(cookie);
  const list = new Promise((resolve) => socket.socket.once('list', resolve));
  expect(await list).toMatchObject({ first: 0, total: 0, rows: [] });
  await soon(() => expect(socket.views.at(-1)?.me.name).toBe('Mo'));
});

test('[PE13] a new invitation leads to the public address while the desk is let out', async () => {
  const urlOf = async () => {
    const made = await post(door.base, '/invitations', { name: 'Mo', hours: 1, rights: [] });
    return ((await made.json()) as { url: string }).url;
  };
  expect(await urlOf()).toMatch(new RegExp(`^${door.publicBase}/desk#key=`));
  await letOut(false);
  expect(await urlOf()).toMatch(new RegExp(`^${door.base}/desk#key=`));
});

test('[PE14] at the public address the owner is nobody and the studio is not there', async () => {
  const { access } = door.program.parts;
  expect((await post(door.publicBase, '/login', { key: access.linkKey }, {})).status).toBe(401);
  expect((await post(door.publicBase, '/login/password', { password: 'a long enough guess' }, {})).status).toBe(404);
  const owner = cookieOf(await post(door.base, '/login', { key: access.linkKey }, {}));
  const { cookie } = await moderator(door);
  for (const headers of [AS_OWNER, { cookie: owner }]) {
    expect(await statusOf(door.publicBase, '/requests', headers)).toBe(401);
  }
  for (const path of ['/people', '/bio', '/settings', '/stages', '/openapi.json']) {
    for (const headers of [{ cookie }, { cookie: owner }, AS_OWNER, {}]) {
      expect(await statusOf(door.publicBase, path, headers)).toBe(404);
    }
  }
  for (const token of [OWNER_TOKEN, await socketToken(door.base, { cookie: owner })]) {
    expect(await openPage(`${door.publicBase}/desk`, { token }).admitted).toBe('not-signed-in');
  }
});

test('[PE15] a desk that is taken in again is cut at once', async () => {
  const { cookie } = await moderator(door);
  const page = await deskOutside(cookie);
  await soon(() => expect(page.views).not.toEqual([]));
  await letOut(false);
  await soon(() => expect(page.socket.connected).toBe(false));
  expect(await statusOf(door.publicBase, '/requests', { cookie })).toBe(404);
  expect(await statusOf(door.base, '/requests', { cookie })).toBe(200);
});
