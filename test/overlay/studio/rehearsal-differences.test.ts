import { expect, test } from 'vitest';
import { differences } from '../../../overlay/studio/model/rehearsal-differences.ts';
import type { SceneAct } from '../../../shared/scenes.ts';

function act(minute: number, what: string, scene = 'Celebration'): SceneAct {
  return {
    at: `2026-11-22T18:0${minute}:00.000Z`,
    what,
    scene,
    why: 'rule-fired',
    rule: 'r',
    by: null,
    step: null,
    ruleName: 'r',
    byName: null,
  };
}

test('[SU234] an edit is told by how many switches more and less it makes, and when first', () => {
  const before = [act(0, 'switched'), act(1, 'returned', 'Main'), act(5, 'switched')];
  const after = [
    act(0, 'switched'),
    act(1, 'returned', 'Main'),
    act(4, 'switched'),
    act(6, 'staged'),
    act(7, 'switched'),
  ];
  expect(differences(before, after)).toMatchObject({ more: 3, less: 1, first: '2026-11-22T18:04:00.000Z' });
  expect(differences(before, before)).toEqual({ more: 0, less: 0, moreAlerts: 0, lessAlerts: 0, first: null });
});

test('[SU234] a way back at another time is a difference, and a reason alone is none', () => {
  const before = [act(0, 'switched'), act(1, 'returned', 'Main'), act(2, 'left-alone')];
  const after = [act(0, 'switched'), act(3, 'returned', 'Main')];
  expect(differences(before, after)).toMatchObject({ more: 0, less: 0, first: '2026-11-22T18:01:00.000Z' });
});

test('[SC90] an alert more or less is no switch, and told apart by its rule', () => {
  const before = [act(1, 'alerted'), act(2, 'alerted')];
  const after = [act(1, 'alerted'), { ...act(2, 'alerted'), rule: 'other' }, act(3, 'alerted')];
  const first = '2026-11-22T18:02:00.000Z';
  expect(differences(before, after)).toEqual({ more: 0, less: 0, moreAlerts: 2, lessAlerts: 1, first });
});
