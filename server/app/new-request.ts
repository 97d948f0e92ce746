import type { RequestDraft, RequestState, Service } from '../../shared/booking.ts';
import { inLanguage } from '../../shared/local-text.ts';
import { depositIn, priceIn } from '../../shared/offer-terms.ts';
import { localeIn } from '../../shared/time-words.ts';
import { plainText } from '../core/booking/plain-text.ts';
import type { AgreedTerms, BookingRequest, RequestDoor } from '../core/booking/request.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { answerBy } from '../core/desk/promise.ts';
import type { BookingParts } from './booking-parts.ts';
import { createChatHoldViews } from './chat-hold-views.ts';
import type { Turn } from './turn.ts';

/**
 * A request as its viewer sent it, without a time. Refuses with `bad-input` when the name has nothing to read or a
 * question that has to be answered was not. The questions are about an appointment, so a mere message has none to answer.
 */
export function requestOfDraft(
  parts: BookingParts,
  turn: Turn,
  service: Service,
  draft: RequestDraft,
  state: RequestState,
  via: RequestDoor = 'page',
): BookingRequest | Refusal {
  const name = plainText(draft.name).trim();
  if (name === '') return refuse('bad-input', { issues: [{ path: 'name', message: 'must have a letter to read' }] });
  const messageOnly = draft.start === undefined && state !== 'waitlisted';
  const unanswered = messageOnly ? [] : missingAnswers(service, draft);
  if (unanswered.length > 0) return refuse('bad-input', { issues: unanswered });
  return {
    id: parts.newId(),
    service: service.id,
    state,
    version: 1,
    start: null,
    end: null,
    wallStart: null,
    creatorZone: null,
    zone: draft.zone,
    name,
    contact: draft.contact ?? null,
    language: draft.language,
    locale: draft.locale === undefined ? null : localeIn(draft.language, [draft.locale]),
    offers: [],
    offersUntil: null,
    terms: agreedTerms(service, draft, via, messageOnly),
    // What is booked at once waits for nobody's answer.
    unread: state !== 'booked',
    news: state === 'booked' ? 'booked' : null,
    claim: null,
    snooze: null,
    answerBy: state === 'new' ? answerBy(turn.now, parts.answerWithinHours?.() ?? null) : null,
    paidAt: null,
    createdAt: turn.now,
    updatedAt: turn.now,
  };
}

/**
 * The draft with its code as it is known here, short code or code of a time held by the chat; without one that is not: a
 * page may send anything, and no ask fails for it. Before a turn, which has the store's only connection.
 */
export async function withKnownCode<D extends { readonly code?: string | undefined }>(
  parts: BookingParts,
  draft: D,
): Promise<D> {
  const { code: typed, ...rest } = draft;
  if (typed === undefined) return draft;
  const known = (await parts.codeOf?.(typed)) ?? (await createChatHoldViews(parts).resolve(typed))?.code;
  return { ...rest, ...(known === undefined ? {} : { code: known }) } as D;
}

/** Questions that have to be answered and were not. */
function missingAnswers(
  { questions }: Service,
  { answers, language }: RequestDraft,
): { path: string; message: string }[] {
  return questions
    .filter(({ id, required }) => required && plainText(answers?.[id] ?? '').trim() === '')
    .map(({ id, label }) => ({ path: `answers.${id}`, message: `has to be answered: ${inLanguage(label, language)}` }));
}

/** What the viewer saw and said, as it is now. Answers to what is not asked are left out; who only writes is told of no cut-off. */
function agreedTerms(service: Service, draft: RequestDraft, via: RequestDoor, messageOnly: boolean): AgreedTerms {
  const region = draft.region ?? null;
  const answers = service.questions.flatMap(({ id, label }) => {
    const answer = plainText(draft.answers?.[id] ?? '').trim();
    return answer === '' ? [] : [{ id, question: inLanguage(label, draft.language), answer }];
  });
  const { adult, onAir, code = null, consentVersion = null } = draft;
  const money = { price: priceIn(service, region), deposit: depositIn(service, region) };
  const cutoff = messageOnly ? {} : { cutoffMinutes: service.cutoffMinutes };
  return { ...money, ...cutoff, region, answers, code, via, consentVersion, adult, onAir };
}
