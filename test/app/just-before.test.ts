import { expect, test } from 'vitest';
import { createRecentMoments } from '../../server/app/recent-moments.ts';
import { NAMES_ALONE, newsOf } from '../../server/core/stage/news.ts';
import { chat, follow, gift, session } from '../core/live/events.ts';
import { type Given, givenLive, NOON } from './live-given.ts';

/** What a page that connects now is shown, as name and count, when the start has read the journal. */
function shown(given: Given): [string, number][] {
  const recent = createRecentMoments(() => given.clock.now);
  for (const change of given.live.justBefore()) recent.remember(newsOf(change), change.at);
  return recent
    .recent(0, NAMES_ALONE, () => null)
    .map((moment) => [moment.name, moment.type === 'gift' ? moment.count : 0]);
}

test('[SK26] a start reads from the journal what came in the last 30 s, and never what is older', async () => {
  const given = await givenLive();
  await given.live.accept([follow('old'), gift(3, { user: 'ida' })], 'live');
  given.clock.now = NOON + 20_000;
  await given.live.accept([gift(7, { user: 'ida' }), chat('x'), follow('newer')], 'live');
  given.clock.now = NOON + 31_000;
  await given.restartAfterKill();
  expect(shown(given)).toEqual([
    ['Ida', 7],
    ['Newer', 0],
  ]);
  expect(given.live.justBefore()).toEqual([]);
  given.clock.now = NOON + 50_001;
  await given.restartAfterKill();
  expect(shown(given)).toEqual([]);
});

test('[SK26] a message that added nothing brings nothing back, and neither does a clock that was put back', async () => {
  const given = await givenLive();
  await given.live.accept([gift(7, { user: 'ida' })], 'live');
  given.clock.now = NOON + 40_000;
  await given.live.accept([gift(5, { user: 'ida' }), follow('newer')], 'live');
  await given.restartAfterKill();
  expect(shown(given)).toEqual([['Newer', 0]]);
  given.clock.now = NOON + 39_000;
  await given.restartAfterKill();
  expect(shown(given)).toEqual([]);
});

test('[SK26] what remembers moments forgets them after 30 s, and keeps two hundred at most', () => {
  let now = NOON;
  const recent = createRecentMoments(() => now);
  const follows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ ...follow(`fan-${at}`), seq: at + 1 }));
  recent.remember(newsOf({ entries: follows(300), grown: [], at: now }));
  const kept = recent.recent(0, NAMES_ALONE, () => null);
  expect(kept.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, at) => at + 101));
  expect(recent.recent(298, NAMES_ALONE, () => null).map(({ seq }) => seq)).toEqual([299, 300]);
  now += 30_001;
  expect(recent.recent(0, NAMES_ALONE, () => null)).toEqual([]);
});

test('[SK34] an ended session keeps its givers, what came late among them, and they are there after a kill', async () => {
  const given = await givenLive();
  await given.live.accept([gift(3, { user: 'ida', streak: null }), session('ended')], 'live');
  await given.live.accept([gift(2, { user: 'ida', streak: null })], 'live');
  expect(given.live.board().get('ida')).toMatchObject({ diamonds: 5 });
  await given.restartAfterKill();
  expect(given.live.board().get('ida')).toMatchObject({ diamonds: 5 });
});
