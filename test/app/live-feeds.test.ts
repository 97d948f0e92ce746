import { expect, test } from 'vitest';
import { chat, gift, session } from '../core/live/events.ts';
import { expectSameAfterRestart, givenLive, NOON } from './live-given.ts';

const FEED = 'tiktok:@creator';
const at = (seconds: number) => new Date(NOON + seconds * 1000).toISOString();

test('[LV13] a feed that comes back into its room goes on; another room ends the session and begins one', async () => {
  const given = await givenLive();
  await given.live.up(FEED, 'room-1');
  await given.live.accept([gift(3)], 'live');
  await given.live.up(FEED, 'room-1');
  expect(given.live.session([])).toMatchObject({ session: { id: 'session-1' }, totals: { gifts: 3 } });
  given.clock.now += 5000;
  await given.live.up(FEED, 'room-2');
  await given.live.accept([chat('new')], 'live');
  const sessions = await given.live.sessions([]);
  expect(sessions.map((one) => [one.session?.id, one.session?.endedAt, one.totals.gifts])).toEqual([
    ['session-2', null, 0],
    ['session-1', at(5), 3],
  ]);
  await expectSameAfterRestart(given);
});

test('[LV17] a gap goes from the last sign of life to the return of that feed, and repeats change nothing', async () => {
  const given = await givenLive();
  await given.live.up(FEED, 'room-1');
  given.clock.now += 30_000;
  await given.live.down(FEED, NOON + 5000);
  await given.live.down(FEED, NOON + 9000);
  expect(given.live.session([]).gaps).toEqual([{ from: at(5), to: null }]);
  await given.live.up('tikfinity:x', null);
  expect(given.live.session([]).gaps).toEqual([{ from: at(5), to: null }]);
  given.clock.now += 10_000;
  await given.live.up(FEED, 'room-1');
  expect(given.live.session([]).gaps).toEqual([{ from: at(5), to: at(40) }]);
  await given.live.end();
  await expectSameAfterRestart(given);
});

test('[LV17] a gap never begins before its session, and there is none while nothing is live', async () => {
  const given = await givenLive();
  await given.live.down(FEED, NOON);
  expect(given.live.session([]).gaps).toEqual([]);
  await given.live.start();
  await given.live.down(FEED, NOON - 60_000);
  expect(given.live.session([]).gaps).toEqual([{ from: at(0), to: null }]);
  await given.live.end();
  await given.live.down(FEED, NOON);
  expect(given.live.session([]).gaps).toEqual([{ from: at(0), to: at(0) }]);
});

test('[LV18] a session that runs while the program is away has a gap from its last event to the return of the feed', async () => {
  const given = await givenLive();
  await given.live.up(FEED, 'room-1');
  given.clock.now += 20_000;
  await given.live.accept([chat('last')], 'live');
  given.clock.now += 100_000;
  await given.restartAfterKill();
  expect(given.live.session([]).gaps).toEqual([{ from: at(20), to: null }]);
  await given.restartAfterKill();
  given.clock.now += 5000;
  await given.live.up(FEED, 'room-1');
  expect(given.live.session([]).gaps).toEqual([{ from: at(20), to: at(125) }]);
});

test('[LV18] one begun by hand, with a feed in it, has that gap too', async () => {
  const given = await givenLive();
  await given.live.start();
  await given.live.up(FEED, 'room-1');
  given.clock.now += 20_000;
  await given.restart();
  expect(given.live.session([]).gaps).toEqual([{ from: at(0), to: null }]);
});

test('[LV18] a session without a feed, or one that ended, has none', async () => {
  const given = await givenLive();
  await given.live.accept([chat('posted')], 'api');
  await given.restart();
  expect(given.live.session([]).gaps).toEqual([]);
  await given.live.up(FEED, 'room-1');
  await given.live.accept([session('ended')], 'live');
  await given.restart();
  expect(given.live.session([]).gaps).toEqual([]);
});

test('[LV18] when the feed comes back in another room, the gap ends with the old session', async () => {
  const given = await givenLive();
  await given.live.up(FEED, 'room-1');
  await given.restart();
  given.clock.now += 7000;
  await given.live.up(FEED, 'room-2');
  const sessions = await given.live.sessions([]);
  expect(sessions.map((one) => one.gaps)).toEqual([[], [{ from: at(0), to: at(7) }]]);
});

test('[LV14] a replay with ends and starts in it is one session, which its own end closes', async () => {
  const given = await givenLive();
  const source = await given.live.beginReplay('replay:show.bin');
  const events = [session('started'), gift(2), session('ended'), session('started'), chat('x'), session('ended')];
  await given.live.accept(
    events.map((event) => ({ ...event, source })),
    'replay',
  );
  expect(given.live.session([])).toMatchObject({ session: { endedAt: null }, totals: { gifts: 2, chats: 1 } });
  expect(await given.live.end(source)).toBe(true);
  expect(await given.live.sessions([])).toHaveLength(1);
});

test('[LV15] a replay cut off by a kill goes on under its name, and what was played counts once', async () => {
  const given = await givenLive();
  const events = (source: string) => ['a', 'b', 'c'].map((id) => ({ ...chat(id, id), source }));
  const first = await given.live.beginReplay('replay:show.bin');
  await given.live.accept(events(first).slice(0, 2), 'replay');
  await given.restartAfterKill();
  const again = await given.live.beginReplay('replay:show.bin');
  expect(again).toBe(first);
  expect(await given.live.accept(events(again), 'replay')).toEqual({ accepted: 1, duplicates: 2 });
  await given.live.end(again);
  const anew = await given.live.beginReplay('replay:show.bin');
  expect(anew).toBe('replay:show.bin#2');
  expect(await given.live.accept(events(anew), 'replay')).toEqual({ accepted: 3, duplicates: 0 });
  expect((await given.live.sessions([])).map((one) => one.totals.chats)).toEqual([3, 3]);
});

test('[LV15] the end of one run does not end a session that began since', async () => {
  const given = await givenLive();
  const run = await given.live.beginReplay('replay:show.bin');
  await given.live.start();
  expect(await given.live.end(run)).toBe(false);
  expect(given.live.session([]).session?.endedAt).toBeNull();
});

test('[LV109] a live that begins beside a replay has totals of its own, and the replay keeps what it had', async () => {
  const given = await givenLive();
  const source = await given.live.beginReplay('replay:show.bin');
  const old = (id: string) => ({ ...chat('old', id), source });
  await given.live.accept([old('a'), old('b')], 'replay');
  await Promise.all([given.live.accept([chat('new')], 'live'), given.live.accept([old('c')], 'replay')]);
  expect(await given.live.accept([old('d')], 'replay')).toEqual({ accepted: 0, duplicates: 0 });
  const sessions = await given.live.sessions([]);
  expect(sessions.map(({ totals }) => totals.chats)).toEqual([1, 2]);
  expect(sessions.map(({ session: one }) => one?.endedAt === null)).toEqual([true, false]);
  expect(await given.live.end(source)).toBe(false);
});
