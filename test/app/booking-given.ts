import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Booking, createBooking } from '../../server/app/booking.ts';
import type { BookingParts, FeedParts } from '../../server/app/booking-parts.ts';
import { createDoor } from '../../server/app/door.ts';
import { isRefusal, type Refusal } from '../../server/core/decision.ts';
import { secretsOf } from '../../server/store/secrets.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { Availability, Bio, RequestDraft, ServiceDraft } from '../../shared/booking.ts';
import { toMillis } from '../../shared/time.ts';

/** What booking tests start from: a creator in Berlin on a Sunday noon, whose hours are every day from nine to five. */

export const SUNDAY_NOON = '2026-11-22T11:00:00Z';
export const MONDAY_TEN = '2026-11-23T09:00:00Z';
export const MONDAY_ELEVEN = '2026-11-23T10:00:00Z';
export const OWNER = { id: 'owner', name: 'Owner' };
export const MODERATOR = { id: 'mod', name: 'Mo' };

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const NINE_TO_FIVE = Availability.parse({
  zone: 'Europe/Berlin',
  stepMinutes: 30,
  weekly: DAYS.map((day) => ({ day, from: '09:00', to: '17:00' })),
});
export const BIO = Bio.parse({
  handle: 'creator',
  name: 'Ada Creator',
  headline: 'Résumés that get read',
  region: 'DE',
  zone: 'Europe/Berlin',
  languages: ['en'],
  proofs: [
    { title: 'Ten years in hiring', public: true },
    { title: 'Passport', public: false },
  ],
  adult: true,
  followers: 1500,
});

/** A clock that stands until it is moved. */
export interface SetClock {
  now: number;
}

export function givenService(changes: Partial<ServiceDraft> = {}): ServiceDraft {
  return ServiceDraft.parse({
    slug: 'cv-check',
    kind: 'consulting',
    title: { en: 'CV check', de: 'Lebenslauf-Check' },
    minutes: 30,
    price: { minor: 4500, currency: 'EUR' },
    noLicenceNeeded: true,
    ...changes,
  });
}

export function givenDraft(changes: Partial<RequestDraft> & { service: string }): RequestDraft {
  return RequestDraft.parse({
    name: 'Vera Viewer',
    adult: true,
    consent: true,
    onAir: true,
    zone: 'Asia/Tokyo',
    ...changes,
  });
}

export async function openFolder(): Promise<{ store: Store; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-booking-'));
  const store = await openSqlite(folder);
  return {
    store,
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export function bookingOn(
  store: Store,
  clock: SetClock,
  creatorId = 'local',
  onFault: (error: unknown) => void = rethrow,
  more: Partial<BookingParts> = {},
): Booking {
  return createBooking({
    store,
    creatorId,
    clock: () => clock.now,
    newId: () => randomUUID(),
    secret: 'a server secret of a test that is long enough',
    publicUrl: () => 'https://book.example',
    door: createDoor(),
    feeds: NO_NET,
    mail: null,
    onFault,
    codeOf: async (typed) => typed,
    ...more,
  });
}

/** No calendar of others can be reached. */
const NO_NET: FeedParts = {
  read: async () => ({ type: 'failed', trouble: 'unreachable' }),
  ...secretsOf('a root secret of a test that is long enough'),
  random: () => 0.5,
};

/** No listener of a test may throw unseen. */
function rethrow(error: unknown): void {
  throw error;
}

export function startClock(): SetClock {
  return { now: toMillis(SUNDAY_NOON) };
}

/** Publishes the bio with these services; answers their ids in order. */
export async function publish(booking: Booking, services: ReadonlyArray<ServiceDraft>, bio = BIO): Promise<string[]> {
  const ids: string[] = [];
  for (const service of services) ids.push(granted(await booking.offers.addService(service)).id);
  granted(await booking.offers.setAvailability(NINE_TO_FIVE));
  granted(await booking.offers.setBio(bio));
  granted(await booking.offers.publish());
  return ids;
}

/** The value of an answer that must not be a refusal. */
export function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.why} ${JSON.stringify(answer.issues ?? '')}`);
  return answer;
}

export function whyOf(answer: unknown): string | null {
  return isRefusal(answer) ? answer.why : null;
}

export function secretIn(thread: string): string {
  return thread.split('/t/')[1] ?? '';
}
