import { z } from 'zod';
import type { EpochMillis } from '../../shared/time.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { createDoor } from './door.ts';

const Kept = z.array(z.object({ id: z.string(), spec: z.string() }));
const NAME = 'sources';

export type SourceList = Awaited<ReturnType<typeof openSourceList>>;

/** The sources that were connected by hand, so that they are there again after a restart. */
export async function openSourceList(deps: { store: Store; creatorId: string; clock: () => EpochMillis }) {
  const { store, creatorId, clock } = deps;
  const door = createDoor();
  let list = Kept.catch([]).parse((await readSetting(store.db, creatorId, NAME)) ?? []);

  const change = (next: (list: z.infer<typeof Kept>) => z.infer<typeof Kept>) =>
    door.run(async () => {
      const changed = next(list);
      await writeSetting(store.db, creatorId, NAME, changed, clock());
      list = changed;
    });

  return {
    specs: (): string[] => list.map(({ spec }) => spec),
    add: (id: string, spec: string) => change((now) => [...now.filter((one) => one.id !== id), { id, spec }]),
    remove: (id: string) => change((now) => now.filter((one) => one.id !== id)),
  };
}
