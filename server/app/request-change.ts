import type { Service } from '../../shared/booking.ts';
import { isOpen } from '../../shared/request-states.ts';
import { type EpochMillis, toMillis, toWireInstant } from '../../shared/time.ts';
import { wallTime } from '../core/booking/hours.ts';
import { plainText } from '../core/booking/plain-text.ts';
import type { BookingRequest, NewMessage, RequestChange } from '../core/booking/request.ts';
import { endOf, needOf, seatsLeft } from '../core/booking/slots.ts';
import { ANY_TIME, hasKeptOffer } from '../core/booking/waitlist.ts';
import type { Refusal } from '../core/decision.ts';
import { takenBetween } from '../store/appointments.ts';
import { addMessages } from '../store/messages.ts';
import { allServices } from '../store/offers.ts';
import { requestsIn, swapRequest } from '../store/requests.ts';
import { freeSeatOf, takeSeat } from '../store/seats.ts';
import type { Tx } from '../store/store.ts';
import { joinLine, leaveLine } from '../store/waitlist.ts';
import type { BookingParts } from './booking-parts.ts';
import { nearestStarts, readAvailability, refusalOf } from './calendar.ts';
import { LostRace, type Turn } from './turn.ts';

/**
 * Keeps what a decision changes of a request, with its seat, all in the turn's transaction. Refuses with `slot-taken`
 * or `slot-not-offered` when the new time cannot be had; the turn then rolls back whole.
 */
export async function applyChange(
  parts: BookingParts,
  turn: Turn,
  request: BookingRequest,
  service: Service,
  change: RequestChange,
): Promise<BookingRequest | Refusal> {
  const { creatorId } = parts;
  const keptOfferEnds = hasKeptOffer(request) && change.offers !== undefined;
  if (change.seat === 'free' || change.seat === 'swap' || keptOfferEnds) {
    turn.freed.push(...(await freeSeatOf(turn.tx, creatorId, request.id)));
  }
  if (change.check && change.start !== undefined) {
    const refused = await refusalOf(turn.tx, creatorId, service, change.start, change.check, turn.now);
    if (refused) return refused;
  }
  const next = await afterChange(parts, turn, request, service, change);
  if (!(await swapRequest(turn.tx, creatorId, next, request.version))) throw new LostRace();
  await keepPlaceInLine(turn.tx, creatorId, request, next);
  await say(parts, turn, request.id, change.say ?? []);
  if ((change.seat === 'take' || change.seat === 'swap') && next.start !== null) {
    await bookSeat(parts, turn, next, service, next.start);
  }
  await parts.mail?.changed(turn, request, next, change);
  return next;
}

/** In the line while it waits or has an offer of it; out of it with anything else that comes of the request. */
async function keepPlaceInLine(tx: Tx, creatorId: string, was: BookingRequest, is: BookingRequest): Promise<void> {
  const waited = was.state === 'waitlisted' || hasKeptOffer(was);
  if (is.state === 'waitlisted' && was.state !== 'waitlisted') {
    const passed = hasKeptOffer(was) ? was.offers : [];
    await joinLine(tx, creatorId, { request: is.id, service: is.service, wish: ANY_TIME }, passed);
  } else if (waited && is.state !== 'waitlisted' && !hasKeptOffer(is)) {
    await leaveLine(tx, creatorId, is.id);
  }
}

/** Takes the seat that was found free a moment ago, and tells those who asked for the same time at the end of the turn. */
export async function bookSeat(
  parts: BookingParts,
  turn: Turn,
  request: BookingRequest,
  service: Service,
  start: EpochMillis,
): Promise<void> {
  const ask = seatAsk(service, start);
  if (!(await takeSeat(turn.tx, parts.creatorId, parts.newId(), ask, { request: request.id }))) throw new LostRace();
  turn.afterwards.push(() => tellLosers(parts, turn, request.id, service, start));
}

export function seatAsk(service: Service, start: EpochMillis): Parameters<typeof takeSeat>[3] {
  const { from, to } = needOf(service, start);
  return { service: service.id, start, end: endOf(service, start), from, to, capacity: service.capacity };
}

/** The start on the creator's wall clock, for the record: the zone of the hours may change later. */
export async function wallRecord(
  parts: BookingParts,
  turn: Turn,
  start: EpochMillis,
): Promise<Pick<BookingRequest, 'wallStart' | 'creatorZone'>> {
  const { zone } = await readAvailability(turn.tx, parts.creatorId);
  return { wallStart: wallTime(start, zone), creatorZone: zone };
}

export async function say(
  parts: BookingParts,
  turn: Turn,
  request: string,
  entries: ReadonlyArray<NewMessage>,
): Promise<void> {
  const numbered = entries.map((entry) => ({ ...plain(entry), id: parts.newId() }));
  await addMessages(turn.tx, parts.creatorId, request, numbered, turn.now);
  turn.touched.add(request);
}

/** The words that a person wrote; a system word is ours and stays as it is. */
function plain(entry: NewMessage): NewMessage {
  return entry.author === 'system' ? entry : { ...entry, text: plainText(entry.text) };
}

async function afterChange(
  parts: BookingParts,
  turn: Turn,
  request: BookingRequest,
  service: Service,
  change: RequestChange,
): Promise<BookingRequest> {
  const { start, state = request.state } = change;
  const snooze = change.snooze === undefined ? request.snooze : change.snooze;
  const time =
    start === undefined ? {} : { start, end: endOf(service, start), ...(await wallRecord(parts, turn, start)) };
  return {
    ...request,
    ...time,
    ...change.reads,
    contact: change.contact === undefined ? request.contact : change.contact,
    state,
    offers: change.offers ?? request.offers,
    // New offers come with their own end, or with none.
    offersUntil: change.offersUntil ?? (change.offers ? null : request.offersUntil),
    unread: change.unread ?? request.unread,
    // Whoever has looked at the words has seen what else was done.
    news: change.news === undefined ? (change.unread === false ? null : request.news) : change.news,
    claim: change.claim === undefined ? request.claim : change.claim,
    snooze: isOpen({ state }) ? snooze : null,
    // The promise is kept: it has been answered, or there is nothing more to answer.
    answerBy: state === 'new' ? (change.answerBy === undefined ? request.answerBy : change.answerBy) : null,
    paidAt: change.paidAt === undefined ? request.paidAt : change.paidAt,
    version: request.version + 1,
    updatedAt: isAside(change) ? request.updatedAt : turn.now,
  };
}

const ASIDE: ReadonlySet<string> = new Set(['reads', 'contact', 'unread', 'news']);

/**
 * What the viewer reads in or is mailed at, and that somebody of the desk has looked, is no change of the request: nothing that counts from
 * the last one begins anew.
 */
function isAside(change: RequestChange): boolean {
  return Object.keys(change).every((part) => ASIDE.has(part));
}

/** The others who asked for a time that is gone now each get the nearest free ones, kindly and at once. */
async function tellLosers(
  parts: BookingParts,
  turn: Turn,
  winner: string,
  service: Service,
  start: EpochMillis,
): Promise<void> {
  const { creatorId } = parts;
  const won = needOf(service, start);
  const services = await allServices(turn.tx, creatorId);
  const nearestOf = new Map<string, string[]>();
  for (const other of await requestsIn(turn.tx, creatorId, ['new', 'waiting'])) {
    const asked = services.get(other.service)?.service;
    if (other.id === winner || !asked || other.start === null) continue;
    const need = needOf(asked, other.start);
    if (need.to <= won.from || need.from >= won.to) continue;
    const taken = await takenBetween(turn.tx, creatorId, need, turn.now);
    if (seatsLeft(asked, other.start, taken) > 0) continue;
    const key = `${asked.id} ${other.start}`;
    const nearest = nearestOf.get(key) ?? (await nearestStarts(turn.tx, creatorId, asked, other.start, turn.now));
    nearestOf.set(key, nearest);
    const next = {
      ...other,
      state: 'offered' as const,
      answerBy: null,
      version: other.version + 1,
      updatedAt: turn.now,
    };
    if (!(await swapRequest(turn.tx, creatorId, next, other.version))) throw new LostRace();
    const data = { start: toWireInstant(other.start), nearest };
    await say(parts, turn, other.id, [{ author: 'system', text: 'slot-taken', data }]);
    await parts.mail?.enqueue(turn, next, 'slot-taken', { times: nearest.map(toMillis) });
  }
}
