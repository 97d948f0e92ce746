import { z } from 'zod';
import { LocalText } from './languages.ts';
import { CalendarDate, Instant } from './time.ts';

/**
 * A coming booking, or a time that its viewer was offered and can still take, where the hours offer nothing: a day off or
 * changed hours came over it, or the desk agreed to it. It stays.
 */
export const OutsideBooking = z.object({
  id: z.string(),
  name: z.string(),
  title: LocalText,
  start: Instant,
  end: Instant,
  /** The creator's day that it begins on. */
  date: CalendarDate,
  /** True for an offered time that nobody has taken yet. */
  offered: z.boolean(),
});
export type OutsideBooking = z.infer<typeof OutsideBooking>;
