import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type Live, type LiveChange, openLive } from '../../server/app/live.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';

/** The live door on a real database in a folder of its own, with a clock that stands until it is moved. */

export const NOON = Date.parse('2026-11-22T12:00:00Z');

export interface Given {
  live: Live;
  store: Store;
  readonly clock: { now: number };
  readonly told: LiveChange[];
  /** Closes as an orderly stop does and opens anew on the same folder. */
  restart(): Promise<void>;
  /** Opens anew as after a kill: nothing was written at the end. */
  restartAfterKill(): Promise<void>;
}

/** `around` may put something between the door and the store, such as one that fails. */
export async function givenLive(around: (store: Store) => Store = (store) => store): Promise<Given> {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-live-'));
  const clock = { now: NOON };
  const told: LiveChange[] = [];
  let ids = 0;
  const open = async () => {
    const store = await openSqlite(folder);
    const live = await openLive({
      store: around(store),
      creatorId: 'local',
      clock: () => clock.now,
      newId: () => `session-${++ids}`,
      onFault: (error) => {
        throw error;
      },
    });
    live.onChange((change) => told.push(change));
    return { live, store };
  };
  const given: Given = {
    ...(await open()),
    clock,
    told,
    restart: async () => {
      await given.live.close();
      await given.restartAfterKill();
    },
    restartAfterKill: async () => {
      await given.store.close();
      Object.assign(given, await open());
    },
  };
  onTestFinished(async () => {
    await given.store.close();
    await rm(folder, { recursive: true, force: true });
  });
  return given;
}

/** The gifts that were shown to grow or end, as count and whether ended, in order. */
export function growthsOf(told: ReadonlyArray<LiveChange>): [number, boolean][] {
  return told.flatMap((change) =>
    change.grown
      .filter(({ growth }) => growth.changed)
      .map(({ growth }): [number, boolean] => [growth.count, growth.ended]),
  );
}

/**
 * The sessions as they are listed must be the same before and after a start anew; but the gaps of a running one, which
 * has one more: the program was away.
 */
export async function expectSameAfterRestart(given: Given): Promise<void> {
  const sessions = async () =>
    (await given.live.sessions([])).map((one) => (one.session?.endedAt === null ? { ...one, gaps: [] } : one));
  const before = await sessions();
  await given.restartAfterKill();
  expect(await sessions()).toEqual(before);
}
