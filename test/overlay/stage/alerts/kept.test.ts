import { expect, test } from 'vitest';
import type { Alerts, Limits } from '../../../../overlay/stage/alerts/alert.ts';
import { OLDEST_MILLIS } from '../../../../overlay/stage/alerts/alert.ts';
import type { Times } from '../../../../overlay/stage/alerts/clock.ts';
import { obey } from '../../../../overlay/stage/alerts/control.ts';
import { fromKept, readKept, toKept } from '../../../../overlay/stage/alerts/kept.ts';
import { advance, nextChange } from '../../../../overlay/stage/alerts/passing.ts';
import { take } from '../../../../overlay/stage/alerts/queue.ts';
import {
  AS_FIRST,
  after,
  did,
  gift,
  given,
  HELD,
  limits,
  SHOWN_MILLIS,
  shownKeys,
  UNTOUCHED,
  waitingKeys,
} from './given.ts';

/** The same instant on a page that was opened just now. */
const onNewPage = (millis: number): Times => ({ tick: 40, server: after(millis).server });

function reloaded(alerts: Alerts, millis: number, by: Limits = AS_FIRST): Alerts {
  const times = onNewPage(millis);
  return advance(fromKept(readKept(JSON.stringify(toKept(alerts))), by, times), by, times);
}

test('[ST6] a reload shows what would still be on, for the rest of its time, and what waited goes on waiting', () => {
  const moments = [gift('a', 9), gift('b', 8), gift('c', 7)];
  const before = advance(given(...moments), AS_FIRST, after(2_000));
  const again = reloaded(before, 3_000);
  expect([shownKeys(again), waitingKeys(again)]).toEqual([['a', 'b'], ['c']]);
  expect(nextChange(again, AS_FIRST)).toBe(40 + SHOWN_MILLIS - 3_000);
  const viewed = take(again, moments, AS_FIRST, onNewPage(3_000));
  expect([shownKeys(viewed), waitingKeys(viewed)]).toEqual([['a', 'b'], ['c']]);
});

test('[ST6] what had left before a reload is not shown again, though a view repeats it; its growth is', () => {
  const moment = gift('a', 9);
  const left = advance(given(moment), AS_FIRST, after(8_000));
  const again = take(reloaded(left, 9_000), [moment], AS_FIRST, onNewPage(9_000));
  expect(shownKeys(again)).toEqual([]);
  expect(shownKeys(take(again, [gift('a', 10, 9_500)], AS_FIRST, onNewPage(9_500)))).toEqual(['a']);
});

test('[ST22] a page that is opened shows the gifts of the last thirty seconds that no page of its stage has shown', () => {
  const tooOld = gift('too old', 9, 0);
  const seen = gift('seen', 9, 5_000);
  const before = take(given(), [seen], AS_FIRST, after(5_000));
  const missed = gift('missed', 9, 20_000);
  const opened = take(reloaded(before, 31_000), [tooOld, seen, missed], AS_FIRST, onNewPage(31_000));
  expect(shownKeys(opened)).toEqual(['missed']);
});

test('[ST22] a streak that was seen so long ago that it is no more known by its key is not shown', () => {
  const first = gift('first', 5);
  const many = Array.from({ length: 400 }, (_, at) => did('follow', `f${at}`));
  const again = reloaded(given(first, ...many), 7_000);
  expect(again.taken.has('first')).toBe(false);
  expect(take(again, [first], AS_FIRST, onNewPage(7_000)).taken.has('first')).toBe(false);
});

test('[ST49] what was held is held after a reload, and who was sent away stays away', () => {
  const held = take(given(), [gift('a', 2)], HELD, after(0));
  expect(waitingKeys(reloaded(held, 1_000, HELD))).toEqual(['a']);
  const skipped = obey(given(gift('b', 2)), UNTOUCHED, { ...UNTOUCHED, skips: 1 }, after(100));
  const again = reloaded(skipped, 1_000);
  expect(shownKeys(take(again, [gift('b', 9, 1_000)], AS_FIRST, onNewPage(1_000)))).toEqual([]);
});

test('[ST49] what is kept is bounded, and once all have left there is no name in it', () => {
  const burst = Array.from({ length: 5_000 }, (_, at) => gift(`key-${at}`, 3));
  const full = given(...burst);
  expect(JSON.stringify(toKept(full)).length).toBeLessThan(100_000);
  const quiet = advance(given(gift('a', 3)), AS_FIRST, after(SHOWN_MILLIS + 1_000));
  expect(JSON.stringify(toKept(quiet))).not.toContain('Viewer');
});

test('[ST49] the number of those that were merged is kept too', () => {
  const few = limits({ waitingMost: 1 });
  const full = take(given(), [gift('a', 5), gift('b', 4), gift('c', 3), gift('d', 2)], few, after(0));
  expect(reloaded(full, 1_000, few).merged.count).toBe(1);
});

test('[ST49] what was kept long ago or of a shape that is not ours is as if nothing were there', () => {
  const start = fromKept(null, AS_FIRST, onNewPage(0));
  const old = toKept(given(gift('a', 1)));
  expect(fromKept(old, AS_FIRST, onNewPage(2 * OLDEST_MILLIS + 1))).toEqual(
    fromKept(null, AS_FIRST, onNewPage(2 * OLDEST_MILLIS + 1)),
  );
  const strange = [
    null,
    '',
    '[',
    '[]',
    '7',
    '{"at":1,"newestSeq":2}',
    '{"at":1,"newestSeq":2,"merged":0,"shown":[{}],"waiting":[],"taken":[]}',
  ];
  for (const text of strange) expect(fromKept(readKept(text), AS_FIRST, onNewPage(0))).toEqual(start);
});
