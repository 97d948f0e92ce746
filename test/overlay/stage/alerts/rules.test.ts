import { expect, test } from 'vitest';
import { NO_ALERTS } from '../../../../overlay/stage/alerts/alert.ts';
import { advance, LEAVING_MILLIS, nextChange } from '../../../../overlay/stage/alerts/passing.ts';
import { take } from '../../../../overlay/stage/alerts/queue.ts';
import { after, countShown, did, gift, limits, shownKeys, tip, waitingKeys } from './given.ts';

test('[ST40] a type that is switched off is not shown, nor what waits of it from then on', () => {
  const off = limits({}, { share: { on: false } });
  expect(take(NO_ALERTS, [did('share', 'a')], off, after(0)).shown).toEqual([]);
  const waits = take(NO_ALERTS, [gift('a', 2), gift('b', 2), did('share', 'c')], limits(), after(0));
  expect(waitingKeys(waits)).toEqual(['c']);
  const later = advance(waits, off, after(100));
  expect([waitingKeys(later), later.merged.count]).toEqual([[], 0]);
});

test('[ST40] a tip below the least amount is not shown; a follow has no amount', () => {
  const some = limits({}, { tip: { least: 500 }, follow: { least: 500 } });
  const all = take(NO_ALERTS, [tip('small', 499), tip('enough', 500), did('follow', 'f')], some, after(0));
  expect(shownKeys(all)).toEqual(['enough', 'f']);
});

test('[ST41] one that comes before the cooldown of its type is over waits its turn beside an empty place', () => {
  const rare = limits({}, { follow: { cooldownSeconds: 5 } });
  const first = take(NO_ALERTS, [did('follow', 'a'), did('follow', 'b'), did('share', 'c')], rare, after(0));
  expect([shownKeys(first), waitingKeys(first)]).toEqual([['a', 'c'], ['b']]);
  const free = limits({ most: 3 }, { follow: { cooldownSeconds: 5 } });
  const held = advance(first, free, after(100));
  expect(waitingKeys(held)).toEqual(['b']);
  expect(nextChange(held, free)).toBe(after(5_000).tick);
  expect(shownKeys(advance(held, free, after(5_000)))).toContain('b');
});

test('[ST42] a streak that grows for longer than the most makes room when another waits, and comes back in its turn', () => {
  const rules = limits({ most: 1, mostSeconds: 10 });
  let alerts = take(NO_ALERTS, [gift('long', 5)], rules, after(0));
  for (let second = 1; second <= 12; second++) {
    alerts = take(alerts, [gift('long', 5 + second, second * 1_000)], rules, after(second * 1_000));
  }
  expect(alerts.shown[0]?.leavingTick).toBeNull();
  alerts = take(alerts, [gift('other', 1, 12_500)], rules, after(12_500));
  expect(alerts.shown[0]?.leavingTick).not.toBeNull();
  alerts = take(alerts, [gift('long', 18, 12_600)], rules, after(12_600));
  expect(countShown(alerts, 'long')).toBe(18);
  alerts = advance(alerts, rules, after(12_500 + LEAVING_MILLIS));
  expect(shownKeys(alerts)).toEqual(['other']);
  alerts = take(alerts, [gift('long', 19, 13_000)], rules, after(13_000));
  expect(waitingKeys(alerts)).toEqual(['long']);
});

test('[ST42] the page wakes up at the moment at which room has to be made', () => {
  const rules = limits({ most: 1, mostSeconds: 10 });
  const first = take(NO_ALERTS, [gift('long', 5)], rules, after(0));
  const waited = take(
    take(first, [gift('long', 6, 5_000)], rules, after(5_000)),
    [gift('b', 1, 9_000)],
    rules,
    after(9_000),
  );
  expect(nextChange(waited, rules)).toBe(after(10_000).tick);
});

test('[ST43] of a burst the heaviest wait and the others are a number, in which nobody is counted twice', () => {
  const few = limits({ waitingMost: 3 });
  const burst = Array.from({ length: 10 }, (_, at) => gift(`g${at}`, 10 - at));
  const alerts = take(NO_ALERTS, burst, few, after(0));
  expect([shownKeys(alerts), waitingKeys(alerts)]).toEqual([
    ['g0', 'g1'],
    ['g2', 'g3', 'g4'],
  ]);
  expect(alerts.merged.count).toBe(5);
  const still = take(alerts, [gift('g9', 2, 100)], few, after(100));
  expect(still.merged.count).toBe(5);
  const heavy = take(still, [gift('g9', 50, 200)], few, after(200));
  expect(waitingKeys(heavy)).toEqual(['g2', 'g3', 'g9']);
  expect(heavy.merged.count).toBe(5);
});

test('[ST43] the number goes with the last alert of its burst', () => {
  const few = limits({ waitingMost: 1 });
  let alerts = take(NO_ALERTS, [gift('a', 4), gift('b', 3), gift('c', 2), gift('d', 1)], few, after(0));
  expect(alerts.merged.count).toBe(1);
  for (let at = nextChange(alerts, few); at !== null; at = nextChange(alerts, few)) {
    alerts = advance(alerts, few, after(at - after(0).tick));
  }
  expect([alerts.shown.length, alerts.waiting.length, alerts.merged.count]).toEqual([0, 0, 0]);
});
