import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGE_HEADER, SCENES_PAGE } from '../../shared/page-header.ts';
import { AS_OWNER, post, startProgram, type TestProgram } from '../program/given-program.ts';
import { moderator, socketToken, statusOf } from './people-given.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

const SCENES = { [PAGE_HEADER]: SCENES_PAGE };

/** One browser: what it was given is sent with every call of whichever page. */
function browser() {
  const jar = new Map<string, string>();
  const seconds = new Map<string, number>();
  const cookies = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
      seconds.set(name, Number(/max-age=(\d+)/i.exec(line)?.[1]));
    }
    return answer;
  };
  return {
    jar,
    /** For how long the last cookie of this name was given. */
    secondsOf: (name: string) => seconds.get(name),
    cookies,
    open: async (key: string, page = {}) =>
      keep(await post(door.base, '/login', { key }, { ...cookies(), ...page })).status,
    signOut: async (page = {}) => keep(await post(door.base, '/logout', {}, { ...cookies(), ...page })).status,
    /** The name of who calls, or the status of the refusal. */
    who: async (page = {}) => {
      const answer = keep(await fetch(`${door.base}/api/v1/login`, { headers: { ...cookies(), ...page } }));
      return answer.ok ? ((await answer.json()) as { name: string }).name : answer.status;
    },
  };
}

test('[PE219] of two docks in one browser each is its own person, in whichever order they are opened, with that one’s rights', async () => {
  const [desk, buttons] = [
    await moderator(door, ['reply'], { name: 'Desk' }),
    await moderator(door, ['control-scenes'], { name: 'Buttons' }),
  ];
  for (const order of ['desk first', 'buttons first']) {
    const obs = browser();
    const opens = [() => obs.open(desk.key), () => obs.open(buttons.key, SCENES)];
    for (const open of order === 'desk first' ? opens : opens.reverse())
      expect([order, await open()]).toEqual([order, 200]);
    expect([await obs.who(), await obs.who(SCENES)]).toEqual(['Desk', 'Buttons']);
    // Opened again, as at each start of OBS, they keep their logins.
    const before = new Map(obs.jar);
    for (const open of opens) await open();
    expect(obs.jar).toEqual(before);
    const pause = async (page = {}) => (await post(door.base, '/obs/pause', {}, { ...obs.cookies(), ...page })).status;
    expect([await pause(), (await pause(SCENES)) === 403]).toEqual([403, false]);
    expect(await socketToken(door.base, { ...obs.cookies(), ...SCENES })).not.toBe('');
  }
});

test('[PE219] signing one out or revoking it leaves the other, and the one that is out is nobody else', async () => {
  const [desk, buttons] = [
    await moderator(door, ['reply'], { name: 'Desk' }),
    await moderator(door, ['control-scenes'], { name: 'Buttons' }),
  ];
  const obs = browser();
  await obs.open(desk.key);
  await obs.open(buttons.key, SCENES);
  expect((await post(door.base, `/people/${buttons.id}/revoke`, {}, AS_OWNER)).status).toBe(200);
  expect([await obs.who(), await obs.who(SCENES)]).toEqual(['Desk', 401]);
  expect(await statusOf(door.base, '/requests', { ...obs.cookies(), ...SCENES })).toBe(401);
  const other = browser();
  await other.open(desk.key);
  expect(await other.who(SCENES)).toBe('Desk');
  const next = await moderator(door, ['control-scenes'], { name: 'Next' });
  await other.open(next.key, SCENES);
  expect(await other.signOut(SCENES)).toBe(200);
  expect(await other.who()).toBe('Desk');
});

test('[PE270] buttons whose own login has ended or was signed out are nobody, and not whoever else is in, until somebody signs in there', async () => {
  const [desk, buttons] = [
    await moderator(door, ['reply'], { name: 'Desk' }),
    await moderator(door, ['control-scenes'], { name: 'Buttons', hours: 1 }),
  ];
  const obs = browser();
  await obs.open(desk.key);
  const kept = await obs.open(buttons.key, SCENES);
  expect([kept, await obs.who(SCENES)]).toEqual([200, 'Buttons']);
  // A browser takes its cookie away by itself at the time that the server named.
  expect(obs.secondsOf('cuedesk-scenes')).toBe(400 * 24 * 3600);
  expect(obs.secondsOf('cuedesk')).toBe(30 * 24 * 3600);
  const { store, clock } = door.program.parts;
  await store.db
    .updateTable('login')
    .set({ expires_at: clock() - 1 })
    .where('person_id', '=', buttons.id)
    .where('kind', '=', 'login')
    .execute();
  expect([await obs.who(SCENES), await obs.who()]).toEqual([401, 'Desk']);
  await obs.open(buttons.key, SCENES);
  expect(await obs.who(SCENES)).toBe('Buttons');
  await obs.signOut(SCENES);
  expect([await obs.who(SCENES), await obs.who()]).toEqual([401, 'Desk']);
  expect(await obs.signOut(SCENES)).toBe(401);
  await obs.open(desk.key, SCENES);
  expect([await obs.who(SCENES), await obs.who()]).toEqual(['Desk', 'Desk']);
});

test('[PE219] a login of the buttons that is used in its last half has its time again under its own name', async () => {
  const buttons = await moderator(door, ['control-scenes'], { name: 'Buttons', hours: null });
  const obs = browser();
  await obs.open(buttons.key, SCENES);
  const { store, clock } = door.program.parts;
  await store.db
    .updateTable('login')
    .set({ expires_at: clock() + 24 * 3_600_000 })
    .where('person_id', '=', buttons.id)
    .execute();
  const answer = await fetch(`${door.base}/api/v1/login`, { headers: { ...obs.cookies(), ...SCENES } });
  expect(answer.headers.getSetCookie().map((line) => line.split('=')[0])).toEqual(['cuedesk-scenes']);
});
