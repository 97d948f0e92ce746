import type { Service, ThreadMessage } from '../../../shared/booking.ts';
import type { DeskRequest } from '../../../shared/desk-view.ts';
import { type EpochMillis, toInstant } from '../../../shared/time.ts';
import { isPayable } from '../booking/agreed.ts';
import type { AgreedTerms, BookingRequest } from '../booking/request.ts';
import { type ThreadEntry, viewerMessage, wire } from '../booking/views.ts';
import { hasKeptOffer } from '../booking/waitlist.ts';
import { claimUntil, isLapsed } from './claim.ts';
import { airNameOf } from './on-air.ts';
import { isSnoozed } from './snooze.ts';

/** A request as the desk sees it: with notes and who of the desk wrote what (`data.byName`). */
export function deskRequest(
  request: BookingRequest,
  service: Pick<Service, 'title' | 'questions'> | undefined,
  entries: ReadonlyArray<ThreadEntry>,
  slotTaken: boolean,
  now: EpochMillis,
): DeskRequest {
  const { claim } = request;
  return {
    id: request.id,
    state: request.state,
    service: { id: request.service, title: service?.title ?? {} },
    start: wire(request.start),
    end: wire(request.end),
    zone: request.zone,
    name: request.name,
    erased: request.name === '',
    language: request.language,
    contact: request.contact,
    terms: termsForDesk(request.terms, service?.questions ?? []),
    payment: isPayable(request.terms) ? { at: wire(request.paidAt) } : null,
    offersUntil: hasKeptOffer(request) ? wire(request.offersUntil) : null,
    createdAt: toInstant(request.createdAt),
    updatedAt: toInstant(request.updatedAt),
    claim:
      claim && !isLapsed(claim, now) ? { by: claim.by, name: claim.name, until: toInstant(claimUntil(claim)) } : null,
    snoozedUntil: request.snooze ? toInstant(request.snooze.until) : null,
    snoozedForLive: request.snooze?.forLive ?? false,
    answerBy: wire(request.answerBy),
    back: request.snooze !== null && !isSnoozed(request, now),
    slotTaken,
    unread: request.unread,
    news: request.news,
    via: request.terms.via,
    fromComment: false,
    code: request.terms.code,
    codeFor: null,
    channel: null,
    knownBy: [],
    block: null,
    labels: { request: [], person: [] },
    unopened: false,
    mergedInto: null,
    airName: airNameOf(request),
    messages: entries.map(deskMessage),
  };
}

function termsForDesk(
  { price, region, answers, code, via }: AgreedTerms,
  questions: Service['questions'],
): DeskRequest['terms'] {
  const asked = answers.map(({ id, question, answer }) => {
    const label = questions.find((one) => one.id === id)?.label ?? {};
    // A question that was written anew since is another one: the answer is to the words that its viewer read.
    return { question, label: Object.values(label).includes(question) ? label : null, answer };
  });
  return { price, region, answers: asked, code, via };
}

function deskMessage(entry: ThreadEntry): ThreadMessage {
  const by = entry.by ? { byName: entry.by.name } : {};
  if (entry.author === 'note') {
    return {
      id: entry.id,
      at: toInstant(entry.at),
      from: 'system',
      text: 'note',
      data: { ...entry.data, text: entry.text, ...by },
    };
  }
  const message = viewerMessage(entry, entry.author);
  return entry.by ? { ...message, data: { ...message.data, ...by } } : message;
}
