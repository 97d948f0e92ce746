import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Scenes } from '../../server/app/scenes.ts';
import { createScenes } from '../../server/app/scenes-door.ts';
import type { ScenesOptions } from '../../server/app/scenes-options.ts';
import { connectObs } from '../../server/obs/connection.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';

/** Stands in for the wiring's encryption: readable by nobody who searches for the clear text. */
export const secretBox = {
  seal: (text: string) => `sealed:${Buffer.from(text).toString('base64')}`,
  open: (sealed: string) => Buffer.from(sealed.slice(7), 'base64').toString(),
};

/** An embedded store in a folder of its own, gone at the end of the test. */
export async function store(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'scenes-'));
  const opened = await openSqlite(folder);
  await opened.db.insertInto('creator').values({ id: 'me', created_at: 0 }).execute();
  onTestFinished(async () => {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  });
  return opened;
}

/** The door of scenes on a real connection to OBS. */
export async function door(kept: Store, more: Partial<ScenesOptions> = {}): Promise<Scenes> {
  const onFault = (error: unknown) => {
    throw error;
  };
  const options = { store: kept, creatorId: 'me', clock: () => Date.now(), secretBox, connectObs, onFault, ...more };
  const scenes = await createScenes(options);
  onTestFinished(() => scenes.close());
  return scenes;
}
