import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskView } from '../../shared/desk-view.ts';
import { RIGHT_SETS } from '../../shared/rights.ts';
import type { StudioView } from '../../shared/studio-view.ts';
import {
  cookieOf,
  JSON_BODY,
  OWNER_TOKEN,
  stageToken,
  startProgram,
  type TestProgram,
} from '../program/given-program.ts';
import { ask, stagesOf } from '../program/given-stages.ts';
import { openPage, soon } from './page.ts';

let door: TestProgram;
let stageId: string;
/** Headers of each who may call. */
let callers: Record<'nobody' | 'stage' | 'moderator' | 'owner', Record<string, string>>;

beforeAll(async () => {
  door = await startProgram();
  stageId = (await stagesOf(door.base))[0]?.id ?? '';
  callers = {
    nobody: {},
    stage: { authorization: `Bearer ${await stageToken(door.base)}` },
    moderator: { cookie: await moderator('Mo') },
    owner: { authorization: `Bearer ${OWNER_TOKEN}` },
  };
});
afterAll(() => door.close());

async function moderator(name: string): Promise<string> {
  const made = await ask(door.base, 'POST', '/invitations', { name, hours: 1, rights: [...RIGHT_SETS.desk] });
  const key = ((await made.json()) as { url: string }).url.split('#key=')[1];
  const signedIn = await fetch(`${door.base}/api/v1/login`, {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify({ key }),
  });
  return cookieOf(signedIn);
}

const call = (who: keyof typeof callers, method: string, path: string, body: unknown) =>
  fetch(`${door.base}/api/v1${path}`, {
    method,
    headers: { ...(method === 'GET' ? {} : JSON_BODY), ...callers[who] },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });

/** A page of the person, with the views it is told. */
async function pageOf<View>(page: 'desk' | 'studio', headers: Record<string, string>) {
  const login = await fetch(`${door.base}/api/v1/login`, { headers });
  const { token } = (await login.json()) as { token: string };
  const opened = openPage(`${door.base}/${page}`, { token });
  await soon(() => expect(opened.views.length).toBeGreaterThan(0));
  return { last: () => opened.views.at(-1) as View };
}

const EVERYBODY_AT_THE_DESK: [string, string, unknown][] = [
  ['POST', '/stages/blank', { blank: false }],
  ['POST', '/stages/featured', null],
  ...['pause', 'resume', 'skip', 'replay', 'clear', 'mute', 'unmute'].map((act): [string, string, unknown] => [
    'POST',
    `/alerts/${act}`,
    {},
  ]),
];
const THE_OWNER_ALONE: [string, string, unknown][] = [
  ['GET', '/stages', null],
  ['GET', '/stages/ID/design', null],
  ['PUT', '/stages/ID/design', {}],
  ['POST', '/stages/ID/set-up', { on: true }],
  ['POST', '/stages/ID/reload', {}],
  ['POST', '/stages/ID/point', { widget: 'bio' }],
  ['POST', '/stages/ID/test', { widget: 'goal' }],
  ['POST', '/stages/ID/rotate', {}],
  ['PUT', '/stages/ID', { name: 'Taken over' }],
  ['DELETE', '/stages/ID', {}],
  ['POST', '/stages', { name: 'One more' }],
];

test.each(EVERYBODY_AT_THE_DESK)('[DK60] %s %s is for owner and moderators', async (method, path, body) => {
  const statusOf = async (who: keyof typeof callers) => (await call(who, method, path, body)).status;
  expect([await statusOf('nobody'), await statusOf('stage')]).toEqual([401, 401]);
  expect([await statusOf('moderator'), await statusOf('owner')]).toEqual([200, 200]);
});

test.each(THE_OWNER_ALONE)('[DK60] %s %s is for the owner alone', async (method, path, body) => {
  const answers = ['nobody', 'stage', 'moderator'] as const;
  const at = path.replace('ID', stageId);
  const before = await stagesOf(door.base);
  for (const [who, status] of answers.map((one) => [one, one === 'moderator' ? 403 : 401] as const)) {
    expect([who, (await call(who, method, at, body)).status]).toEqual([who, status]);
  }
  expect(await stagesOf(door.base)).toEqual(before);
});

test('[DK61] two desks and the studio agree on what was done by hand, whoever did it, and so does a page that comes later', async () => {
  const owner = await pageOf<StudioView>('studio', callers.owner);
  const mo = await pageOf<DeskView>('desk', callers.moderator);
  const other = await pageOf<DeskView>('desk', { cookie: await moderator('Kim') });
  const pages = [owner, mo, other];
  await call('moderator', 'POST', '/stages/blank', { blank: true });
  for (const { last } of pages) await soon(() => expect(last().onStage.blank).toBe(true));
  await call('owner', 'POST', '/stages/blank', { blank: false });
  await call('moderator', 'POST', '/alerts/pause', {});
  await call('owner', 'POST', '/alerts/mute', {});
  const wanted = { blank: false, alertControl: { paused: true, muted: true } };
  for (const { last } of pages) await soon(() => expect(last().onStage).toMatchObject(wanted));
  const late = await pageOf<DeskView>('desk', callers.moderator);
  expect(late.last().onStage).toMatchObject(wanted);
  expect(late.last().onStage).not.toHaveProperty('featured');
});
