import { expect, test } from 'vitest';
import { nextDue } from '../../../server/core/scenes/director-state.ts';
import { wayBackGivenUp } from '../../../server/core/scenes/pause.ts';
import { SceneRule } from '../../../shared/scene-rules.ts';
import { rule, Script } from './script.ts';

/** A rule of a state: while a booked session runs. */
function inSession(change: Partial<SceneRule> & { hold?: unknown } = {}): SceneRule {
  const { hold = null, ...more } = change;
  return SceneRule.parse({
    ...{ id: 'session', name: 'In session', when: [{ match: 'all', conditions: [{ type: 'serving', on: true }] }] },
    actions: [{ type: 'show-scene', scene: 'Booking', hold }],
    ...more,
  });
}
const party = SceneRule.parse({ ...rule(), priority: 5 });

function serving(show: Script, seconds: number, on: boolean): Script {
  return show.at(seconds, { type: 'world-changed', change: { serving: on } });
}

test('[SC110] a pause by hand during a hold says that its way back is given up', () => {
  const show = new Script([rule()]).gift(5, 100).at(6, { type: 'paused' });
  expect(show.said).toEqual([
    'switched Celebration rule-fired',
    'paused Celebration by-hand',
    'let-go Celebration paused-by-hand',
  ]);
});

test('[SC133] the way back that a pause has ended is taken when a human asks for it, also in the pause, and once', () => {
  const show = new Script([rule()]).gift(5, 100);
  expect(wayBackGivenUp(show.state, 8000)).toBe(null);
  show.at(6, { type: 'paused' });
  expect(wayBackGivenUp(show.state, 8000)).toBe('Main');
  show.at(60, { type: 'return-asked' }).at(61, { type: 'return-asked' });
  expect(show.wanted).toEqual(['Celebration', 'Main']);
  expect(show.said.at(-1)).toBe('returned Main return-asked');
  expect(show.state.pause).toEqual({ until: null, by: 'hand' });
  expect(wayBackGivenUp(show.state, 8000)).toBe(null);
});

test('[SC133] there is no way back any more after a human has put on another scene, or a rule holds one again', () => {
  const paused = () => new Script([rule()]).gift(5, 100).at(6, { type: 'paused' });
  expect(wayBackGivenUp(paused().human(7, 'BRB').state, 8000)).toBe(null);
  const gone = paused().at(7, { type: 'scenes-listed', scenes: ['Celebration', 'BRB'] });
  expect(wayBackGivenUp(gone.state, 8000)).toBe(null);
  expect(gone.at(8, { type: 'return-asked' }).wanted).toEqual(['Celebration']);
  expect(wayBackGivenUp(paused().at(7, { type: 'scene-renamed', from: 'Main', to: 'Home' }).state, 8000)).toBe('Home');
});

test('[SC111] a cooldown that is changed counts anew from when the rule fired, also for what waits for its end', () => {
  const long = rule({ holdSeconds: 1, cooldownSeconds: 600 });
  const short = { ...long, cooldown: { seconds: 3, meanwhile: 'drop' as const } };
  const show = new Script([long])
    .gift(5, 100)
    .tick(6)
    .at(7, { type: 'rules-changed', rules: [short] });
  show.gift(7.5, 100, 's2').gift(8, 100, 's3');
  expect(show.said).toContain('left-alone Celebration cooling-down');
  expect(show.wanted).toEqual(['Celebration', 'Main', 'Celebration']);
  const waits = { ...long, cooldown: { seconds: 600, meanwhile: 'queue' as const } };
  const queued = new Script([waits]).gift(5, 100).tick(6).gift(7, 100, 's2');
  expect(nextDue(queued.state)).toBe(605_000);
  queued.at(20, { type: 'rules-changed', rules: [{ ...waits, cooldown: { seconds: 3, meanwhile: 'queue' } }] });
  expect(queued.tick(20).wanted).toEqual(['Celebration', 'Main', 'Celebration']);
});

test('[SC112] a rule of a state that lost the scene gets it when the other one is done, while its state holds', () => {
  const show = serving(new Script([inSession(), party]), 0, false).gift(5, 100);
  serving(show, 8, true);
  expect(show.said.at(-1)).toBe('comes-later Booking higher-rule-on');
  show.tick(15);
  expect(show.wanted).toEqual(['Celebration', 'Booking']);
  expect(show.state.hold).toBeNull();
  expect(show.said).toContain('let-go Celebration higher-rule-stays');
  expect(nextDue(show.state)).toBeNull();
});

test('[SC112] with a hold of its own it returns to where the first one came from; ended meanwhile, it does not come', () => {
  const held = inSession({ hold: { seconds: 20 } });
  const show = serving(new Script([held, party]), 0, false).gift(5, 100);
  serving(show, 8, true).tick(15).tick(35);
  expect(show.wanted).toEqual(['Celebration', 'Booking', 'Main']);
  const over = serving(new Script([held, party]), 0, false).gift(5, 100);
  serving(serving(over, 8, true), 9, false).tick(15);
  expect(over.wanted).toEqual(['Celebration', 'Main']);
});

test('[SC112] a human who takes the scene, or pauses, ends the standing by', () => {
  const show = serving(new Script([inSession(), party]), 0, false).gift(5, 100);
  serving(show, 8, true).human(9, 'BRB').at(10, { type: 'resumed' }).tick(15).tick(100);
  expect(show.wanted).toEqual(['Celebration']);
});

test('[SC112] what lost to the rest for all comes when that is over', () => {
  const show = serving(new Script([inSession(), rule({ holdSeconds: 1 })], true, { cooldownSeconds: 30 }), 0, false);
  serving(show.gift(5, 100).tick(6), 8, true);
  expect(show.said.at(-1)).toBe('comes-later Booking all-resting');
  expect(nextDue(show.state)).toBe(35_000);
  expect(show.tick(35).wanted).toEqual(['Celebration', 'Main', 'Booking']);
});

test('[SC113] a scene that was to stay and lost by a moment is what the hold returns to', () => {
  const stays = inSession({ when: [{ match: 'all', conditions: [{ type: 'booking', state: 'started' }] }] });
  const show = new Script([stays, party]).gift(5, 100).happen(7, { type: 'booking', state: 'started' });
  expect(show.said.at(-1)).toBe('comes-later Booking higher-rule-on');
  expect(show.tick(15).wanted).toEqual(['Celebration', 'Booking']);
});

test('[SC114] a rule that may cross fences enters and leaves a fenced scene, and no other does', () => {
  const fences = { fences: ['Booking'] };
  const session = inSession({ crossesFences: true, hold: { seconds: 30 } });
  const show = serving(new Script([session, party], true, fences), 0, false);
  serving(show, 5, true).gift(10, 100);
  expect(show.said).toContain('left-alone Celebration fenced');
  expect(show.tick(35).wanted).toEqual(['Booking', 'Main']);
  const kept = serving(new Script([inSession(), party], true, fences), 0, false);
  expect(serving(kept, 5, true).said).toEqual(['left-alone Booking fenced']);
});

test('[SC115] a rule\u2019s button works in a pause, holds and returns, and stops at a fence', () => {
  const button = SceneRule.parse({
    ...rule({ id: 'press' }),
    when: [{ match: 'all', conditions: [{ type: 'button' }] }],
  });
  const show = new Script([button]).at(1, { type: 'paused' }).happen(2, { type: 'button', rule: 'press' }).tick(12);
  expect(show.wanted).toEqual(['Celebration', 'Main']);
  expect(show.state.pause).not.toBeNull();
  const fenced = new Script([button], true, { fences: ['Celebration'] }).at(1, { type: 'paused' });
  expect(fenced.happen(2, { type: 'button', rule: 'press' }).said).toContain('left-alone Celebration fenced');
});

test('[SC116] a step that was not done names its kind; a scene that is on already is no failure; a trace names the scene', () => {
  const record = SceneRule.parse({
    ...rule({ id: 'rec' }),
    actions: [{ type: 'output', of: 'record', on: true }, { type: 'save-replay' }],
  });
  const show = new Script([record]).gift(5, 100);
  expect(show.acts).toMatchObject([
    { what: 'step-failed', scene: null, why: 'not-allowed', rule: 'rec', step: 'output' },
  ]);
  const deed = show.deeds[0];
  if (!deed) throw new Error('no deed');
  show.at(5, { type: 'deed-answered', deed, outcome: { type: 'refused', why: 'replay-off' } });
  expect(show.acts.at(-1)).toMatchObject({ what: 'step-failed', why: 'replay-off', rule: 'rec', step: 'save-replay' });
  const twice = new Script([rule()]);
  twice.obeys = false;
  twice.gift(5, 100);
  const wish = twice.wishes[0];
  if (!wish) throw new Error('no wish');
  twice.at(5, { type: 'wish-answered', wish, outcome: { type: 'refused', why: 'already-on' } });
  expect(twice.said).toEqual(['left-alone Celebration already-on']);
  expect(twice.state.memory.traces.get('party')?.entries).toMatchObject([{ scene: 'Celebration', why: 'already-on' }]);
});

test('[SC116] an act keeps the name of a rule that is deleted', () => {
  const show = new Script([rule()]).gift(5, 100).at(6, { type: 'rules-changed', rules: [] });
  expect(show.state.acts).toMatchObject([{ what: 'switched', rule: 'party', ruleName: 'party' }]);
});
