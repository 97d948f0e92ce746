import type { RequestDraft, RequestState, Service } from '../../shared/booking.ts';
import type { HoldMade, RequestMade } from '../../shared/public-page.ts';
import { type EpochMillis, toMillis, toWireInstant } from '../../shared/time.ts';
import { plainText } from '../core/booking/plain-text.ts';
import type { BookingRequest, NewMessage, RequestChange } from '../core/booking/request.ts';
import { endOf } from '../core/booking/slots.ts';
import { cancel, move, write } from '../core/booking/viewer.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { countHolds, endHold } from '../store/holds.ts';
import { allServices } from '../store/offers.ts';
import { addRequest, readRequestBySecret } from '../store/requests.ts';
import { takeSeat } from '../store/seats.ts';
import { answerOnce } from './answer-once.ts';
import { type BookingParts, LostRace, type Turn, type Turns } from './booking-turn.ts';
import { refusalOf } from './calendar.ts';
import type { Offers } from './offers.ts';
import { applyChange, bookSeat, say, seatAsk, wallRecord } from './request-change.ts';
import { hashOf, secretOf } from './thread-secret.ts';

/** How long a slot is kept for a viewer who is typing. */
export const HOLD_SECONDS = 300;
/** More holds at once than any real crowd needs; beyond it somebody is emptying the calendar. */
const MOST_HOLDS = 500;
/** What an id of ours may look like; anything else is unknown without asking the store. */
const ID = /^[\w-]{1,64}$/;

/** What viewers do: hold, ask, and act in their own thread. */
export interface ViewerRequests {
  /** Refuses with `not-found`, `slot-not-offered`, `slot-taken` (with the nearest) or `too-many`. */
  hold(handle: string, idOrSlug: string, start: string): Promise<HoldMade | Refusal>;
  /**
   * An ask for a slot or a message. The same key with the same draft gets the same answer, whenever it comes; with
   * another draft `key-reused`. Refuses also as `hold` does, and with `adults-only` (nothing is kept then).
   */
  ask(handle: string, draft: RequestDraft, key: string | null): Promise<RequestMade | Refusal>;
  write(secret: string, text: string): Promise<null | Refusal>;
  cancel(secret: string): Promise<null | Refusal>;
  move(secret: string, start: string): Promise<null | Refusal>;
}

export function createViewerRequests(parts: BookingParts, turns: Turns, offers: Offers): ViewerRequests {
  const act = (secret: string, decide: Decide) =>
    turns.change(async (turn) => {
      const request = await readRequestBySecret(turn.tx, parts.creatorId, hashOf(secret));
      if (!request) return refuse('not-found');
      const service = (await allServices(turn.tx, parts.creatorId)).get(request.service)?.service;
      if (!service) return refuse('not-found');
      const change = decide(request, service, turn.now);
      if (isRefusal(change)) return change;
      const done = await applyChange(parts, turn, request, service, change);
      return isRefusal(done) ? done : null;
    });
  return {
    hold: async (handle, idOrSlug, start) => {
      const service = await offers.offeredService(handle, idOrSlug);
      return isRefusal(service) ? service : turns.change((turn) => hold(parts, turn, service, toMillis(start)));
    },
    ask: async (handle, draft, key) => {
      if (!draft.adult) return refuse('adults-only');
      const service = await offers.offeredService(handle, draft.service);
      if (isRefusal(service)) return service;
      return turns.change((turn) => answerOnce(parts, turn, key, draft, () => ask(parts, turn, service, draft)));
    },
    write: (secret, text) => act(secret, (request) => write(request, text)),
    cancel: (secret) => act(secret, cancel),
    move: (secret, start) => act(secret, (request, service, now) => move(request, service, toMillis(start), now)),
  };
}

type Decide = (request: BookingRequest, service: Service, now: EpochMillis) => RequestChange | Refusal;

async function hold(
  parts: BookingParts,
  turn: Turn,
  service: Service,
  start: EpochMillis,
): Promise<HoldMade | Refusal> {
  const { creatorId, newId } = parts;
  if ((await countHolds(turn.tx, creatorId, turn.now)) >= MOST_HOLDS) return refuse('too-many');
  const refused = await refusalOf(turn.tx, creatorId, service, start, 'offered', turn.now);
  if (refused) return refused;
  const id = newId();
  const expiresAt = turn.now + HOLD_SECONDS * 1000;
  const taken = await takeSeat(turn.tx, creatorId, newId(), seatAsk(service, start), { hold: id, expiresAt });
  if (!taken) throw new LostRace();
  return { id, expiresAt: toWireInstant(expiresAt) };
}

async function ask(
  parts: BookingParts,
  turn: Turn,
  service: Service,
  draft: RequestDraft,
): Promise<{ id: string; state: RequestState } | Refusal> {
  const { creatorId, newId } = parts;
  const start = draft.start === undefined ? null : toMillis(draft.start);
  const name = plainText(draft.name).trim();
  if (name === '') return refuse('bad-input', { issues: [{ path: 'name', message: 'must have a letter to read' }] });
  if (start !== null) {
    // The viewer's own hold is given up first: an instant booking takes its place, and an ask holds nothing.
    if (draft.hold && ID.test(draft.hold))
      await endHold(turn.tx, creatorId, draft.hold, { service: service.id, start }, turn.now);
    const refused = await refusalOf(turn.tx, creatorId, service, start, 'offered', turn.now);
    if (refused) return refused;
  }
  const booked = start !== null && service.instant;
  const id = newId();
  const request: BookingRequest = {
    id,
    service: service.id,
    state: booked ? 'booked' : 'new',
    version: 1,
    ...(start === null
      ? { start, end: null, wallStart: null, creatorZone: null }
      : { start, end: endOf(service, start), ...(await wallRecord(parts, turn, start)) }),
    zone: draft.zone,
    name,
    contact: draft.contact ?? null,
    language: draft.language,
    offers: [],
    unread: true,
    claim: null,
    createdAt: turn.now,
    updatedAt: turn.now,
  };
  await addRequest(turn.tx, creatorId, request, hashOf(secretOf(parts.secret, id)));
  if (booked) await bookSeat(parts, turn, request, service, start);
  await say(parts, turn, id, openingWords(draft, booked));
  return { id, state: request.state };
}

function openingWords(draft: RequestDraft, booked: boolean): NewMessage[] {
  const words: NewMessage[] = draft.message ? [{ author: 'viewer', text: draft.message }] : [];
  return booked ? [...words, { author: 'system', text: 'booked', data: { start: draft.start } }] : words;
}
