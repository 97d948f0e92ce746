import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSceneHistory } from '../../server/app/scene-history.ts';
import { ensureCreator } from '../../server/store/offers.ts';
import type { OpenedStores } from './two-programs.ts';

const NOON = Date.parse('2026-11-22T11:00:00Z');

/** What is kept of scene changes on every store. `open` gives an empty one, twice. */
export function sceneHistoryContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`scene changes on ${name}`, () => {
    let opened: OpenedStores;
    let session: string | null;
    beforeEach(async () => {
      opened = await open();
      session = 'evening';
      await opened.stores[0].transaction((tx) => ensureCreator(tx, 'local', NOON));
    });
    afterEach(() => opened.close());

    const history = (most = 100) =>
      createSceneHistory({
        store: opened.stores[0],
        creatorId: 'local',
        session: () => session,
        onFault: (error) => {
          throw error;
        },
        most,
      });
    const byRule = (at: number, scene: string) =>
      ({ at, scene, by: 'rule', why: 'rule-fired', rule: 'party', ruleName: 'Big gift' }) as const;
    const byHand = (at: number, scene: string) =>
      ({ at, scene, by: 'hand', why: 'human-changed-scene', rule: null, ruleName: null }) as const;

    test('[SC49] a scene that came on is kept with who brought it and why, by its live, over a restart', async () => {
      const first = history();
      first.note(byRule(NOON, 'Celebration'));
      first.note(byHand(NOON + 1, 'BRB'));
      // Told twice within a millisecond, it is one.
      first.note(byHand(NOON + 1, 'BRB'));
      session = 'next day';
      first.note(byHand(NOON + 2, 'Main'));
      session = null;
      first.note(byHand(NOON + 3, 'Booking'));
      await first.settled();
      expect(await history().of('evening')).toEqual([
        { ...byRule(NOON, 'Celebration'), session: 'evening' },
        { ...byHand(NOON + 1, 'BRB'), session: 'evening' },
      ]);
      // What was on at its beginning: what came on last before it.
      const next = await history().of('next day');
      expect(await history().beginningOf(next)).toBe('BRB');
      expect(await history().beginningOf([])).toBeNull();
      expect(next.map(({ scene }) => scene)).toEqual(['Main']);
    });

    test('[SC49] of many scene changes the newest are kept', async () => {
      const many = history();
      for (let at = 0; at < 30; at++) many.note(byHand(NOON + at, 'Main'));
      await many.settled();
      const bounded = history(10);
      bounded.note(byHand(NOON + 30, 'BRB'));
      await bounded.settled();
      const kept = await bounded.of('evening');
      expect(kept.map(({ at }) => at - NOON)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30]);
    });
  });
}
