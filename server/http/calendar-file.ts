import ical, { ICalEventStatus } from 'ical-generator';
import { inLanguage } from '../../shared/languages.ts';
import type { CalendarEntry } from '../app/booking-views.ts';

/**
 * The booking as an iCalendar file (RFC 5545): one VEVENT, its instants in UTC so that no zone table can shift them, and
 * a UID that stays, so that a newer file replaces the older one. Nobody's contact and no link: calendars are shared.
 */
export function calendarFile(entry: CalendarEntry): string {
  const calendar = ical({ prodId: { company: 'cuedesk', product: 'cuedesk' } });
  calendar.createEvent({
    id: `${entry.id}@cuedesk`,
    sequence: entry.sequence,
    start: new Date(entry.start),
    end: new Date(entry.end),
    stamp: new Date(entry.changedAt),
    summary: `${oneLine(inLanguage(entry.title, entry.language))} · ${oneLine(entry.creatorName)}`,
    status: ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

/** Text of one line: control characters and every kind of line end would be read as further properties, marks of direction turn it. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
}
