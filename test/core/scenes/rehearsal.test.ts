import { expect, test } from 'vitest';
import { rehearse } from '../../../server/core/scenes/rehearsal.ts';
import { LiveEvent } from '../../../shared/events.ts';
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
