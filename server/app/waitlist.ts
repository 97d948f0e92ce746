import type { Service, WaitDraft } from '../../shared/booking.ts';
import type { RequestMade } from '../../shared/public-page.ts';
import { type EpochMillis, toMillis } from '../../shared/time.ts';
import { wholeDays } from '../core/booking/hours.ts';
import { needOf } from '../core/booking/slots.ts';
import { joined, type Span } from '../core/booking/span.ts';
import { fits, hasKeptOffer, lapse, offerFreed, offerUntil, startsTouching } from '../core/booking/waitlist.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { noteBrowsers } from '../store/browsers.ts';
import { allServices } from '../store/offers.ts';
import { countInState } from '../store/request-counts.ts';
import { addRequest, readRequest } from '../store/requests.ts';
import { type FreedTime, takeSeat } from '../store/seats.ts';
import { joinLine, type PlaceInLine, readLine } from '../store/waitlist.ts';
import { answerOnce } from './answer-once.ts';
import type { AskedFrom } from './asked-from.ts';
import type { BookingParts } from './booking-parts.ts';
import { freeSlots, readAvailability, refusalOf } from './calendar.ts';
import { refuseBusyContact } from './contact-bound.ts';
import { timedServices } from './licences.ts';
import { requestOfDraft, withKnownCode } from './new-request.ts';
import { timedService } from './offered.ts';
import { browsersBy, isBlocked, mailsOf } from './person.ts';
import { refuseRegion } from './region-bound.ts';
import { applyChange, say, seatAsk } from './request-change.ts';
import { hashOf, secretOf } from './thread-secret.ts';
import { LostRace, type PassOn, type Turn, type Turns } from './turn.ts';

/** More who wait than any calendar will ever free times for; beyond it somebody is filling the line. */
export const MOST_WAITING = 500;
/** Freed times as near as this are looked for together. */
const NEAR_MS = 14 * 24 * 60 * 60_000;

/** Who finds no time waits for one. */
export interface Waitlist {
  /**
   * A place at the end of the line, with a thread of its own; the same key with the same draft gets the same answer.
   * Refuses with `not-found`, `sold-by-link`, `no-waitlist`, `adults-only`, `bad-input`, `key-reused` or `too-many`.
   */
  wait(
    handle: string,
    draft: WaitDraft,
    key: string | null,
    from?: Pick<AskedFrom, 'mark'>,
  ): Promise<RequestMade | Refusal>;
}

export function createWaitlist(parts: BookingParts, turns: Turns): Waitlist {
  return {
    wait: async (handle, draft, key, { mark } = {}) => {
      const known = await withKnownCode(parts, draft);
      return turns.change((turn) =>
        answerOnce(parts, turn, key, { waitlist: draft }, async () => {
          const service = await timedService(turn.tx, parts.creatorId, handle, draft.service);
          if (isRefusal(service)) return service;
          if (!service.waitlist) return refuse('no-waitlist');
          return service.adultsOnly && !draft.adult ? refuse('adults-only') : wait(parts, turn, service, known, mark);
        }),
      );
    },
  };
}

/** Refuses with `too-many` when the line has become longer than it may be. */
export async function refuseFullLine(parts: BookingParts, turn: Turn): Promise<Refusal | null> {
  return (await countInState(turn.tx, parts.creatorId, 'waitlisted')) <= MOST_WAITING ? null : tooManyWait();
}

function tooManyWait(): Refusal {
  const message = 'Too many are waiting already. Try again later.';
  return refuse('too-many', { issues: [{ path: '', message }] });
}

async function wait(
  parts: BookingParts,
  turn: Turn,
  service: Service,
  draft: WaitDraft,
  mark: string | undefined,
): Promise<{ id: string; state: 'waitlisted' } | Refusal> {
  const { creatorId } = parts;
  const request = requestOfDraft(parts, turn, service, draft, 'waitlisted');
  if (isRefusal(request)) return request;
  const elsewhere = await refuseRegion(turn.tx, creatorId, service, request.terms.region);
  if (elsewhere) return elsewhere;
  // Whoever is kept out reads what anybody reads before a full line.
  const browsers = browsersBy(parts, mark);
  if (await isBlocked(parts, turn.tx, { mails: mailsOf(draft.contact), browsers })) return tooManyWait();
  const busy = await refuseBusyContact(parts, turn, request.contact);
  if (busy) return busy;
  const { id } = request;
  await addRequest(turn.tx, creatorId, request, hashOf(secretOf(parts.secret, id)));
  const full = await refuseFullLine(parts, turn);
  if (full) return full;
  await noteBrowsers(turn.tx, creatorId, id, browsers);
  const wish = { earliest: millisOf(draft.earliest), latest: millisOf(draft.latest) };
  await joinLine(turn.tx, creatorId, { request: id, service: service.id, wish }, []);
  const words = draft.message ? [{ author: 'viewer', text: draft.message } as const] : [];
  await say(parts, turn, id, [...words, { author: 'system', text: 'waitlisted' }]);
  await parts.mail?.opened(turn, request, 'viewer');
  return { id, state: 'waitlisted' };
}

function millisOf(instant: string | undefined): EpochMillis | null {
  return instant === undefined ? null : toMillis(instant);
}

/**
 * Gives freed time to those who wait for it, in the transaction that frees it, so that nobody else can be quicker. Each
 * offer is a seat under the store's unique key: no two of them, whoever makes them, are for the same one.
 */
export function createPassOn(parts: BookingParts): PassOn {
  return async (turn, lapsed) => {
    for (const id of lapsed) await takeBack(parts, turn, id);
    // An offer frees nothing, but what follows must not be offered twice.
    const freed = joined(turn.freed.splice(0));
    const opened = turn.opened.splice(0);
    if (freed.length === 0 && opened.length === 0) return;
    const line = await readLine(turn.tx, parts.creatorId);
    if (line.length === 0) return;
    const offered = await timedServices(turn.tx, parts.creatorId);
    const services = new Map(offered.map((one) => [one.id, one]));
    const startsOf = new Map<string, Set<EpochMillis>>();
    for (const place of line) {
      const service = services.get(place.service);
      if (!service) continue;
      const own = opened.filter((one) => one.service === service.id).flatMap(({ starts }) => starts);
      const starts = startsOf.get(service.id) ?? new Set([...(await freedStarts(parts, turn, service, freed)), ...own]);
      startsOf.set(service.id, starts);
      await offerFirst(parts, turn, service, place, starts);
    }
  };
}

/** The offer that nobody took in time; its seat is gone already. */
async function takeBack(parts: BookingParts, turn: Turn, id: string): Promise<void> {
  const request = await readRequest(turn.tx, parts.creatorId, id);
  const service = request && (await allServices(turn.tx, parts.creatorId)).get(request.service)?.service;
  if (!request || !service || !hasKeptOffer(request)) return;
  await applyChange(parts, turn, request, service, lapse(request));
}

/** The service's bookable starts whose time touches the freed one, the earliest first. `freed` ascends and is joined. */
async function freedStarts(
  parts: BookingParts,
  turn: Turn,
  service: Service,
  freed: ReadonlyArray<FreedTime>,
): Promise<Set<EpochMillis>> {
  const spans = service.dailyCap === null ? freed : await daysOf(parts, turn, freed);
  const starts = new Set<EpochMillis>();
  // A calendar that says nothing any more may free thousands of hours: few looks at the store, and not one an hour.
  for (const near of joined(spans, NEAR_MS)) {
    const window = startsTouching(service, near, turn.now);
    if (!window) continue;
    let first = 0;
    for (const { start } of await freeSlots(turn.tx, parts.creatorId, service, window, turn.now)) {
      const need = needOf(service, start);
      for (let at = spans[first]; at && at.to <= need.from; at = spans[first]) first++;
      if ((spans[first]?.from ?? need.to) < need.to) starts.add(start);
    }
  }
  return starts;
}

/** One booking less on a day lets a service with a daily cap be booked at any time of it. */
async function daysOf(parts: BookingParts, turn: Turn, freed: ReadonlyArray<FreedTime>): Promise<Span[]> {
  const { zone } = await readAvailability(turn.tx, parts.creatorId);
  return joined(freed.map((span) => wholeDays(span, zone)));
}

/** Keeps the first of these starts that the place's viewer would have, and says so in the thread. */
async function offerFirst(
  parts: BookingParts,
  turn: Turn,
  service: Service,
  place: PlaceInLine,
  starts: Set<EpochMillis>,
): Promise<void> {
  const { tx, now } = turn;
  const { creatorId } = parts;
  for (const start of starts) {
    const until = offerUntil(service, start, now);
    if (until === null || !fits(place.wish, start) || place.passed.includes(start)) continue;
    // An offer made a moment ago may have taken it: then nobody behind in the line gets it either.
    if (await refusalOf(tx, creatorId, service, start, 'offered', now)) {
      starts.delete(start);
      continue;
    }
    const request = await readRequest(tx, creatorId, place.request);
    if (!request) return;
    const offered = await applyChange(parts, turn, request, service, offerFreed(start, until));
    const whose = { request: request.id, expiresAt: until };
    const kept = await takeSeat(tx, creatorId, parts.newId(), seatAsk(service, start), whose);
    if (isRefusal(offered) || !kept) throw new LostRace();
    return;
  }
}
