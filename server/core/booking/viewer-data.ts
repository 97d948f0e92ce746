import type { Bio, Service } from '../../../shared/booking.ts';
import { type EpochMillis, toInstant } from '../../../shared/time.ts';
import type { AskData, ViewerData } from '../../../shared/viewer-data.ts';
import type { BookingRequest } from './request.ts';
import { bookingNumber, type ThreadEntry, viewerMessage, wire } from './views.ts';
import type { Wish } from './waitlist.ts';

/** What of a request is in the file. */
type Told =
  | ('id' | 'service' | 'state' | 'start' | 'end' | 'wallStart' | 'creatorZone' | 'answerBy' | 'paidAt')
  | ('zone' | 'name' | 'contact' | 'language' | 'locale' | 'terms' | 'createdAt' | 'updatedAt');

/** What is not, each with its reason: a field of tomorrow that is in neither list does not compile. */
const _LEFT_OUT = {
  version: 'counts changes',
  offers: 'stand in the thread',
  offersUntil: 'is of the next half hour',
  unread: 'is the desk’s own',
  news: 'is the desk’s own',
  claim: 'is the desk’s own',
  snooze: 'is the desk’s own',
} satisfies Record<Exclude<keyof BookingRequest, Told>, string>;

/** One ask with what is kept beside it. */
export interface KeptAsk {
  readonly request: BookingRequest;
  readonly service: Pick<Service, 'id' | 'title'>;
  /** Null: its viewer is not in line. */
  readonly wish: Wish | null;
}

interface Kept {
  readonly creator: Pick<Bio, 'name' | 'handle'>;
  readonly asks: ReadonlyArray<KeptAsk>;
  readonly entries: ReadonlyArray<ThreadEntry>;
  readonly mails: ReadonlyArray<Omit<ViewerData['mails'][number], 'writtenAt'> & { readonly at: EpochMillis }>;
}

/** The file of everything that is kept of a viewer: without notes and names of the desk, and never with the word spam. */
export function viewerData({ creator, asks, entries, mails }: Kept, now: EpochMillis): ViewerData {
  return {
    format: 'cuedesk-viewer-data',
    version: 1,
    madeAt: toInstant(now),
    creator: { name: creator.name, handle: creator.handle },
    asks: asks.map(askData),
    messages: entries.flatMap((entry) => (entry.author === 'note' ? [] : [viewerMessage(entry, entry.author)])),
    mails: mails.map(({ kind, state, at, to }) => ({ kind, state, writtenAt: toInstant(at), to })),
  };
}

function askData({ request, service, wish }: KeptAsk): AskData {
  const { name, contact, language, locale, zone, terms } = request;
  const { price, region, code, via, adult, onAir, consentVersion } = terms;
  return {
    number: bookingNumber(request.id),
    state: request.state === 'spam' ? 'declined' : request.state,
    service: { id: service.id, title: service.title },
    createdAt: toInstant(request.createdAt),
    updatedAt: toInstant(request.updatedAt),
    start: wire(request.start),
    end: wire(request.end),
    answerBy: wire(request.answerBy),
    paidAt: wire(request.paidAt),
    wallStart: request.wallStart,
    creatorZone: request.creatorZone,
    person: { name, email: contact?.email ?? null, language, locale, zone },
    agreed: {
      price,
      deposit: terms.deposit ?? null,
      cutoffMinutes: terms.cutoffMinutes ?? null,
      region,
      answers: terms.answers.map(({ question, answer }) => ({ question, answer })),
      code,
      via,
      adult,
      onAir,
      consentVersion,
    },
    waitsFor: wish && { earliest: wire(wish.earliest), latest: wire(wish.latest) },
  };
}
