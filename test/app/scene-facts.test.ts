import { expect, test, vi } from 'vitest';
import { knownStates } from '../../server/app/scene-facts.ts';
import { SceneRule } from '../../shared/scene-rules.ts';
import { fakeObs } from '../obs/listening.ts';
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
