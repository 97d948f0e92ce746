import { expect, test } from 'vitest';
import { rehearse } from '../../../server/core/scenes/rehearsal.ts';
import { LiveEvent } from '../../../shared/events.ts';
import { fillRuleWords } from '../../../shared/rule-words.ts';
import type { SceneAction } from '../../../shared/scene-actions.ts';
import { SceneRule } from '../../../shared/scene-rules.ts';
import { SCENES, Script } from './script.ts';

const ALERT: SceneAction = { type: 'alert', text: '{name|Somebody} sent {gift}: {count} taps' };

function alerting(conditions: object[], more: object = {}): SceneRule {
  return SceneRule.parse({ id: 'r', name: 'r', when: [{ match: 'all', conditions }], actions: [ALERT], ...more });
}

test('[SC89] the words of a rule name what fired it, in the reader’s way of numbers, and else say the words in its place', () => {
  const gift = { name: 'Vera', gift: 'Rose', count: 1200, diamonds: 1200 };
  expect(fillRuleWords('{name} sent {gift} x{count} = {diamonds}', gift, 'de')).toBe('Vera sent Rose x1.200 = 1.200');
  expect(fillRuleWords('{name|Somebody} gave {amount}', { amount: { minor: 550, currency: 'EUR' } }, 'en')).toBe(
    'Somebody gave €5.50',
  );
  expect(fillRuleWords('Goal reached, {name}!', {}, 'en')).toBe('Goal reached, !');
  expect(fillRuleWords('thanks {name} {gift} all', {}, 'en')).toBe('thanks all');
  // What names nothing stays as it was typed, and a name that looks like a variable names none.
  expect(fillRuleWords('{smile}  {name} }', { name: '{gift}', gift: 'Rose' }, 'en')).toBe('{smile}  {gift} }');
});

test('[SC89] an alert needs no OBS, and its occasion goes with it through a wait, a rest and another rule', () => {
  const later = alerting([{ type: 'follow' }], { actions: [{ type: 'wait', seconds: 3 }, ALERT] });
  const show = new Script([later], false).happen(1, { type: 'follow', name: 'Vera\nBad\u202E' }).tick(4);
  expect(show.deeds).toMatchObject([{ action: ALERT, occasion: { name: 'Vera Bad' } }]);

  const rested = alerting([{ type: 'follow' }], { priority: 7, cooldown: { seconds: 5, meanwhile: 'queue' } });
  const two = new Script([rested])
    .happen(1, { type: 'follow', name: 'One' })
    .happen(2, { type: 'follow', name: 'Two' });
  two.tick(6);
  expect(two.deeds.map(({ occasion, priority }) => [occasion.name, priority])).toEqual([
    ['One', 7],
    ['Two', 7],
  ]);

  const caller = SceneRule.parse({
    ...{ id: 'caller', name: 'caller', when: [{ match: 'all', conditions: [{ type: 'gift' }] }] },
    actions: [{ type: 'run-rule', rule: 'r' }],
  });
  const called = new Script([caller, alerting([{ type: 'button' }])]);
  called.happen(1, { type: 'gift', key: 's', value: 30, count: 30, gift: 'Rose', name: 'Vera' });
  expect(called.deeds[0]?.occasion).toEqual({ name: 'Vera', gift: 'Rose', count: 30, diamonds: 30 });
});

test('[SC89] a rule that waits for OBS names who fired it last', () => {
  const both = alerting([{ type: 'follow' }], { actions: [ALERT, { type: 'mute', input: 'Mic', muted: true }] });
  const show = new Script([both], false);
  show.happen(1, { type: 'follow', name: 'One' }).happen(2, { type: 'follow', name: 'Two' });
  show.at(3, { type: 'connected', scenes: SCENES, scene: 'Main', studioMode: false });
  expect(show.deeds.map(({ occasion }) => occasion.name)).toEqual(['Two', 'Two']);
});

test('[SC90] an alert that was shown stands in the list, in the rule’s trace and in a rehearsal', () => {
  const rules = [alerting([{ type: 'follow' }])];
  const show = new Script(rules).happen(1, { type: 'follow' });
  const [deed] = show.deeds;
  if (!deed) throw new Error('no alert');
  show.at(1, { type: 'deed-answered', deed, outcome: { type: 'done' } });
  expect(show.said).toEqual(['alerted null rule-fired']);
  expect(show.state.memory.traces.get('r')?.entries).toMatchObject([{ what: 'alerted', why: 'rule-fired' }]);
  const followed = LiveEvent.parse({
    ...{ id: 'f', source: 'platform', type: 'follow', at: '2026-11-22T18:00:00Z', user: { id: 'u1' } },
  });
  expect(rehearse(rules, [followed], { scenes: SCENES, scene: 'Main' })).toMatchObject([
    { at: Date.parse('2026-11-22T18:00:00Z'), what: 'alerted', rule: 'r' },
  ]);
});
