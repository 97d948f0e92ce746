import { z } from 'zod';
import { Instant } from './time.ts';

/** What the asks of a flood have in common. */
export const FloodShare = z.enum(['text', 'domain', 'minute']);
export type FloodShare = z.infer<typeof FloodShare>;

/**
 * Many asks in one line of the desk. `value`: the text as it came first, the domain, or the minute as an instant. `id`
 * goes by the first ask, and stays while more come.
 */
export const Flood = z.object({
  id: z.string(),
  by: FloodShare,
  value: z.string(),
  count: z.int(),
  since: Instant,
  until: Instant,
});
export type Flood = z.infer<typeof Flood>;

/** What was marked as spam together, and what undoes it. */
export const FloodMarked = z.object({ act: z.string(), count: z.int() });
export type FloodMarked = z.infer<typeof FloodMarked>;
