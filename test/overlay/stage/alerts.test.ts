import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Alerts } from '../../../overlay/stage/alerts.ts';
import {
  advance,
  LEAVING_MILLIS,
  MOST_SHOWN,
  NO_ALERTS,
  nextChange,
  OLDEST_MILLIS,
  restore,
  SHOWN_MILLIS,
  take,
} from '../../../overlay/stage/alerts.ts';
import type { StageMoment } from '../../../shared/protocol.ts';
import { toInstant } from '../../../shared/time.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');

function gift(key: string, count: number, at = noon): StageMoment {
  return { seq: 1, at: toInstant(at), type: 'gift', key, name: `Viewer ${key}`, gift: 'Rose', count, ended: false };
}
function followed(key: string, at = noon): StageMoment {
  return { seq: 2, at: toInstant(at), type: 'follow', key, name: `Viewer ${key}` };
}
const shownKeys = (alerts: Alerts) => alerts.shown.map(({ moment }) => moment.key);
const waitingKeys = (alerts: Alerts) => alerts.waiting.map(({ moment }) => moment.key);
const countOf = (alerts: Alerts, key: string) => {
  const found = alerts.shown.find(({ moment }) => moment.key === key)?.moment;
  return found?.type === 'gift' ? found.count : null;
};

const ALL_SEEN = Number.POSITIVE_INFINITY;

test('[ST2] a streak is one alert that grows in its place, and its time starts anew with each growth', () => {
  const first = take(NO_ALERTS, [gift('a', 1), gift('b', 1)], noon);
  const grown = take(first, [gift('a', 7, noon + 5_000)], noon + 5_000);
  expect(shownKeys(grown)).toEqual(['a', 'b']);
  expect(countOf(grown, 'a')).toBe(7);
  expect(shownKeys(advance(grown, noon + SHOWN_MILLIS + LEAVING_MILLIS))).toEqual(['a']);
});

test('[ST2] a lower or equal count of a streak that is on changes nothing', () => {
  const first = take(NO_ALERTS, [gift('a', 7)], noon);
  const after = take(first, [gift('a', 7), gift('a', 3)], noon + 1_000);
  expect(countOf(after, 'a')).toBe(7);
  expect(after.shown).toEqual(first.shown);
});

test('[ST3] two are on at a time; the others wait with the longest streak first, behind tips and before follows', () => {
  const tip: StageMoment = {
    seq: 9,
    at: toInstant(noon),
    type: 'tip',
    key: 't',
    name: 'T',
    amount: { minor: 500, currency: 'EUR' },
  };
  const all = take(NO_ALERTS, [followed('x'), followed('y'), followed('z'), gift('a', 3), gift('b', 30), tip], noon);
  expect(shownKeys(all)).toEqual(['x', 'y']);
  expect(waitingKeys(all)).toEqual(['t', 'b', 'a', 'z']);
});

test('[ST3] a streak that waits grows where it waits', () => {
  const waiting = take(NO_ALERTS, [gift('x', 1), gift('y', 1), gift('a', 2), gift('b', 5)], noon);
  const grown = take(waiting, [gift('a', 9, noon + 100)], noon + 100);
  expect(waitingKeys(grown)).toEqual(['a', 'b']);
});

test('[ST4] an alert leaves six seconds after its last growth and then gives its place to the next', () => {
  const full = take(NO_ALERTS, [gift('a', 1), gift('b', 1), gift('c', 1)], noon);
  expect(nextChange(full)).toBe(noon + SHOWN_MILLIS);
  const leaving = advance(full, noon + SHOWN_MILLIS);
  expect(leaving.shown.map((alert) => alert.leaving)).toEqual([true, true]);
  expect(waitingKeys(leaving)).toEqual(['c']);
  expect(nextChange(leaving)).toBe(noon + SHOWN_MILLIS + LEAVING_MILLIS);
  const next = advance(leaving, noon + SHOWN_MILLIS + LEAVING_MILLIS);
  expect(shownKeys(next)).toEqual(['c']);
  expect(next.shown[0]?.leaving).toBe(false);
});

test('[ST4] with nothing shown there is nothing to wake up for', () => {
  const over = advance(take(NO_ALERTS, [gift('a', 1)], noon), noon + 10_000);
  expect(over.shown).toEqual([]);
  expect(nextChange(over)).toBeNull();
});

test('[ST5] what happened more than 30 seconds ago is never shown as new', () => {
  const late = take(NO_ALERTS, [gift('a', 50, noon - OLDEST_MILLIS - 1)], noon);
  expect(late.shown).toEqual([]);
});

test('[ST5] an alert that waited for more than 30 seconds is dropped', () => {
  let alerts = take(NO_ALERTS, [gift('a', 1), gift('b', 1), followed('late')], noon);
  for (let second = 1; second <= 31; second++) {
    const at = noon + second * 1_000;
    alerts = take(alerts, [gift('a', 1 + second, at), gift('b', 1 + second, at)], at);
  }
  expect(shownKeys(alerts)).toEqual(['a', 'b']);
  expect(waitingKeys(alerts)).toEqual([]);
});

test('[ST6] a view after a reconnect repeats nothing that was shown', () => {
  const before = advance(take(NO_ALERTS, [gift('a', 3)], noon), noon + 7_000);
  const again = restore(before, [gift('a', 3)], ALL_SEEN, noon + 7_000);
  expect(again.shown).toEqual([]);
  expect(
    restore(
      take(before, [gift('b', 1, noon + 7_000)], noon + 7_000),
      [gift('b', 1, noon + 7_000)],
      ALL_SEEN,
      noon + 8_000,
    ).shown,
  ).toHaveLength(1);
});

test('[ST6] a reload shows what would still be on, for the rest of its time, and not what was on before', () => {
  const reloaded = restore(NO_ALERTS, [gift('old', 9, noon - 8_000), gift('now', 4, noon - 2_000)], ALL_SEEN, noon);
  expect(shownKeys(reloaded)).toEqual(['now']);
  expect(nextChange(reloaded)).toBe(noon - 2_000 + SHOWN_MILLIS);
  // The streak that was over grows again: that is new.
  expect(shownKeys(take(reloaded, [gift('old', 10, noon + 1_000)], noon + 1_000))).toEqual(['now', 'old']);
});

test('[ST22] a page that is opened sees the gifts of the last thirty seconds that no page of this browser has shown', () => {
  const missed = { ...gift('missed', 9, noon - 20_000), seq: 12 };
  const seen = { ...gift('seen', 5, noon - 20_000), seq: 11 };
  const tooOld = { ...gift('too old', 7, noon - 31_000), seq: 13 };
  const opened = restore(NO_ALERTS, [seen, missed, tooOld], 11, noon);
  expect(shownKeys(opened)).toEqual(['missed']);
  expect(nextChange(opened)).toBe(noon + SHOWN_MILLIS);
});

test('[ST3] whatever arrives in whatever order, never more than two are on, none twice, and all go in the end', () => {
  const moment = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), count: fc.integer({ min: 1, max: 500 }) });
  const step = fc.record({ wait: fc.integer({ min: 0, max: 9_000 }), moments: fc.array(moment, { maxLength: 6 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let at = noon;
      let alerts = NO_ALERTS;
      for (const { wait, moments } of steps) {
        at += wait;
        alerts = take(
          alerts,
          moments.map(({ key, count }) => gift(key, count, at)),
          at,
        );
        const keys = [...shownKeys(alerts), ...waitingKeys(alerts)];
        expect(alerts.shown.length).toBeLessThanOrEqual(MOST_SHOWN);
        expect(new Set(keys).size).toBe(keys.length);
      }
      for (let rounds = 0; rounds < 30; rounds++) alerts = advance(alerts, nextChange(alerts) ?? at);
      expect(alerts.shown).toEqual([]);
    }),
  );
});

test('[ST21] a burst of forty thousand moments is taken in one go, and what came before is left as it was', () => {
  const burst = Array.from({ length: 40_000 }, (_, at) => gift(`burst-${at}`, 1));
  const before = take(NO_ALERTS, [gift('a', 1)], noon);
  const after = restore(take(before, burst, noon), burst, ALL_SEEN, noon);
  expect([before.taken.size, after.taken.size]).toEqual([1, 40_001]);
  expect(shownKeys(after)).toEqual(['a', 'burst-0']);
});
