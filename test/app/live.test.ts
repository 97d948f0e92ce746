import { expect, test } from 'vitest';
import { openLive } from '../../server/app/live.ts';
import type { Store } from '../../server/store/store.ts';
import { chat, follow, gift, like, session, tip } from '../core/live/events.ts';
import { expectSameAfterRestart, givenLive, growthsOf, NOON } from './live-given.ts';

test('[LV1] an event counts once: in one batch, in a later one, and after a restart', async () => {
  const given = await givenLive();
  const one = chat('hello', 'one');
  expect(await given.live.accept([one, chat('x', 'two'), one], 'api')).toEqual({ accepted: 2, duplicates: 1 });
  expect(await given.live.accept([one], 'api')).toEqual({ accepted: 0, duplicates: 1 });
  expect(await given.live.accept([{ ...one, source: 'another' }], 'api')).toEqual({ accepted: 1, duplicates: 0 });
  await given.restart();
  expect(await given.live.accept([one], 'api')).toEqual({ accepted: 0, duplicates: 1 });
  expect(given.live.session([])).toMatchObject({ totals: { chats: 3 }, lastSeq: 3 });
});

test('[LV16] after a kill the last session is what it was, every total of it', async () => {
  const given = await givenLive();
  await given.live.accept([gift(3), gift(7), like(5, 100, 'a'), tip(500), follow(), chat('')], 'api');
  const before = given.live.session([]);
  expect(before.totals).toMatchObject({ gifts: 7, diamonds: 7, likes: 100, follows: 1, chats: 0 });
  await given.restartAfterKill();
  expect(given.live.session([])).toEqual(before);
  await given.live.accept([gift(9)], 'api');
  expect(given.live.session([]).totals.gifts).toBe(9);
});

test('[LV11] nothing was ever live until the first event, which begins a session', async () => {
  const given = await givenLive();
  expect(given.live.session([])).toMatchObject({ session: null, lastSeq: 0 });
  expect(await given.live.sessions([])).toEqual([]);
  expect(await given.live.accept([], 'api')).toEqual({ accepted: 0, duplicates: 0 });
  await given.live.accept([chat('hi')], 'api');
  expect(given.live.session([]).session).toEqual({
    id: 'session-1',
    startedAt: '2026-11-22T12:00:00.000Z',
    endedAt: null,
  });
});

test('[LV12] what comes after an end is counted to the session that ended, also when the next one begins', async () => {
  const given = await givenLive();
  await given.live.accept([chat('a')], 'live');
  given.clock.now += 1000;
  await given.live.accept([session('ended')], 'live');
  await given.live.accept([chat('late')], 'live');
  expect(given.live.session([])).toMatchObject({ session: { id: 'session-1' }, totals: { chats: 2 } });
  given.clock.now += 1000;
  await given.live.accept([session('started'), chat('new')], 'live');
  const sessions = await given.live.sessions([]);
  expect(sessions.map((one) => [one.session?.id, one.totals.chats])).toEqual([
    ['session-2', 1],
    ['session-1', 2],
  ]);
  expect(sessions[1]?.session?.endedAt).toBe('2026-11-22T12:00:01.000Z');
  await expectSameAfterRestart(given);
});

test('[LV21] sessions that end and begin within one batch each keep their own totals, in their order', async () => {
  const given = await givenLive();
  await given.live.accept([chat('a'), chat('b')], 'live');
  await given.live.accept(
    [chat('c'), session('ended'), session('started'), gift(5), session('ended'), session('started'), follow()],
    'live',
  );
  const sessions = await given.live.sessions([]);
  const sums = sessions.map(({ totals }) => [totals.chats, totals.gifts, totals.follows]);
  expect(sums).toEqual([
    [0, 0, 1],
    [0, 5, 0],
    [3, 0, 0],
  ]);
  expect(sessions.map((one) => one.session?.endedAt === null)).toEqual([true, false, false]);
  await expectSameAfterRestart(given);
  expect(given.live.session([]).totals.follows).toBe(1);
});

test('[LV21] a session whose end was kept just before a kill has its totals once the next one has begun', async () => {
  const given = await givenLive();
  await given.live.accept([gift(4), session('ended')], 'live');
  await given.restartAfterKill();
  await given.live.accept([session('started')], 'live');
  expect((await given.live.sessions([])).map((one) => one.totals.gifts)).toEqual([0, 4]);
});

test('[LV21] the newest session is the newest also when the clock was set back', async () => {
  const given = await givenLive();
  await given.live.start();
  given.clock.now -= 3_600_000;
  await given.live.start();
  const { session: newest } = given.live.session([]);
  await given.restart();
  expect(given.live.session([]).session).toEqual(newest);
});

test('[LV22] a session by hand ends the running one, and its end closes streaks and gaps', async () => {
  const given = await givenLive();
  await given.live.accept([gift(2)], 'live');
  await given.live.start();
  expect(growthsOf(given.told)).toEqual([
    [2, false],
    [2, true],
  ]);
  await given.live.down('tikfinity:x', NOON + 5);
  await given.live.accept([gift(3)], 'live');
  given.clock.now += 9000;
  expect(await given.live.end()).toBe(true);
  expect(await given.live.end()).toBe(false);
  expect(growthsOf(given.told).at(-1)).toEqual([3, true]);
  expect(given.live.session([])).toMatchObject({
    session: { endedAt: '2026-11-22T12:00:09.000Z' },
    totals: { gifts: 3 },
    gaps: [{ from: '2026-11-22T12:00:00.005Z', to: '2026-11-22T12:00:09.000Z' }],
  });
  await expectSameAfterRestart(given);
});

test('[LV3] the clock alone closes a streak that fell silent, and tells it once', async () => {
  const given = await givenLive();
  await given.live.accept([gift(2)], 'live');
  given.clock.now += 14_999;
  await given.live.tick();
  given.clock.now += 1;
  await given.live.tick();
  await given.live.tick();
  expect(growthsOf(given.told)).toEqual([
    [2, false],
    [2, true],
  ]);
});

test('[LV3] streaks of before a restart that had fallen silent are not shown to end anew', async () => {
  const given = await givenLive();
  await given.live.accept([gift(2)], 'live');
  given.clock.now += 10_000;
  await given.live.accept([gift(4, { streak: 'row-2' })], 'live');
  given.clock.now += 10_000;
  await given.restartAfterKill();
  given.told.length = 0;
  await given.live.tick();
  expect(growthsOf(given.told)).toEqual([]);
  given.clock.now += 5000;
  await given.live.tick();
  expect(growthsOf(given.told)).toEqual([[4, true]]);
});

test('[LV19] what many callers hand in at once is kept in few transactions, and each gets its own counts', async () => {
  let transactions = 0;
  const given = await givenLive((store) => ({
    ...store,
    transaction: (work) => {
      transactions += 1;
      return store.transaction(work);
    },
  }));
  const callers = Array.from({ length: 400 }, (_, at) =>
    given.live.accept([chat('x', `c${at % 300}`), follow()], 'api'),
  );
  const counts = await Promise.all(callers);
  expect(counts.filter(({ duplicates }) => duplicates === 1)).toHaveLength(100);
  expect(counts.every(({ accepted, duplicates }) => accepted + duplicates === 2)).toBe(true);
  expect(transactions).toBeLessThanOrEqual(3);
  expect(given.live.session([]).totals).toMatchObject({ chats: 300, follows: 400 });
});

test('[LV16] when the store fails the callers are told, nothing is counted, and the next batch is right', async () => {
  let failing = false;
  const broken = (store: Store): Store => ({
    ...store,
    insertEvents: async (tx, rows) => {
      await store.insertEvents(tx, rows);
      if (failing) throw new Error('disk full');
    },
  });
  const given = await givenLive(broken);
  await given.live.accept([gift(2)], 'api');
  failing = true;
  const lost = [given.live.accept([gift(5)], 'api'), given.live.accept([chat('x', 'again')], 'api')];
  const settled = await Promise.allSettled(lost);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(given.live.session([])).toMatchObject({ totals: { gifts: 2, chats: 0 }, lastSeq: 1 });
  expect(given.told.map(({ entries }) => entries.length)).toEqual([1, 0]);
  failing = false;
  expect(await given.live.accept([chat('x', 'again'), gift(6)], 'api')).toEqual({ accepted: 2, duplicates: 0 });
  expect(given.live.session([])).toMatchObject({ totals: { gifts: 6, chats: 1 }, lastSeq: 3 });
  await expectSameAfterRestart(given);
});

test('[LV16] a door that is closed takes nothing more, and what waited is kept', async () => {
  const given = await givenLive();
  const waiting = given.live.accept([chat('last')], 'api');
  await given.live.close();
  expect(await waiting).toEqual({ accepted: 1, duplicates: 0 });
  await expect(given.live.accept([chat('too late')], 'api')).rejects.toThrow('closed');
});

test('[DB3] two programs on one journal never give a number twice, and both go on', async () => {
  const given = await givenLive();
  await given.live.accept([chat('mine')], 'api');
  const other = await openLive({
    store: given.store,
    creatorId: 'local',
    clock: () => NOON,
    newId: () => 'other',
    onFault: () => undefined,
  });
  await other.accept([chat('theirs', 'theirs')], 'api');
  expect(await given.live.accept([chat('theirs', 'theirs'), chat('b')], 'api')).toEqual({ accepted: 1, duplicates: 1 });
  expect(await other.accept([chat('c')], 'api')).toEqual({ accepted: 1, duplicates: 0 });
  expect(other.session([])).toMatchObject({ totals: { chats: 4 }, lastSeq: 4 });
});
