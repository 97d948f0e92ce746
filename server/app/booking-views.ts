import type { Service, Slot } from '../../shared/booking.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { MOST_SLOT_DAYS, type MoveTimes, type SlotList } from '../../shared/public-page.ts';
import type { Right } from '../../shared/rights.ts';
import type { OtherRequest } from '../../shared/same-person.ts';
import type { StageView } from '../../shared/stage-view.ts';
import type { StudioView } from '../../shared/studio-view.ts';
import type { ThreadView } from '../../shared/thread-view.ts';
import { type EpochMillis, toWireInstant } from '../../shared/time.ts';
import type { ViewerData } from '../../shared/viewer-data.ts';
import { agreedOf } from '../core/booking/agreed.ts';
import type { ViewersEntry } from '../core/booking/calendar-file.ts';
import { bookableSlots, bookingWindow, type FreeSlot, leftInWeek } from '../core/booking/slots.ts';
import type { Span } from '../core/booking/span.ts';
import { refusedMove } from '../core/booking/viewer.ts';
import { stageQueue, threadView, wasBooked } from '../core/booking/views.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { calendarWords } from '../core/mail/agreed-words.ts';
import { allServices, readBio } from '../store/offers.ts';
import { countByState } from '../store/request-counts.ts';
import { comingBookings, readRequest, readRequestBySecret } from '../store/requests.ts';
import { placeInLine } from '../store/waitlist.ts';
import type { BookingParts } from './booking-parts.ts';
import { calendarFor, freeSlots } from './calendar.ts';
import { choices } from './choices.ts';
import { keptBriefly } from './kept-briefly.ts';
import { timedServices } from './licences.ts';
import { readThreads } from './merge.ts';
import { offeredService } from './offered.ts';
import { deskViews, type QueueViews, queuePart } from './queue-views.ts';
import { othersOfPerson } from './same-person.ts';
import { searchRequests } from './search.ts';
import { hashOf } from './thread-secret.ts';
import type { Turns } from './turn.ts';
import { readViewerData, readViewerDataById } from './viewer-data.ts';

/** Which starts are asked for; an end that is null is left to the server. */
interface AskedWindow {
  readonly from: EpochMillis | null;
  readonly to: EpochMillis | null;
}

/** What is read: for the pages, the sockets and the stage. */
export interface BookingViews extends QueueViews {
  /** The bookable slots that start in the window: null is now, and 14 days from its start; 62 days at most. */
  slots(handle: string, idOrSlug: string, window: AskedWindow): Promise<SlotList | Refusal>;
  deskRequest(id: string): Promise<DeskRequest | Refusal>;
  /** What else its person has open or booked, as far as somebody with these rights may know. Refuses with `not-found`. */
  othersOf(id: string, rights: ReadonlyArray<Right>): Promise<OtherRequest[] | Refusal>;
  /** Ids of the requests in which every word stands, whatever its case or accents. */
  searchDesk(search: string): Promise<string[]>;
  thread(secret: string): Promise<ThreadView | Refusal>;
  /** The id that changes of the thread are told under, or null. */
  requestIdOf(secret: string): Promise<string | null>;
  /**
   * The times that the thread's request can move to, by the rule that a move is held against: what only its own booking
   * blocks is free. The window as for `slots`. Refuses with `not-found`, or as the move itself would for its state.
   */
  moveTimes(secret: string, window: AskedWindow): Promise<MoveTimes | Refusal>;
  /** Everything that is kept of the thread's viewer. */
  viewerData(secret: string): Promise<ViewerData | Refusal>;
  /** The same, by the id of the request. Refuses with `not-found`, also once the viewer is erased. */
  viewerDataById(id: string): Promise<ViewerData | Refusal>;
  /**
   * The booking for the calendar of its viewer; of one that is off, to take it out again. Refuses with `not-booked` while there is nothing to put into a calendar.
   */
  calendarEntry(secret: string): Promise<ViewersEntry | Refusal>;
  queueForStage(): Promise<StageView['queue']>;
  counts(): Promise<StudioView['queue']>;
  /** The earliest bookable start of all offered services; null when there is none or nothing is published. */
  nextFree(): Promise<Omit<NonNullable<StageView['nextFree']>, 'checkedAt'> | null>;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SLOT_DAYS = 14;

export function createBookingViews(parts: BookingParts, turns: Turns): BookingViews {
  const { store, creatorId, clock } = parts;
  const writers = store.kind === 'sqlite' ? 'alone' : 'shared';
  const slots = keptBriefly<KeptSlots | Refusal>(clock, turns.onChange, writers);
  const free = keptBriefly<Awaited<ReturnType<BookingViews['nextFree']>>>(clock, turns.onChange);
  const stage = stagePart(parts);
  const { db } = store;
  return {
    slots: async (handle, idOrSlug, window) => {
      const { from, to } = spanOf(window, clock());
      // Pages ask from their own now, to the millisecond: whole minutes let them share one look at the calendar.
      const whole = { from: Math.floor(from / MINUTE) * MINUTE, to: Math.ceil(to / MINUTE) * MINUTE };
      const key = JSON.stringify([handle, idOrSlug, whole.from, whole.to]);
      const found = await slots(key, () => slotsOf(parts, handle, idOrSlug, whole));
      if (isRefusal(found)) return found;
      // The same object for all who ask by whole minutes: what answers them makes its bytes once.
      if (whole.from === from && whole.to === to) return found.list;
      return { slots: found.kept.filter(({ at }) => at >= from && at < to).map(({ slot }) => slot) };
    },
    ...queuePart(parts),
    searchDesk: (search) => searchRequests(parts, search),
    deskRequest: async (id) => {
      const request = await readRequest(db, creatorId, id);
      const [view] = request ? await deskViews(parts, [request]) : [];
      return view ?? refuse('not-found');
    },
    othersOf: (id, rights) => othersOfPerson(parts, id, rights),
    requestIdOf: async (secret) => (await readRequestBySecret(db, creatorId, hashOf(secret)))?.id ?? null,
    ...threadPart(parts),
    viewerData: (secret) => readViewerData(parts, secret),
    viewerDataById: (id) => readViewerDataById(parts, id),
    ...stage,
    nextFree: () => free('', stage.nextFree),
  };
}

function spanOf(window: AskedWindow, now: EpochMillis): Span {
  const from = window.from ?? now;
  return { from, to: Math.min(window.to ?? from + SLOT_DAYS * DAY, from + MOST_SLOT_DAYS * DAY) };
}

/** A free slot on the wire, with its start as a number. */
interface KeptSlot {
  readonly at: EpochMillis;
  readonly slot: Slot;
}

/** What is kept of a window of whole minutes: to be cut by starts, and as it is answered uncut. */
interface KeptSlots {
  readonly kept: ReadonlyArray<KeptSlot>;
  readonly list: SlotList;
}

async function slotsOf(
  parts: BookingParts,
  handle: string,
  idOrSlug: string,
  window: Span,
): Promise<KeptSlots | Refusal> {
  const { creatorId, clock } = parts;
  const { db } = parts.store;
  const service = await offeredService(db, creatorId, handle, idOrSlug);
  if (isRefusal(service)) return service;
  const found = await freeSlots(db, creatorId, service, window, clock());
  const kept = found.map((slot) => ({ at: slot.start, slot: wireSlot(slot) }));
  return { kept, list: { slots: kept.map(({ slot }) => slot) } };
}

function wireSlot({ start, end, seats }: FreeSlot): Slot {
  return { start: toWireInstant(start), end: toWireInstant(end), seats };
}

function threadPart(parts: BookingParts): Pick<BookingViews, 'thread' | 'moveTimes' | 'calendarEntry'> {
  const { creatorId, clock } = parts;
  const { db } = parts.store;
  async function find(secret: string) {
    const request = await readRequestBySecret(db, creatorId, hashOf(secret));
    const service = request && (await allServices(db, creatorId)).get(request.service);
    const bio = request && (await readBio(db, creatorId));
    return request && service && bio ? { request, kept: service, creator: bio.published ?? bio.draft } : null;
  }
  return {
    thread: async (secret) => {
      const found = await find(secret);
      if (!found) return refuse('not-found');
      const { request, kept, creator } = found;
      const entries = (await readThreads(parts, db, [request.id])).get(request.id) ?? [];
      const nearest = kept.deleted ? [] : await choices(parts, request, kept.service);
      const line = request.state === 'waitlisted' ? await placeInLine(db, creatorId, request.id) : null;
      const mails = parts.mail?.isOn() ?? false;
      return threadView(request, kept.service, creator, entries, { nearest, line, mails }, clock());
    },
    moveTimes: async (secret, window) => {
      const found = await find(secret);
      if (!found) return refuse('not-found');
      const { request, kept } = found;
      const now = clock();
      const refused = refusedMove(request, kept.service, now);
      if (refused) return refused;
      const free = await freeSlots(db, creatorId, kept.service, spanOf(window, now), now, request.id);
      // A move to the time that is booked already is none, and what was called off cannot be kept.
      const has = request.state === 'booked' || request.state === 'called-off';
      const others = free.filter(({ start }) => !has || start !== request.start);
      return { slots: others.map(wireSlot), until: toWireInstant(bookingWindow(kept.service, now).to) };
    },
    calendarEntry: async (secret) => {
      const found = await find(secret);
      if (!found) return refuse('not-found');
      const { id, state, start, end, version, updatedAt, language } = found.request;
      if (start === null || end === null) return refuse('not-booked');
      const isOff = state === 'cancelled' || state === 'called-off';
      const entries = isOff ? ((await readThreads(parts, db, [id])).get(id) ?? []) : [];
      if (state !== 'booked' && !(isOff && wasBooked(found.request, entries))) return refuse('not-booked');
      const { service } = found.kept;
      const creatorName = found.creator.name;
      const words = calendarWords(agreedOf(found.request, service), creatorName, language);
      const when = { sequence: version, start, end, changedAt: updatedAt };
      const method = isOff ? 'CANCEL' : 'PUBLISH';
      return { id, ...when, title: service.title, creatorName, language, ...words, organizer: null, method };
    },
  };
}

function stagePart(parts: BookingParts): Pick<BookingViews, 'queueForStage' | 'counts' | 'nextFree'> {
  const { creatorId, clock } = parts;
  const { db } = parts.store;
  const counts = async () => {
    const states = await countByState(db, creatorId);
    const unanswered = states.get('new') ?? 0;
    return { open: unanswered + (states.get('waiting') ?? 0) + (states.get('offered') ?? 0), unanswered };
  };
  return {
    counts,
    queueForStage: async () => {
      const services = await allServices(db, creatorId);
      const now = clock();
      const coming = await comingBookings(db, creatorId, now, 8);
      const titleOf = (service: string) => services.get(service)?.service.title ?? {};
      return stageQueue((await counts()).open, coming, titleOf, now);
    },
    nextFree: async () => {
      let best: { service: Service; start: EpochMillis } | null = null;
      for (const service of await timedServices(db, creatorId)) {
        const start = await firstFree(parts, service, best?.start ?? Number.POSITIVE_INFINITY);
        if (start !== null) best = { service, start };
      }
      if (!best) return null;
      const now = clock();
      const calendar = await calendarFor(db, creatorId, best.service, { from: now, to: now + 8 * DAY }, now);
      const { zone } = calendar.availability;
      return { start: toWireInstant(best.start), zone, leftThisWeek: leftInWeek(calendar) };
    },
  };
}

/** The service's first bookable start before `limit`, looked for a week at a time. */
async function firstFree(parts: BookingParts, service: Service, limit: EpochMillis): Promise<EpochMillis | null> {
  const now = parts.clock();
  const bookable = bookingWindow(service, now);
  const end = Math.min(bookable.to, limit);
  for (let from = bookable.from; from < end; from += 7 * DAY) {
    const window = { from, to: Math.min(from + 7 * DAY, end) };
    const calendar = await calendarFor(parts.store.db, parts.creatorId, service, window, now);
    const [first] = bookableSlots(calendar, window);
    if (first) return first.start;
  }
  return null;
}
