import { expect, test } from 'vitest';
import { type Allowed, doubtsOf } from '../../../overlay/studio/model/rule-doubts.ts';
import { nextCondition } from '../../../overlay/studio/model/rule-fields.ts';
import { ConditionGroup } from '../../../shared/scene-conditions.ts';
import { SceneRule } from '../../../shared/scene-rules.ts';

const scene = (name: string) => ({ type: 'scene', scene: name });
const all = (...conditions: object[]) => ({ match: 'all', conditions });
const any = (...conditions: object[]) => ({ match: 'any', conditions });
const none = (...conditions: object[]) => ({ match: 'none', conditions });
const shows = (name: string) => ({ type: 'show-scene', scene: name, hold: { seconds: 8 } });
const FOLLOW = { type: 'follow' };
const GIFT = { type: 'gift', diamonds: 10 };

const ruleOf = (when: object[], actions: object[], more: object = {}) =>
  SceneRule.parse({ id: 'r', name: 'r', when, actions, ...more });
const ALLOWED: Allowed = { fences: [], mayStream: true, mayRecord: true };
const doubts = (rule: SceneRule, ...others: SceneRule[]) => doubtsOf(rule, [rule, ...others], ALLOWED);

test('[SU270] a rule that shows the scene that it waits for is doubted, and one that something must happen for is not', () => {
  const own = [{ type: 'own-scene', scene: 'BRB' }];
  expect(doubts(ruleOf([all(scene('BRB'))], [shows('BRB')]))).toEqual(own);
  expect(doubts(ruleOf([any(FOLLOW, scene('BRB'))], [shows('Party'), shows('BRB')]))).toEqual(own);
  expect(doubts(ruleOf([all(scene('BRB'), FOLLOW)], [shows('BRB')]))).toEqual([]);
  expect(doubts(ruleOf([all(scene('BRB')), none(scene('BRB'))], [shows('BRB')]))).toEqual([]);
  expect(doubts(ruleOf([all(scene('BRB'))], [shows('Party')]))).toEqual([]);
  expect(doubts(ruleOf([all(FOLLOW), none(scene('BRB'))], [shows('BRB')]))).toEqual([]);
});

test('[SU270] rules that set one another off in a circle are doubted with those between, while all of them are on', () => {
  const one = ruleOf([all(scene('A'))], [shows('B')]);
  const two = ruleOf([all(scene('B'))], [shows('C')], { id: 'two' });
  const three = ruleOf([any(scene('C'), FOLLOW)], [{ type: 'run-rule', rule: 'r' }], { id: 'three' });
  expect(doubts(one, two, three)).toEqual([{ type: 'circle', via: ['two', 'three'] }]);
  expect(doubtsOf(three, [one, two, three], ALLOWED)).toEqual([{ type: 'circle', via: ['r', 'two'] }]);
  expect(doubts(one, two)).toEqual([]);
  expect(doubts(one, { ...two, enabled: false }, three)).toEqual([]);
  // It leads into a circle and is no part of it.
  expect(doubtsOf(ruleOf([all(FOLLOW)], [shows('A')], { id: 'lead' }), [one, two, three], ALLOWED)).toEqual([]);
});

test('[SU270] a rule that repeats and whose way back makes it true again is doubted', () => {
  const turns = ruleOf([all(scene('Main'))], [shows('Party')], { repeats: true });
  expect(doubts(turns)).toEqual([{ type: 'way-back' }]);
  expect(doubts({ ...turns, repeats: false })).toEqual([]);
  expect(doubts(ruleOf([none(scene('Party'))], [shows('Party')], { repeats: true }))).toEqual([{ type: 'way-back' }]);
  expect(doubts(ruleOf([all(scene('Main'), FOLLOW)], [shows('Party')], { repeats: true }))).toEqual([]);
  const stays = [{ type: 'show-scene', scene: 'Party', hold: null }];
  expect(doubts(ruleOf([all(scene('Main'))], stays, { repeats: true }))).toEqual([]);
});

test('[SU413] a scene that is to stay while something is so is doubted where that is over in a moment', () => {
  const during = [{ type: 'show-scene', scene: 'Party', hold: { seconds: 1, whileTrue: true } }];
  const serving = { type: 'serving', on: true };
  expect(doubts(ruleOf([all(FOLLOW, serving)], during))).toEqual([{ type: 'moment' }]);
  expect(doubts(ruleOf([all(serving), none(FOLLOW)], during))).toEqual([]);
  expect(doubts(ruleOf([any(FOLLOW, serving)], during))).toEqual([]);
});

test('[SU421] a rule that may cross fences is doubted while nothing is fenced', () => {
  const crosses = ruleOf([all(FOLLOW)], [shows('Party')], { crossesFences: true });
  expect(doubts(crosses)).toEqual([{ type: 'no-fence' }]);
  expect(doubtsOf(crosses, [crosses], { ...ALLOWED, fences: ['Party'] })).toEqual([]);
  expect(doubts({ ...crosses, crossesFences: false })).toEqual([]);
});

test('[SU531] a step that starts or stops what the owner has not allowed is doubted, each output once', () => {
  const output = (of: string, on = true) => ({ type: 'output', of, on });
  const rule = ruleOf([all(FOLLOW)], [output('record'), output('stream'), output('record', false)]);
  const judged = (more: Partial<Allowed>) => doubtsOf(rule, [rule], { ...ALLOWED, ...more });
  expect(judged({})).toEqual([]);
  expect(judged({ mayRecord: false })).toEqual([{ type: 'not-allowed', of: 'record' }]);
  expect(judged({ mayStream: false })).toEqual([{ type: 'not-allowed', of: 'stream' }]);
  expect(judged({ mayRecord: false, mayStream: false })).toHaveLength(2);
  const watches = ruleOf([all({ type: 'output', of: 'record', on: true })], [shows('Party')]);
  expect(doubtsOf(watches, [watches], { ...ALLOWED, mayRecord: false })).toEqual([]);
});

test('[SU413] it is doubted too where its own scene ends what it waits for', () => {
  const during = [{ type: 'show-scene', scene: 'BRB', hold: { seconds: 1, whileTrue: true } }];
  const serving = { type: 'serving', on: true };
  const itself = [{ type: 'ends-itself', scene: 'BRB' }];
  expect(doubts(ruleOf([all(scene('Booking'))], during))).toEqual(itself);
  expect(doubts(ruleOf([any(scene('Booking'), scene('Main'))], during))).toEqual(itself);
  expect(doubts(ruleOf([all(serving), none(scene('BRB'))], during))).toEqual(itself);
  expect(doubts(ruleOf([any(scene('Booking'), serving)], during))).toEqual([]);
  expect(doubts(ruleOf([all(serving), none(scene('Main'))], during))).toEqual([]);
  expect(doubts(ruleOf([all(scene('Booking'))], [shows('BRB')]))).toEqual([]);
});

test('[SU271] a rule that can never fire says which of its conditions never hold together, or that nothing fires it', () => {
  const apart = (...conditions: object[]) => doubts(ruleOf([all(...conditions)], [shows('Party')]));
  expect(apart(FOLLOW, GIFT)).toMatchObject([{ type: 'never', one: FOLLOW, other: GIFT }]);
  const booking = (state: string) => ({ type: 'booking', state });
  expect(apart(booking('started'), booking('ended'))).toMatchObject([{ type: 'never' }]);
  expect(apart(scene('A'), scene('B'))).toMatchObject([{ type: 'never' }]);
  expect(apart({ type: 'output', of: 'stream', on: true }, { type: 'output', of: 'stream', on: false })).toHaveLength(
    1,
  );
  expect(apart(GIFT, { ...GIFT, gift: 'Rose' })).toEqual([]);
  expect(apart(FOLLOW, scene('A'), { type: 'output', of: 'stream', on: true })).toEqual([]);
  const groups = ruleOf([all(FOLLOW), all(GIFT)], [shows('Party')]);
  expect(doubts(groups)).toMatchObject([{ type: 'never' }]);
  expect(doubts(ruleOf([any(FOLLOW, GIFT)], [shows('Party')]))).toEqual([]);
  expect(doubts(ruleOf([none(FOLLOW)], [shows('Party')]))).toEqual([{ type: 'nothing' }]);
  expect(doubts(ruleOf([none({ type: 'feed-gap', on: true })], [shows('Party')]))).toEqual([]);
});

test('[SU271] to a thing that happens a state is added, and to anything else a thing that happens', () => {
  const added = (group: object) => nextCondition(ConditionGroup.parse(group)).type;
  expect([added(all(FOLLOW)), added(any(FOLLOW)), added(none(FOLLOW)), added(all(scene('A')))]).toEqual([
    'serving',
    'follow',
    'follow',
    'follow',
  ]);
});
