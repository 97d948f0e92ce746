import { expect, test } from 'vitest';
import { obsStatus } from '../../server/app/obs-status.ts';
import type { ObsPicture } from '../../server/core/scenes/obs-port.ts';
import { SceneRule } from '../../shared/scene-rules.ts';
import { rule, Script } from '../core/scenes/script.ts';

const CONNECTED: ObsPicture = {
  ...{ state: 'connected', detail: '', cause: null, scene: 'Main', preview: null, scenes: [], studioMode: false },
  warnings: [],
};
const heldIn = ({ state }: Script, picture = CONNECTED) =>
  obsStatus(picture, state, { address: '', search: 'off' }, new Map(), 0).hold;

test('[SC139] which rule holds the scene, until when, and what comes after it is told, by the rule\u2019s name', () => {
  const show = new Script([rule()]);
  expect(heldIn(show)).toBeNull();
  show.gift(5, 100);
  const held = { scene: 'Celebration', rule: 'party', ruleName: 'party', returnTo: 'Main', whileTrue: false };
  expect(heldIn(show)).toEqual({ ...held, until: '1970-01-01T00:00:15.000Z' });
  expect(heldIn(show, { ...CONNECTED, state: 'refused' })).toBeNull();
  expect(heldIn(show.tick(15))).toBeNull();
});

test('[SC139] a hold of a state tells no end but that of its most, and one whose scene stays nothing that comes after', () => {
  const lasting = (hold: object) =>
    SceneRule.parse({
      ...{ id: 'live', name: 'Live', when: [{ match: 'all', conditions: [{ type: 'live', on: true }] }] },
      actions: [{ type: 'show-scene', scene: 'BRB', hold: { seconds: 1, ...hold } }],
    });
  const begun = (hold: object) =>
    new Script([lasting(hold)])
      .at(0, { type: 'world-changed', change: { live: false } })
      .at(5, { type: 'world-changed', change: { live: true } });
  expect(heldIn(begun({ whileTrue: true }))).toMatchObject({ whileTrue: true, until: null, returnTo: 'Main' });
  const most = begun({ whileTrue: true, mostSeconds: 60 });
  expect(heldIn(most)).toMatchObject({ whileTrue: true, until: '1970-01-01T00:01:05.000Z' });
  expect(heldIn(begun({ returns: false }))).toMatchObject({ returnTo: null });
});
