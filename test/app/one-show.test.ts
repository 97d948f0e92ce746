import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Access, openAccess } from '../../server/app/access.ts';
import { openLive } from '../../server/app/live.ts';
import { openFolder, type SetClock, startClock } from './booking-given.ts';

const MINUTE = 60_000;

let live: Awaited<ReturnType<typeof openLive>>;
let clock: SetClock;
let access: Access;
let close: () => Promise<void>;

beforeEach(async () => {
  const folder = await openFolder();
  clock = startClock();
  const base = {
    ...{ store: folder.store, creatorId: 'local', clock: () => clock.now, newId: () => randomUUID() },
    onFault: (error: unknown) => {
      throw error;
    },
  };
  access = await openAccess({ ...base, ownerToken: null });
  live = await openLive(base);
  close = async () => {
    await live.close();
    await folder.close();
  };
});
afterEach(() => close());

const follow = () => access.people.followLive(live.session([]).session);

async function after(minutes: number): Promise<void> {
  clock.now += minutes * MINUTE;
  await follow();
}

/** In how many minutes their time ends; the names of those who are out are in brackets. */
async function left(): Promise<string[]> {
  const people = (await access.people.list()).filter(({ role }) => role === 'moderator');
  const words = people.map(({ name, until }) => {
    const minutes = until === null ? null : (Date.parse(until) - clock.now) / MINUTE;
    return minutes !== null && minutes <= 0 ? `(${name})` : `${name} ${minutes}`;
  });
  return words.sort();
}

const invite = (name: string, hours: number | 'show' | null = 'show') =>
  access.people.add({ name, rights: ['reply'], hours });

test('[PE274] who is in for one show stays until an hour after its live, whenever that begins', async () => {
  await live.start();
  await live.end();
  const early = await invite('Early');
  await invite('Always', null);
  await invite('Day', 20);
  await after(60);
  expect(await left()).toEqual(['Always null', 'Day 1140', 'Early 4260']);
  await live.start();
  await after(30);
  await invite('Late');
  await after(60);
  expect(await left()).toEqual(['Always null', 'Day 1050', 'Early 4170', 'Late 4260']);
  await live.end();
  await follow();
  await invite('Next');
  expect(await left()).toEqual(['Always null', 'Day 1050', 'Early 60', 'Late 60', 'Next 4320']);
  await after(60);
  expect(await left()).toEqual(['(Early)', '(Late)', 'Always null', 'Day 990', 'Next 4260']);
  expect(await access.signIn(early.key, null)).toMatchObject({ why: 'not-signed-in' });
});

test('[PE274] whose pages are open hears of it at once, and nobody while nothing changes', async () => {
  await live.start();
  await invite('Mo');
  await after(1);
  let told = 0;
  access.onChange(() => {
    told++;
  });
  await live.end();
  await after(1);
  await after(1);
  expect(told).toBe(1);
});

test('[PE274] a live that goes on within the hour has them in as before, and three days are the longest', async () => {
  await live.start();
  await invite('Mo');
  await after(120);
  await live.end();
  await after(59);
  expect(await left()).toEqual(['Mo 1']);
  await live.start();
  await follow();
  expect(await left()).toEqual([`Mo ${72 * 60 - 179}`]);
  await after(72 * 60 - 200);
  await live.end();
  await follow();
  expect(await left()).toEqual(['Mo 21']);
});

test('[PE274] a replay is no show, and a program that was away when the live ended follows it at its start', async () => {
  await live.start();
  await invite('Mo');
  clock.now += MINUTE;
  await live.end();
  await live.beginReplay('recording');
  await after(5);
  await live.end();
  await after(5);
  expect(await left()).toEqual(['Mo 50']);
});

test('[PE275] whose time is changed has what was given last, also one show anew', async () => {
  const { id } = await invite('Mo');
  await live.start();
  const until = new Date(clock.now + 600 * MINUTE).toISOString();
  expect(await access.people.change(id, { until })).toBeNull();
  await live.end();
  await after(60);
  expect(await left()).toEqual(['Mo 540']);
  expect(await access.people.change(id, { until: 'show' })).toBeNull();
  await after(60);
  expect(await left()).toEqual(['Mo 4260']);
  expect(await access.people.change(id, { name: 'Mo2' })).toBeNull();
  await live.start();
  await live.end();
  await follow();
  expect(await left()).toEqual(['Mo2 60']);
});
