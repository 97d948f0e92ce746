import type { Bio, Service, ThreadMessage } from '../../../shared/booking.ts';
import type { LocalText } from '../../../shared/languages.ts';
import { isClosed } from '../../../shared/request-states.ts';
import type { StageView } from '../../../shared/stage-view.ts';
import type { ThreadView } from '../../../shared/thread-view.ts';
import { type EpochMillis, toInstant, toWireInstant } from '../../../shared/time.ts';
import { agreedOf } from './agreed.ts';
import type { BookingRequest, SystemWord } from './request.ts';
import { cutoffAt, cutoffMinutes, viewerActions } from './viewer.ts';
import { hasKeptOffer, type Wish } from './waitlist.ts';

/** One entry of a thread, as kept. `note` entries never leave the desk; neither does who of the desk wrote one. */
export interface ThreadEntry {
  readonly id: string;
  readonly at: EpochMillis;
  readonly author: 'viewer' | 'creator' | 'system' | 'note';
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly by: { readonly name: string } | null;
}

const DAY = 24 * 60 * 60_000;

/** A place in the line: which it is, the first being 1, and for which times. */
interface InLine {
  readonly position: number;
  readonly wish: Wish;
}

function lineOf({ position, wish }: InLine, { horizonDays }: Service, now: EpochMillis): ThreadView['waitlist'] {
  const until = toInstant(now + horizonDays * DAY);
  return { position, earliest: wire(wish.earliest), latest: wire(wish.latest), until };
}

/** One viewer's thread: no notes, no names of the desk, and never the word spam. */
export function threadView(
  request: BookingRequest,
  service: Service,
  creator: Pick<Bio, 'name' | 'handle'>,
  entries: ReadonlyArray<ThreadEntry>,
  more: { readonly nearest: ReadonlyArray<string>; readonly line: InLine | null; readonly mails: boolean },
  now: EpochMillis,
): ThreadView {
  const { id, title, minutes, capacity } = service;
  const { price, place, deposit } = agreedOf(request, service);
  const booked = wasBooked(request, entries);
  return {
    state: request.state === 'spam' ? 'declined' : request.state,
    creator: { name: creator.name, handle: creator.handle },
    service: { id, title, minutes, price, capacity, cutoffMinutes: cutoffMinutes(request, service) },
    name: request.name,
    email: request.contact?.email ?? null,
    mails: more.mails,
    start: wire(request.start),
    end: wire(request.end),
    zone: request.zone,
    createdAt: toInstant(request.createdAt),
    number: bookingNumber(request.id),
    price,
    place,
    // Of what was cancelled before anything was agreed nothing was ever due.
    deposit: isClosed(request) && !booked ? null : deposit,
    paid: request.paidAt !== null,
    wasBooked: booked,
    answers: request.terms.answers.map(({ question, answer }) => ({ question, answer })),
    messages: entries.flatMap((entry) => (entry.author === 'note' ? [] : [viewerMessage(entry, entry.author)])),
    actions: viewerActions(request, service, booked, now),
    nearest: [...more.nearest],
    answerBy: wire(request.answerBy),
    cutoffAt: wire(cutoffAt(request, service)),
    offersUntil: hasKeptOffer(request) ? wire(request.offersUntil) : null,
    waitlist: more.line && lineOf(more.line, service, now),
    serverTime: toInstant(now),
  };
}

/** Whether it is or once was an appointment. */
export function wasBooked({ state }: BookingRequest, entries: ReadonlyArray<ThreadEntry>): boolean {
  return state === 'booked' || entries.some(({ author, text }) => author === 'system' && BOOKING_WORDS.has(text));
}
const BOOKING_WORDS: ReadonlySet<string> = new Set(['booked', 'accepted', 'moved'] satisfies SystemWord[]);

/** Eight signs of the id: enough to tell one creator's bookings apart, and they open nothing. */
export function bookingNumber(id: string): string {
  return id.replaceAll('-', '').slice(0, 8).toUpperCase();
}

/** The booked session of now and the next ones, as they may be shown on air. `coming`: those that are not over. */
export function stageQueue(
  waiting: number,
  coming: ReadonlyArray<BookingRequest>,
  titleOf: (service: string) => LocalText,
  now: EpochMillis,
): StageView['queue'] {
  const isNow = ({ start }: BookingRequest) => start !== null && start <= now;
  const serving = coming.find(isNow);
  const next = coming
    .filter((request) => !isNow(request))
    .map((request) => ({ name: shownName(request), service: titleOf(request.service), start: wire(request.start) }));
  return {
    waiting,
    // Whose name cannot be shown is not shown at all: a title with nothing behind it would look like a fault.
    nowServing: (serving && shownName(serving)) || null,
    next: next.filter(({ name }) => name !== '').slice(0, NEXT_ON_AIR),
  };
}

/** Nothing, unless the viewer agreed to be seen on air. */
function shownName({ name, terms }: BookingRequest): string {
  return terms.onAir ? onAirName(name) : '';
}

const ON_AIR_LETTERS = 24;
const NEXT_ON_AIR = 5;

/**
 * The name that is shown on air: the first word alone, without what is invisible or turns the direction of text, and no
 * longer than a box holds. An address or number that somebody typed as a name is not shown.
 */
export function onAirName(name: string): string {
  // Joiners stay: scripts and emoji are spelled with them. A pile of marks would grow out of its box.
  const visible = name
    .replace(/(?![\u200C\u200D])[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
  const word = visible.split(/\s+/u)[0] ?? '';
  if (/@|\d{5}|:\/\/|^www\./i.test(word)) return '';
  return [...word].slice(0, ON_AIR_LETTERS).join('');
}

/** An entry as its viewer reads it. */
export function viewerMessage(entry: ThreadEntry, from: ThreadMessage['from']): ThreadMessage {
  const { id, text, data } = entry;
  return { id, at: toInstant(entry.at), from, text, ...(data ? { data: { ...data } } : {}) };
}

export function wire(at: EpochMillis | null): string | null {
  return at === null ? null : toWireInstant(at);
}
