import { expect, test } from 'vitest';
import { rehearse } from '../../../server/core/scenes/rehearsal.ts';
import { LiveEvent } from '../../../shared/events.ts';
import { SceneRule } from '../../../shared/scene-rules.ts';
import { rule, SCENES } from './script.ts';

function gift(second: number, count: number, streak?: string): LiveEvent {
  return LiveEvent.parse({
    id: `g${second}`,
    source: 'platform',
    type: 'gift',
    at: `2026-11-22T18:00:${String(second).padStart(2, '0')}Z`,
    user: { id: 'u1' },
    gift: { id: '1', name: 'Rose', diamonds: 10, count, ...(streak ? { streak: { id: streak, ended: false } } : {}) },
  });
}

test('[SC16] a dry run tells what would have been shown when, with streaks counted as one', () => {
  const acts = rehearse([rule()], [gift(0, 4, 's'), gift(2, 10, 's'), gift(3, 12, 's'), gift(40, 3)], {
    scenes: SCENES,
    scene: 'Main',
  });
  expect(acts).toEqual([
    {
      at: Date.parse('2026-11-22T18:00:02Z'),
      what: 'switched',
      scene: 'Celebration',
      why: 'rule-fired',
      rule: 'party',
      by: null,
    },
    {
      at: Date.parse('2026-11-22T18:00:12Z'),
      what: 'returned',
      scene: 'Main',
      why: 'hold-over',
      rule: 'party',
      by: null,
    },
  ]);
});

test('[SC16] events that go back in time, and none at all, are played too', () => {
  expect(rehearse([rule()], [], { scenes: SCENES, scene: 'Main' })).toEqual([]);
  const acts = rehearse([rule()], [gift(30, 10), gift(10, 20)], { scenes: SCENES, scene: 'Main' });
  expect(acts.map((act) => act.what)).toEqual(['switched', 'extended', 'returned']);
});

/** A rule that shows BRB, to stay, when all of this is so. */
function brbWhen(...when: unknown[]): SceneRule {
  return SceneRule.parse({
    ...{ id: 'brb', name: 'brb', when },
    actions: [{ type: 'show-scene', scene: 'BRB', hold: null }],
  });
}
const all = (...conditions: unknown[]) => ({ match: 'all', conditions });
const begins = Date.parse('2026-11-22T17:59:50Z');
const live = { startedAt: begins, endedAt: Date.parse('2026-11-22T18:30:00Z') };
const played = (one: SceneRule, events = [gift(5, 10)]) =>
  rehearse([one], events, { scenes: SCENES, scene: 'Main', live }).map(
    ({ at, what }) => `${what} ${(at - begins) / 1000}`,
  );

test('[SC121] what no event tells of stands as in a quiet live: no session, a feed that is there, a stream that runs with it', () => {
  const big = { type: 'gift', diamonds: 100 };
  expect(played(brbWhen(all(big, { type: 'serving', on: false })))).toEqual(['switched 15']);
  expect(played(brbWhen(all(big, { type: 'feed-gap', on: false }, { type: 'live', on: true })))).toEqual([
    'switched 15',
  ]);
  expect(
    played(brbWhen(all(big), { match: 'none', conditions: [{ type: 'output', of: 'stream', on: false }] })),
  ).toEqual(['switched 15']);
  expect(played(brbWhen(all({ type: 'output', of: 'stream', on: false })))).toEqual(['switched 1810']);
  expect(played(brbWhen(all(big, { type: 'serving', on: true })))).toEqual([]);
});

test('[SC121] begin and end of a live that was begun by hand are played, and told ones once', () => {
  expect(played(brbWhen(all({ type: 'session', state: 'started' })))).toEqual(['switched 0']);
  expect(played(brbWhen(all({ type: 'session', state: 'ended' })), [])).toEqual(['switched 1810']);
  const told = LiveEvent.parse({
    ...{ id: 's', source: 'test', type: 'session', at: '2026-11-22T17:59:55Z', user: { id: 'u1' } },
    session: { state: 'started' },
  });
  expect(played(brbWhen(all({ type: 'session', state: 'started' })), [told, gift(5, 10)])).toEqual(['switched 5']);
});
