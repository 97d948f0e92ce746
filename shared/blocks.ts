import { z } from 'zod';
import { Instant } from './time.ts';

/**
 * What may be known of a viewer, in the order in which it is told: the mark of the browser, an e-mail address, the
 * platform's id, a conversation of direct messages.
 */
export const KNOWN_BY = ['browser', 'mail', 'viewer', 'conversation'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

/** Why somebody is kept out, for the desk alone. */
export const BlockDraft = z.object({ reason: z.string().trim().min(1).max(200) });

/** Somebody whom the desk keeps out. Nothing of what they are known by is in it. */
export const Block = z.object({
  id: z.string(),
  /** Empty once the viewer has erased the own data. */
  name: z.string(),
  reason: z.string(),
  byName: z.string(),
  at: Instant,
});
export type Block = z.infer<typeof Block>;
