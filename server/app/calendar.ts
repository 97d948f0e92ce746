import { Availability, type Service } from '../../shared/booking.ts';
import { type EpochMillis, toWireInstant } from '../../shared/time.ts';
import { isOverEarly, plannedLives, runningLive } from '../core/booking/hours.ts';
import {
  bookableSlots,
  bookingWindow,
  type Calendar,
  type FreeSlot,
  isFree,
  isOffered,
  nearestOf,
  needOf,
} from '../core/booking/slots.ts';
import { joined, type Span } from '../core/booking/span.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { takenBetween } from '../store/appointments.ts';
import { busyBetween } from '../store/busy-spans.ts';
import { readBio } from '../store/offers.ts';
import { lastLive } from '../store/sessions.ts';
import { readSetting } from '../store/settings.ts';
import type { Db, Tx } from '../store/store.ts';

/** The creator's calendar as the store has it: what can be booked, and the nearest when something cannot. */

const DAY = 24 * 60 * 60_000;
/** How far around an asked time the nearest are looked for, in days, until there are enough. */
const RADII = [3, 14, 62, 731];

/** The hours as they were set; before that none, in the zone of the bio. */
export async function readAvailability(db: Db | Tx, creatorId: string): Promise<Availability> {
  const kept = await readSetting(db, creatorId, 'availability');
  // Kept only after it went through its schema; to parse it again would make a clock of its zone at every look.
  // What is not in hours of an older Cuedesk is as it was then.
  if (kept !== undefined) return { lives: [], ...(kept as Omit<Availability, 'lives'>) };
  const bio = await readBio(db, creatorId);
  return Availability.parse({ zone: bio?.draft.zone ?? 'UTC' });
}

/** The service's calendar with all that is taken around the window, but for what the request `without` has itself. */
export async function calendarFor(
  db: Db | Tx,
  creatorId: string,
  service: Service,
  window: Span,
  now: EpochMillis,
  without: string | null = null,
): Promise<Calendar> {
  const availability = await readAvailability(db, creatorId);
  const reach = { from: needOf(service, window.from).from, to: needOf(service, window.to).to };
  // The bookings of the creator's whole day are counted; it lies within two days of any instant of it.
  const spare = service.dailyCap === null ? 0 : 2 * DAY;
  const around = { from: reach.from - spare, to: reach.to + spare };
  const taken = await takenBetween(db, creatorId, around, now, without);
  const busy = joined(await busyBetween(db, creatorId, reach));
  return { availability, service, taken, busy, lives: await livesIn(db, creatorId, availability, reach, now), now };
}

/**
 * Planned lives as they come, the running one for as long as it will probably last, and one that is over before its plan
 * for no more than it took.
 */
async function livesIn(
  db: Db | Tx,
  creatorId: string,
  availability: Availability,
  reach: Span,
  now: EpochMillis,
): Promise<Span[]> {
  const lives = plannedLives(availability, reach);
  const isOn = (live: Span) => live.from <= now && live.to > now;
  const running = runningLive(availability, now);
  const reachesIt = reach.from < running.to && reach.to > now;
  const last = reachesIt || lives.some(isOn) ? await lastLive(db, creatorId) : null;
  if (!last) return lives;
  // A session that a posted event began, and that nobody ends, says nothing of where the creator is.
  if (last.endedAt === null) return last.isLive ? [...lives, running] : lives;
  return lives.filter((live) => !isOn(live) || !isOverEarly(live, last.endedAt, now));
}

/** The bookable slots that start in the window; as if the request `without` had no time yet. */
export async function freeSlots(
  db: Db | Tx,
  creatorId: string,
  service: Service,
  window: Span,
  now: EpochMillis,
  without: string | null = null,
): Promise<FreeSlot[]> {
  return bookableSlots(await calendarFor(db, creatorId, service, window, now, without), window);
}

/** Up to `count` bookable starts nearest to the asked one, in order of time, on the wire. */
export async function nearestStarts(
  db: Db | Tx,
  creatorId: string,
  service: Service,
  asked: EpochMillis,
  now: EpochMillis,
  count = 3,
): Promise<string[]> {
  const bookable = bookingWindow(service, now);
  const middle = Math.min(Math.max(asked, bookable.from), bookable.to);
  for (const days of RADII) {
    const window = { from: middle - days * DAY, to: middle + days * DAY };
    const nearest = nearestOf(await freeSlots(db, creatorId, service, window, now), asked, count);
    const whole = window.from <= bookable.from && window.to >= bookable.to;
    if (nearest.length >= count || whole) return nearest.map(toWireInstant);
  }
  return [];
}

/** A start that another has. The nearest are looked for once the turn is over: not while everybody waits at the door. */
export interface SlotTaken extends Refusal {
  readonly asked: { readonly service: Service; readonly start: EpochMillis };
}

export function isSlotTaken(answer: unknown): answer is SlotTaken {
  return isRefusal(answer) && 'asked' in answer;
}

/**
 * Why the start cannot be had, or null. `offered`: by the whole calendar; `free`: it must only lie ahead and be free of
 * appointments, of what other calendars say and of the daily cap, since a person agreed to it. As if the request
 * `without` had no time yet.
 */
export async function refusalOf(
  db: Db | Tx,
  creatorId: string,
  service: Service,
  start: EpochMillis,
  check: 'offered' | 'free',
  now: EpochMillis,
  without: string | null = null,
): Promise<Refusal | SlotTaken | null> {
  const calendar = await calendarFor(db, creatorId, service, { from: start, to: start + 1 }, now, without);
  if (check === 'offered' ? !isOffered(calendar, start) : start <= now) return refuse('slot-not-offered');
  if (isFree(calendar, start, check)) return null;
  return { ...refuse('slot-taken'), asked: { service, start } };
}
