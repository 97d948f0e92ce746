import { expect, onTestFinished, test, vi } from 'vitest';
import { knownStates, tellScenes } from '../../server/app/scene-facts.ts';
import type { Happening } from '../../server/core/scenes/world.ts';
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
  const session = { session: null, totals: { likes: 0, viewersNow: 0 }, gaps: [] };
  const quiet = { onChange: () => () => {} };
  const stop = await tellScenes({
    ...{ store: folder.store, creatorId: 'local', booking, clock: () => clock.now },
    live: { ...quiet, session: () => session },
    sources: { ...quiet, statuses: () => [] },
    stages: { list: () => [] },
    stageDesigns: { of: async () => null },
    figures: async () => {
      throw new Error('nobody asks for figures');
    },
    scenes: {
      rules: () => [],
      needsClock: () => false,
      worldChanged: () => {},
      happened: (one: Happening) => void heard.push(one),
    },
    minuteAt: () => 0,
    onFault: (error: unknown) => {
      throw error;
    },
  } as unknown as Parameters<typeof tellScenes>[0]);
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
