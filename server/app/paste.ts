import type { PasteDraft } from '../../shared/desk-doors.ts';
import type { RequestMade } from '../../shared/public-page.ts';
import { toMillis } from '../../shared/time.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { answerOnce } from './answer-once.ts';
import type { BookingParts } from './booking-parts.ts';
import { offerFor, openRequest } from './open-request.ts';
import { isBlocked, mailsOf } from './person.ts';
import type { Turns } from './turn.ts';

/** Requests that the desk opens from what a viewer wrote elsewhere. */
export interface Paste {
  /**
   * The same key with the same draft gets the same answer, with another draft `key-reused`. Refuses with `not-found`
   * without such an offer, `slot-taken` (with the nearest), `slot-not-offered`, and `blocked` for an address that the desk
   * keeps out. The answer holds the address of the
   * thread, for the moderator to send to the viewer.
   */
  paste(draft: PasteDraft, key: string | null): Promise<RequestMade | Refusal>;
}

export function createPaste(parts: BookingParts, turns: Turns): Paste {
  return {
    paste: (draft, key) =>
      turns.change((turn) =>
        // A viewer's key must never meet a moderator's.
        answerOnce(parts, turn, key === null ? null : `desk ${key}`, draft, async () => {
          const service = await offerFor(parts, turn, draft.service);
          if (isRefusal(service)) return service;
          if (await isBlocked(parts, turn.tx, { mails: mailsOf(draft.contact) })) return refuse('blocked');
          return openRequest(parts, turn, {
            service,
            start: draft.start === undefined ? null : toMillis(draft.start),
            name: draft.name,
            text: draft.text,
            language: draft.language,
            zone: draft.zone ?? null,
            contact: draft.contact ?? null,
            via: 'paste',
            code: null,
            bookedBy: null,
          });
        }),
      ),
  };
}
