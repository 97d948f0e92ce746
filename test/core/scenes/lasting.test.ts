import { expect, test } from 'vitest';
import { nextDue } from '../../../server/core/scenes/director-state.ts';
import { remembering } from '../../../server/core/scenes/remembered.ts';
import { SceneRule } from '../../../shared/scene-rules.ts';
import { rule, Script } from './script.ts';

/** Shows Booking while a booked session runs, unless its parts say otherwise. */
function lasting(
  change: { id?: string; on?: object; scene?: string; hold?: object; priority?: number } = {},
): SceneRule {
  const { id = 'session', on = { type: 'serving', on: true }, scene = 'Booking', hold = {}, priority = 0 } = change;
  return SceneRule.parse({
    ...{ id, name: id, priority, when: [{ match: 'all', conditions: [on] }] },
    actions: [{ type: 'show-scene', scene, hold: { seconds: 1, whileTrue: true, ...hold } }],
  });
}
const party: SceneRule = { ...rule(), priority: 5 };

function serving(show: Script, seconds: number, on: boolean): Script {
  return show.at(seconds, { type: 'world-changed', change: { serving: on } });
}

/** The session begins at the fifth second of a show in Main. */
function begun(rules: SceneRule[] = [lasting(), party]): Script {
  return serving(serving(new Script(rules), 0, false), 5, true);
}

test('[SC134] a hold lasts while the state of its rule holds, with no end of its own, and then returns', () => {
  const show = begun();
  expect(nextDue(show.state)).toBeNull();
  show.tick(7200);
  expect(show.wanted).toEqual(['Booking']);
  serving(show, 7300, false);
  expect(nextDue(show.state)).toBe(7_300_000);
  show.tick(7300);
  expect(show.wanted).toEqual(['Booking', 'Main']);
  expect(show.said.at(-1)).toBe('returned Main hold-over');
});

test('[SC134] it stays for its least time, goes back at its most, and a state that holds again meanwhile goes on', () => {
  const least = begun([lasting({ hold: { seconds: 20 } })]);
  serving(least, 6, false).tick(24);
  expect(least.wanted).toEqual(['Booking']);
  expect(least.tick(25).wanted).toEqual(['Booking', 'Main']);
  const most = begun([lasting({ hold: { mostSeconds: 60 } })]);
  expect(nextDue(most.state)).toBe(65_000);
  expect(most.tick(65).wanted).toEqual(['Booking', 'Main']);
  const again = begun([lasting({ hold: { seconds: 20 } })]);
  serving(serving(again, 6, false), 10, true).tick(100);
  expect(again.wanted).toEqual(['Booking']);
});

test('[SC134] it ends also by the rule\u2019s switch or its going, and a rule of a moment holds for its seconds', () => {
  const off = begun([lasting()]).at(9, { type: 'rules-changed', rules: [{ ...lasting(), enabled: false }] });
  expect(off.tick(9).wanted).toEqual(['Booking', 'Main']);
  expect(begun([lasting()]).at(9, { type: 'rules-changed', rules: [] }).tick(9).wanted).toEqual(['Booking', 'Main']);
  const follow = new Script([lasting({ on: { type: 'follow' }, hold: { seconds: 8 } })]).happen(5, { type: 'follow' });
  expect(follow.tick(12).wanted).toEqual(['Booking']);
  expect(follow.tick(13).wanted).toEqual(['Booking', 'Main']);
});

test('[SC134] a human who changes the scene ends it, and the end of the state is nothing any more', () => {
  const show = begun().human(10, 'BRB').at(11, { type: 'resumed' });
  serving(show, 20, false).tick(20);
  expect(show.wanted).toEqual(['Booking']);
});

test('[SC135] what takes the scene from it returns to it while its state holds, and else to what was on before', () => {
  const show = begun().gift(10, 100).tick(20);
  expect(show.wanted).toEqual(['Booking', 'Celebration', 'Booking']);
  serving(show, 100, false).tick(100);
  expect(show.wanted).toEqual(['Booking', 'Celebration', 'Booking', 'Main']);
  const over = begun().gift(10, 100);
  serving(over, 12, false).tick(20);
  expect(over.wanted).toEqual(['Booking', 'Celebration', 'Main']);
  expect(over.state.hold).toBeNull();
});

test('[SC135] several on top of one another are left one by one', () => {
  const live = lasting({ id: 'live', on: { type: 'live', on: true }, scene: 'BRB' });
  const high = { ...lasting(), priority: 3 };
  const both = new Script([live, high, party]);
  both.at(0, { type: 'world-changed', change: { live: false, serving: false } });
  both.at(5, { type: 'world-changed', change: { live: true } });
  serving(both, 10, true).gift(20, 100).tick(30);
  expect(both.wanted).toEqual(['BRB', 'Booking', 'Celebration', 'Booking']);
  serving(both, 40, false).tick(40);
  expect(both.wanted.at(-1)).toBe('BRB');
  both.at(50, { type: 'world-changed', change: { live: false } }).tick(50);
  expect(both.wanted.at(-1)).toBe('Main');
  expect(both.state.hold).toBeNull();
});

test('[SC135] an OBS that refuses what would take it away leaves it as it was, and a scene that was to stay comes last', () => {
  const show = begun();
  show.obeys = false;
  show.gift(10, 100);
  const wish = show.wishes.at(-1);
  if (!wish) throw new Error('no wish');
  show.at(10, { type: 'wish-answered', wish, outcome: { type: 'refused', why: 'obs-refused' } });
  expect(show.state.hold).toMatchObject({ rule: 'session', lasts: 'state' });
  const stays = SceneRule.parse({
    ...lasting({ id: 'stays', on: { type: 'follow' } }),
    actions: [{ type: 'show-scene', scene: 'BRB', hold: null }],
  });
  const later = begun([lasting(), party, stays]).gift(10, 100).happen(12, { type: 'follow' }).tick(20);
  serving(later, 30, false).tick(30);
  expect(later.wanted).toEqual(['Booking', 'Celebration', 'Booking', 'BRB']);
});

test('[SC135] names that scenes get in OBS go with what lies beneath', () => {
  const show = begun().gift(10, 100).at(11, { type: 'scene-renamed', from: 'Booking', to: 'Private' }).tick(20);
  expect(show.wanted.at(-1)).toBe('Private');
  expect(show.state.hold).toMatchObject({ scene: 'Private', returnTo: 'Main', under: null });
});

test('[SC136] after a restart it goes on where its state is found to hold, and else returns once that is known', () => {
  const before = begun();
  const start = (on: boolean) => {
    const again = new Script([lasting(), party], false);
    again.state = remembering(again.state, before.state, 20_000);
    again.at(20, { type: 'connected', scenes: ['Main', 'Booking'], scene: 'Booking', studioMode: false });
    return serving(again, 21, on).tick(25);
  };
  // Also under a hold that took the scene from it, and whose OBS is there before it is known how things stand.
  const covered = (on: boolean) => {
    const again = new Script([lasting(), party], false);
    again.state = remembering(again.state, begun().gift(10, 100).state, 11_000);
    again.at(12, { type: 'connected', scenes: ['Main', 'Booking'], scene: 'Celebration', studioMode: false });
    return serving(again, 13, on);
  };
  expect(covered(true).tick(20).wanted).toEqual(['Booking']);
  expect(covered(false).tick(20).tick(21).wanted).toEqual(['Booking', 'Main']);
  expect(start(true).tick(900).wanted).toEqual([]);
  expect(serving(start(true).tick(900), 901, false).tick(901).wanted).toEqual(['Main']);
  const ended = start(false);
  expect(ended.wanted).toEqual([]);
  expect(ended.tick(30).wanted).toEqual(['Main']);
});

test('[SC143] a state that ends while the way back to its scene is under way is left as soon as that has come on', () => {
  const show = begun().gift(10, 100);
  show.obeys = false;
  show.tick(20);
  const wish = show.wishes.at(-1);
  if (!wish) throw new Error('no wish');
  serving(show, 20.1, false);
  show.obeys = true;
  show.at(20.3, { type: 'wish-answered', wish, outcome: { type: 'switched' } }).tick(20.3);
  expect(show.wanted).toEqual(['Booking', 'Celebration', 'Booking', 'Main']);
  expect(show.state.hold).toBeNull();
});

test('[SC143] what it returns to goes before a rule that ranks behind, also before one that stood by', () => {
  const low = lasting({ id: 'low', on: { type: 'live', on: true }, scene: 'BRB' });
  const passing = { ...rule({ id: 'passing', diamonds: 1, scene: 'Main' }), priority: 0 };
  const show = new Script([{ ...lasting(), priority: 3 }, low, party, passing]);
  show.at(0, { type: 'world-changed', change: { live: false, serving: false } });
  serving(show, 5, true)
    .gift(10, 100)
    .at(12, { type: 'world-changed', change: { live: true } });
  show.tick(20);
  expect(show.wanted).toEqual(['Booking', 'Celebration', 'Booking']);
  // In the moment between the end of a hold and the tick that sees it, too.
  show.gift(30, 100, 'streak-2').gift(40, 1, 'streak-3').tick(40);
  expect(show.wanted).toEqual(['Booking', 'Celebration', 'Booking', 'Celebration', 'Booking']);
  serving(show, 50, false).tick(50);
  expect(show.wanted.at(-1)).toBe('BRB');
});

test.each([
  ['lower', 0],
  ['higher', 5],
])(
  '[SC144] of two that want one scene while their states hold the %s one goes on with it when the other is over',
  (_, priority) => {
    const live = { ...lasting({ id: 'live', on: { type: 'live', on: true } }), priority };
    const show = new Script([{ ...lasting(), priority: 2 }, live]);
    show.at(0, { type: 'world-changed', change: { live: false, serving: false } });
    serving(show, 5, true).at(10, { type: 'world-changed', change: { live: true } });
    serving(show, 20, false).tick(20);
    expect(show.wanted).toEqual(['Booking']);
    expect(show.state.hold).toMatchObject({ rule: 'live', lasts: 'state', returnTo: 'Main' });
    show.at(30, { type: 'world-changed', change: { live: false } }).tick(30);
    expect(show.wanted).toEqual(['Booking', 'Main']);
  },
);

test('[SC144] a scene that was promised for a time is not cut short by a state that wants it and is over before', () => {
  const long = { ...rule({ id: 'long', diamonds: 1, scene: 'Booking', holdSeconds: 60 }), priority: 0 };
  const show = serving(new Script([lasting(), long]), 0, false).gift(5, 1);
  serving(serving(show, 10, true), 12, false).tick(64);
  expect(show.wanted).toEqual(['Booking']);
  expect(show.tick(65).wanted).toEqual(['Booking', 'Main']);
});

test('[SC134] a rule that is changed to hold for a time, or for another scene, holds by its state no more', () => {
  const timed = begun([lasting()]).at(9, { type: 'rules-changed', rules: [lasting({ hold: { whileTrue: false } })] });
  expect(timed.tick(9).wanted).toEqual(['Booking', 'Main']);
  const moved = begun([lasting()]).at(9, { type: 'rules-changed', rules: [lasting({ scene: 'BRB' })] });
  expect(moved.tick(9).wanted).toEqual(['Booking', 'Main']);
});

test('[SC145] the way back after a pause by hand leads to the scene beneath, and then, asked again, out of it', () => {
  const show = begun().gift(10, 100).at(12, { type: 'paused' }).at(13, { type: 'return-asked' });
  expect(show.wanted).toEqual(['Booking', 'Celebration', 'Booking']);
  serving(show, 14, false).tick(20);
  expect(show.wanted).toHaveLength(3);
  expect(show.at(21, { type: 'return-asked' }).wanted.at(-1)).toBe('Main');
  const resumed = begun().gift(10, 100).at(12, { type: 'paused' }).at(13, { type: 'resumed' });
  serving(resumed.at(14, { type: 'return-asked' }), 20, false).tick(20);
  expect(resumed.wanted).toEqual(['Booking', 'Celebration', 'Booking', 'Main']);
  const over = begun().gift(10, 100).at(12, { type: 'paused' });
  expect(serving(over, 13, false).at(14, { type: 'return-asked' }).wanted).toEqual(['Booking', 'Celebration', 'Main']);
});

test('[SC145] a way back that OBS refuses can be asked for again', () => {
  const show = new Script([rule()]).gift(5, 100).at(6, { type: 'paused' });
  show.obeys = false;
  show.at(7, { type: 'return-asked' });
  const wish = show.wishes.at(-1);
  if (!wish) throw new Error('no wish');
  show.at(7, { type: 'wish-answered', wish, outcome: { type: 'refused', why: 'obs-refused' } });
  expect(show.state.hold).toBeNull();
  show.obeys = true;
  expect(show.at(8, { type: 'return-asked' }).state.scene).toBe('Main');
});

test('[SC146] a button that somebody presses is not kept waiting by a state, once its least time is over', () => {
  const button = SceneRule.parse({
    ...{ id: 'to-main', name: 'to-main', when: [{ match: 'all', conditions: [{ type: 'button', label: 'Main' }] }] },
    actions: [{ type: 'show-scene', scene: 'BRB', hold: null }],
  });
  const pressed = (seconds: number) =>
    begun([{ ...lasting({ hold: { seconds: 8, leastSeconds: 8 } }), priority: 5 }, button]).happen(seconds, {
      type: 'button',
      rule: 'to-main',
    });
  expect(pressed(8).wanted).toEqual(['Booking']);
  expect(pressed(20).wanted).toEqual(['Booking', 'BRB']);
  expect(pressed(20).state.hold).toBeNull();
});
