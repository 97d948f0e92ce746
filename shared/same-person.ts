import { z } from 'zod';
import { RequestState } from './booking.ts';
import { LocalText } from './languages.ts';
import { Instant } from './time.ts';

/**
 * Another open ask or coming booking of who may be the same person. `by` is how that is known: `viewer` by the platform's
 * id, which is certain; `code` by a code of the chat that was typed for one of them, and `address` by the same address: both
 * anybody may type.
 */
export const OtherRequest = z.object({
  id: z.string(),
  state: RequestState,
  name: z.string(),
  service: LocalText,
  start: Instant.nullable(),
  by: z.enum(['viewer', 'code', 'address']),
});
export type OtherRequest = z.infer<typeof OtherRequest>;
