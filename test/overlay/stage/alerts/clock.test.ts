import { expect, test } from 'vitest';
import { showClock } from '../../../../overlay/stage/alerts/clock.ts';
import { advance } from '../../../../overlay/stage/alerts/passing.ts';
import { take } from '../../../../overlay/stage/alerts/queue.ts';
import { toInstant } from '../../../../shared/time.ts';
import { AS_FIRST, after, gift, given, noon, SHOWN_MILLIS } from './given.ts';

/** A machine whose counter and wall clock a test moves. */
function machine() {
  const at = { counter: 5_000, wall: noon - 3_600_000 };
  const clock = showClock(
    () => at.counter,
    () => at.wall,
  );
  return {
    clock,
    pass(millis: number, of: { counter?: number; wall?: number } = {}) {
      at.counter += of.counter ?? millis;
      at.wall += of.wall ?? millis;
    },
  };
}

test('[ST50] a wall clock that is set back makes nothing young again', () => {
  const { clock, pass } = machine();
  clock.hear(toInstant(noon));
  const before = clock.read();
  pass(1_000, { wall: -86_400_000 });
  expect(clock.read()).toEqual({ tick: before.tick + 1_000, server: noon + 1_000 });
});

test('[ST50] a machine that slept finds everything as old as it is, though its counter stood still', () => {
  const { clock, pass } = machine();
  clock.hear(toInstant(noon));
  const before = clock.read();
  pass(0, { counter: 20, wall: 3_600_000 });
  expect(clock.read()).toEqual({ tick: before.tick + 3_600_000, server: noon + 3_600_000 });
});

test('[ST50] the server’s time is taken anew with each view, and nothing is on for longer by it', () => {
  const { clock, pass } = machine();
  expect(clock.isTold()).toBe(false);
  clock.hear(toInstant(noon));
  expect(clock.isTold()).toBe(true);
  const before = clock.read();
  pass(1_000);
  clock.hear(toInstant(noon + 500_000));
  expect(clock.read()).toEqual({ tick: before.tick + 1_000, server: noon + 500_000 });
});

test('[ST5] after a sleep what was on is gone and what waited is not shown', () => {
  const before = given(gift('a', 9), gift('b', 8), gift('c', 7));
  const woken = advance(before, AS_FIRST, after(8 * 3_600_000));
  expect([woken.shown, woken.waiting]).toEqual([[], []]);
});

test('[ST50] a server whose time jumps does not make an alert stay', () => {
  const before = given(gift('a', 9));
  const jumped = { tick: after(SHOWN_MILLIS).tick, server: noon - 86_400_000 };
  expect(take(before, [], AS_FIRST, jumped).shown[0]?.leavingTick).not.toBeNull();
});
