import { createHmac } from 'node:crypto';
import type { Service } from '../../shared/booking.ts';
import type { MailKind } from '../../shared/mail-template.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { BookingRequest, RequestChange } from '../core/booking/request.ts';
import { TRIED_FOR } from '../core/mail/delivery.ts';
import type { MailCause, MailFacts, Telling } from '../core/mail/facts.ts';
import { reminderTimes } from '../core/mail/reminders.ts';
import { movesReminders, tellingsOf } from '../core/mail/tellings.ts';
import { allServices, readBio } from '../store/offers.ts';
import { addMail, dropMailsOf, dropReminders, lastMailAt } from '../store/outbox.ts';
import { messagesOf } from '../store/requests.ts';
import type { Db, Tx } from '../store/store.ts';
import type { Turn } from './booking-turn.ts';

/**
 * Puts mails into the outbox, in the transaction of the change that they tell of. Nothing is put in while mail is off:
 * the thread has it all, and a pile of old mails would help nobody once it is on.
 */
export interface MailQueue {
  /**
   * One mail of this kind about the request as it now is, once per version of the request. Nothing where the viewer gave
   * no address. Times to choose from are the request's offers unless `more` names others.
   */
  enqueue(turn: Turn, request: BookingRequest, kind: MailKind, more?: Partial<Omit<Telling, 'kind'>>): Promise<void>;
  /** What a change of a request calls for, its reminders included. */
  changed(turn: Turn, before: BookingRequest, next: BookingRequest, change: RequestChange): Promise<void>;
  /** The reminders of a booking, as the creator has set them; those that have not gone are planned anew. */
  planReminders(turn: Pick<Turn, 'tx' | 'now'>, request: BookingRequest): Promise<void>;
  /** Takes away every mail about a request and the address in it: for who wants to be forgotten. */
  forget(turn: Turn, request: string): Promise<void>;
  /** What a mail about the request says now; null when there is no such service any more. */
  factsNow(
    db: Db | Tx,
    request: BookingRequest,
    telling: Partial<Telling>,
    now: EpochMillis,
  ): Promise<MailFacts | null>;
}

interface Deps {
  readonly creatorId: string;
  readonly newId: () => string;
  /** Keys the hashes of addresses. */
  readonly secret: string;
  readonly isOn: () => boolean;
  /** Minutes before the start. */
  readonly reminders: () => ReadonlyArray<number>;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Whose asking it was, where a caller does not say: nobody has vouched for an address that a viewer typed. */
const CAUSES: Partial<Record<MailKind, MailCause>> = { 'waitlist-offer': 'clock', reminder: 'clock' };

export function createMailQueue(deps: Deps): MailQueue {
  const { creatorId, isOn } = deps;
  const addressOf = (request: BookingRequest) => (isOn() ? (request.contact?.email ?? null) : null);

  async function enqueue(turn: Turn, request: BookingRequest, telling: Telling): Promise<void> {
    const recipient = addressOf(request);
    if (recipient === null) return;
    const facts = await factsOf(turn.tx, creatorId, request, telling, turn.now);
    if (!facts) return;
    const { kind, cause } = telling;
    const ends = kind === 'waitlist-offer' ? facts.offerUntil : null;
    const mail = { id: deps.newId(), key: `${request.id}:${kind}:${request.version}`, kind, cause, facts };
    const expiresAt = ends ?? turn.now + TRIED_FOR;
    const whose = { recipient, recipientHash: hashOfAddress(deps.secret, recipient) };
    await addMail(turn.tx, creatorId, { ...mail, ...whose, dueAt: turn.now, expiresAt }, turn.now);
  }

  async function planReminders({ tx, now }: Pick<Turn, 'tx' | 'now'>, request: BookingRequest): Promise<void> {
    await dropReminders(tx, creatorId, request.id);
    const { start } = request;
    const recipient = addressOf(request);
    if (recipient === null || request.state !== 'booked' || start === null) return;
    const facts = await factsOf(tx, creatorId, request, {}, now);
    if (!facts) return;
    const recipientHash = hashOfAddress(deps.secret, recipient);
    for (const dueAt of reminderTimes(start, deps.reminders(), now)) {
      const key = `${request.id}:reminder:${start}:${dueAt}`;
      const mail = {
        id: deps.newId(),
        key,
        kind: 'reminder',
        cause: 'clock',
        facts,
        recipient,
        recipientHash,
      } as const;
      await addMail(tx, creatorId, { ...mail, dueAt, expiresAt: start }, now);
    }
  }

  /** One mail about messages until the viewer has written again, or a day has gone: not one a line. */
  async function isUnreadAlready(turn: Turn, request: string): Promise<boolean> {
    const mailed = await lastMailAt(turn.tx, creatorId, request, 'message');
    if (mailed === null || mailed < turn.now - DAY) return false;
    const entries = (await messagesOf(turn.tx, creatorId, [request])).get(request) ?? [];
    return !entries.some(({ author, at }) => author === 'viewer' && at > mailed);
  }

  return {
    enqueue: (turn, request, kind, more = {}) =>
      enqueue(turn, request, { cause: CAUSES[kind] ?? 'viewer', times: request.offers, ...more, kind }),
    async changed(turn, before, next, change) {
      for (const telling of tellingsOf(before, next, change)) {
        if (telling.kind === 'message' && (await isUnreadAlready(turn, next.id))) continue;
        await enqueue(turn, next, telling);
      }
      if (movesReminders(before, next)) await planReminders(turn, next);
    },
    planReminders,
    forget: (turn, request) => dropMailsOf(turn.tx, creatorId, request),
    factsNow: (db, request, telling, now) => factsOf(db, creatorId, request, telling, now),
  };
}

/** Tells two mails to one address from two to two, without keeping the address. */
function hashOfAddress(secret: string, address: string): string {
  return createHmac('sha256', secret).update(address.trim().toLowerCase()).digest('base64url');
}

async function factsOf(
  db: Db | Tx,
  creatorId: string,
  request: BookingRequest,
  telling: Partial<Telling>,
  now: EpochMillis,
): Promise<MailFacts | null> {
  const service = (await allServices(db, creatorId)).get(request.service)?.service;
  const bio = await readBio(db, creatorId);
  if (!service || !bio) return null;
  const booked = request.state === 'booked';
  const until = booked && request.start !== null ? request.start - service.cutoffMinutes * MINUTE : null;
  return {
    request: request.id,
    sequence: request.version,
    at: now,
    language: request.language,
    zone: request.zone,
    name: request.name,
    creator: (bio.published ?? bio.draft).name,
    title: service.title,
    start: request.start,
    end: request.end,
    before: telling.before ?? null,
    price: request.terms.price ?? service.price,
    place: placeFor(service, booked),
    times: telling.times ?? [],
    offerUntil: request.offersUntil,
    changeUntil: until !== null && until > now ? until : null,
    message: telling.message ?? '',
  };
}

/** The link and the number are for who is booked. */
function placeFor({ place }: Service, booked: boolean): MailFacts['place'] {
  if (booked || (place.type !== 'video' && place.type !== 'phone')) return place;
  return { type: place.type };
}
