import type { RequestState, Service } from '../../shared/booking.ts';
import type { Language } from '../../shared/languages.ts';
import { depositIn, priceIn } from '../../shared/offer-terms.ts';
import { type EpochMillis, toWireInstant } from '../../shared/time.ts';
import { plainText } from '../core/booking/plain-text.ts';
import type { BookingRequest, Member, NewMessage, RequestDoor } from '../core/booking/request.ts';
import { endOf } from '../core/booking/slots.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { listServices } from '../store/offers.ts';
import { addRequest } from '../store/requests.ts';
import { noteUnopened } from '../store/unopened.ts';
import type { BookingParts } from './booking-parts.ts';
import { readAvailability, refusalOf } from './calendar.ts';
import { timedServices } from './licences.ts';
import { namedIn } from './offered.ts';
import { bookSeat, say, wallRecord } from './request-change.ts';
import { hashOf, secretOf } from './thread-secret.ts';
import type { Turn } from './turn.ts';

/** What somebody else than the viewer's page asks in a viewer's name. */
export interface ForViewer {
  readonly service: Service;
  readonly start: EpochMillis | null;
  readonly name: string;
  /** What the viewer wrote; empty when nothing. */
  readonly text: string;
  readonly language: Language;
  /** Null: the creator's. */
  readonly zone: string | null;
  /** The viewer's country; null where nobody knows it. */
  readonly region: string | null;
  readonly contact: BookingRequest['contact'];
  readonly via: Exclude<RequestDoor, 'page'>;
  readonly code: string | null;
  /** Books the start at once, since somebody of the desk does it. */
  readonly bookedBy: Member | null;
}

/** Opens a request for a viewer who did not come by the page. Refuses as `refusalOf` does, and a name without a letter. */
export async function openRequest(
  parts: BookingParts,
  turn: Turn,
  ask: ForViewer,
): Promise<{ id: string; state: RequestState } | Refusal> {
  const { creatorId } = parts;
  const { service, start, bookedBy } = ask;
  const name = plainText(ask.name).trim();
  if (name === '') return refuse('bad-input', { issues: [{ path: 'name', message: 'must have a letter to read' }] });
  if (start !== null) {
    const refused = await refusalOf(turn.tx, creatorId, service, start, 'free', turn.now);
    if (refused) return refused;
  }
  const id = parts.newId();
  const request = await requestOf(parts, turn, { ...ask, name }, id);
  await addRequest(turn.tx, creatorId, request, hashOf(secretOf(parts.secret, id)));
  // What is answered in TikTok is read there.
  if (ask.via !== 'tiktok') await noteUnopened(turn.tx, creatorId, id);
  if (bookedBy && start !== null) await bookSeat(parts, turn, request, service, start);
  await say(parts, turn, id, openingWords(ask));
  await parts.mail?.opened(turn, request, ask.via === 'tiktok' ? 'viewer' : 'desk');
  return { id, state: request.state };
}

async function requestOf(parts: BookingParts, turn: Turn, ask: ForViewer, id: string): Promise<BookingRequest> {
  const { service, start, region, via, code } = ask;
  const time =
    start === null
      ? { start, end: null, wallStart: null, creatorZone: null }
      : { start, end: endOf(service, start), ...(await wallRecord(parts, turn, start)) };
  return {
    id,
    service: service.id,
    state: ask.bookedBy && start !== null ? 'booked' : 'new',
    version: 1,
    ...time,
    zone: ask.zone ?? (await readAvailability(turn.tx, parts.creatorId)).zone,
    name: ask.name,
    contact: ask.contact,
    language: ask.language,
    locale: null,
    offers: [],
    offersUntil: null,
    // Nobody was shown a consent, asked for an age, or asked whether to be seen on air.
    terms: {
      price: priceIn(service, region),
      deposit: depositIn(service, region),
      region,
      answers: [],
      code,
      via,
      consentVersion: null,
      adult: false,
      onAir: false,
    },
    unread: ask.bookedBy === null,
    news: null,
    claim: null,
    snooze: null,
    // Nobody has read a promise.
    answerBy: null,
    paidAt: null,
    createdAt: turn.now,
    updatedAt: turn.now,
  };
}

function openingWords({ text, bookedBy, start }: ForViewer): NewMessage[] {
  const words: NewMessage[] = text === '' ? [] : [{ author: 'viewer', text }];
  if (!bookedBy || start === null) return words;
  return [...words, { author: 'system', text: 'booked', data: { start: toWireInstant(start) }, by: bookedBy }];
}

/** The named offer, by id or short name, or the first one there is; `not-found` without any. */
export async function offerFor(
  parts: BookingParts,
  turn: Turn,
  idOrSlug: string | undefined,
): Promise<Service | Refusal> {
  const services = await listServices(turn.tx, parts.creatorId);
  const [first = services[0]] = await timedServices(turn.tx, parts.creatorId);
  const found = idOrSlug === undefined ? first : await namedIn(turn.tx, parts.creatorId, services, idOrSlug);
  return found ?? refuse('not-found');
}
