import { expect, test } from 'vitest';
import { doubtsOf } from '../../../overlay/studio/model/rule-doubts.ts';
import { lacking } from '../../../overlay/studio/model/rule-faults.ts';
import { STARTERS, sceneButtons, startedRule } from '../../../overlay/studio/model/rule-starters.ts';
import { SceneRules } from '../../../shared/scene-rules.ts';

const NAMED = { id: 'r', name: 'r' };
const SCENES = ['Main', 'Celebration', 'In session', 'BRB'];

test('[SU415] each rule to begin with is whole where a scene is called alike, and is one that the server takes as it is', () => {
  for (const starter of STARTERS) {
    const rule = startedRule(starter, NAMED, SCENES);
    expect(SceneRules.parse([rule])).toEqual([rule]);
    expect(lacking([rule])).toEqual([]);
    expect(doubtsOf(rule, [rule], { fences: SCENES, mayStream: false, mayRecord: false })).toEqual([]);
  }
});

test('[SU415] it takes the scene that fits, also in another language, and else leaves it to choose', () => {
  const sceneOf = (starter: (typeof STARTERS)[number], scenes: string[]) =>
    startedRule(starter, NAMED, scenes).actions[0];
  expect(sceneOf('session', SCENES)).toMatchObject({ scene: 'In session', hold: { whileTrue: true } });
  expect(sceneOf('session', ['Start', 'Gebuchter Termin'])).toMatchObject({ scene: 'Gebuchter Termin' });
  expect(sceneOf('thanks', SCENES)).toMatchObject({ scene: 'Celebration', hold: { seconds: 8, whileTrue: false } });
  expect(sceneOf('feed', SCENES)).toMatchObject({ scene: 'BRB', hold: { whileTrue: true } });
  expect(sceneOf('feed', ['Start'])).toMatchObject({ scene: '' });
  expect(lacking([startedRule('feed', NAMED, ['Start'])])).not.toEqual([]);
});

test('[SU415] a part of a word is no scene that is called alike', () => {
  const scenes = ['Terminal', 'Facebook cam', 'Breakfast', 'Festival intro', 'Privateer', 'Pausanias'];
  for (const starter of STARTERS) {
    expect([starter, startedRule(starter, NAMED, scenes).actions[0]]).toMatchObject([starter, { scene: '' }]);
  }
  const fitting = { session: 'Privé', paidSession: 'session_2', thanks: 'Dank je!', feed: 'Be right back' };
  for (const starter of STARTERS) {
    const scene = fitting[starter];
    expect(startedRule(starter, NAMED, [...scenes, scene]).actions[0]).toMatchObject({ scene });
  }
});

test('[SU415] one rule is for every booked session, and one for those that the desk has marked as paid', () => {
  const waitsFor = (starter: (typeof STARTERS)[number]) => startedRule(starter, NAMED, SCENES).when[0]?.conditions;
  expect(waitsFor('session')).toEqual([{ type: 'serving', on: true, paid: false }]);
  expect(waitsFor('paidSession')).toEqual([{ type: 'serving', on: true, paid: true }]);
});

test('[SU415] each scene that has no button yet gets one, that stays and is called like it, up to as many rules as may be kept', () => {
  let ids = 0;
  const newId = () => `b${ids++}`;
  const made = sceneButtons([], SCENES, [], newId);
  expect(SceneRules.parse(made)).toEqual(made);
  expect(made.map(({ name }) => name)).toEqual(SCENES);
  expect(made[0]?.actions).toEqual([{ type: 'show-scene', scene: 'Main', hold: null }]);
  expect(sceneButtons(made, [...SCENES, 'New'], [], newId).map(({ name }) => name)).toEqual(['New']);
  const many = Array.from({ length: 199 }, (_, at) => startedRule('thanks', { id: `r${at}`, name: 'r' }, SCENES));
  expect(sceneButtons(many, SCENES, [], newId)).toHaveLength(1);
});

test('[SU530] a fenced scene, which its button could not show, gets none', () => {
  expect(sceneButtons([], SCENES, ['BRB'], () => 'b').map(({ name }) => name)).toEqual([
    'Main',
    'Celebration',
    'In session',
  ]);
});
