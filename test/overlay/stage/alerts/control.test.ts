import { expect, test } from 'vitest';
import { NO_ALERTS } from '../../../../overlay/stage/alerts/alert.ts';
import { obey, skippedSince } from '../../../../overlay/stage/alerts/control.ts';
import { fromKept, toKept } from '../../../../overlay/stage/alerts/kept.ts';
import { advance, LEAVING_MILLIS, nextChange } from '../../../../overlay/stage/alerts/passing.ts';
import { take } from '../../../../overlay/stage/alerts/queue.ts';
import {
  AS_FIRST,
  after,
  gift,
  given,
  HELD,
  limits,
  SHOWN_MILLIS,
  shownKeys,
  UNTOUCHED,
  waitingKeys,
} from './given.ts';

test('[ST44] while paused nobody comes on, what is on leaves in its time, and nothing wakes the page for those who wait', () => {
  const before = given(gift('on', 1));
  const held = take(before, [gift('a', 1, 1_000)], HELD, after(1_000));
  expect([shownKeys(held), waitingKeys(held)]).toEqual([['on'], ['a']]);
  const later = advance(held, HELD, after(SHOWN_MILLIS + LEAVING_MILLIS));
  expect([shownKeys(later), waitingKeys(later)]).toEqual([[], ['a']]);
  expect(nextChange(later, HELD)).toBeNull();
});

test('[ST44] what waited while paused comes on in its turn; what has become too old is told as a number alone', () => {
  const held = take(NO_ALERTS, [gift('old', 9), gift('older', 8)], HELD, after(0));
  const more = take(held, [gift('young', 2, 20_000)], HELD, after(20_000));
  const resumed = advance(more, AS_FIRST, after(40_000));
  expect([shownKeys(resumed), waitingKeys(resumed)]).toEqual([['young'], []]);
  expect(resumed.merged).toMatchObject({ count: 2, alone: true });
});

test('[ST44] a number that stands alone goes after the time of an alert, and is not said again', () => {
  const held = take(NO_ALERTS, [gift('old', 9)], HELD, after(0));
  const resumed = advance(held, AS_FIRST, after(40_000));
  expect(resumed.merged).toMatchObject({ count: 1, alone: true });
  expect(nextChange(resumed, AS_FIRST)).toBe(after(40_000 + SHOWN_MILLIS).tick);
  const over = advance(resumed, AS_FIRST, after(40_000 + SHOWN_MILLIS));
  expect(over.merged).toMatchObject({ count: 0, alone: false });
  expect(nextChange(over, AS_FIRST)).toBeNull();
});

test('[ST45] a skip sends away the alert that stands first, and its streak does not come back', () => {
  const before = given(gift('a', 3), gift('b', 2), gift('c', 1));
  const skipped = advance(obey(before, UNTOUCHED, { ...UNTOUCHED, skips: 1 }, after(1_000)), AS_FIRST, after(1_000));
  expect(skipped.shown.map(({ leavingTick }) => leavingTick !== null)).toEqual([true, false]);
  const next = take(skipped, [gift('a', 9, 1_000 + LEAVING_MILLIS)], AS_FIRST, after(1_000 + LEAVING_MILLIS));
  expect(shownKeys(next)).toEqual(['b', 'c']);
  const muchLater = advance(next, AS_FIRST, after(120_000));
  expect(shownKeys(take(muchLater, [gift('a', 99, 120_000)], AS_FIRST, after(120_000)))).toEqual([]);
});

test('[ST45] two skips send away two, and with nothing on a skip does nothing', () => {
  const before = given(gift('a', 3), gift('b', 2));
  const skipped = obey(before, UNTOUCHED, { ...UNTOUCHED, skips: 5 }, after(1_000));
  expect(skipped.shown.every(({ mustGo }) => mustGo)).toBe(true);
  expect(obey(NO_ALERTS, UNTOUCHED, { ...UNTOUCHED, skips: 1 }, after(0)).shown).toEqual([]);
});

test('[ST46] the last alert that left is shown once more, before all that wait and however old it is', () => {
  const left = advance(given(gift('a', 3)), AS_FIRST, after(120_000));
  const one = limits({ most: 1 });
  const full = take(left, [gift('b', 9, 120_000), gift('c', 8, 120_000)], one, after(120_000));
  const asked = advance(obey(full, UNTOUCHED, { ...UNTOUCHED, replays: 1 }, after(121_000)), one, after(121_000));
  expect(shownKeys(asked)).toEqual(['b']);
  const free = advance(asked, one, after(120_000 + SHOWN_MILLIS));
  expect(shownKeys(advance(free, one, after(120_000 + SHOWN_MILLIS + LEAVING_MILLIS)))).toEqual(['a']);
});

test('[ST46] an alert that is on is not shown a second time beside itself', () => {
  const left = advance(given(gift('a', 3)), AS_FIRST, after(10_000));
  const again = take(left, [gift('a', 4, 10_000)], AS_FIRST, after(10_000));
  const asked = advance(obey(again, UNTOUCHED, { ...UNTOUCHED, replays: 1 }, after(10_500)), AS_FIRST, after(10_500));
  expect([shownKeys(asked), waitingKeys(asked)]).toEqual([['a'], []]);
});

test('[ST47] clear takes away what is on, waits or is a number, and it does not come back', () => {
  const few = limits({ waitingMost: 1 });
  const moments = [gift('a', 5), gift('b', 4), gift('c', 3), gift('d', 2)];
  const last = Math.max(...moments.map(({ seq }) => seq));
  const full = take(NO_ALERTS, moments, few, after(0));
  const clear = { ...UNTOUCHED, clearedSeq: last };
  const cleared = advance(obey(full, UNTOUCHED, clear, after(1_000)), few, after(1_000));
  expect([cleared.shown.every(({ mustGo }) => mustGo), cleared.waiting, cleared.merged.count]).toEqual([true, [], 0]);
  const gone = take(cleared, moments, few, after(1_000 + LEAVING_MILLIS));
  expect(gone.shown).toEqual([]);
  const asked = advance(obey(gone, clear, { ...clear, replays: 1 }, after(2_000)), few, after(2_000));
  expect(asked.shown).toEqual([]);
});

test('[ST146] a streak that runs when all is cleared does not come back with its next tap, nor after a reload; another does', () => {
  const running = gift('running', 5);
  const clear = { ...UNTOUCHED, clearedSeq: running.seq };
  const cleared = advance(obey(given(running), UNTOUCHED, clear, after(1_000)), AS_FIRST, after(1_000));
  const tap = (count: number, millis: number) => gift('running', count, millis, running.seq);
  const on = take(cleared, [tap(6, 1_100), gift('next', 1, 1_100)], AS_FIRST, after(1_100));
  expect(on.shown.map(({ moment, mustGo }) => [moment.key, mustGo])).toEqual([
    ['running', true],
    ['next', false],
  ]);
  const gone = advance(on, AS_FIRST, after(1_000 + LEAVING_MILLIS));
  expect(shownKeys(take(gone, [tap(7, 1_300)], AS_FIRST, after(1_300)))).toEqual(['next']);
  const reloaded = obey(fromKept(toKept(cleared), AS_FIRST, after(3_000)), null, clear, after(3_000));
  const more = [tap(7, 4_000), gift('after', 1, 4_000)];
  expect(shownKeys(take(reloaded, more, AS_FIRST, after(4_000)))).toEqual(['after']);
});

test('[ST182] a page that is opened after a clear, and knows nothing, does not show a streak that was running then', () => {
  const running = gift('running', 5);
  const clear = { ...UNTOUCHED, clearedSeq: running.seq };
  const opened = obey(NO_ALERTS, null, clear, after(40_000));
  // Long silent, and after the next start of the server: it is the same streak by its first number.
  const more = [gift('running', 7, 40_000, running.seq), gift('next', 1, 40_000)];
  expect(shownKeys(take(opened, more, AS_FIRST, after(40_000)))).toEqual(['next']);
});

test('[ST47] a tap that overtakes the clear of its streak goes with it', () => {
  const running = gift('running', 5);
  const on = take(given(running), [gift('running', 6, 500, running.seq)], AS_FIRST, after(500));
  const cleared = obey(on, UNTOUCHED, { ...UNTOUCHED, clearedSeq: running.seq }, after(600));
  expect(cleared.shown.map(({ mustGo }) => mustGo)).toEqual([true]);
});

test('[ST48] a page that has just connected does none of the acts of before, but what was cleared stays cleared', () => {
  const moment = gift('a', 3);
  const before = given(moment, gift('b', 2));
  const acts = { ...UNTOUCHED, skips: 4, replays: 2 };
  expect(obey(before, null, acts, after(1_000))).toEqual(before);
  const fresh = obey(NO_ALERTS, null, { ...acts, clearedSeq: moment.seq }, after(1_000));
  expect(take(fresh, [moment], AS_FIRST, after(1_000)).shown).toEqual([]);
});

test('[ST48] each act is done once, however often a view repeats it', () => {
  const before = given(gift('a', 3), gift('b', 2));
  const acts = { ...UNTOUCHED, skips: 1 };
  const once = obey(before, UNTOUCHED, acts, after(1_000));
  expect(obey(once, acts, acts, after(1_100))).toEqual(once);
});

test('[ST188] what another page has skipped does not come on: not where it waits, and not on a page opened later', () => {
  const one = limits({ most: 1 });
  const [a, b] = [gift('a', 3), gift('b', 2)];
  const skipped = { ...UNTOUCHED, skips: 1, skipped: ['b'] };
  const before = take(NO_ALERTS, [a, b], one, after(0));
  expect(waitingKeys(before)).toEqual(['b']);
  const told = advance(obey(before, { ...UNTOUCHED, skips: 1 }, skipped, after(500)), one, after(500));
  expect([shownKeys(told), waitingKeys(told)]).toEqual([['a'], []]);
  expect(waitingKeys(take(told, [gift('b', 9, 600)], one, after(600)))).toEqual([]);
  const later = take(obey(NO_ALERTS, null, skipped, after(1_000)), [a, b], limits({ most: 2 }), after(1_000));
  expect(shownKeys(later)).toEqual(['a']);
});

test('[ST188] where it is on it stays and grows no further, and asked for again it is shown', () => {
  const before = given(gift('a', 3));
  const told = { ...UNTOUCHED, skipped: ['a'] };
  const on = obey(before, UNTOUCHED, told, after(500));
  expect(on.shown).toEqual(before.shown);
  expect(take(on, [gift('a', 9, 600)], AS_FIRST, after(600)).shown).toEqual(before.shown);
  const left = advance(on, AS_FIRST, after(SHOWN_MILLIS + LEAVING_MILLIS));
  const again = obey(left, told, { ...told, replays: 1 }, after(20_000));
  expect(shownKeys(advance(obey(again, null, told, after(20_100)), AS_FIRST, after(20_100)))).toEqual(['a']);
});

test('[ST188] a page tells what a skip sent away, and nothing of what a clear or the time did', () => {
  const before = given(gift('a', 3), gift('b', 2));
  const skipped = obey(before, UNTOUCHED, { ...UNTOUCHED, skips: 1 }, after(1_000));
  expect(skippedSince(before, skipped)).toEqual(['a']);
  expect(skippedSince(skipped, skipped)).toEqual([]);
  expect(skippedSince(before, obey(before, UNTOUCHED, { ...UNTOUCHED, clearedSeq: 99_999 }, after(1_000)))).toEqual([]);
  expect(skippedSince(before, advance(before, AS_FIRST, after(SHOWN_MILLIS)))).toEqual([]);
});
