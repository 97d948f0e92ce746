import { expect, onTestFinished, test, vi } from 'vitest';
import { openCreatorClock } from '../../server/app/creator-clock.ts';
import { createListeners } from '../../server/app/listeners.ts';
import { knownStates, tellScenes } from '../../server/app/scene-facts.ts';
import type { Happening, World } from '../../server/core/scenes/world.ts';
import { readRequest } from '../../server/store/requests.ts';
import type { Store } from '../../server/store/store.ts';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import { SceneRule } from '../../shared/scene-rules.ts';
import { fakeObs } from '../obs/listening.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MONDAY_TEN,
  OWNER,
  openFolder,
  publish,
  startClock,
} from './booking-given.ts';
import { door, store } from './scenes-on-disk.ts';

test('[SC50] what a request was before is known of the newest, and what is remembered does not grow for ever', () => {
  const known = knownStates(3);
  for (const id of ['a', 'b', 'c']) expect(known.change(id, 'new')).toBeUndefined();
  // Touched again, it is not the oldest any more.
  expect(known.change('a', 'booked')).toBe('new');
  expect(known.change('d', 'new')).toBeUndefined();
  expect(known.size).toBe(3);
  expect(known.change('a', 'done')).toBe('booked');
  expect(known.change('b', 'new')).toBeUndefined();
});

test('[SC51] a state that is told again as it is fires nothing and tells nobody', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store());
  const when = [{ match: 'all', conditions: [{ type: 'queue', least: 3 }] }];
  const actions = [{ type: 'show-scene', scene: 'BRB', hold: null }];
  await scenes.putRules([SceneRule.parse({ id: 'full', name: 'Full', when, actions })]);
  await scenes.connect({ address: obs.address });
  scenes.worldChanged({ waiting: 0 });
  scenes.worldChanged({ waiting: 3 });
  await vi.waitFor(() => expect(scenes.status().acts.map(({ what }) => what)).toEqual(['switched']));
  let told = 0;
  scenes.onChange(() => {
    told += 1;
  });
  scenes.worldChanged({ waiting: 3 });
  scenes.worldChanged({ waiting: 4, gap: null });
  scenes.worldChanged({ waiting: 4 });
  expect(told).toBe(0);
  expect(obs.requests('SetCurrentProgramScene')).toHaveLength(1);
});

interface Given {
  readonly store: Store;
  readonly booking: unknown;
  readonly clock?: () => number;
  readonly happened?: (one: Happening) => void;
  readonly worldChanged?: (world: Partial<World>) => void;
  readonly more?: object;
}

/** What the scene rules are told of, without a live and, unless they are given, without stages. */
function facts({ store, booking, clock = Date.now, happened = () => {}, worldChanged = () => {}, more }: Given) {
  const session = { session: null, totals: { likes: 0, viewersNow: 0 }, gaps: [] };
  const quiet = { onChange: () => () => {} };
  const scenes = { rules: () => [], needsClock: () => false, worldChanged, happened };
  return {
    ...{ store, creatorId: 'local', booking, clock, scenes },
    live: { ...quiet, session: () => session },
    sources: { ...quiet, statuses: () => [] },
    stages: { list: () => [] },
    stageDesigns: { of: async () => null },
    figures: async () => {
      throw new Error('nobody asks for figures');
    },
    minuteAt: () => 0,
    onFault: (error: unknown) => {
      throw error;
    },
    ...more,
  } as unknown as Parameters<typeof tellScenes>[0];
}

test('[SC88] a booking that was accepted long before the start is not accepted again by a change of it', async () => {
  const folder = await openFolder();
  onTestFinished(folder.close);
  const clock = startClock();
  const booking = bookingOn(folder.store, clock);
  const [service = ''] = await publish(booking, [givenService()]);
  const ask = async () =>
    granted(await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null));
  const old = await ask();
  granted(await booking.desk.act(old.id, { type: 'accept' }, OWNER));
  // Weeks later the desk lists it no more.
  clock.now += 30 * 86_400_000;
  expect((await booking.views.deskRequests()).map(({ id }) => id)).toEqual([]);
  const heard: Happening[] = [];
  const stop = await tellScenes(
    facts({
      ...{ store: folder.store, booking, clock: () => clock.now },
      happened: (one) => void heard.push(one),
    }),
  );
  onTestFinished(stop);
  granted(await booking.desk.act(old.id, { type: 'note', text: 'Came late' }, OWNER));
  const fresh = granted(
    await booking.viewers.ask('creator', givenDraft({ service, start: '2026-12-28T09:00:00Z' }), null),
  );
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'booking', state: 'requested' }]));
  granted(await booking.desk.act(fresh.id, { type: 'accept' }, OWNER));
  await vi.waitFor(() =>
    expect(heard).toEqual([
      { type: 'booking', state: 'requested' },
      { type: 'booking', state: 'accepted' },
    ]),
  );
});

test('[SC164] how many wait is told in the order in which it changed, however long a look at the store takes', async () => {
  const folder = await openFolder();
  onTestFinished(folder.close);
  const changes = createListeners<{ requests: string[] }>((error) => {
    throw error;
  });
  const state = { open: 0, held: null as Promise<void> | null };
  const counts = async () => {
    const { open, held } = state;
    state.held = null;
    await held;
    return { open };
  };
  const told: unknown[] = [];
  const booking = { views: { counts }, onChange: changes.add };
  const worldChanged = ({ waiting }: Partial<World>) => {
    if (waiting !== undefined) told.push(waiting);
  };
  onTestFinished(await tellScenes(facts({ store: folder.store, booking, worldChanged })));
  const slow = Promise.withResolvers<void>();
  Object.assign(state, { open: 1, held: slow.promise });
  changes.tell({ requests: [] });
  await vi.waitFor(() => expect(state.held).toBeNull());
  state.open = 2;
  changes.tell({ requests: [] });
  // Whatever the second has asked the store for is answered before these.
  for (const id of ['any', 'other']) await readRequest(folder.store.db, 'local', id);
  slow.resolve();
  await vi.waitFor(() => expect(told).toHaveLength(3));
  expect(told).toEqual([0, 1, 2]);
});

test('[SC164] a goal is reached once, also when a look at it takes longer than the next', async () => {
  const folder = await openFolder();
  onTestFinished(folder.close);
  const goal = { kind: 'goal', id: 'follows', measure: 'follows', from: 0, target: 10 };
  const state = { follows: 0, held: null as Promise<void> | null, beats: 0 };
  const figures = async () => {
    const { follows, held } = state;
    state.held = null;
    await held;
    return { follows };
  };
  const heard: Happening[] = [];
  const rule = { when: [{ conditions: [{ type: 'goal' }] }] };
  const scenes = {
    rules: () => [rule],
    needsClock: () => {
      state.beats += 1;
      return false;
    },
    worldChanged: () => {},
    happened: (one: Happening) => void heard.push(one),
  };
  const booking = { views: { counts: async () => ({ open: 0 }) }, onChange: () => () => {} };
  const stage = {
    stages: { list: () => [{ id: 'main' }] },
    stageDesigns: { of: async () => ({ ...FIRST_DESIGN, widgets: [goal] }) },
  };
  const more = { ...stage, figures, scenes, lookEveryMs: 5 };
  onTestFinished(await tellScenes(facts({ store: folder.store, booking, more })));
  const beats = async (count: number) => {
    const until = state.beats + count;
    await vi.waitFor(() => expect(state.beats).toBeGreaterThanOrEqual(until));
  };
  await beats(3);
  const slow = Promise.withResolvers<void>();
  state.held = slow.promise;
  await vi.waitFor(() => expect(state.held).toBeNull());
  state.follows = 10;
  await beats(3);
  slow.resolve();
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  await beats(3);
  expect(heard).toEqual([{ type: 'goal', goal: 'follows' }]);
});

test('[SC164] the creator’s clock is in the zone of the last change', async () => {
  const changes = createListeners<void>((error) => {
    throw error;
  });
  const answers: PromiseWithResolvers<{ zone: string }>[] = [];
  const published = () => {
    const answer = Promise.withResolvers<{ zone: string }>();
    answers.push(answer);
    return answer.promise;
  };
  const fail = (error: unknown) => {
    throw error;
  };
  const opening = openCreatorClock({
    booking: { offers: { published }, onChange: changes.add },
    onFault: fail,
  } as never);
  answers[0]?.resolve({ zone: 'UTC' });
  const clock = await opening;
  changes.tell();
  changes.tell();
  await vi.waitFor(() => expect(answers.length).toBeGreaterThan(1));
  // Where both are asked at once the later is answered first.
  answers[2]?.resolve({ zone: 'Asia/Tokyo' });
  answers[1]?.resolve({ zone: 'Europe/Oslo' });
  await vi.waitFor(() => expect(answers).toHaveLength(3));
  answers[2]?.resolve({ zone: 'Asia/Tokyo' });
  const noon = Date.parse('2026-11-26T12:00:00Z');
  await vi.waitFor(() => expect(clock.minuteAt(noon)).toBe(21 * 60));
});
