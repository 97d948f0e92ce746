import type { DeskRequest } from '../../shared/protocol.ts';
import type { Member } from '../core/booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { type DeskAct, decideAct } from '../core/desk/acts.ts';
import { allServices } from '../store/offers.ts';
import { readRequest } from '../store/requests.ts';
import type { BookingParts } from './booking-parts.ts';
import type { BookingViews } from './booking-views.ts';
import { refusalOf } from './calendar.ts';
import { queueReply } from './dm-replies.ts';
import { applyChange } from './request-change.ts';
import type { Turns } from './turn.ts';

/** What the desk does with the queue. */
export interface Desk {
  /**
   * Does one act for a member and answers with the request as it then is. Refuses with `not-found`, `already-closed`,
   * `already-booked`, `not-booked`, `no-start`, `claimed-by-other`, `slot-taken` (with the nearest), `slot-not-offered`;
   * a reply into a conversation of TikTok also with `reply-window-closed`, `replies-used-up` and `reply-not-linked`.
   */
  act(request: string, act: DeskAct, by: Member): Promise<DeskRequest | Refusal>;
}

export function createDesk(parts: BookingParts, turns: Turns, views: BookingViews): Desk {
  const { creatorId } = parts;
  return {
    act: async (id, act, by) => {
      const done = await turns.change(async (turn) => {
        const request = await readRequest(turn.tx, creatorId, id);
        const service = request && (await allServices(turn.tx, creatorId)).get(request.service)?.service;
        if (!request || !service) return refuse('not-found');
        const change = decideAct(request, act, by, turn.now);
        if (isRefusal(change)) return change;
        for (const start of act.type === 'offer' ? act.starts : []) {
          const refused = await refusalOf(turn.tx, creatorId, service, start, 'free', turn.now);
          if (refused) return refused;
        }
        const unsendable = act.type === 'reply' ? await queueReply(parts, turn, id, act.text) : null;
        return unsendable ?? applyChange(parts, turn, request, service, change);
      });
      return isRefusal(done) ? done : views.deskRequest(id);
    },
  };
}
