import { expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { chat, gift, session } from '../core/live/events.ts';
import { expectSameAfterRestart, type Given, givenLive, growthsOf, NOON } from './live-given.ts';

const FEED = 'tiktok:@creator';

/** A door on a store whose transactions fail while `failing` says so: before the commit, or with its answer lost. */
async function givenFailing() {
  const mood: { failing: 'no' | 'before' | 'after' } = { failing: 'no' };
  const given = await givenLive(
    (store): Store => ({
      ...store,
      transaction: async (work) => {
        const answer = await store.transaction(async (tx) => {
          const done = await work(tx);
          if (mood.failing === 'before') throw new Error('disk full');
          return done;
        });
        if (mood.failing === 'after') throw new Error('the answer got lost');
        return answer;
      },
    }),
  );
  return { given, mood };
}

const ACTS: [string, (given: Given) => Promise<unknown>][] = [
  ['a batch', ({ live }) => live.accept([chat('b', 'b'), gift(5)], 'live')],
  ['a batch that ends a session', ({ live }) => live.accept([gift(5), session('ended')], 'live')],
  ['a batch that begins a session', ({ live }) => live.accept([session('ended'), session('started'), gift(9)], 'live')],
  ['a start by hand', ({ live }) => live.start()],
  ['an end by hand', ({ live }) => live.end()],
  ['another room', ({ live }) => live.up(FEED, 'room-2')],
  ['a lost feed', ({ live }) => live.down('tikfinity:x', NOON + 5)],
  ['the feed back', ({ live }) => live.up(FEED, 'room-1')],
  ['a replay', ({ live }) => live.beginReplay('replay:x')],
];

test.each(ACTS)(
  '[LV23] when the store fails at %s nothing of it is shown, and it can be done again',
  async (_, act) => {
    const { given, mood } = await givenFailing();
    await given.live.up(FEED, 'room-1');
    await given.live.accept([gift(2), chat('a', 'a')], 'live');
    await given.live.down(FEED, NOON + 3);
    const before = given.live.session([]);
    given.told.length = 0;
    given.clock.now += 1000;
    mood.failing = 'before';
    await expect(act(given)).rejects.toThrow('disk full');
    expect(given.live.session([])).toEqual(before);
    expect(given.told).toEqual([{ entries: [], grown: [], at: given.clock.now }]);
    mood.failing = 'no';
    await act(given);
    expect(given.live.session([])).not.toEqual(before);
    await expectSameAfterRestart(given);
  },
);

test.each(ACTS)(
  '[LV23] when only the answer to %s gets lost, it is shown as kept and all are told to look',
  async (_, act) => {
    const { given, mood } = await givenFailing();
    await given.live.up(FEED, 'room-1');
    await given.live.accept([gift(2), chat('a', 'a')], 'live');
    await given.live.down(FEED, NOON + 3);
    const before = given.live.session([]);
    given.told.length = 0;
    given.clock.now += 1000;
    mood.failing = 'after';
    await expect(act(given)).rejects.toThrow('got lost');
    mood.failing = 'no';
    expect(given.live.session([])).not.toEqual(before);
    expect(given.told.at(-1)).toEqual({ entries: [], grown: [], at: given.clock.now });
    await expectSameAfterRestart(given);
  },
);

test('[LV24] a session that ends in the batch that begins the next has its totals, kill or no kill', async () => {
  const given = await givenLive();
  await given.live.accept([gift(2)], 'live');
  await given.live.accept([gift(3), session('ended'), session('started'), chat('new')], 'live');
  await given.restartAfterKill();
  expect((await given.live.sessions([])).map(({ totals }) => [totals.gifts, totals.chats])).toEqual([
    [0, 1],
    [3, 0],
  ]);
});

test('[LV3] a streak that falls silent while a batch is being kept ends once', async () => {
  const given = await givenLive();
  await given.live.accept([gift(2)], 'live');
  given.clock.now += 20_000;
  await Promise.all([given.live.accept([session('ended'), session('started')], 'live'), given.live.tick()]);
  await given.live.tick();
  expect(growthsOf(given.told)).toEqual([
    [2, false],
    [2, true],
  ]);
});

test('[LV25] a turn takes at most 500 events of several callers, and never parts those of one', async () => {
  const sizes: number[] = [];
  const given = await givenLive((store) => ({
    ...store,
    insertEvents: (tx, rows) => {
      sizes.push(rows.length);
      return store.insertEvents(tx, rows);
    },
  }));
  const many = (count: number) => Array.from({ length: count }, () => chat('x'));
  await Promise.all([499, 2, 1000, 1].map((count) => given.live.accept(many(count), 'api')));
  expect(sizes).toEqual([499, 2, 1000, 1]);
  expect(given.live.session([])).toMatchObject({ totals: { chats: 1502 }, lastSeq: 1502 });
});
