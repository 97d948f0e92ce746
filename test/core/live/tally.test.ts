import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeSilent, STREAK_SILENCE_MS } from '../../../server/core/live/streaks.ts';
import { count, newTally, type Tally } from '../../../server/core/live/tally.ts';
import type { LiveEvent } from '../../../shared/events.ts';
import { TEST_SOURCE } from '../../../shared/test-source.ts';
import { chat, gift, like, tip, viewers } from './events.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');

function given(...events: LiveEvent[]): Tally {
  const tally = newTally();
  for (const [at, event] of events.entries()) count(tally, { ...event, seq: at + 1 }, noon);
  return tally;
}

test('[LV2] a streak that jumps and is overtaken counts its highest running total', () => {
  expect(given(gift(1), gift(7), gift(3), gift(11), gift(10)).totals).toMatchObject({ gifts: 11, diamonds: 11 });
});

test('[LV3] a streak is closed after fifteen seconds of silence and not before', () => {
  const tally = given(gift(3));
  expect(closeSilent(tally.streaks, noon + STREAK_SILENCE_MS - 1)).toEqual([]);
  expect(closeSilent(tally.streaks, noon + STREAK_SILENCE_MS)).toMatchObject([
    { count: 3, ended: true, addedCount: 0 },
  ]);
  expect(closeSilent(tally.streaks, noon + 2 * STREAK_SILENCE_MS)).toEqual([]);
});

test('[LV4] an end after the close by silence adds only the gifts that were missing', () => {
  const tally = given(gift(3));
  closeSilent(tally.streaks, noon + STREAK_SILENCE_MS);
  const growth = count(tally, { ...gift(5, { ended: true }), seq: 2 }, noon + 60_000);
  expect(growth).toMatchObject({ addedCount: 2, addedValue: 2, ended: true });
  expect(tally.totals.gifts).toBe(5);
  expect(count(tally, { ...gift(5, { ended: true }), seq: 3 }, noon + 61_000)).toMatchObject({
    addedCount: 0,
    changed: false,
  });
});

test('[LV5] two single gifts of one viewer count as two', () => {
  expect(given(gift(1, { streak: null }), gift(1, { streak: null })).totals).toMatchObject({ gifts: 2, diamonds: 2 });
});

test('[LV5] streaks of other viewers, gifts, rooms or marks do not run into each other', () => {
  const tally = given(
    gift(2),
    gift(2, { user: 'jonas' }),
    gift(2, { gift: 'heart' }),
    gift(2, { room: 'r2' }),
    gift(2, { streak: 'row-2' }),
  );
  expect(tally.totals.gifts).toBe(10);
});

test('[LV6] a streak of five hearts worth five diamonds each is worth 25', () => {
  expect(
    given(gift(2, { diamonds: 5 }), gift(5, { diamonds: 5 }), gift(5, { diamonds: 5, ended: true })).totals.diamonds,
  ).toBe(25);
});

test('[LV7] likes follow the highest total of each room and add the rooms', () => {
  expect(given(like(5, 100, 'a'), like(5, 90, 'a'), like(3, 40, 'b')).totals.likes).toBe(140);
});

test('[LV7] likes without a total are summed', () => {
  expect(given(like(5), like(15)).totals.likes).toBe(20);
});

test('[LV8] a chat of emotes alone is not counted', () => {
  expect(given(chat(''), chat('  '), chat('hello')).totals.chats).toBe(1);
});

test('[LV9] viewers now are the newest by the platform’s time, the peak is the highest', () => {
  const tally = given(
    viewers(50, '2026-11-22T18:00:05Z'),
    viewers(80, '2026-11-22T18:00:01Z'),
    viewers(40, '2026-11-22T18:00:06Z'),
  );
  expect(tally.totals).toMatchObject({ viewersNow: 40, viewersPeak: 80 });
});

test('[LV10] tips of two currencies stay two sums', () => {
  expect(given(tip(500), tip(250), tip(100, 'NOK')).totals.tips).toEqual([
    { minor: 750, currency: 'EUR' },
    { minor: 100, currency: 'NOK' },
  ]);
});

test('[LV110] likes of more than a thousand rooms are counted without a memory of each', () => {
  const rooms = Array.from({ length: 1200 }, (_, at) => like(2, 5, `room-${at}`));
  const tally = given(...rooms, like(1, 6, 'room-0'), like(1, 6, 'room-1199'));
  expect(tally.likes.size).toBe(1000);
  expect(tally.totals.likes).toBe(1000 * 5 + 200 * 2 + 1 + 1);
});

/** Streaks as a viewer taps them, sent by a feed that drops (never the highest), repeats and reorders. */
const storm = fc
  .array(
    fc.record({
      user: fc.constantFrom('mara', 'jonas', 'ida'),
      gift: fc.constantFrom('rose', 'heart'),
      streak: fc.constantFrom('row-1', 'row-2', 'row-3'),
      taps: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }),
    }),
    { maxLength: 12 },
  )
  .chain((streaks) => {
    const messages = streaks.flatMap(({ user, gift: kind, streak, taps }) =>
      taps.map((total) => gift(total, { user, gift: kind, streak, diamonds: kind === 'rose' ? 1 : 5 })),
    );
    return fc.record({
      messages: fc.constant(messages),
      sent: fc.shuffledSubarray([...messages, ...messages], { minLength: 0 }),
    });
  });

test('[LV20] repeats and any order leave gifts and diamonds as they are', () => {
  fc.assert(
    fc.property(storm, ({ messages, sent }) => {
      const highest = new Map<string, { count: number; diamonds: number }>();
      for (const { user, gift: g } of messages) {
        const key = `${user.id} ${g.id} ${g.streak?.id}`;
        if ((highest.get(key)?.count ?? 0) < g.count)
          highest.set(key, { count: g.count, diamonds: g.count * g.diamonds });
      }
      const expected = { gifts: 0, diamonds: 0 };
      for (const streak of highest.values()) {
        expected.gifts += streak.count;
        expected.diamonds += streak.diamonds;
      }
      // What was dropped comes again in the end, as a reconnect replays it.
      expect(given(...sent, ...messages).totals).toMatchObject(expected);
    }),
    { numRuns: 300 },
  );
});

test('[LV27] a test adds to no total and to no board, and its gift is a streak to be shown', () => {
  const real = [gift(3), tip(500), like(5), viewers(40), chat('hi')];
  const before = given(...real);
  const tests = real.map((event) => ({ ...event, source: TEST_SOURCE }));
  const tally = given(...real, ...tests);
  expect([tally.totals, tally.board, tally.likes]).toEqual([before.totals, before.board, before.likes]);
  const more = { ...gift(5), source: TEST_SOURCE };
  expect(count(tally, { ...more, seq: 20 }, noon)).toMatchObject({ count: 5, addedCount: 2, changed: true });
  expect(tally.totals.gifts).toBe(3);
});
