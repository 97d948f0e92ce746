import { expect, test } from 'vitest';
import { closeSilent, growStreak, newStreaks } from '../../../server/core/live/streaks.ts';
import { afterAct, type KeptControl } from '../../../server/core/stage/alert-control.ts';
import { NAMES_ALONE, newsOf, shownOn } from '../../../server/core/stage/news.ts';
import type { JournalEntry, LiveEvent } from '../../../shared/events.ts';
import { gift, tip, viewer } from '../live/events.ts';

const at = Date.parse('2026-11-22T12:00:00Z');

function subscribe(tier?: string): LiveEvent {
  const plan = tier === undefined ? { months: 1 } : { months: 1, tier };
  return {
    id: 'one',
    source: 'platform',
    at: '2026-11-22T12:00:00Z',
    type: 'subscribe',
    user: viewer(),
    subscribe: plan,
  };
}

function shown(event: LiveEvent) {
  const entry: JournalEntry = { ...event, seq: 7 };
  return newsOf({ entries: [entry], grown: [], at }).map(({ moment }) => moment);
}

test('[SK33] a subscription of the tier "fan-club" is shown as that, one of any other tier as a subscription', () => {
  expect(shown(subscribe('fan-club'))).toMatchObject([{ type: 'fan-club', name: 'Mara', seq: 7 }]);
  for (const tier of [undefined, 'Study Circle', 'Fan-Club ']) {
    expect(shown(subscribe(tier))).toMatchObject([{ type: 'subscribe', name: 'Mara' }]);
  }
});

test('[SK33] a tip is shown with its amount and without its message', () => {
  const event = { ...tip(500), tip: { amount: { minor: 500, currency: 'EUR' }, message: 'canary' } } as LiveEvent;
  expect(shown(event)).toMatchObject([{ type: 'tip', amount: { minor: 500, currency: 'EUR' } }]);
  expect(JSON.stringify(shown(event))).not.toContain('canary');
});

test('[SK22] acts on alerts leave what they do not name, and their numbers only rise', () => {
  const first: KeptControl = { paused: false, muted: false, skips: 0, skipped: ['7'], clearedSeq: 0, replays: 0 };
  const after = (['pause', 'mute', 'skip', 'replay', 'clear', 'skip'] as const).reduce(
    (control, act) => afterAct(control, act, 40),
    first,
  );
  expect(after).toEqual({ paused: true, muted: true, skips: 2, skipped: ['7'], clearedSeq: 40, replays: 1 });
  expect(afterAct(after, 'clear', 12).clearedSeq).toBe(40);
  expect(afterAct(afterAct(after, 'resume', 0), 'unmute', 0)).toEqual({ ...after, paused: false, muted: false });
});

const PICTURE = 'https://p16-webcast.tiktokcdn.com/rose.png';

/** A streak of three that grew by one message and closed by silence. */
function streakNews() {
  const streaks = newStreaks();
  const plain = gift(3);
  const entry = { ...plain, gift: { ...plain.gift, diamonds: 5, pictureUrl: PICTURE }, seq: 1 };
  const grown = [{ entry, growth: growStreak(streaks, entry, at) }];
  const closed = closeSilent(streaks, at + 60_000).map((growth) => ({ entry: null, growth }));
  return newsOf({ entries: [], grown: [...grown, ...closed], at });
}

test('[ST70] what a streak is worth goes to a stage that shows prices, to its end, and to no other', () => {
  const worth = shownOn({ ...NAMES_ALONE, prices: true }, streakNews(), () => null);
  expect(worth).toMatchObject([
    { count: 3, diamonds: 15, ended: false },
    { count: 3, diamonds: 15, ended: true },
  ]);
  for (const moment of shownOn({ ...NAMES_ALONE, pictures: true }, streakNews(), () => '/p')) {
    expect(moment).not.toHaveProperty('diamonds');
  }
  expect(shownOn(NAMES_ALONE, streakNews(), () => null)).toMatchObject([{ rank: 4 }, { rank: 4 }]);
  expect(shownOn({ ...NAMES_ALONE, prices: true, least: 16 }, streakNews(), () => null)).toEqual([]);
});

test('[ST71] a picture is named to a stage that shows pictures alone, by this server’s path and never by its address', () => {
  const asked: string[] = [];
  const pathOf = (address: string) => {
    asked.push(address);
    return '/stage/gift/x';
  };
  const plain = shownOn({ ...NAMES_ALONE, prices: true }, streakNews(), pathOf);
  expect(JSON.stringify(plain)).not.toContain('picture');
  expect(asked).toEqual([]);
  const pictured = shownOn({ ...NAMES_ALONE, pictures: true }, streakNews(), pathOf);
  expect(pictured.map((moment) => 'picture' in moment && moment.picture)).toEqual(['/stage/gift/x', '/stage/gift/x']);
  expect(asked).toEqual([PICTURE, PICTURE]);
  expect(JSON.stringify(pictured)).not.toContain('tiktokcdn');
  for (const moment of shownOn({ ...NAMES_ALONE, pictures: true }, streakNews(), () => null)) {
    expect(moment).not.toHaveProperty('picture');
  }
});
