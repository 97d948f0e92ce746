import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskView } from '../../shared/desk-view.ts';
import { RIGHT_SETS } from '../../shared/rights.ts';
import type { StudioView } from '../../shared/studio-view.ts';
import { follow } from '../core/live/events.ts';
import {
  AS_OWNER,
  cookieOf,
  JSON_BODY,
  OWNER_TOKEN,
  postEvents,
  stageToken,
  startProgram,
  type TestProgram,
} from '../program/given-program.ts';
import { openPage, soon } from './page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

const NAMESPACES = ['/stage', '/desk', '/studio', '/thread'];

async function signedIn(role: 'owner' | 'moderator'): Promise<{ cookie: string; token: string }> {
  const { access } = door.program.parts;
  const key =
    role === 'owner'
      ? access.linkKey
      : (await access.people.add({ name: 'Mo', rights: [...RIGHT_SETS.desk], hours: 1 })).key;
  const answer = await fetch(`${door.base}/api/v1/login`, {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify({ key }),
  });
  const cookie = cookieOf(answer);
  return { cookie, token: await socketToken({ cookie }) };
}

async function socketToken(headers: Record<string, string>): Promise<string> {
  const answer = await fetch(`${door.base}/api/v1/login`, { headers });
  return ((await answer.json()) as { token: string }).token;
}

test('[SK6] studio and desk open with a socket token of their person, and show the whole at once', async () => {
  const owner = await signedIn('owner');
  const studio = openPage<StudioView>(`${door.base}/studio`, { token: owner.token });
  await soon(() => expect(studio.views[0]).toMatchObject({ queue: { open: 0 }, obs: { state: 'off' } }));
  const desk = openPage<DeskView>(`${door.base}/desk`, { token: (await signedIn('moderator')).token });
  await soon(() => expect(desk.views[0]).toMatchObject({ me: { name: 'Mo', role: 'moderator' } }));
  await postEvents(door.base, follow());
  await soon(() => expect(desk.views.at(-1)?.live.totals.follows).toBe(1));
  await soon(() => expect(studio.views.at(-1)?.live.totals.follows).toBe(1));
  const script = openPage<StudioView>(`${door.base}/studio`, { token: await socketToken(AS_OWNER) });
  expect(await script.admitted).toBe('connected');
});

test('[SK6] the studio’s view never holds the stage’s address, a password or a token', async () => {
  const owner = await signedIn('owner');
  const studio = openPage<StudioView>(`${door.base}/studio`, { token: owner.token });
  await soon(() => expect(studio.views).toHaveLength(1));
  const shown = JSON.stringify(studio.views);
  for (const secret of [await stageToken(door.base), OWNER_TOKEN, door.program.parts.access.linkKey, owner.token]) {
    expect(shown).not.toContain(secret.slice(0, 12));
  }
});

test('[SK7] no other token opens a socket: not a stage’s, the owner’s, a cookie, nothing, or nonsense', async () => {
  const owner = await signedIn('owner');
  const stage = await stageToken(door.base);
  const wrong = [
    '',
    stage,
    OWNER_TOKEN,
    owner.cookie,
    owner.cookie.slice('cuedesk='.length),
    'x'.repeat(300),
    5,
    null,
    {},
  ];
  for (const namespace of ['/desk', '/studio', '/thread']) {
    for (const token of wrong) {
      const auth = namespace === '/thread' ? { secret: token } : { token };
      expect([namespace, token, await openPage(door.base + namespace, auth).admitted]).toEqual([
        namespace,
        token,
        'not-signed-in',
      ]);
    }
  }
  expect(await openPage(`${door.base}/stage`, { token: owner.token }).admitted).toBe('not-signed-in');
  expect(await openPage(`${door.base}/stage`, { __proto__: { token: stage } }).admitted).toBe('not-signed-in');
});

test('[SK7] a moderator is refused at the studio, and a login that was signed out opens nothing any more', async () => {
  const moderator = await signedIn('moderator');
  expect(await openPage(`${door.base}/studio`, { token: moderator.token }).admitted).toBe('not-signed-in');
  await fetch(`${door.base}/api/v1/logout`, { method: 'POST', headers: { cookie: moderator.cookie } });
  expect(await openPage(`${door.base}/desk`, { token: moderator.token }).admitted).toBe('not-signed-in');
});

test('[SK7] the namespaces of studio and stage are not there at the public door, and the desk’s is closed, with valid tokens', async () => {
  const owner = await signedIn('owner');
  const stage = await stageToken(door.base);
  for (const [namespace, token] of [
    ['/stage', stage],
    ['/desk', owner.token],
    ['/studio', owner.token],
    ['/', owner.token],
  ]) {
    const page = openPage(String(door.publicBase) + namespace, { token });
    const said = await page.admitted;
    const isThere = namespace === '/' || namespace === '/desk';
    expect([namespace, said]).toEqual([namespace, isThere ? 'not-signed-in' : 'Invalid namespace']);
  }
  await postEvents(door.base, follow());
});

test('[SE5] a page of another origin gets into no namespace, with valid tokens', async () => {
  const owner = await signedIn('owner');
  const auth = { token: owner.token, secret: 'x' };
  for (const namespace of NAMESPACES) {
    const token = namespace === '/stage' ? await stageToken(door.base) : owner.token;
    for (const origin of ['https://evil.example', 'null', `${door.base}.evil.example`]) {
      const page = openPage(door.base + namespace, { ...auth, token }, { origin });
      expect([namespace, origin, await page.admitted]).toEqual([namespace, origin, 'websocket error']);
    }
  }
  const own = openPage(`${door.base}/studio`, { token: owner.token }, { origin: door.base });
  expect(await own.admitted).toBe('connected');
});

test('[SK12] a page whose person signs out is cut at once, and its token opens nothing more', async () => {
  const moderator = await signedIn('moderator');
  const desk = openPage<DeskView>(`${door.base}/desk`, { token: moderator.token });
  await soon(() => expect(desk.views).toHaveLength(1));
  const headers = { ...JSON_BODY, cookie: moderator.cookie };
  await fetch(`${door.base}/api/v1/logout`, { method: 'POST', headers, body: '{}' });
  await soon(() => expect(desk.socket.connected).toBe(false));
  expect(await openPage(`${door.base}/desk`, { token: moderator.token }).admitted).toBe('not-signed-in');
});

test('[SK13] nobody is let into the namespace that has no name', async () => {
  expect(await openPage(door.base, {}).admitted).toBe('not-signed-in');
});
