import { lengthText } from '../../shared/length-words.ts';
import type { Money } from '../../shared/money.ts';
import { formatMoney } from '../../shared/money-text.ts';
import type { Instant } from '../../shared/time.ts';
import { clock, clockSpan, dayAndClock, dayName, dayTitle, sameDay, zoneText } from '../../shared/time-words.ts';
import { OFFER_MINUTES } from '../../shared/wait-offer.ts';
import { serverNow } from './server-clock.ts';
import { say, spoken, timesTag } from './words.ts';

const DAY_MILLIS = 86_400_000;

/** "today 18:30", "tomorrow 09:00", else "Tue 24 Nov, 09:00". */
export function sayWhen(start: Instant, zone: string, now: number = serverNow()): string {
  const language = timesTag();
  const time = clock(start, zone, language);
  if (sameDay(start, new Date(now).toISOString(), zone)) return say('when.today', { clock: time });
  if (sameDay(start, new Date(now + DAY_MILLIS).toISOString(), zone)) return say('when.tomorrow', { clock: time });
  return dayAndClock(start, zone, language, new Date(now).toISOString());
}

/** The day in full, with a capital letter where it stands alone: "Tuesday 24 November". */
export function sayDay(start: Instant, zone: string): string {
  return dayTitle(start, zone, timesTag(), new Date(serverNow()).toISOString());
}

/** The same within a sentence, as the language writes it there: Dutch and Norwegian days are small. */
export function sayDayWithin(start: Instant, zone: string): string {
  return dayName(start, zone, timesTag(), new Date(serverNow()).toISOString());
}

/** "18:30–19:00", or the start alone where there is no end. */
export function saySpan(start: Instant, end: Instant | null, zone: string): string {
  return clockSpan(start, end, zone, timesTag());
}

/** "Berlin, CET": whose clock the times are of. */
export function sayZone(zone: string, at: Instant): string {
  return zoneText(zone, at, timesTag());
}

export function sayPrice(price: Money): string {
  return price.minor === 0 ? say('offers.free') : formatMoney(price, spoken());
}

/** "45 min", "1 hr 30 min": how long an appointment is. */
export function sayLength(minutes: number): string {
  return lengthText(minutes, spoken());
}

/** "2 hours", "1 day", "90 minutes": a length in the largest unit that it is a whole number of. */
export function sayMinutes(minutes: number): string {
  const [unit, size] =
    minutes % 1440 === 0
      ? (['day', 1440] as const)
      : minutes % 60 === 0
        ? (['hour', 60] as const)
        : (['minute', 1] as const);
  return new Intl.NumberFormat(spoken(), { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / size);
}

/** What waiting is: what is offered, how long it is kept, and that nothing is owed. */
export function sayWaiting(name: string): string {
  return say('waitlist.text', { name, span: sayMinutes(OFFER_MINUTES) });
}

/** Minutes and seconds left, "4:05"; never under zero. */
export function sayLeft(millis: number): string {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
