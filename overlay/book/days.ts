import type { Slot } from '../../shared/booking.ts';
import { dateFormat } from '../../shared/date-format.ts';
import type { Instant } from '../../shared/time.ts';
import { clock, zoneName } from '../../shared/time-words.ts';

export { zoneName, zonePlace } from '../../shared/time-words.ts';

/** The bookable times that begin on one calendar day of the viewer's zone. */
export interface Day {
  /** `2026-11-24`, in that zone. */
  readonly date: string;
  readonly slots: ReadonlyArray<Slot>;
}

/** Ascending slots by the day on which each begins in `zone`. Days without any are left out. */
export function byDay(slots: ReadonlyArray<Slot>, zone: string): Day[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const date = dateIn(slot.start, zone);
    days.set(date, [...(days.get(date) ?? []), slot]);
  }
  return [...days].map(([date, ofDay]) => ({ date, slots: ofDay }));
}

/** The chosen day where it has times, else the next that has, else the last before it; without a choice the first. */
export function dayFor(days: ReadonlyArray<Day>, chosen: string | null): Day | undefined {
  if (chosen === null) return days[0];
  return days.find(({ date }) => date >= chosen) ?? days.at(-1);
}

/** The clock of each slot; where a clock change makes two the same, both carry their offset ("02:30 GMT+2"). */
export function clocks(slots: ReadonlyArray<Slot>, zone: string, language: string): string[] {
  const plain = slots.map((slot) => clock(slot.start, zone, language));
  return plain.map((text, place) => {
    const slot = slots[place];
    const twice = plain.some((other, index) => other === text && index !== place);
    return slot && twice ? `${text} ${zoneName(slot.start, zone, language, 'shortOffset')}` : text;
  });
}

/** The calendar date of an instant in a zone, `2026-11-24`. */
export function dateIn(instant: Instant, zone: string): string {
  // Sweden writes ISO dates.
  return dateFormat('sv-SE', { timeZone: zone }).format(new Date(instant));
}
