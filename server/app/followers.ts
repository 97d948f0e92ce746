import { z } from 'zod';
import type { FollowersKnown } from '../../shared/eligibility.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Db, Tx } from '../store/store.ts';

const SETTING = 'followers-seen';
const Seen = z.object({ handle: z.string(), count: z.int().min(0), at: z.number() });

/** How many followers a live source last told of for this handle; null where none did. */
export async function readFollowers(db: Db | Tx, creatorId: string, handle: string | null): Promise<FollowersKnown> {
  const seen = Seen.safeParse(await readSetting(db, creatorId, SETTING));
  if (!seen.success || seen.data.handle !== handle) return null;
  return { count: seen.data.count, at: toInstant(seen.data.at) };
}

export function writeFollowers(tx: Tx, creatorId: string, handle: string, count: number, now: EpochMillis) {
  return writeSetting(tx, creatorId, SETTING, { handle: handle.toLowerCase(), count, at: now }, now);
}
