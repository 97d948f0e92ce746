import { expect, test } from 'vitest';
import { chatText, matchesChat, matchesGlob } from '../../../server/core/scenes/chat-match.ts';
import { nextDue } from '../../../server/core/scenes/director-state.ts';
import { awaiting, indexRules } from '../../../server/core/scenes/rule-index.ts';
import type { SceneAction } from '../../../shared/scene-actions.ts';
import { SceneAction as SceneActionShape, SceneHold } from '../../../shared/scene-actions.ts';
import type { ConditionGroup, SceneCondition } from '../../../shared/scene-conditions.ts';
import { fromGiftRule, type SceneAutomation, SceneRule, SceneRules, toGiftRule } from '../../../shared/scene-rules.ts';
import { rule, Script } from './script.ts';

const showing = (scene: string, seconds = 10): SceneAction => ({
  type: 'show-scene',
  scene,
  hold: { seconds, leastSeconds: 0, mostSeconds: null, returns: true, whileTrue: false },
});

/** A rule for the conditions, which shows Celebration for 10 s unless it does something else. */
function when(conditions: SceneCondition[], more: Partial<SceneRule> = {}): SceneRule {
  const group: ConditionGroup = { match: 'all', conditions };
  return SceneRule.parse({ id: 'r', name: 'r', when: [group], actions: [showing('Celebration')], ...more });
}

/** A hand on the scene pauses no rule while none holds it. */
const ANY_TIME = { pauseOn: 'hold' as const };
const FOLLOW: SceneCondition = { type: 'follow' };
const MUTE: SceneAction = { type: 'mute', input: 'Mic', muted: true };
const UNMUTE: SceneAction = { type: 'mute', input: 'Mic', muted: false };
const WAIT: SceneAction = { type: 'wait', seconds: 4 };

test('[SC30] all, any and none must each hold, and a moment fires as often as it comes', () => {
  const rules = [
    when([FOLLOW], {
      when: [
        { match: 'any', conditions: [FOLLOW, { type: 'share' }] },
        { match: 'none', conditions: [{ type: 'scene', scene: 'BRB' }] },
      ],
    }),
  ];
  const show = new Script(rules).happen(1, { type: 'subscribe' }).happen(2, { type: 'share' }).tick(12);
  show.happen(20, { type: 'follow' }).tick(30).human(31, 'BRB').happen(32, { type: 'follow' });
  expect(show.wanted).toEqual(['Celebration', 'Main', 'Celebration', 'Main']);
});

test('[SC30] a state fires once when it becomes true, and again after each rest only where it repeats', () => {
  const full: SceneCondition = { type: 'queue', least: 3 };
  const waiting = (show: Script, at: number, count: number) =>
    show.at(at, { type: 'world-changed', change: { waiting: count, minute: 0 } }).tick(at + 0.5);
  const once = new Script([when([full], { actions: [MUTE] })]);
  for (const [at, count] of [1, 3, 4, 2, 5].entries()) waiting(once, at + 1, count);
  expect(once.deeds).toHaveLength(2);
  const again = new Script([
    when([full], { actions: [MUTE], repeats: true, cooldown: { seconds: 10, meanwhile: 'drop' } }),
  ]);
  waiting(again, 0, 0);
  for (let at = 1; at <= 25; at++) waiting(again, at, 4);
  expect(again.deeds.map(({ since }) => since)).toEqual([1000, 11_000, 21_000]);
});

test('[SC52] a rule that another runs does not lengthen its own hold in the turn in which that one has the scene', () => {
  const first = when([FOLLOW], { id: 'first', cooldown: { seconds: 1, meanwhile: 'merge' } });
  const second = when([{ type: 'gift', diamonds: 1, gift: null, count: 1 }], {
    ...{ id: 'second', actions: [showing('Celebration'), { type: 'run-rule', rule: 'first' }] },
  });
  const show = new Script([first, second]);
  show.obeys = false;
  show.happen(0, { type: 'follow' }).gift(0, 1);
  expect(show.acts.map(({ what, rule, why }) => [what, rule, why])).toEqual([
    ['extended', 'second', 'same-scene-wanted'],
    ['left-alone', 'first', 'cooling-down'],
  ]);
});

test('[SC96] rules that bring on the scenes of one another stop after five in a row and say so, until something else begins anew', () => {
  const onto = (id: string, from: string, to: string) =>
    when([{ type: 'scene', scene: from }], {
      ...{ id, name: id },
      actions: [
        { type: 'wait', seconds: 2 },
        { type: 'show-scene', scene: to, hold: null },
      ],
    });
  const show = new Script([onto('there', 'Booking', 'BRB'), onto('back', 'BRB', 'Booking')], true, ANY_TIME);
  show.human(1, 'Booking');
  for (let at = 2; at < 60; at++) show.tick(at);
  expect(show.wanted).toEqual(['BRB', 'Booking', 'BRB', 'Booking', 'BRB', 'Booking']);
  expect(show.said.at(-1)).toBe('left-alone BRB going-round'.replace('BRB', 'null'));
  expect(show.state.memory.traces.get('there')?.entries[0]).toMatchObject({ what: 'left-alone', why: 'going-round' });
  show.human(60, 'Main').human(70, 'Booking').tick(72);
  expect(show.wanted).toHaveLength(7);
});

test('[SC96] rules that stand by for the end of a hold and then bring on the scene of one another are a circle too', () => {
  const held = { seconds: 3, leastSeconds: 1, mostSeconds: null, returns: false, whileTrue: false };
  const away = when([{ type: 'scene', scene: 'Booking' }], {
    ...{ id: 'away', name: 'away' },
    actions: [{ type: 'show-scene', scene: 'BRB', hold: null }],
  });
  const back = when([{ type: 'scene', scene: 'BRB' }], {
    ...{ id: 'back', name: 'back' },
    actions: [
      { type: 'wait', seconds: 1 },
      { type: 'show-scene', scene: 'Booking', hold: held },
    ],
  });
  const show = new Script([away, back], true, ANY_TIME);
  show.human(1, 'Booking');
  for (let at = 2; at < 120; at++) show.tick(at);
  expect(show.acts.map(({ what }) => what)).toContain('comes-later');
  expect(show.wanted).toEqual(['BRB', 'Booking', 'BRB', 'Booking', 'BRB', 'Booking']);
  expect(show.acts.filter(({ why }) => why === 'going-round')).toHaveLength(1);
});

test('[SC32] what is true when it is first known, or when its rule is written, fires nothing', () => {
  const likes: SceneCondition = { type: 'milestone', of: 'likes', at: 1000 };
  const show = new Script([when([likes])]).at(1, { type: 'world-changed', change: { likes: 5000 } });
  show.at(2, { type: 'world-changed', change: { likes: 5001 } });
  expect(show.wanted).toEqual([]);
  show.at(3, { type: 'rules-changed', rules: [when([{ ...likes, at: 2000 }])] });
  show.at(4, { type: 'world-changed', change: { likes: 6000 } });
  expect(show.wanted).toEqual([]);
  show.at(5, { type: 'world-changed', change: { likes: 0 } }).at(6, { type: 'world-changed', change: { likes: 2000 } });
  expect(show.wanted).toEqual(['Celebration']);
});

test('[SC30] clock, silence and coming bookings are states that the time alone makes true', () => {
  const second = (show: Script, at: number, minute: number) =>
    show.at(at, { type: 'world-changed', change: { minute } });
  const evening = new Script([when([{ type: 'time', from: '23:00', to: '01:00' }], { actions: [MUTE] })]);
  for (const [at, minute] of [1379, 1380, 1439, 0, 59, 60].entries()) second(evening, at, minute);
  expect(evening.deeds.map(({ since }) => since)).toEqual([1000]);
  const idle = new Script([when([{ type: 'idle', seconds: 30 }], { actions: [MUTE] })]);
  idle.at(1, { type: 'world-changed', change: { heardAt: 1000, live: true } });
  for (let at = 2; at < 40; at++) second(idle, at, 0);
  expect(idle.deeds.map(({ since }) => since)).toEqual([31_000]);
  const soon = new Script([when([{ type: 'booking-soon', minutes: 5 }], { actions: [MUTE] })]);
  soon.at(1, { type: 'world-changed', change: { nextStartAt: 600_000 } });
  for (const at of [2, 299, 300, 301, 599, 600]) second(soon, at, 0);
  expect(soon.deeds.map(({ since }) => since)).toEqual([300_000]);
});

test('[SC101] each booking that comes near fires the rule, also while the one before is near', () => {
  const soon = new Script([when([{ type: 'booking-soon', minutes: 45 }], { actions: [MUTE] })]);
  const next = (at: number, minutes: number | null) =>
    soon.at(at, { type: 'world-changed', change: { nextStartAt: minutes === null ? null : minutes * 60_000 } });
  const beat = (at: number) => soon.at(at, { type: 'world-changed', change: { minute: 0 } });
  next(1, 60);
  for (const at of [2, 1000, 1001]) beat(at);
  next(3600, 90);
  for (const at of [3601, 3602]) beat(at);
  next(5400, null);
  beat(5401);
  expect(soon.deeds.map(({ since }) => since)).toEqual([1_000_000, 3_601_000]);
});

test('[SC31] a rule of the old form means what it meant, and goes back to it unchanged', () => {
  const old = {
    id: 'big',
    name: 'Big',
    enabled: true,
    when: { type: 'gift-worth-at-least' as const, diamonds: 500 },
    show: { scene: 'Party', holdSeconds: 8 },
    cooldownSeconds: 60,
  };
  expect(toGiftRule(fromGiftRule(old))).toEqual(old);
  expect(SceneRules.parse([old])).toEqual([fromGiftRule(old)]);
  expect(toGiftRule({ ...fromGiftRule(old), priority: 3 })).toBeNull();
  expect(toGiftRule(when([FOLLOW]))).toBeNull();
});

test('[SC33] words are whole and in a row, a glob is the whole message, and neither is a pattern', () => {
  const says = (text: string, message: string, match: 'words' | 'glob' = 'words') =>
    matchesChat({ text, match }, chatText(message));
  expect([says('!book', 'please !BOOK now'), says('book', 'booking'), says('good game', 'A good game!')]).toEqual([
    true,
    false,
    true,
  ]);
  expect([says('gg*', 'GG everyone', 'glob'), says('g?', 'ggg', 'glob'), says('.*', 'anything', 'glob')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(matchesGlob(`${'*a'.repeat(50)}b`, 'a'.repeat(10_000))).toBe(false);
  const moderators = new Script([when([{ type: 'chat', text: 'brb', match: 'words', by: 'moderator' }])]);
  moderators.happen(1, { type: 'chat', text: 'brb', roles: ['follower'] });
  expect(moderators.wanted).toEqual([]);
  expect(moderators.happen(2, { type: 'chat', text: 'brb', roles: ['moderator'] }).wanted).toEqual(['Celebration']);
});

test('[SC34] of two thousand rules a fact reaches the few that wait for it', () => {
  const words = (text: string): SceneCondition => ({ type: 'chat', text, match: 'words', by: 'anyone' });
  const gift = (diamonds: number): SceneCondition => ({ type: 'gift', diamonds, gift: null, count: 1 });
  const rules = Array.from({ length: 1000 }, (_, at) => [
    when([words(`!word${at}`)], { id: `chat${at}` }),
    when([gift(at + 1)], { id: `gift${at}` }),
  ]).flat();
  const index = indexRules(rules);
  const ids = (list: ReturnType<typeof awaiting>) => list.map(({ rule: { id } }) => id);
  expect(ids(awaiting(index, { type: 'chat', text: 'so !word7 it is', roles: [] }))).toEqual(['chat7']);
  expect(ids(awaiting(index, { type: 'gift', key: 'k', value: 2, count: 1, gift: 'Rose' }))).toEqual([
    'gift1',
    'gift0',
  ]);
  expect(awaiting(index, { type: 'follow' })).toEqual([]);
});

test('[SC35] one rule gets the scene: by priority, then the bigger gift, then age; the others say to whom they lost', () => {
  const rules = [
    rule({ id: 'old' }),
    rule({ id: 'young', scene: 'BRB' }),
    rule({ id: 'big', diamonds: 200, scene: 'Booking' }),
  ];
  expect(new Script(rules).gift(1, 150).wanted).toEqual(['Celebration']);
  expect(new Script(rules).gift(1, 200).wanted).toEqual(['Booking']);
  const first = [...rules, { ...rule({ id: 'first', diamonds: 1, scene: 'BRB' }), priority: 1 }];
  const show = new Script(first).gift(1, 200);
  expect(show.wanted).toEqual(['BRB']);
  expect(
    show.state.acts
      .filter(({ by }) => by === 'first')
      .map(({ rule: id }) => id)
      .toSorted(),
  ).toEqual(['big', 'old', 'young']);
});

test('[SC142] a hold while a state holds is one that returns; a scene that stays at the end is refused it', () => {
  expect(SceneHold.parse({ seconds: 1, whileTrue: true })).toMatchObject({ returns: true });
  const refused = SceneHold.safeParse({ seconds: 1, returns: false, whileTrue: true }).error;
  expect(refused?.issues).toMatchObject([{ path: ['whileTrue'], message: 'is for a scene that returns' }]);
  expect(SceneHold.safeParse({ seconds: 1, returns: false }).success).toBe(true);
});

test('[SC36] a hold keeps its least time against higher rules and is not lengthened beyond its most', () => {
  const hold = { seconds: 10, leastSeconds: 5, mostSeconds: 15, returns: true, whileTrue: false };
  const rules = [
    { ...rule(), actions: [{ type: 'show-scene' as const, scene: 'Celebration', hold }] },
    rule({ id: 'big', diamonds: 1000, scene: 'Booking' }),
  ];
  const show = new Script(rules).gift(0, 100, 'a').gift(4, 1000, 'b').tick(9);
  expect(show.wanted).toEqual(['Celebration']);
  expect(show.said).toContain('left-alone Booking least-time');
  show.gift(9, 100, 'c').tick(14.9);
  expect(show.wanted).toEqual(['Celebration']);
  expect(show.tick(15).wanted).toEqual(['Celebration', 'Main']);
});

test('[SC36] a scene that stays has no way back, and ends the hold it took over from', () => {
  const stays = when([FOLLOW], { priority: 1, actions: [{ type: 'show-scene', scene: 'BRB', hold: null }] });
  const show = new Script([rule(), stays]).gift(1, 100).happen(2, { type: 'follow' }).tick(60);
  expect(show.wanted).toEqual(['Celebration', 'BRB']);
  expect(show.said).toContain('let-go Celebration higher-rule-stays');
});

test('[SC37] a rule that fires while it rests is forgotten, lengthens its hold, or waits for its rest', () => {
  const resting = (meanwhile: 'drop' | 'merge' | 'queue') =>
    new Script([when([FOLLOW], { actions: [showing('Celebration', 4)], cooldown: { seconds: 6, meanwhile } })])
      .happen(0, { type: 'follow' })
      .happen(3, { type: 'follow' })
      .happen(3.5, { type: 'follow' });
  const played = (show: Script) => {
    for (let at = 4; at < 20; at++) show.tick(at);
    return show.wishes.map(({ scene, since }) => `${scene} ${since / 1000}`);
  };
  expect(played(resting('drop'))).toEqual(['Celebration 0', 'Main 4']);
  expect(played(resting('merge'))).toEqual(['Celebration 0', 'Main 7.5']);
  expect(played(resting('queue'))).toEqual(['Celebration 0', 'Main 4', 'Celebration 6', 'Main 10']);
});

test('[SC37] a rest for all keeps other rules from the scene', () => {
  const show = new Script([rule(), rule({ id: 'big', diamonds: 500, scene: 'Booking' })], true, {
    cooldownSeconds: 30,
  });
  show.gift(1, 100).tick(11).gift(20, 500, 'b').gift(31, 500, 'c');
  expect(show.wanted).toEqual(['Celebration', 'Main', 'Booking']);
  expect(show.said).toContain('left-alone Booking all-resting');
});

test('[SC137] a rule that waits where it rests waits for the end of the rest for all too, by rank, one scene at a time', () => {
  const waits = (id: string, scene: string, priority: number) =>
    when([{ type: 'chat', text: id, match: 'words', by: 'anyone' }], {
      ...{ id, name: id, priority, actions: [showing(scene, 2)] },
      cooldown: { seconds: 0, meanwhile: 'queue' },
    });
  const show = new Script([rule({ holdSeconds: 2 }), waits('low', 'BRB', 1), waits('high', 'Booking', 2)], true, {
    cooldownSeconds: 10,
  });
  const chat = (text: string) => ({ type: 'chat' as const, text, roles: [] });
  show.gift(1, 100).tick(3).happen(4, chat('low')).happen(5, chat('high')).happen(6, chat('high')).gift(7, 100, 's2');
  expect(show.said.slice(-4)).toEqual([
    'queued BRB all-resting',
    'queued Booking all-resting',
    'left-alone Booking queued-already',
    'left-alone Celebration all-resting',
  ]);
  expect(nextDue(show.state)).toBe(11_000);
  show.tick(11).tick(13).tick(21).tick(23).tick(31);
  expect(show.wishes.map(({ scene, since }) => `${scene} ${since / 1000}`)).toEqual([
    'Celebration 1',
    'Main 3',
    'Booking 11',
    'Main 13',
    'BRB 21',
    'Main 23',
  ]);
});

test('[SC141] a rule is tried out whatever it waits for, also off and in a pause, and neither begins nor waits for a rest', () => {
  const off = { ...rule({ id: 'off', cooldownSeconds: 600 }), enabled: false };
  const tried = (show: Script, at: number, id: string) => show.at(at, { type: 'rule-tried', rule: id });
  const show = tried(new Script([off]).at(1, { type: 'paused' }), 2, 'off').tick(12);
  expect(tried(show, 20, 'off').tick(30).wanted).toEqual(['Celebration', 'Main', 'Celebration', 'Main']);
  const real = tried(new Script([rule({ cooldownSeconds: 600, holdSeconds: 1 })]), 1, 'party')
    .tick(2)
    .gift(3, 100);
  expect(real.wanted).toEqual(['Celebration', 'Main', 'Celebration']);
  const forAll = new Script([rule({ holdSeconds: 1 }), rule({ id: 'other', diamonds: 1, scene: 'Booking' })], true, {
    cooldownSeconds: 600,
  });
  tried(forAll, 1, 'party').tick(2).gift(3, 1).tick(13);
  expect(tried(forAll, 20, 'party').wanted).toEqual(['Celebration', 'Main', 'Booking', 'Main', 'Celebration']);
  const fenced = tried(new Script([rule()], true, { fences: ['Celebration'] }), 1, 'party');
  expect(fenced.said).toEqual(['left-alone Celebration fenced']);
  expect(tried(new Script([rule()]), 1, 'none-such').said).toEqual([]);
});

test('[SC38] a fenced scene is neither entered nor left, by a way back neither', () => {
  const into = new Script([rule()], true, { fences: ['Celebration'] }).gift(1, 100);
  expect([into.wanted, into.said]).toEqual([[], ['left-alone Celebration fenced']]);
  const outOf = new Script([rule()], true, { ...ANY_TIME, fences: ['BRB'] }).human(1, 'BRB').gift(2, 100);
  expect([outOf.wanted, outOf.said]).toEqual([[], ['left-alone Celebration fenced']]);
  const back = new Script([rule()]).gift(1, 100);
  back.at(2, { type: 'automation-changed', automation: { ...back.state.automation, fences: ['Main'] } }).tick(11);
  expect([back.wanted, back.said.at(-1)]).toEqual([['Celebration'], 'left-alone Main fenced']);
});

test('[SC40] each rule tells what became of it, and which condition was missing last', () => {
  const show = new Script([when([FOLLOW, { type: 'scene', scene: 'BRB' }])]).happen(1, { type: 'follow' });
  expect(show.state.memory.traces.get('r')).toEqual({ entries: [], unmet: { at: 1000, group: 0, condition: 1 } });
  show.human(2, 'BRB').at(3, { type: 'paused' });
  for (const at of [4, 5, 6]) show.happen(at, { type: 'follow' });
  expect(show.state.memory.traces.get('r')?.entries).toEqual([
    { at: 6000, what: 'left-alone', scene: 'Celebration', why: 'automation-paused', by: null, times: 3 },
  ]);
});

test('[SC148] a rule that waits for the scene a human puts on goes on in the pause, until a human puts on another', () => {
  const onward = () =>
    when([{ type: 'scene', scene: 'BRB' }], {
      actions: [
        { type: 'wait', seconds: 5 },
        { type: 'show-scene', scene: 'Booking', hold: null },
      ],
    });
  const show = new Script([onward()]).human(1, 'BRB').tick(6);
  expect(show.wanted).toEqual(['Booking']);
  expect(show.state.pause).toEqual({ until: 61_000, by: 'human' });
  const other = new Script([onward()]).human(1, 'BRB').human(3, 'Main').tick(6);
  expect([other.wanted, other.said.at(-1)]).toEqual([[], 'left-alone Booking automation-paused']);
  const byHand = new Script([onward()]).at(0, { type: 'paused' }).human(1, 'BRB').tick(6);
  expect([byHand.wanted, byHand.said.at(-1)]).toEqual([[], 'left-alone null automation-paused']);
  const away = when([{ type: 'queue', least: 3 }], {
    when: [
      { match: 'all', conditions: [{ type: 'queue', least: 3 }] },
      { match: 'none', conditions: [{ type: 'scene', scene: 'Main' }] },
    ],
  });
  const leaving = new Script([away]).at(1, { type: 'world-changed', change: { waiting: 4 } }).human(2, 'BRB');
  expect([leaving.wanted, leaving.said.at(-1)]).toEqual([[], 'left-alone Celebration automation-paused']);
});

test('[SC149] a state that begins in a human’s pause has its scene when that ends, however it ends, while it holds', () => {
  const session = () =>
    when([{ type: 'serving', on: true, paid: false }], {
      actions: [
        {
          type: 'show-scene',
          scene: 'Booking',
          hold: SceneHold.parse({ seconds: 1, whileTrue: true }),
        },
      ],
    });
  const begun = (by: 'human' | 'hand') => {
    const show = new Script([session()]).at(0, { type: 'world-changed', change: { serving: false } });
    if (by === 'human') show.human(1, 'BRB');
    else show.at(1, { type: 'paused' });
    return show.at(10, { type: 'world-changed', change: { serving: true } });
  };
  const waits = begun('human');
  expect([waits.wanted, waits.said.at(-1)]).toEqual([[], 'comes-later Booking automation-paused']);
  expect(waits.tick(61).wanted).toEqual(['Booking']);
  expect(waits.at(70, { type: 'world-changed', change: { serving: false } }).tick(72).wanted).toEqual([
    'Booking',
    'BRB',
  ]);
  expect(begun('human').at(20, { type: 'resumed' }).wanted).toEqual(['Booking']);
  expect(begun('human').human(20, 'Main').tick(80).wanted).toEqual([]);
  const over = begun('human').at(20, { type: 'world-changed', change: { serving: false } });
  expect(over.tick(61).wanted).toEqual([]);
  expect(begun('hand').at(20, { type: 'resumed' }).tick(30).wanted).toEqual([]);
});

test('[SC150] a higher state that lost to a least time takes the scene once that is over, also from who got it meanwhile', () => {
  const shown = (scene: string, hold: Partial<SceneHold>): SceneAction => ({
    type: 'show-scene',
    scene,
    hold: SceneHold.parse({ seconds: 2, ...hold }),
  });
  const rules = [
    when([{ type: 'serving', on: true, paid: false }], {
      id: 'high',
      actions: [shown('Booking', { whileTrue: true })],
    }),
    when([{ type: 'queue', least: 3 }], { id: 'mid', actions: [shown('BRB', { whileTrue: true })] }),
    when([FOLLOW], { id: 'low', actions: [shown('Celebration', { leastSeconds: 1 })] }),
  ];
  const held = (how: Partial<SceneAutomation> = {}) =>
    new Script(rules, true, how)
      .at(0, { type: 'world-changed', change: { serving: false, waiting: 0 } })
      .happen(1, { type: 'follow' })
      .at(1, { type: 'world-changed', change: { serving: true } });
  const alone = held();
  expect([alone.said.at(-1), nextDue(alone.state)]).toEqual(['comes-later Booking least-time', 2000]);
  expect(alone.tick(2).wanted).toEqual(['Celebration', 'Booking']);
  const beside = held().at(2, { type: 'world-changed', change: { waiting: 4 } });
  expect(beside.tick(2).wanted.at(-1)).toBe('Booking');
  expect(
    beside
      .at(9, { type: 'world-changed', change: { serving: false } })
      .tick(9)
      .wanted.at(-1),
  ).toBe('BRB');
  // While all rest nothing is due sooner.
  expect(nextDue(held({ cooldownSeconds: 30 }).state)).toBeGreaterThanOrEqual(3000);
});

test('[SC148] a rule that rested when its scene was put on is meant no more once a human puts on another', () => {
  const resting = when([{ type: 'scene', scene: 'BRB' }], { cooldown: { seconds: 20, meanwhile: 'queue' } });
  const show = new Script([resting]).human(1, 'BRB').human(2, 'Main').human(3, 'BRB').human(4, 'Main').tick(21);
  expect(show.wanted).toEqual(['Celebration']);
  expect(show.said.at(-1)).toBe('left-alone Celebration automation-paused');
});

test('[SC41] a pause after a hand tells until when, and ends by its time, its scene or the stream', () => {
  const how = { pauseOn: 'any-change' as const, pauseSeconds: 90, resumeScene: 'Main', resumeOnStream: true };
  const show = new Script([rule()], true, how).human(1, 'BRB');
  expect(show.state.pause).toEqual({ until: 91_000, by: 'human' });
  expect(show.human(2, 'Main').state.pause).toBeNull();
  expect(show.human(3, 'BRB').at(4, { type: 'output-changed', of: 'stream', on: true }).state.pause).toBeNull();
  expect(show.human(5, 'Booking').tick(95).state.pause).toBeNull();
  const open = new Script([rule()], true, { ...how, pauseSeconds: null }).human(1, 'BRB').tick(9999);
  expect(open.state.pause).toEqual({ until: null, by: 'human' });
  expect(open.at(10_000, { type: 'resumed' }).state.pause).toBeNull();
});

test('[SC42] in Studio Mode a rule stages, cuts with a hold, or does nothing, as it says', () => {
  const inStudio = (studioMode: SceneRule['studioMode']) => {
    const show = new Script([{ ...rule(), studioMode }]).at(0, { type: 'studio-mode-changed', on: true });
    return show.gift(1, 100).tick(11);
  };
  expect(inStudio('stage').wishes.map(({ studio }) => studio)).toEqual(['stage']);
  expect(inStudio('cut').wishes.map(({ scene, studio }) => `${scene} ${studio}`)).toEqual([
    'Celebration cut',
    'Main cut',
  ]);
  expect(inStudio('skip').said).toEqual(['left-alone Celebration studio-mode-skip']);
});

test('[SC43] steps are done in order, and a pause keeps a rule under way from the scene only', () => {
  const show = new Script([when([FOLLOW], { actions: [MUTE, WAIT, showing('BRB'), UNMUTE] })]);
  show.happen(1, { type: 'follow' });
  expect(show.deeds.map(({ action }) => action)).toEqual([MUTE]);
  show.at(2, { type: 'paused' }).tick(4.9).tick(5);
  expect(show.deeds.map(({ action, since }) => [action, since])).toEqual([
    [MUTE, 1000],
    [UNMUTE, 5000],
  ]);
  expect(show.wanted).toEqual([]);
  expect(show.said).toContain('left-alone BRB automation-paused');
});

test('[SC43] a step that OBS was away for is dropped and listed', () => {
  const show = new Script([when([FOLLOW], { actions: [MUTE, WAIT, UNMUTE] })]).happen(1, { type: 'follow' });
  show.at(2, { type: 'disconnected' }).tick(5);
  expect(show.said).toEqual(['dropped null obs-not-connected']);
  const late = new Script([when([FOLLOW], { actions: [MUTE, WAIT, UNMUTE] })]).happen(1, { type: 'follow' }).tick(11);
  expect(late.said).toEqual(['dropped null too-late']);
});

test('[SC44] a rule runs another by its own rest and rank, and a circle of them ends', () => {
  const run = (other: string): SceneAction => ({ type: 'run-rule', rule: other });
  const circle = [
    when([FOLLOW], { id: 'a', actions: [MUTE, run('b')] }),
    when([{ type: 'button' }], { id: 'b', actions: [run('a'), UNMUTE] }),
  ];
  const show = new Script(circle).happen(1, { type: 'follow' });
  expect(show.deeds.map(({ action }) => action)).toEqual([MUTE, UNMUTE]);
  expect(show.said).toEqual(['left-alone null cooling-down']);
});

test('[SC44] a rule that runs itself does not wait for its own rest over and over', () => {
  const itself = when([FOLLOW], {
    actions: [MUTE, { type: 'run-rule', rule: 'r' }],
    cooldown: { seconds: 1, meanwhile: 'queue' },
  });
  const show = new Script([itself]).happen(1, { type: 'follow' }).tick(2).tick(3);
  expect(show.deeds).toHaveLength(1);
  expect(show.state.queued.size).toBe(0);
});

test('[SC39] a way back to a scene that a rule waits for does not fire it again', () => {
  const show = new Script([when([{ type: 'scene', scene: 'Main' }])], true, ANY_TIME)
    .human(1, 'BRB')
    .human(2, 'Main')
    .tick(12)
    .tick(22);
  expect(show.wanted).toEqual(['Celebration', 'Main']);
});

test('[SC45] stream and recording are started only where the owner allows it, and no hotkey gets around that', () => {
  const start: SceneAction = { type: 'output', of: 'stream', on: true };
  const not = new Script([when([FOLLOW], { actions: [start] })]).happen(1, { type: 'follow' });
  expect([not.deeds, not.said]).toEqual([[], ['step-failed null not-allowed']]);
  const may = new Script([when([FOLLOW], { actions: [start] })], true, { mayStream: true }).happen(1, {
    type: 'follow',
  });
  expect(may.deeds.map(({ action }) => action)).toEqual([start]);
  for (const hotkey of [
    'OBSBasic.StartStreaming',
    'OBSBasic.StopRecording',
    'OBSBasic.SelectScene',
    'OBSBasic.Transition',
  ]) {
    expect(SceneActionShape.safeParse({ type: 'hotkey', hotkey }).success, hotkey).toBe(false);
  }
  expect(SceneActionShape.safeParse({ type: 'hotkey', hotkey: 'libobs.mute' }).success).toBe(true);
});

test('[SC46] a button is of one rule, which must be on and have one', () => {
  const rules = [when([{ type: 'button' }], { id: 'a' }), when([FOLLOW], { id: 'b' })];
  const index = indexRules([...rules, when([{ type: 'button' }], { id: 'c', enabled: false })]);
  const pressed = (id: string) => awaiting(index, { type: 'button', rule: id }).length;
  expect([pressed('a'), pressed('b'), pressed('c'), pressed('d')]).toEqual([1, 0, 0, 0]);
  expect(new Script(rules).happen(1, { type: 'button', rule: 'a' }).wanted).toEqual(['Celebration']);
});
