import { z } from 'zod';
import { LocalText } from './languages.ts';
import { CalendarDate, Instant } from './time.ts';

/** A coming booking in time that the hours do not offer: a day off or changed hours came over it, or the desk agreed to it. It stays. */
export const OutsideBooking = z.object({
  id: z.string(),
  name: z.string(),
  title: LocalText,
  start: Instant,
  end: Instant,
  /** The creator's day that it begins on. */
  date: CalendarDate,
});
export type OutsideBooking = z.infer<typeof OutsideBooking>;
