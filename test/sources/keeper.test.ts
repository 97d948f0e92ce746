import { expect, test, vi } from 'vitest';
import { createKeeper } from '../../server/sources/keeper.ts';
import { chat } from '../core/live/events.ts';
import { recordingSink } from '../fakes/source-sink.ts';

/** A keeper whose store is `answers.fail`ing or not, on a clock that is moved by hand. Waits are cut once stopped. */
function given() {
  const told = recordingSink();
  const store = { fails: false, wait: null as Promise<void> | null };
  const clock = { now: 1000 };
  const skipped: [string, number][] = [];
  const stop = new AbortController();
  const sink = {
    ...told.sink,
    async accept(events: Parameters<typeof told.sink.accept>[0]) {
      await store.wait;
      if (store.fails) throw new Error('disk full');
      return told.sink.accept(events);
    },
    skipped: (what: string, times = 1) => void skipped.push([what, times]),
  };
  return { told, store, clock, skipped, stop, keeper: createKeeper(sink, stop.signal, () => clock.now) };
}

const many = (count: number) => Array.from({ length: count }, () => chat('x'));

test('[SR31] events that the store refuses are handed in again, and are kept when it is back', async () => {
  const { told, store, skipped, keeper } = given();
  store.fails = true;
  const kept = keeper.keep(many(3), () => undefined);
  await vi.waitFor(() => expect(told.faults).toHaveLength(1));
  store.fails = false;
  await kept;
  expect(told.events).toHaveLength(3);
  expect([skipped, told.order]).toEqual([[], []]);
});

test('[SR31] events that the store refuses for good are counted, logged and make a gap until it takes some again', async () => {
  const { told, store, clock, skipped, stop, keeper } = given();
  stop.abort();
  store.fails = true;
  await keeper.keep(many(3), () => undefined);
  clock.now = 2000;
  await keeper.keep(many(2), () => undefined);
  expect(skipped).toEqual([
    ['not kept by the store', 3],
    ['not kept by the store', 2],
  ]);
  expect(told.faults.at(-1)).toEqual(new Error('disk full'));
  expect([told.downs, keeper.lostSince()]).toEqual([[1000], 1000]);
  store.fails = false;
  // The store may not have taken the gap either: it is told again before the feed is said to be back.
  await keeper.keep(many(1), () => told.sink.up('room'));
  expect(told.order).toEqual(['down', 'down', 'up']);
  expect([told.downs, keeper.lostSince()]).toEqual([[1000, 1000], null]);
});

test('[SR32] what waits for a store that does not answer is bounded; the rest is counted and makes a gap', async () => {
  const { told, store, skipped, keeper } = given();
  const answer = Promise.withResolvers<void>();
  store.wait = answer.promise;
  const waiting = Array.from({ length: 30 }, () => keeper.keep(many(1000), () => undefined));
  expect(skipped).toEqual(Array.from({ length: 10 }, () => ['too much for the store', 1000]));
  expect(told.downs).toEqual([1000]);
  answer.resolve();
  await Promise.all(waiting);
  expect(told.events).toHaveLength(20_000);
  await keeper.keep(many(1000), () => undefined);
  expect(told.events).toHaveLength(21_000);
});
