import { expect, test } from 'vitest';
import { nextDue } from '../../../server/core/scenes/director-state.ts';
import { rule, SCENES, Script } from './script.ts';

test('[SC1] a gift worth enough shows the scene for its time and then returns to what was on', () => {
  const show = new Script([rule()]).gift(5, 100);
  expect(show.wishes).toEqual([
    { scene: 'Celebration', why: 'rule-fired', rule: 'party', from: null, since: 5000, studio: 'stage', links: 0 },
  ]);
  expect(nextDue(show.state)).toBe(15_000);
  show.tick(14.9).tick(15);
  expect(show.wanted).toEqual(['Celebration', 'Main']);
  expect(show.wishes[1]).toEqual({
    scene: 'Main',
    why: 'hold-over',
    rule: 'party',
    from: 'Celebration',
    since: 15_000,
    studio: 'stage',
  });
  expect(show.said).toEqual(['switched Celebration rule-fired', 'returned Main hold-over']);
  expect(nextDue(show.state)).toBeNull();
});

test('[SC1] a gift below the threshold, or for a rule that is off, does nothing', () => {
  expect(new Script([rule()]).gift(5, 99).acts).toEqual([]);
  expect(new Script([rule({ enabled: false })]).gift(5, 100).acts).toEqual([]);
});

test('[SC2] a growing streak fires a rule once, at the moment it gets there', () => {
  const show = new Script([rule({ holdSeconds: 1 })]).gift(1, 60).gift(2, 99).gift(3, 101).gift(4, 140).tick(4.1);
  show.gift(6, 500);
  expect(show.wanted).toEqual(['Celebration', 'Main']);
  show.gift(7, 100, 'streak-2');
  expect(show.wanted).toEqual(['Celebration', 'Main', 'Celebration']);
});

test('[SC3] a human scene change during a hold ends it without a return and pauses automation', () => {
  const show = new Script([rule()]).gift(5, 100).human(8, 'BRB').tick(15).tick(20);
  expect(show.wanted).toEqual(['Celebration']);
  expect(show.said).toEqual(['switched Celebration rule-fired', 'yielded BRB human-changed-scene']);
  expect(show.state.pause).toEqual({ until: 68_000, by: 'human' });
  expect(nextDue(show.state)).toBe(68_000);
});

test('[SC3] a human scene change without a hold pauses too, and is what the next hold returns to', () => {
  const show = new Script([rule()]).human(2, 'Booking').gift(5, 100);
  expect(show.state.pause).toEqual({ until: 62_000, by: 'human' });
  expect(show.said).toEqual(['yielded Booking human-changed-scene', 'left-alone Celebration automation-paused']);
  show.tick(62).gift(63, 100, 'streak-2').tick(73);
  expect(show.wanted).toEqual(['Celebration', 'Booking']);
});

test('[SC3] where the owner wants it so, a human scene change without a hold pauses nothing', () => {
  const show = new Script([rule()], true, { pauseOn: 'hold' }).human(2, 'Booking').gift(5, 100).tick(15);
  expect(show.state.pause).toBeNull();
  expect(show.wanted).toEqual(['Celebration', 'Booking']);
});

test('[SC147] a human scene change pauses nothing where no rule is on', () => {
  expect(new Script([rule({ enabled: false })]).human(2, 'Booking').state.pause).toBeNull();
});

test('[SC147] who puts on what a rule has staged pauses nothing, once', () => {
  const show = new Script([rule()]).at(1, { type: 'studio-mode-changed', on: true }).gift(5, 100);
  expect(show.said).toEqual(['staged Celebration studio-mode']);
  expect(show.human(20, 'Celebration').state.pause).toBeNull();
  expect(show.human(21, 'Main').state.pause).toEqual({ until: 81_000, by: 'human' });
  expect(show.tick(81).human(90, 'Celebration').state.pause).toEqual({ until: 150_000, by: 'human' });
});

test('[SC4] a pause after a human change ends by itself, a pause by hand only by hand', () => {
  const show = new Script([rule()]).gift(5, 100).human(8, 'BRB').tick(67.9);
  expect(show.state.pause).not.toBeNull();
  expect(show.tick(68).state.pause).toBeNull();
  show.at(70, { type: 'paused' }).tick(7000);
  expect(show.state.pause).toEqual({ until: null, by: 'hand' });
  expect(show.at(7001, { type: 'resumed' }).state.pause).toBeNull();
  expect(show.said.slice(-3)).toEqual(['resumed BRB time-over', 'paused BRB by-hand', 'resumed BRB by-hand']);
});

test('[SC4] a pause by hand during a hold leaves the scene as it is', () => {
  const show = new Script([rule()])
    .gift(5, 100)
    .at(6, { type: 'paused' })
    .tick(15)
    .at(20, { type: 'resumed' })
    .tick(21);
  expect(show.wanted).toEqual(['Celebration']);
});

test('[SC5] what a rule would have done while paused is listed, and not made up for later', () => {
  const show = new Script([rule()]).at(1, { type: 'paused' }).gift(2, 100).at(3, { type: 'resumed' }).gift(4, 200);
  expect(show.wanted).toEqual([]);
  expect(show.said).toContain('left-alone Celebration automation-paused');
});

test('[SC6] during a hold the higher threshold wins, a lower or equal one is left alone', () => {
  const rules = [
    rule(),
    rule({ id: 'same', scene: 'BRB' }),
    rule({ id: 'big', diamonds: 1000, scene: 'Booking', holdSeconds: 20 }),
  ];
  const show = new Script([rules[0], rules[2]].filter((one) => one !== undefined))
    .gift(5, 100)
    .gift(6, 1000, 'streak-2');
  show.gift(7, 100, 'streak-3').tick(15).tick(26);
  expect(show.wanted).toEqual(['Celebration', 'Booking', 'Main']);
  expect(show.said).toContain('left-alone Celebration higher-rule-on');
  const equal = new Script(rules).gift(5, 100);
  expect(equal.said).toEqual(['switched Celebration rule-fired', 'left-alone BRB higher-rule-on'].toReversed());
});

test('[SC6] a gift that reaches several rules at once shows the highest', () => {
  const rules = [rule(), rule({ id: 'big', diamonds: 1000, scene: 'Booking' })];
  const show = new Script(rules).gift(5, 1000);
  expect(show.wanted).toEqual(['Booking']);
  expect(show.said).toContain('left-alone Celebration higher-rule-on');
});

test('[SC7] the same rule again lengthens its hold without a new switch', () => {
  const show = new Script([rule()]).gift(5, 100).gift(12, 150, 'streak-2').tick(15).tick(22);
  expect(show.wanted).toEqual(['Celebration', 'Main']);
  expect(show.said[1]).toBe('extended Celebration rule-fired-again');
  expect(show.wishes[1]?.since).toBe(22_000);
});

test('[SC8] a rule rests for its cooldown, counted from when it fired', () => {
  const show = new Script([rule({ holdSeconds: 1, cooldownSeconds: 30 })]).gift(5, 100).tick(6);
  show.gift(34.9, 100, 'streak-2').gift(35, 100, 'streak-3');
  expect(show.wanted).toEqual(['Celebration', 'Main', 'Celebration']);
  expect(show.said).toContain('left-alone Celebration cooling-down');
});

test('[SC9] a gift while OBS is away fires when OBS is back within 5 seconds', () => {
  const show = new Script([rule()], false).gift(10, 100);
  expect(show.wanted).toEqual([]);
  show.at(14.5, { type: 'connected', scenes: SCENES, scene: 'Main', studioMode: false });
  expect(show.wanted).toEqual(['Celebration']);
});

test('[SC9] a gift that waited more than 5 seconds for OBS is dropped and listed, and growing makes it no fresher', () => {
  const show = new Script([rule()], false).gift(10, 100).gift(13, 150);
  expect(nextDue(show.state)).toBe(15_001);
  show.tick(15.001).at(16, { type: 'connected', scenes: SCENES, scene: 'Main', studioMode: false }).gift(17, 200);
  expect(show.wanted).toEqual([]);
  expect(show.said).toEqual(['dropped Celebration obs-not-connected']);
});

test('[SC21] a storm while OBS is away waits as one gift per rule and is listed once per rule, with the newest time', () => {
  const show = new Script([rule(), rule({ id: 'small', diamonds: 1, scene: 'Booking' })], false);
  for (let at = 0; at < 3000; at++) show.gift(at / 100, at % 2 === 0 ? 1 : 100, `streak-${at}`).tick(at / 100);
  expect(show.state.waiting.size).toBe(2);
  const listed = () => show.state.acts.map(({ what, why, rule: id }) => `${what} ${why} ${id}`).toSorted();
  expect(listed()).toEqual(['dropped obs-not-connected party', 'dropped obs-not-connected small']);
  expect(show.state.acts.every(({ at }) => at > 20_000)).toBe(true);
  show.at(30, { type: 'connected', scenes: SCENES, scene: 'Main', studioMode: false });
  expect(show.wanted).toEqual(['Celebration']);
});

test('[SC2] of two thousand streaks that have fired none fires again', () => {
  const show = new Script([rule({ holdSeconds: 0.5 })]);
  for (let at = 0; at < 1900; at++) show.gift(at, 100, `streak-${at}`).tick(at + 0.6);
  const fired = show.wanted.length;
  for (let at = 0; at < 1900; at++) show.gift(2000 + at, 200, `streak-${at}`);
  expect(show.wanted.length).toBe(fired);
});

test('[SC9] a gift that is told late is dropped', () => {
  const show = new Script([rule()]);
  const happening = { type: 'gift', key: 'old', value: 100, count: 1, gift: 'Rose' } as const;
  show.at(20, { type: 'happened', happening, at: 14_000 });
  expect(show.said).toEqual(['dropped Celebration too-late']);
});

test('[SC9] a way back that OBS was away for is not taken late', () => {
  const show = new Script([rule()]).gift(5, 100).at(8, { type: 'disconnected' });
  expect(nextDue(show.state)).toBeNull();
  show.at(30, { type: 'connected', scenes: SCENES, scene: 'Celebration', studioMode: false }).tick(30);
  expect(show.wanted).toEqual(['Celebration']);
  expect(show.said.at(-1)).toBe('dropped Main too-late');
});

test('[SC10] a rule that names a scene OBS does not have is not acted, and says why', () => {
  const show = new Script([rule({ scene: 'Gone' })]).gift(5, 100);
  expect(show.wanted).toEqual([]);
  expect(show.said).toEqual(['left-alone Gone scene-missing']);
});

test('[SC10] a scene that was removed during the hold is not returned to', () => {
  const show = new Script([rule()])
    .gift(5, 100)
    .at(6, { type: 'scenes-listed', scenes: ['Celebration'] })
    .tick(15);
  expect(show.wanted).toEqual(['Celebration']);
  expect(show.said.at(-1)).toBe('left-alone Main scene-missing');
});

test('[SC11] in Studio Mode a scene is staged, with nothing held and nothing returned', () => {
  const show = new Script([rule()]).at(1, { type: 'studio-mode-changed', on: true }).gift(5, 100).tick(15);
  expect(show.wanted).toEqual(['Celebration']);
  expect(show.said).toEqual(['staged Celebration studio-mode']);
});

test('[SC11] Studio Mode that is switched on during a hold ends it without a return', () => {
  const show = new Script([rule()]).gift(5, 100).at(6, { type: 'studio-mode-changed', on: true }).tick(15);
  expect(show.wanted).toEqual(['Celebration']);
  expect(show.said.at(-1)).toBe('yielded Celebration studio-mode');
});

test('[SC12] a scene that a human put on is neither switched to nor taken away', () => {
  const show = new Script([rule()], true, { pauseOn: 'hold' }).human(1, 'Celebration').gift(5, 100).tick(15);
  expect(show.wanted).toEqual([]);
  expect(show.said).toEqual(['left-alone Celebration already-on']);
});

test('[SC13] rules and a running hold follow a scene that gets another name', () => {
  const show = new Script([rule()]).gift(5, 100);
  show.at(6, { type: 'scene-renamed', from: 'Main', to: 'Home' });
  show.at(6, { type: 'scene-renamed', from: 'Celebration', to: 'Party' }).tick(15);
  expect(show.wishes.at(-1)).toMatchObject({ scene: 'Home', from: 'Party' });
  expect(show.state.rules[0]?.actions[0]).toMatchObject({ scene: 'Party' });
});

test('[SC14] another scene collection, or an OBS that comes back in another scene, ends a hold without return or pause', () => {
  const swapped = new Script([rule()]).gift(5, 100);
  swapped.at(6, { type: 'collection-changed', scenes: ['A', 'B'], scene: 'A' }).tick(15);
  expect(swapped.wanted).toEqual(['Celebration']);
  expect(swapped.said.at(-1)).toBe('yielded A collection-changed');
  const restarted = new Script([rule()]).gift(5, 100).at(6, { type: 'disconnected' });
  restarted.at(7, { type: 'connected', scenes: SCENES, scene: 'Main', studioMode: false }).tick(15);
  expect(restarted.said.at(-1)).toBe('yielded Main obs-came-back-elsewhere');
  expect([swapped.state.pause, restarted.state.pause]).toEqual([null, null]);
});

test('[SC15] a wish that OBS refuses is listed with the reason, and holds nothing', () => {
  const show = new Script([rule()]);
  show.obeys = false;
  show.gift(5, 100);
  const [wish] = show.wishes;
  if (wish) show.at(5, { type: 'wish-answered', wish, outcome: { type: 'refused', why: 'no-answer' } });
  expect(show.said).toEqual(['failed Celebration no-answer']);
  expect(show.state.hold).toBeNull();
});

test('[SC15] a take-over that OBS refuses leads back from the scene that was held before', () => {
  const show = new Script([rule(), rule({ id: 'big', diamonds: 1000, scene: 'Booking' })]).gift(5, 100);
  show.obeys = false;
  show.gift(6, 1000, 'streak-2');
  const wish = show.wishes.at(-1);
  if (wish) show.at(6, { type: 'wish-answered', wish, outcome: { type: 'refused', why: 'obs-refused' } });
  show.obeys = true;
  show.tick(6);
  expect(show.wanted).toEqual(['Celebration', 'Booking', 'Main']);
});

test('[SC15] a rule that fires while the way back is under way keeps its own hold', () => {
  const show = new Script([rule()]).gift(5, 100);
  show.obeys = false;
  show.tick(15).gift(15, 100, 'streak-2');
  const [, back, again] = show.wishes;
  if (!back || !again) throw new Error('two wishes were expected');
  show.at(15, { type: 'wish-answered', wish: back, outcome: { type: 'switched' } });
  show.at(15, { type: 'wish-answered', wish: again, outcome: { type: 'switched' } });
  show.obeys = true;
  expect(show.tick(25).wanted).toEqual(['Celebration', 'Main', 'Celebration', 'Main']);
});

test('[SC15] the list of acts keeps the newest two hundred, newest first', () => {
  const rules = Array.from({ length: 230 }, (_, at) => rule({ id: `rule-${at}`, diamonds: 1 + at, scene: 'Gone' }));
  const show = new Script(rules);
  for (let at = 1; at <= 230; at++) show.gift(at, at, `streak-${at}`);
  expect(show.state.acts).toHaveLength(200);
  expect(show.state.acts[0]?.at).toBe(230_000);
});

test('[SU222] what is said again while the scene stays as it is, is one line with the newest time', () => {
  const show = new Script([rule(), rule({ id: 'small', diamonds: 50 })]).gift(5, 100);
  const lines = () => show.state.acts.map(({ at, what, rule: by }) => `${at / 1000} ${what} ${by}`);
  for (const at of [6, 7, 8]) show.gift(at, 100, `streak-${at}`);
  expect(lines()).toEqual(['8 left-alone small', '8 extended party', '5 switched party', '5 left-alone small']);
  show.tick(18).gift(20, 100, 'streak-20');
  expect(lines().filter((line) => line.endsWith('switched party'))).toEqual(['20 switched party', '5 switched party']);
});
