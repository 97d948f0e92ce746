import type { Language } from '../../shared/languages.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { agreedOf } from '../core/booking/agreed.ts';
import type { BookingRequest } from '../core/booking/request.ts';
import { cutoffAt } from '../core/booking/viewer.ts';
import type { MailFacts, Telling } from '../core/mail/facts.ts';
import { allServices, readBio } from '../store/offers.ts';
import type { Db, Tx } from '../store/store.ts';
import { readAvailability } from './calendar.ts';

/** What a mail to the viewer says now; null when there is no such service any more. */
export async function factsOf(
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
  const until = cutoffAt(request, service);
  return {
    request: request.id,
    sequence: request.version,
    at: now,
    language: request.language,
    locale: request.locale,
    zone: request.zone,
    name: request.name,
    creator: (bio.published ?? bio.draft).name,
    title: service.title,
    start: request.start,
    end: request.end,
    before: telling.before ?? null,
    ...agreedOf(request, service),
    booked,
    times: telling.times ?? [],
    offerUntil: request.offersUntil,
    changeUntil: until !== null && until > now ? until : null,
    answerBy: request.answerBy,
    message: telling.message ?? '',
    code: null,
  };
}

/** What a mail to the creator says: which offer, when, and by which code. Nothing that the viewer gave is in it. */
export async function creatorFactsOf(
  tx: Tx,
  creatorId: string,
  request: BookingRequest,
  telling: Pick<Telling, 'before'>,
  language: Language,
  now: EpochMillis,
): Promise<MailFacts | null> {
  const facts = await factsOf(tx, creatorId, request, telling, now);
  if (!facts) return null;
  const { zone } = await readAvailability(tx, creatorId);
  return {
    ...facts,
    language,
    locale: null,
    zone,
    name: '',
    creator: '',
    price: null,
    deposit: null,
    place: null,
    times: [],
    offerUntil: null,
    changeUntil: null,
    answerBy: null,
    message: '',
    code: request.terms.code,
  };
}
