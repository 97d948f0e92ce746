import { beforeAll, expect, test } from 'vitest';
import { boundsFault, readNumber } from '../../../overlay/studio/model/bounds.ts';
import { isNotInObs } from '../../../overlay/studio/model/obs-names.ts';
import { copyRule, moved, newRule, searchRules } from '../../../overlay/studio/model/rule-draft.ts';
import { faultsOf, isAtFault, lacking } from '../../../overlay/studio/model/rule-faults.ts';
import { automationFaults } from '../../../overlay/studio/model/rule-numbers.ts';
import { ruleWords } from '../../../overlay/studio/model/rule-words.ts';
import { words } from '../../../overlay/studio/model/words.ts';
import { SceneAutomation, SceneRule } from '../../../shared/scene-rules.ts';

beforeAll(() => Promise.all([ruleWords.speak('en'), words.speak('en')]));

const RULE = newRule('r1', 'Big gift', ['Main', 'Celebration']);

function held(hold: object): SceneRule {
  const show = {
    type: 'show-scene',
    scene: 'Main',
    hold: { seconds: 8, leastSeconds: 0, mostSeconds: null, returns: true, ...hold },
  };
  return { ...RULE, actions: [show as SceneRule['actions'][number]] };
}

test('[SU17] a number outside its bounds stays as it was typed, and its field says the bounds', () => {
  expect(readNumber('2,5')).toBe(2.5);
  expect(readNumber('')).toBeNaN();
  expect(readNumber('many')).toBeNaN();
  const bounds = { least: 1, most: 3600, whole: true };
  expect(boundsFault(1, bounds)).toBe(null);
  expect(boundsFault(3600, bounds)).toBe(null);
  for (const wrong of [0, -5, 1.5, 3601, Number.NaN]) {
    expect(boundsFault(wrong, bounds)).toBe('This can be a whole number from 1 to 3,600.');
  }
  expect(boundsFault(1.5, { ...bounds, whole: false })).toBe(null);
});

test('[SU17] no number of a rule changes another: the one that does not fit says so, and nothing is saved', () => {
  const long = held({ leastSeconds: 20 });
  const faultAt = faultsOf(long, 0, false, null);
  expect(faultAt('actions.0.hold.leastSeconds')).toBe('This can be 0 to 8.');
  expect(faultAt('actions.0.hold.seconds')).toBe(null);
  expect(lacking([long])).toEqual(['leastSeconds']);
  expect(lacking([held({ mostSeconds: 4 })])).toEqual(['mostSeconds']);
  expect(lacking([held({ seconds: Number.NaN })])).toEqual(['holdSeconds']);
  expect(lacking([held({ leastSeconds: 8, mostSeconds: 8 })])).toEqual([]);
  expect(lacking([{ ...RULE, priority: 1.5, cooldown: { seconds: -1, meanwhile: 'drop' } }])).toEqual([
    'priority',
    'cooldown',
  ]);
  const automation = SceneAutomation.parse({});
  expect(automationFaults(automation)).toEqual([]);
  expect(automationFaults({ ...automation, pauseSeconds: 2 })[0]?.text).toBe(
    'This can be a whole number from 5 to 3,600.',
  );
});

test('[SU275] what is no amount is said in the units of its currency', () => {
  const tip = { type: 'tip', minor: Number.NaN, currency: 'EUR' } as const;
  const rule = { ...RULE, when: [{ match: 'all' as const, conditions: [tip] }] };
  expect(faultsOf(rule, 0, false, null)('when.0.conditions.0.minor')).toBe(
    'An amount in the currency beside it, such as 7.50.',
  );
  expect(lacking([rule])).toEqual(['minor']);
});

test('[SU405] a group without a condition is named when somebody wants to save, and keeps the rule from being saved', () => {
  const rule: SceneRule = { ...RULE, when: [...RULE.when, { match: 'all', conditions: [] }] };
  expect(lacking([rule])).toEqual(['condition']);
  expect(faultsOf(rule, 0, false, null)('when.1.conditions')).toBe(null);
  expect(faultsOf(rule, 0, true, null)('when.1.conditions')).toBe('Fill this in.');
  expect(isAtFault(rule, 0, true, null)).toBe(true);
  expect(isAtFault(RULE, 0, true, null)).toBe(false);
});

test('[SU407] a copy stands below its original, with a name of its own, and is off', () => {
  const other = newRule('r2', 'Other', []);
  const rules = copyRule([RULE, other], 'r1', { id: 'c', name: 'Big gift (copy)' });
  expect(rules.map(({ id }) => id)).toEqual(['r1', 'c', 'r2']);
  expect(rules[1]).toEqual({ ...RULE, id: 'c', name: 'Big gift (copy)', enabled: false });
  const long = copyRule([RULE], 'r1', { id: 'c', name: 'x'.repeat(130) });
  expect(SceneRule.safeParse(long[1]).success).toBe(true);
});

test('[SU408] rules are found by words of their name and of the scenes they wait for or show', () => {
  const waits = SceneRule.parse({
    ...{ id: 'w', name: 'Åses pause' },
    when: [{ match: 'all', conditions: [{ type: 'scene', scene: 'Kitchen' }] }],
    actions: [{ type: 'save-replay' }],
  });
  const found = (search: string) => searchRules([RULE, waits], search).map(({ id }) => id);
  expect(found('')).toEqual(['r1', 'w']);
  expect(found('gift celeb')).toEqual(['r1']);
  expect(found('kitchen')).toEqual(['w']);
  expect(found('ases')).toEqual(['w']);
  expect(found('gift kitchen')).toEqual([]);
});

test('[SU274] a step is put before the one above it or after the one below it', () => {
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
});

test('[SU410] a name that OBS does not have is known by the list of its field, and nothing is said while OBS is away', () => {
  const names = {
    ...{ inputs: ['Mic', 'Cam'], transitions: ['Fade'], hotkeys: [] },
    ...{ sources: { Main: ['Cam'] }, filters: { Cam: ['Blur'] } },
  };
  expect(isNotInObs(names, 'inputs', {}, 'Mic')).toBe(false);
  expect(isNotInObs(names, 'inputs', {}, 'Mik')).toBe(true);
  expect(isNotInObs(null, 'inputs', {}, 'Mik')).toBe(false);
  expect(isNotInObs(names, 'inputs', {}, '')).toBe(false);
  expect(isNotInObs(names, 'sources', { scene: 'Main' }, 'Mic')).toBe(true);
  expect(isNotInObs(names, 'sources', { scene: '' }, 'Mic')).toBe(false);
  expect(isNotInObs(names, 'filters', { source: 'Cam' }, 'Blur')).toBe(false);
  expect(isNotInObs(names, 'filters', { source: 'Mic' }, 'Blur')).toBe(true);
  // It is there and has no filter yet: its filter is what is missing.
  expect(isNotInObs(names, 'filtered', {}, 'Mic')).toBe(false);
  expect(isNotInObs(names, 'filtered', {}, 'Gone')).toBe(true);
});
