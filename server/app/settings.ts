import { StudioSettings } from '../../shared/settings.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Retention } from '../core/desk/retention.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { createDoor } from './door.ts';
import { createListeners } from './listeners.ts';

/** A log that reaches over a year tells this season from the last (security.md: acts are no chat, which goes after a month). */
const AUDIT_DAYS = 400;
const FIRST: StudioSettings = {
  language: 'en',
  tiktokHandle: null,
  publicUrl: null,
  deskOutside: false,
  auditDays: AUDIT_DAYS,
  answerWithinHours: null,
  // security.md, section 5: messages 90 days, bookings 12 months after the date.
  keepRequestDays: 90,
  keepBookingDays: 365,
  // The same: chat 30 days.
  keepWordsDays: 30,
};

export type Settings = Awaited<ReturnType<typeof openSettings>>;

const NAME = 'studio';

/** The studio's own settings, kept as one value. */
export async function openSettings(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, clock, onFault } = deps;
  const kept = await readSetting(store.db, creatorId, NAME);
  let current = StudioSettings.catch(FIRST).parse({ ...FIRST, ...(kept ?? {}) });
  const listeners = createListeners<StudioSettings>(onFault);
  const door = createDoor();
  return {
    onChange: listeners.add,
    current: () => current,
    /** Changes some of them; of two changes at once none undoes the other's. */
    change(part: Partial<StudioSettings>): Promise<StudioSettings> {
      return door.run(async () => {
        const next = { ...current, ...part };
        await writeSetting(store.db, creatorId, NAME, next, clock());
        current = next;
        listeners.tell(current);
        return current;
      });
    },
  };
}

/** How long the people of requests are kept. */
export function retentionOf({ keepRequestDays, keepBookingDays }: StudioSettings): Retention {
  return { requestDays: keepRequestDays, bookingDays: keepBookingDays };
}
