import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language, LocalText } from '../../../shared/local-text.ts';
import { inLanguage } from '../../../shared/local-text.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { oneLine } from '../one-line.ts';

/** A booking as a calendar file needs it. */
export interface CalendarEntry {
  readonly id: string;
  /** How often the booking changed; calendars take the highest. */
  readonly sequence: number;
  readonly start: EpochMillis;
  readonly end: EpochMillis;
  readonly changedAt: EpochMillis;
  readonly title: LocalText;
  readonly creatorName: string;
  readonly language: Language;
  /** Where, in words or as the link to join by or the number to call; empty: nothing is said. */
  readonly location: string;
  /** Further lines of what was agreed; may be empty. */
  readonly agreed: string;
}

/** A booking for the calendar of its viewer. */
export interface ViewersEntry extends CalendarEntry {
  /** `CANCEL`: it is off, and the file takes it out again. */
  readonly method: 'PUBLISH' | 'CANCEL';
  /** The address that the creator's mails come from; null where none is known. */
  readonly organizer: string | null;
}

/** A booking in the creator's own calendar. */
export interface FeedEntry extends CalendarEntry {
  readonly viewerName: string;
  /** The viewer's address and answers; null where the creator keeps them out. */
  readonly about: string | null;
}

/** Of a domain that never exists (RFC 2606). */
const NOBODY = 'nobody@cuedesk.invalid';
const PRODUCT = { company: 'cuedesk', product: 'cuedesk' };

/**
 * The booking as an iCalendar file (RFC 5545): one VEVENT, its instants in UTC so that no zone table can shift them, and
 * a UID that stays, so that a newer file replaces the older one. It says where and for how much, as its viewer needs it
 * there. Calendars are shared: never the viewer's contact, nor the private page's address, which is the key to it.
 * `CANCEL` takes it out again, and says who organized it, without which clients may leave it where it is (RFC 5546,
 * 3.2.5). Else the method is `PUBLISH`: `REQUEST` is an invitation, and clients would send their answers to its ORGANIZER.
 */
export function calendarFile(entry: ViewersEntry): string {
  const { method } = entry;
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod[method] });
  const creator = oneLine(entry.creatorName);
  calendar.createEvent({
    ...timesOf(entry),
    summary: `${oneLine(inLanguage(entry.title, entry.language))} · ${creator}`,
    ...(method === 'CANCEL'
      ? { status: ICalEventStatus.CANCELLED, organizer: { name: creator, email: entry.organizer ?? NOBODY } }
      : { status: ICalEventStatus.CONFIRMED, ...agreedOf(entry, null) }),
  });
  return calendar.toString();
}

/** All bookings for the creator's own calendar, which asks again every quarter of an hour. */
export function calendarFeed(name: string, entries: ReadonlyArray<FeedEntry>): string {
  const calendar = ical({ prodId: PRODUCT, name: oneLine(name), ttl: 15 * 60, method: ICalCalendarMethod.PUBLISH });
  for (const entry of entries) {
    calendar.createEvent({
      ...timesOf(entry),
      summary: `${oneLine(inLanguage(entry.title, entry.language))} · ${oneLine(entry.viewerName)}`,
      status: ICalEventStatus.CONFIRMED,
      ...agreedOf(entry, entry.about),
    });
  }
  return calendar.toString();
}

function agreedOf({ location, agreed }: CalendarEntry, about: string | null) {
  const lines = [agreed, about ?? ''].join('\n').split('\n').map(oneLine).filter(Boolean);
  return {
    ...(location ? { location: oneLine(location) } : {}),
    ...(lines.length > 0 ? { description: lines.join('\n') } : {}),
  };
}

function timesOf(entry: CalendarEntry) {
  return {
    id: `${entry.id}@cuedesk`,
    sequence: entry.sequence,
    start: new Date(entry.start),
    end: new Date(entry.end),
    stamp: new Date(entry.changedAt),
  };
}
