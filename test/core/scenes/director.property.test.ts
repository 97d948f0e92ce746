import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rule, SCENES, Script } from './script.ts';

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('gift' as const),
      value: fc.integer({ min: 1, max: 2000 }),
      key: fc.constantFrom('a', 'b', 'c', 'd'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('human' as const), scene: fc.constantFrom(...SCENES) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('paused' as const, 'resumed' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('away' as const, 'back' as const) }) },
);
const rules = [rule(), rule({ id: 'big', diamonds: 1000, scene: 'Booking', holdSeconds: 3, cooldownSeconds: 5 })];

test('[SC3] whatever comes in whatever order, no scene is wished for while paused, and none after a human change but by a new gift', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), step), { maxLength: 60 }), (steps) => {
      const show = new Script(rules);
      let now = 0;
      for (const [wait, it] of steps) {
        for (let second = 0; second < wait; second++) show.tick(++now);
        const before = show.wishes.length;
        if (it.type === 'gift') show.gift(now, it.value, it.key);
        else if (it.type === 'human') show.human(now, it.scene);
        else if (it.type === 'away') show.at(now, { type: 'disconnected' });
        else if (it.type === 'back')
          show.at(now, { type: 'connected', scenes: SCENES, scene: show.state.scene ?? 'Main', studioMode: false });
        else show.at(now, { type: it.type });
        const wished = show.wishes.slice(before);
        if (show.state.pause || !show.state.connected || it.type === 'human') expect(wished).toEqual([]);
        if (it.type === 'human') expect(show.state.hold === null || show.state.hold.scene === it.scene).toBe(true);
      }
    }),
  );
});

test('[SC2] a rule fires at most once per streak, however a streak is told', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 50 }), (values) => {
      const show = new Script([rule({ holdSeconds: 0.5 })]);
      values.forEach((value, at) => {
        show.gift(at, value).tick(at + 0.6);
      });
      expect(show.acts.filter((act) => act.what === 'switched').length).toBe(
        values.some((value) => value >= 100) ? 1 : 0,
      );
    }),
  );
});
