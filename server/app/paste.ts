import type { PasteDraft } from '../../shared/desk-doors.ts';
import type { RequestMade } from '../../shared/public-page.ts';
import { toMillis } from '../../shared/time.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { readJournal } from '../store/journal.ts';
import { noteViewer } from '../store/viewers.ts';
import { answerOnce } from './answer-once.ts';
import type { BookingParts } from './booking-parts.ts';
import { offerFor, openRequest } from './open-request.ts';
import { isBlocked, mailsOf } from './person.ts';
import type { Turn, Turns } from './turn.ts';

/** Requests that the desk opens from what a viewer wrote elsewhere. */
export interface Paste {
  /**
   * The same key with the same draft gets the same answer, with another draft `key-reused`. Refuses with `not-found`
   * without such an offer or comment, `slot-taken` (with the nearest), `slot-not-offered`, and `blocked` for an address or
   * a viewer that the desk keeps out. The answer holds the address of the
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
          const viewer = draft.comment === undefined ? null : await commenterOf(parts, turn, draft.comment);
          if (isRefusal(viewer)) return viewer;
          const viewers = viewer === null ? [] : [viewer];
          if (await isBlocked(parts, turn.tx, { viewers, mails: mailsOf(draft.contact) })) return refuse('blocked');
          const made = await openRequest(parts, turn, {
            service,
            start: draft.start === undefined ? null : toMillis(draft.start),
            name: draft.name,
            text: draft.text,
            language: draft.language,
            zone: draft.zone ?? null,
            region: draft.region ?? null,
            contact: draft.contact ?? null,
            via: 'paste',
            code: null,
            bookedBy: null,
          });
          if (viewer !== null && !isRefusal(made)) await noteViewer(turn.tx, parts.creatorId, made.id, viewer);
          return made;
        }),
      ),
  };
}

async function commenterOf({ creatorId }: BookingParts, { tx }: Turn, seq: number): Promise<string | Refusal> {
  const [entry] = await readJournal(tx, creatorId, seq - 1, 1);
  return entry?.seq === seq && entry.type === 'chat' ? entry.user.id : refuse('not-found');
}
