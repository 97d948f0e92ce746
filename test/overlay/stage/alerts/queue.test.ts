import { expect, test } from 'vitest';
import { NO_ALERTS, OLDEST_MILLIS } from '../../../../overlay/stage/alerts/alert.ts';
import { arrivals } from '../../../../overlay/stage/alerts/arrivals.ts';
import { advance, inTurn, LEAVING_MILLIS, nextChange } from '../../../../overlay/stage/alerts/passing.ts';
import { take } from '../../../../overlay/stage/alerts/queue.ts';
import {
  AS_FIRST,
  after,
  countShown,
  did,
  gift,
  given,
  limits,
  SHOWN_MILLIS,
  shownKeys,
  tip,
  waitingKeys,
} from './given.ts';

test('[ST2] a streak is one alert that grows in its place, and its time starts anew with each growth', () => {
  const grown = take(given(gift('a', 1), gift('b', 1)), [gift('a', 7, 5_000)], AS_FIRST, after(5_000));
  expect(shownKeys(grown)).toEqual(['a', 'b']);
  expect(countShown(grown, 'a')).toBe(7);
  expect(shownKeys(advance(grown, AS_FIRST, after(SHOWN_MILLIS + LEAVING_MILLIS)))).toEqual(['a']);
});

test('[ST2] a lower or equal count of a streak that is on changes nothing', () => {
  const first = given(gift('a', 7));
  const again = take(first, [gift('a', 7), gift('a', 3)], AS_FIRST, after(1_000));
  expect(again.shown).toEqual(first.shown);
});

test('[ST2] a streak that grows on its way out stays', () => {
  const leaving = advance(given(gift('a', 1)), AS_FIRST, after(SHOWN_MILLIS));
  expect(leaving.shown[0]?.leavingTick).not.toBeNull();
  const grown = take(leaving, [gift('a', 2, SHOWN_MILLIS + 100)], AS_FIRST, after(SHOWN_MILLIS + 100));
  expect(grown.shown[0]?.leavingTick).toBeNull();
});

test('[ST3] the heaviest come on first and stand as they came; the others wait, tips before streaks before follows', () => {
  const all = given(
    did('follow', 'x'),
    gift('a', 3),
    gift('b', 30),
    tip('t', 500),
    did('subscribe', 's'),
    tip('u', 900),
  );
  expect(shownKeys(all)).toEqual(['t', 'u']);
  expect(inTurn(all.waiting).map(({ moment }) => moment.key)).toEqual(['s', 'b', 'a', 'x']);
});

test('[ST3] a great gift that came once comes on before small ones however often they were tapped', () => {
  const worth = (key: string, count: number, diamonds: number) => ({
    ...gift(key, count),
    rank: Math.ceil(Math.log2(1 + diamonds)),
  });
  const all = given(worth('a', 12, 12), worth('b', 24, 24), worth('c', 3, 3), worth('u', 1, 34_999), tip('t', 500));
  expect(shownKeys(all)).toEqual(['u', 't']);
  expect(inTurn(all.waiting).map(({ moment }) => moment.key)).toEqual(['b', 'a', 'c']);
});

test('[ST3] a streak that waits grows where it waits', () => {
  const waiting = given(gift('x', 90), gift('y', 90), gift('a', 2), gift('b', 5));
  const grown = take(waiting, [gift('a', 9, 100)], AS_FIRST, after(100));
  expect(inTurn(grown.waiting).map(({ moment }) => moment.key)).toEqual(['a', 'b']);
});

test('[ST3] as many are on as the widget has places', () => {
  const one = limits({ most: 1 });
  expect(shownKeys(take(NO_ALERTS, [gift('a', 1), gift('b', 2)], one, after(0)))).toEqual(['b']);
  const none = limits({ most: 0 });
  expect(shownKeys(take(NO_ALERTS, [gift('a', 1)], none, after(0)))).toEqual([]);
});

test('[ST4] an alert leaves after its time and then gives its place to the next', () => {
  const full = given(gift('a', 3), gift('b', 2), gift('c', 1));
  expect(nextChange(full, AS_FIRST)).toBe(after(SHOWN_MILLIS).tick);
  const leaving = advance(full, AS_FIRST, after(SHOWN_MILLIS));
  expect(leaving.shown.map(({ leavingTick }) => leavingTick !== null)).toEqual([true, true]);
  expect(waitingKeys(leaving)).toEqual(['c']);
  expect(nextChange(leaving, AS_FIRST)).toBe(after(SHOWN_MILLIS + LEAVING_MILLIS).tick);
  const next = advance(leaving, AS_FIRST, after(SHOWN_MILLIS + LEAVING_MILLIS));
  expect(shownKeys(next)).toEqual(['c']);
});

test('[ST4] how long an alert stays is told by the rules', () => {
  const long = limits({ leastSeconds: 20 });
  const one = take(NO_ALERTS, [gift('a', 1)], long, after(0));
  expect(nextChange(one, long)).toBe(after(20_000).tick);
  expect(advance(one, long, after(19_999)).shown[0]?.leavingTick).toBeNull();
});

test('[ST4] with nothing shown there is nothing to wake up for', () => {
  const over = advance(given(gift('a', 1)), AS_FIRST, after(10_000));
  expect(over.shown).toEqual([]);
  expect(nextChange(over, AS_FIRST)).toBeNull();
});

test('[ST5] what happened more than 30 seconds ago is never shown as new', () => {
  const late = take(NO_ALERTS, [gift('a', 50, -OLDEST_MILLIS - 1)], AS_FIRST, after(0));
  expect([late.shown, late.waiting, late.merged.count]).toEqual([[], [], 0]);
  const grown = take(given(gift('b', 1)), [gift('b', 9, -OLDEST_MILLIS - 1)], AS_FIRST, after(0));
  expect(countShown(grown, 'b')).toBe(1);
});

test('[ST5] an alert that waited until it was older than 30 seconds is dropped', () => {
  const forLong = limits({ mostSeconds: 300 });
  let alerts = take(NO_ALERTS, [gift('a', 1), gift('b', 1), did('follow', 'late')], forLong, after(0));
  for (let second = 1; second <= 31; second++) {
    const at = second * 1_000;
    alerts = take(alerts, [gift('a', 1 + second, at), gift('b', 1 + second, at)], forLong, after(at));
  }
  expect(shownKeys(alerts)).toEqual(['a', 'b']);
  expect(waitingKeys(alerts)).toEqual([]);
});

test('[ST6] a view after a reconnect repeats nothing that was shown', () => {
  const moment = gift('a', 3);
  const before = advance(given(moment), AS_FIRST, after(7_000));
  expect(take(before, [moment], AS_FIRST, after(7_000)).shown).toEqual([]);
});

test('[ST21] a burst of forty thousand moments is taken in one go, and what came before is left as it was', () => {
  const burst = Array.from({ length: 40_000 }, (_, at) => gift(`burst-${at}`, 1));
  const before = given(gift('a', 1));
  const taken = take(take(before, burst, AS_FIRST, after(0)), burst, AS_FIRST, after(0));
  expect([before.taken.size, taken.taken.size]).toEqual([1, 40_001]);
  expect(shownKeys(taken)).toEqual(['a', 'burst-0']);
  expect(taken.waiting.length + taken.merged.count).toBe(39_999);
});

test('[ST21] what piles up while a source is hidden is bounded by what happened in half a minute', () => {
  const hidden = arrivals();
  for (let second = 0; second < 3_600; second++) {
    hidden.add(Array.from({ length: 20 }, (_, at) => did('follow', `${second}-${at}`, second * 1_000)));
  }
  hidden.add([gift('a', 2), gift('a', 1)]);
  const all = hidden.takeAll();
  expect(all.length).toBeLessThan(2 * 31 * 20 + 500);
  expect(all.some(({ key }) => key === '3599-19')).toBe(true);
  expect(hidden.takeAll()).toEqual([]);
});
