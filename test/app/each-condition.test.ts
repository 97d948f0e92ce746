import { expect, onTestFinished, test, vi } from 'vitest';
import { createFigures } from '../../server/app/figures.ts';
import { openLive } from '../../server/app/live.ts';
import { tellScenes } from '../../server/app/scene-facts.ts';
import type { LiveEvent } from '../../shared/events.ts';
import { SceneCondition } from '../../shared/scene-conditions.ts';
import { SceneRule } from '../../shared/scene-rules.ts';
import { chat, gift, like, session, tip, viewer, viewers } from '../core/live/events.ts';
import { fakeObs } from '../obs/listening.ts';
import { bookingOn, givenDraft, givenService, granted, OWNER, openFolder, publish } from './booking-given.ts';
import { door } from './scenes-on-disk.ts';

/**
 * Every condition by the way that it takes in the program: events through the live door, bookings through the desk, time
 * by the clock, scenes and outputs by OBS. One rule a condition, all on at once, so that each is near all others; a rule
 * that fires mutes an input of its own name.
 */

/** Years ahead, so that OBS's own clock finds nothing late. */
const SUNDAY_NOON = Date.parse('2040-11-18T11:00:00Z');
const MONDAY_TEN = '2040-11-19T09:00:00Z';
const MONDAY_ELEVEN = '2040-11-19T10:00:00Z';
const QUICK = { timeout: 2000, interval: 3 };
const FEED = 'tiktok:@creator';

const any = { gift: null, count: 1 };
const words = (text: string, by: string) => ({ type: 'chat', match: 'words', text, by });
const ROLES = ['follower', 'subscriber', 'fan-club', 'gifter', 'moderator'];

const CONDITIONS: Record<string, object> = {
  'gift of 100': { type: 'gift', diamonds: 100, ...any },
  'a rose': { type: 'gift', diamonds: 1, gift: 'Rose', count: 1 },
  'ten taps of a rose': { type: 'gift', diamonds: 1, gift: 'rose', count: 10 },
  'a gift worth nothing': { type: 'gift', diamonds: 0, gift: 'Wave', count: 1 },
  tip: { type: 'tip', minor: 500, currency: 'EUR' },
  follow: { type: 'follow' },
  share: { type: 'share' },
  subscribe: { type: 'subscribe' },
  'word of anyone': words('!book', 'anyone'),
  ...Object.fromEntries(ROLES.map((role) => [`word of ${role}`, words('hey', role)])),
  glob: { type: 'chat', match: 'glob', text: 'gg*', by: 'anyone' },
  likes: { type: 'milestone', of: 'likes', at: 1000 },
  viewers: { type: 'milestone', of: 'viewers', at: 50 },
  'the goal': { type: 'goal', goal: 'follows' },
  'any goal': { type: 'goal', goal: null },
  requested: { type: 'booking', state: 'requested' },
  accepted: { type: 'booking', state: 'accepted' },
  soon: { type: 'booking-soon', minutes: 10 },
  started: { type: 'booking', state: 'started' },
  ended: { type: 'booking', state: 'ended' },
  queue: { type: 'queue', least: 2 },
  serving: { type: 'serving', on: true },
  'not serving': { type: 'serving', on: false },
  'paid session': { type: 'serving', on: true, paid: true },
  'no paid session': { type: 'serving', on: false, paid: true },
  'feed gone': { type: 'feed-gap', on: true },
  'feed back': { type: 'feed-gap', on: false },
  'live on': { type: 'live', on: true },
  'live off': { type: 'live', on: false },
  'live began': { type: 'session', state: 'started' },
  'live over': { type: 'session', state: 'ended' },
  'at seven': { type: 'time', from: '19:00', to: '20:00' },
  idle: { type: 'idle', seconds: 300 },
  'scene on': { type: 'scene', scene: 'BRB' },
  streaming: { type: 'output', of: 'stream', on: true },
  'stream over': { type: 'output', of: 'stream', on: false },
  recording: { type: 'output', of: 'record', on: true },
  'record over': { type: 'output', of: 'record', on: false },
  button: { type: 'button' },
};

const ruleOf = (id: string, when: object[]) =>
  SceneRule.parse({ id, name: id, when, actions: [{ type: 'mute', input: id, muted: true }] });

const all = (...conditions: object[]) => ({ match: 'all', conditions });

/** The program around the rules, with a clock that stands until it is moved. */
async function givenShow(rules: SceneRule[], feeds = [{ id: FEED, state: 'live' }]) {
  const folder = await openFolder();
  const clock = {
    now: SUNDAY_NOON,
    wait: (seconds: number) => {
      clock.now += seconds * 1000;
    },
    goTo: (instant: string, seconds = 0) => {
      clock.now = Date.parse(instant) + seconds * 1000;
    },
  };
  const onFault = (error: unknown) => {
    throw error;
  };
  let ids = 0;
  const base = { store: folder.store, creatorId: 'local', clock: () => clock.now, onFault };
  const live = await openLive({ ...base, newId: () => `session-${++ids}` });
  const booking = bookingOn(folder.store, clock);
  const [service = ''] = await publish(booking, [givenService()]);
  const obs = await fakeObs({ steps: { without: [] } });
  const scenes = await door(folder.store, base);
  await scenes.putRules([...rules, ruleOf('marker', [all({ type: 'button' })])]);
  // Here a human puts scenes on only as what conditions look at.
  await scenes.putAutomation({ ...scenes.automation(), pauseOn: 'hold' });
  await scenes.connect({ address: obs.address });
  const told: (() => void)[] = [];
  const onChange = (look: () => void) => {
    told.push(look);
    return () => {};
  };
  const sources = { onChange, statuses: () => feeds };
  const goal = { id: 'follows', kind: 'goal', measure: 'follows', target: 3, from: 0, currency: 'EUR' };
  const parts = {
    ...{ ...base, live, booking, scenes, sources, lookEveryMs: 5 },
    stages: { list: () => [{ id: 'main' }] },
    stageDesigns: { of: async () => ({ widgets: [goal] }) },
    figures: createFigures({ ...base, live, booking, sources, goalDays: async () => [] } as unknown as Parameters<
      typeof createFigures
    >[0]),
    minuteAt: (at: number) => (at / 60_000 + 60) % 1440,
  };
  const stop = await tellScenes(parts as unknown as Parameters<typeof tellScenes>[0]);
  onTestFinished(async () => {
    stop();
    await scenes.close();
    await live.close();
    await folder.close();
  });
  const fired = () => obs.requests('SetInputMute').map(({ inputName }) => String(inputName));
  let seen = 0;
  return {
    ...{ clock, live, booking, scenes, obs, service },
    /** A source tells that its state is another. */
    feedChanges: () => told.forEach((look) => void look()),
    hears: (...events: LiveEvent[]) => {
      const at = new Date(clock.now).toISOString();
      return live.accept(
        events.map((event) => ({ ...event, at })),
        'live',
      );
    },
    asks: async (start: string) =>
      granted(await booking.viewers.ask('creator', givenDraft({ service, start }), null)).id,
    does: async (request: string, type: 'accept' | 'decline') => {
      granted(await booking.desk.act(request, type === 'accept' ? { type } : { type, text: 'Sorry' }, OWNER));
    },
    marksPaid: async (request: string, paid: boolean) =>
      void granted(await booking.desk.act(request, { type: 'paid', paid }, OWNER)),
    /** What has fired since the last time: these in any order, and when more time has gone by nothing else. */
    expectFired: async (what: string, rules: string[]) => {
      const since = () =>
        fired()
          .slice(seen)
          .filter((id) => id !== 'marker');
      await vi.waitFor(() => expect(since().toSorted(), what).toEqual(rules.toSorted()), QUICK);
      // Steps reach OBS in their order: what the act had brought on besides is there before this one.
      clock.wait(1);
      void scenes.press('marker');
      await vi.waitFor(() => expect(fired().at(-1)).toBe('marker'), QUICK);
      expect(since().toSorted(), what).toEqual(rules.toSorted());
      seen = fired().length;
    },
  };
}

type Show = Awaited<ReturnType<typeof givenShow>>;

const says = (text: string, ...roles: string[]): LiveEvent => ({
  ...chat(text),
  type: 'chat',
  chat: { text },
  user: { ...viewer(), roles },
});
const by = (type: 'follow' | 'share' | 'join'): LiveEvent => ({ ...chat(''), type, user: viewer() }) as LiveEvent;
const subscribes = (): LiveEvent =>
  ({ ...chat(''), type: 'subscribe', user: viewer(), subscribe: { months: 1 } }) as LiveEvent;
const output = (word: string) => ({ outputActive: word === 'STARTED', outputState: `OBS_WEBSOCKET_OUTPUT_${word}` });

test('[SC99] [SC104] each condition comes true by its own way through the program, fires its rule once, and leaves those near it alone', async () => {
  const rules = Object.entries(CONDITIONS).map(([id, condition]) => ruleOf(id, [all(condition)]));
  const asked = new Set(
    rules.flatMap(({ when }) => when.flatMap(({ conditions }) => conditions.map(({ type }) => type))),
  );
  expect([...asked].toSorted()).toEqual(SceneCondition.options.map(({ shape }) => shape.type.value).toSorted());
  const show = await givenShow(rules);
  const requests: string[] = [];
  const steps: [string, (show: Show) => unknown, string[]][] = [
    ['a live begins', ({ live }) => live.up(FEED, 'room'), ['live began', 'live on']],
    ['99 diamonds', ({ hears }) => hears(gift(1, { gift: 'Cap', diamonds: 99, streak: null })), []],
    ['nine taps', ({ hears }) => hears(gift(9, { streak: 'row' })), ['a rose']],
    ['the tenth of the same row', ({ hears }) => hears(gift(10, { streak: 'row' })), ['ten taps of a rose']],
    ['the hundredth of the same row', ({ hears }) => hears(gift(100, { streak: 'row' })), ['gift of 100']],
    ['more of the same row', ({ hears }) => hears(gift(150, { streak: 'row', ended: true })), []],
    ['one gift of 100', ({ hears }) => hears(gift(1, { gift: 'Lion', diamonds: 100, streak: null })), ['gift of 100']],
    [
      'a gift that is worth nothing',
      ({ hears }) => hears(gift(1, { gift: 'Wave', diamonds: 0, streak: null })),
      ['a gift worth nothing'],
    ],
    ['a smaller tip, and one in other money', ({ hears }) => hears(tip(499), tip(500, 'USD')), []],
    ['a tip', ({ hears }) => hears(tip(500)), ['tip']],
    ['a follow', ({ hears }) => hears(by('follow')), ['follow']],
    ['another', ({ hears }) => hears(by('follow')), ['follow']],
    ['the third, which is the goal', ({ hears }) => hears(by('follow')), ['follow', 'the goal', 'any goal']],
    ['one beyond the goal', ({ hears }) => hears(by('follow')), ['follow']],
    ['a share', ({ hears }) => hears(by('share')), ['share']],
    ['a subscription', ({ hears }) => hears(subscribes()), ['subscribe']],
    ['somebody comes in', ({ hears }) => hears(by('join')), []],
    ['other words', ({ hears }) => hears(says('booking'), says('hey'), says('so gg')), []],
    ['the word', ({ hears }) => hears(says('please !BOOK me')), ['word of anyone']],
    ['the whole message', ({ hears }) => hears(says('GG all')), ['glob']],
    ...ROLES.map((role): [string, (show: Show) => unknown, string[]] => [
      `the word by a ${role}`,
      ({ hears }) => hears(says('hey', role)),
      [`word of ${role}`],
    ]),
    ['999 likes', ({ hears }) => hears(like(999)), []],
    ['one more', ({ hears }) => hears(like(1)), ['likes']],
    ['and more', ({ hears }) => hears(like(500)), []],
    ['49 viewers', ({ hears }) => hears(viewers(49)), []],
    ['50 viewers', ({ hears }) => hears(viewers(50)), ['viewers']],
    ['fewer', ({ hears }) => hears(viewers(20)), []],
    ['50 again', ({ hears }) => hears(viewers(50)), ['viewers']],
    ['the feed goes', ({ live, clock }) => live.down(FEED, clock.now), ['feed gone']],
    ['the feed comes back', ({ live }) => live.up(FEED, 'room'), ['feed back']],
    ['OBS begins to stream', ({ obs }) => obs.emit('StreamStateChanged', output('STARTED')), ['streaming']],
    ['it says so again', ({ obs }) => obs.emit('StreamStateChanged', output('STARTED')), []],
    ['it reconnects', ({ obs }) => obs.emit('StreamStateChanged', output('RECONNECTING')), []],
    ['it ends', ({ obs }) => obs.emit('StreamStateChanged', output('STOPPED')), ['stream over']],
    ['OBS records', ({ obs }) => obs.emit('RecordStateChanged', output('STARTED')), ['recording']],
    ['no more', ({ obs }) => obs.emit('RecordStateChanged', output('STOPPED')), ['record over']],
    ['another scene', ({ obs }) => obs.humanSwitches('Booking'), []],
    ['the scene', ({ obs }) => obs.humanSwitches('BRB'), ['scene on']],
    ['away from it', ({ obs }) => obs.humanSwitches('Main'), []],
    ['a press', ({ scenes }) => scenes.press('button'), ['button']],
    ['an ask', async ({ asks }) => requests.push(await asks(MONDAY_TEN)), ['requested']],
    ['a second ask', async ({ asks }) => requests.push(await asks(MONDAY_ELEVEN)), ['requested', 'queue']],
    ['one is declined', ({ does }) => does(requests[1] ?? '', 'decline'), []],
    ['the other is accepted', ({ does }) => does(requests[0] ?? '', 'accept'), ['accepted']],
    ['nobody has spoken for a while', ({ clock }) => clock.wait(300), ['idle']],
    ['nobody still', ({ clock }) => clock.wait(300), []],
    ['just before seven', ({ clock }) => clock.goTo('2040-11-18T17:59:58Z'), []],
    ['seven', ({ clock }) => clock.wait(1), ['at seven']],
    ['a quarter past seven', ({ clock }) => clock.wait(900), []],
    ['eleven minutes before', ({ clock }) => clock.goTo(MONDAY_TEN, -660), []],
    ['ten minutes before', ({ clock }) => clock.goTo(MONDAY_TEN, -600), ['soon']],
    ['five minutes before', ({ clock }) => clock.wait(300), []],
    ['the appointment', ({ clock }) => clock.goTo(MONDAY_TEN), ['started', 'serving']],
    ['it is marked as paid', ({ marksPaid }) => marksPaid(requests[0] ?? '', true), ['paid session']],
    ['not after all', ({ marksPaid }) => marksPaid(requests[0] ?? '', false), ['no paid session']],
    ['its middle', ({ clock }) => clock.wait(900), []],
    ['paid all the same', ({ marksPaid }) => marksPaid(requests[0] ?? '', true), ['paid session']],
    ['its end', ({ clock }) => clock.wait(900), ['ended', 'not serving', 'no paid session']],
    ['the live ends', ({ hears }) => hears(session('ended')), ['live over', 'live off']],
  ];
  for (const [what, act, expected] of steps) {
    await act(show);
    await show.expectFired(what, expected);
  }
});

test('[SC100] conditions of each kind join by all, any and none, a moment with states and a state with others', async () => {
  const onBrb = { type: 'scene', scene: 'BRB' };
  const live = { type: 'output', of: 'stream', on: true };
  const [follow, share] = [{ type: 'follow' }, { type: 'share' }];
  const show = await givenShow([
    ruleOf('all', [all(follow, onBrb, live)]),
    ruleOf('any', [{ match: 'any', conditions: [share, { type: 'button' }, onBrb] }]),
    ruleOf('none', [all(follow), { match: 'none', conditions: [onBrb, live] }]),
    ruleOf('states', [all(onBrb), { match: 'none', conditions: [live] }]),
    ruleOf('state over', [{ match: 'none', conditions: [live] }]),
    ruleOf('two tests of one gift', [
      all({ type: 'gift', diamonds: 5, ...any }, { type: 'gift', diamonds: 1, gift: 'Rose', count: 1 }),
    ]),
  ]);
  const steps: [string, (show: Show) => unknown, string[]][] = [
    ['a follow', ({ hears }) => hears(by('follow')), ['none']],
    ['a share', ({ hears }) => hears(by('share')), ['any']],
    ['a press', ({ scenes }) => scenes.press('any'), ['any']],
    ['the scene', ({ obs }) => obs.humanSwitches('BRB'), ['any', 'states']],
    ['a follow in it', ({ hears }) => hears(by('follow')), []],
    ['the stream', ({ obs }) => obs.emit('StreamStateChanged', output('STARTED')), []],
    ['a follow with all', ({ hears }) => hears(by('follow')), ['all']],
    ['a share while any is true already', ({ hears }) => hears(by('share')), ['any']],
    ['the stream is over', ({ obs }) => obs.emit('StreamStateChanged', output('STOPPED')), ['states', 'state over']],
    ['five of another gift', ({ hears }) => hears(gift(5, { gift: 'Cap', streak: null })), []],
    ['five roses', ({ hears }) => hears(gift(5, { streak: null })), ['two tests of one gift']],
  ];
  for (const [what, act, expected] of steps) {
    await act(show);
    await show.expectFired(what, expected);
  }
});

test('[SC122] the feed is there while one is connected, and silence counts within a live alone, from its begin', async () => {
  const feeds: { id: string; state: string }[] = [];
  const show = await givenShow(
    [
      ruleOf('feed there', [all({ type: 'follow' }, { type: 'feed-gap', on: false })]),
      ruleOf('in a live', [all({ type: 'button' }, { type: 'live', on: true })]),
      ruleOf('idle', [all({ type: 'idle', seconds: 300 })]),
    ],
    feeds,
  );
  const steps: [string, (show: Show) => unknown, string[]][] = [
    ['an hour without a live', ({ clock }) => clock.wait(3600), []],
    ['a press before the live', ({ scenes }) => scenes.press('in a live'), []],
    ['a follow, from no feed', ({ hears }) => hears(by('follow')), []],
    ['a press in the live', ({ scenes }) => scenes.press('in a live'), ['in a live']],
    ['just short of the time', ({ clock }) => clock.wait(290), []],
    ['the time', ({ clock }) => clock.wait(11), ['idle']],
    [
      'the feed',
      ({ feedChanges }) => {
        feeds.push({ id: FEED, state: 'live' });
        feedChanges();
      },
      [],
    ],
    ['a follow from it', ({ hears }) => hears(by('follow')), ['feed there']],
    ['the live ends', ({ hears }) => hears(session('ended')), []],
    ['silence after it', ({ clock }) => clock.wait(3600), []],
  ];
  for (const [what, act, expected] of steps) {
    await act(show);
    await show.expectFired(what, expected);
  }
});

test('[SC123] a gift that is twenty seconds old when it comes fires nothing, and is listed', async () => {
  const show = await givenShow([ruleOf('gift', [all({ type: 'gift', diamonds: 1 })])]);
  const old = (seconds: number) => new Date(show.clock.now - seconds * 1000).toISOString();
  await show.live.accept([{ ...gift(1, { streak: null }), source: FEED, at: old(20) }], 'live');
  await show.expectFired('an old gift', []);
  expect(show.scenes.status().acts).toMatchObject([{ what: 'dropped', why: 'too-late', rule: 'gift' }]);
  await show.live.accept([{ ...gift(1, { streak: null }), source: FEED, at: old(3) }], 'live');
  await show.expectFired('a gift that was on its way for three seconds', ['gift']);
  await show.live.accept([{ ...gift(1, { streak: null }), source: 'script', at: old(86_400) }], 'api');
  await show.expectFired('a gift of yesterday that a script posts', ['gift']);
});
