import type { Language } from '../../shared/languages.ts';
import type { CalendarFeed } from '../../shared/mail.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { agreedOf } from '../core/booking/agreed.ts';
import { calendarFeed, type FeedEntry } from '../core/booking/calendar-file.ts';
import type { BookingRequest } from '../core/booking/request.ts';
import { calendarWords } from '../core/mail/agreed-words.ts';
import { allServices, readBio } from '../store/offers.ts';
import { bookingsAfter } from '../store/requests.ts';
import { sameToken } from '../store/secrets.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { createDoor } from './door.ts';

interface Kept {
  readonly on: boolean;
  /** Raised to make the old address worthless; part of what the secret is derived from. */
  readonly rotation: number;
  readonly contacts: boolean;
}

const NAME = 'calendar-feed';
const PAST_MS = 90 * 24 * 60 * 60_000;
/** More than fit into two years of full days. */
const MOST = 5000;

export type CalendarFeedDoor = Awaited<ReturnType<typeof openCalendarFeed>>;

/** The creator's bookings for the calendar of a phone or computer, under an address that cannot be guessed (256 bits). */
export async function openCalendarFeed(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  derive: (label: string) => string;
  publicUrl: () => string;
  /** The creator's. */
  language: () => Language;
}) {
  const { store, creatorId, clock } = deps;
  let kept: Kept = {
    on: false,
    rotation: 0,
    contacts: false,
    ...((await readSetting(store.db, creatorId, NAME)) as Partial<Kept> | undefined),
  };
  const door = createDoor();
  const secret = () => deps.derive(`calendar-feed:${creatorId}:${kept.rotation}`);
  const keep = (change: (now: Kept) => Kept) =>
    door.run(async () => {
      const next = change(kept);
      await writeSetting(store.db, creatorId, NAME, next, clock());
      kept = next;
    });

  return {
    state: (): CalendarFeed => ({
      url: kept.on ? `${deps.publicUrl()}/api/v1/public/calendar/${secret()}.ics` : null,
      contacts: kept.contacts,
    }),
    /** Turns it on under a new address, or makes a new one: the old address is worth nothing from then on. */
    renew: () => keep((now) => ({ ...now, on: true, rotation: now.rotation + 1 })),
    turnOff: () => keep((now) => ({ ...now, on: false, rotation: now.rotation + 1 })),
    showContacts: (contacts: boolean) => keep((now) => ({ ...now, contacts })),
    /** The file for who has the secret, else null. */
    async file(given: string): Promise<string | null> {
      if (!kept.on || !sameToken(given, secret())) return null;
      const services = await allServices(store.db, creatorId);
      const creator = await readBio(store.db, creatorId);
      const creatorName = (creator?.published ?? creator?.draft)?.name ?? '';
      const requests = await bookingsAfter(store.db, creatorId, clock() - PAST_MS, MOST);
      const entries = requests.flatMap((request): FeedEntry[] => {
        const service = services.get(request.service)?.service;
        const { start, end } = request;
        if (!service || start === null || end === null) return [];
        const { id, version: sequence, updatedAt: changedAt, name: viewerName } = request;
        const { price, deposit, place } = agreedOf(request, service);
        // The payment link is for who pays.
        const owed = { price, place, deposit: deposit && { amount: deposit.amount } };
        const language = deps.language();
        const words = calendarWords(owed, creatorName, language, 'creator');
        const about = kept.contacts ? aboutOf(request) : null;
        const of = { id, sequence, start, end, changedAt, title: service.title, creatorName, language, ...words };
        return [{ ...of, viewerName, about }];
      });
      return calendarFeed(`Cuedesk · ${creatorName}`, entries);
    },
  };
}

function aboutOf({ contact, terms }: BookingRequest): string {
  const answers = terms.answers.map(({ question, answer }) => `${question}: ${answer}`);
  return [...(contact?.email ? [contact.email] : []), ...answers].join('\n');
}
