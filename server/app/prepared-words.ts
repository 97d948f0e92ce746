import type { DeskRequest } from '../../shared/desk-view.ts';
import { filledFor } from '../../shared/filled-reply.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import type { Booking } from './booking.ts';
import type { PreparedReplies } from './prepared-replies.ts';

export type PreparedWords = (request: DeskRequest, reply: string) => Promise<string | Refusal>;

/**
 * A prepared reply in the words for one viewer, by its id and the request as its sender may see it. Refuses with
 * `reply-gone` once it has been taken away.
 */
export function preparedWords(parts: {
  readonly prepared: Pick<PreparedReplies, 'list'>;
  readonly booking: Pick<Booking, 'offers'>;
  /** Where viewers reach the public door. */
  readonly publicUrl: () => string;
}): PreparedWords {
  return async (request, id) => {
    const reply = (await parts.prepared.list()).find((one) => one.id === id);
    if (!reply) return refuse('reply-gone');
    const bio = await parts.booking.offers.published();
    const about = { creator: bio?.name ?? '', link: bio ? `${parts.publicUrl()}/@${bio.handle}` : null };
    return filledFor(reply, request, about).text;
  };
}
