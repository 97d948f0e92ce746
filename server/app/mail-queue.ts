import { createHmac } from 'node:crypto';
import type { Language } from '../../shared/languages.ts';
import type { MailKind } from '../../shared/mail-template.ts';
import type { BookingRequest, RequestChange } from '../core/booking/request.ts';
import { hasKeptOffer } from '../core/booking/waitlist.ts';
import { TRIED_FOR } from '../core/mail/delivery.ts';
import type { MailCause, Telling } from '../core/mail/facts.ts';
import { reminderTimes } from '../core/mail/reminders.ts';
import { creatorTellingOf, movesReminders, openingOf, standingTellingOf, tellingsOf } from '../core/mail/tellings.ts';
import { messagesOf } from '../store/messages.ts';
import { addMail, dropMailsOf, dropUnsentOf, dropWaiting } from '../store/outbox.ts';
import { addressesOf, lastMailAt } from '../store/outbox-standing.ts';
import { creatorFactsOf, factsOf } from './mail-facts.ts';
import type { MailQueue } from './mail-port.ts';
import type { Turn } from './turn.ts';

interface Deps {
  readonly creatorId: string;
  readonly newId: () => string;
  /** Keys the hashes of addresses. */
  readonly secret: string;
  readonly isOn: () => boolean;
  /** Minutes before the start. */
  readonly reminders: () => ReadonlyArray<number>;
  /** The creator's own address to be told at, or null. */
  readonly notify: () => string | null;
  /** The creator's. */
  readonly language: () => Language;
}

const DAY = 24 * 60 * 60_000;
/** Of one request: nobody mistypes an address more often, and more would be somebody mailing strangers. */
const MOST_ADDRESSES = 3;
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
    await dropWaiting(tx, creatorId, 'reminder', request.id);
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

  /** The cause is the clock's: what viewers set off has no bound of theirs here, and vouches for nobody's address. */
  async function tellCreator(
    turn: Turn,
    before: BookingRequest | null,
    next: BookingRequest,
    change: RequestChange,
  ): Promise<void> {
    const recipient = isOn() ? deps.notify() : null;
    const kind = recipient === null ? null : creatorTellingOf(before, next, change);
    if (recipient === null || kind === null) return;
    const telling = { before: kind === 'creator-moved' ? (before?.start ?? null) : null };
    const facts = await creatorFactsOf(turn.tx, creatorId, next, telling, deps.language(), turn.now);
    if (!facts) return;
    const mail = { id: deps.newId(), key: `${next.id}:${kind}:${next.version}`, kind, cause: 'clock', facts } as const;
    const whose = { recipient, recipientHash: hashOfAddress(deps.secret, recipient) };
    const when = { dueAt: turn.now, expiresAt: turn.now + TRIED_FOR };
    await addMail(turn.tx, creatorId, { ...mail, ...whose, ...when }, turn.now);
  }

  /** One mail about messages until the viewer has written again, or a day has gone: not one a line. */
  async function isUnreadAlready(turn: Turn, request: string): Promise<boolean> {
    const mailed = await lastMailAt(turn.tx, creatorId, request, 'message');
    if (mailed === null || mailed < turn.now - DAY) return false;
    const entries = (await messagesOf(turn.tx, creatorId, [request])).get(request) ?? [];
    return !entries.some(({ author, at }) => author === 'viewer' && at > mailed);
  }

  /** To an address that was put right, which has missed what went to the wrong one. Not to one after another. */
  async function tellStanding(turn: Turn, request: BookingRequest): Promise<void> {
    const recipient = addressOf(request);
    const telling = recipient === null ? null : standingTellingOf(request, turn.now);
    if (recipient === null || telling === null) return;
    const mailed = await addressesOf(turn.tx, creatorId, request.id);
    if (mailed.size < MOST_ADDRESSES && !mailed.has(hashOfAddress(deps.secret, recipient)))
      await enqueue(turn, request, telling);
  }

  return {
    enqueue: (turn, request, kind, more = {}) =>
      enqueue(turn, request, { cause: CAUSES[kind] ?? 'viewer', times: request.offers, ...more, kind }),
    async opened(turn, request, by) {
      const telling = openingOf(request, by);
      if (telling) await enqueue(turn, request, telling);
      if (request.state === 'booked') await planReminders(turn, request);
      if (by === 'viewer') await tellCreator(turn, null, request, {});
    },
    async changed(turn, before, next, change) {
      // An offer that has not gone yet and is over must not go any more.
      if (hasKeptOffer(before)) await dropWaiting(turn.tx, creatorId, 'waitlist-offer', before.id);
      for (const telling of tellingsOf(before, next, change)) {
        if (telling.kind === 'message' && (await isUnreadAlready(turn, next.id))) continue;
        await enqueue(turn, next, telling);
      }
      if (movesReminders(before, next)) await planReminders(turn, next);
      await tellCreator(turn, before, next, change);
    },
    isOn,
    async readdressed(turn, request) {
      await dropUnsentOf(turn.tx, creatorId, request.id);
      await tellStanding(turn, request);
      await planReminders(turn, request);
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
