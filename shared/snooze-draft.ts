import { z } from 'zod';
import { Instant } from './time.ts';

/** `until`: null wakes it. `afterLive`: it comes back with the end of the live, or then at the latest. */
export const SnoozeDraft = z.object({ until: Instant.nullable(), afterLive: z.boolean().optional() });
export type SnoozeDraft = z.infer<typeof SnoozeDraft>;
