import { forgetOldWords } from './app/old-words.ts';
import { retentionOf } from './app/settings.ts';
import type { Parts } from './parts.ts';
import { readSetting, writeSetting } from './store/settings.ts';

const REQUESTS_SINCE = 'retention-since';
const WORDS_SINCE = 'words-retention-since';
const TIME_TO_CHOOSE_MS = 7 * 24 * 60 * 60_000;

/**
 * Takes away what is older than it is kept: acts of the log, logins that have expired, what people had who are out, the
 * people behind old requests, and what was said in old lives. One after the other, so that nobody's act waits behind all of it; `stop` ends it early, and
 * the next time goes on.
 */
export async function takeAwayOld(
  parts: Pick<Parts, 'access' | 'audit' | 'booking' | 'clock' | 'creatorId' | 'settings' | 'store'>,
  stop: AbortSignal,
  onFault: (error: unknown) => void,
): Promise<void> {
  const { access, audit, booking, settings } = parts;
  const { auditDays } = settings.current();
  const steps = [
    () => audit.shorten(),
    () => access.sweep(),
    () => access.people.forgetGone(auditDays),
    async () => {
      if (!(await isChosen(parts, REQUESTS_SINCE))) return;
      const forgotten = await booking.forgetTooOld(retentionOf(settings.current()), stop);
      // A request that names nobody any more must be no riddle.
      if (forgotten > 0)
        await audit.note({ person: null, act: 'requests.forget', object: String(forgotten), result: 'done' });
    },
    async () => {
      if (!(await isChosen(parts, WORDS_SINCE))) return;
      const forgotten = await forgetOldWords(parts, settings.current().keepWordsDays, stop);
      if (forgotten > 0)
        await audit.note({ person: null, act: 'live.forget', object: String(forgotten), result: 'done' });
    },
  ];
  for (const step of steps) if (!stop.aborted) await step().catch(onFault);
}

/**
 * Whether who has requests or words that are older than they are kept by default had a week to say otherwise: what is forgotten does
 * not come back.
 */
async function isChosen(
  { store, creatorId, clock }: Pick<Parts, 'clock' | 'creatorId' | 'store'>,
  name: string,
): Promise<boolean> {
  const since = await readSetting(store.db, creatorId, name);
  if (typeof since === 'number') return clock() - since >= TIME_TO_CHOOSE_MS;
  await writeSetting(store.db, creatorId, name, clock(), clock());
  return false;
}
