import { retentionOf } from './app/settings.ts';
import type { Parts } from './parts.ts';

/**
 * Takes away what is older than it is kept: acts of the log, logins that have expired, what people had who are out, and the
 * people behind old requests. One after the other, so that nobody's act waits behind all of it; `stop` ends it early, and
 * the next time goes on.
 */
export async function takeAwayOld(
  parts: Pick<Parts, 'access' | 'audit' | 'booking' | 'settings'>,
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
      const forgotten = await booking.forgetTooOld(retentionOf(settings.current()), stop);
      // A request that names nobody any more must be no riddle.
      if (forgotten > 0)
        await audit.note({ person: null, act: 'requests.forget', object: String(forgotten), result: 'done' });
    },
  ];
  for (const step of steps) if (!stop.aborted) await step().catch(onFault);
}
