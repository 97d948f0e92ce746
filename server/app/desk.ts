import type { TakenOver } from '../../shared/desk-team.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import type { Claim, Member } from '../core/booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { type DeskAct, decideAct, look } from '../core/desk/acts.ts';
import { afterAct, isClaimedByOther, isDueForLife } from '../core/desk/claim.ts';
import { heldOf, type KeptAct, takeHeld } from '../store/held-acts.ts';
import { allServices } from '../store/offers.ts';
import { readRequest } from '../store/requests.ts';
import type { BookingParts } from './booking-parts.ts';
import type { BookingViews } from './booking-views.ts';
import { refusalOf } from './calendar.ts';
import { queueReply } from './dm-replies.ts';
import { createListeners } from './listeners.ts';
import { mergeRequest } from './merge.ts';
import { applyChange } from './request-change.ts';
import type { Turn, Turns } from './turn.ts';

/** What the desk does with the queue. */
export interface Desk {
  /**
   * Does one act for a member and answers with the request as it then is. Refuses with `not-found`, `already-closed`,
   * `already-booked`, `not-booked`, `no-start`, `claimed-by-other`, `slot-taken` (with the nearest), `slot-not-offered`, `no-live`;
   * a reply into a conversation of TikTok also with `reply-window-closed`, `replies-used-up` and `reply-not-linked`;
   * a merge also with `not-same-person` and `merge-other-way`.
   */
  act(request: string, act: DeskAct, by: Member, held?: string | null): Promise<DeskRequest | Refusal>;
  /**
   * What the act would be refused with now, or null; nothing is done. `first`: what is held of other requests, and would be
   * done before it. When one of these is refused itself, it is {@link NOT_FIRST}.
   */
  rehearse(request: string, act: DeskAct, by: Member, first?: ReadonlyArray<KeptAct>): Promise<Refusal | null>;
  /** A sign of life of a member who has claimed the request: the claim stands for its whole time again. */
  alive(request: string, by: Member): Promise<void>;
  /**
   * Somebody of the desk has opened it. No act on it: it needs no claim and lets nothing go that is held. Refuses with
   * `not-found`.
   */
  seen(request: string): Promise<DeskRequest | Refusal>;
  /** Told when a claim that stood was taken over from `from`, the id of its member. */
  onTakenOver(listener: (taken: TakenOver & { readonly from: string }) => void): () => void;
}

export function createDesk(parts: BookingParts, turns: Turns, views: BookingViews): Desk {
  const { creatorId } = parts;
  const takenOver = createListeners<TakenOver & { readonly from: string }>(parts.onFault);
  return {
    onTakenOver: takenOver.add,
    alive: async (id, by) => {
      const known = await readRequest(parts.store.db, creatorId, id);
      if (!known || !isDueForLife(known.claim, by, parts.clock())) return;
      await turns.change(async (turn) => {
        const request = await readRequest(turn.tx, creatorId, id);
        const service = request && (await allServices(turn.tx, creatorId)).get(request.service)?.service;
        if (!request || !service || !isDueForLife(request.claim, by, turn.now)) return null;
        return applyChange(parts, turn, request, service, { claim: afterAct(request.claim, by, turn.now) });
      });
    },
    seen: async (id) => {
      const known = await readRequest(parts.store.db, creatorId, id);
      if (known && look(known)) {
        await turns.change(async (turn) => {
          const request = await readRequest(turn.tx, creatorId, id);
          const service = request && (await allServices(turn.tx, creatorId)).get(request.service)?.service;
          const change = request && look(request);
          return request && service && change ? applyChange(parts, turn, request, service, change) : null;
        });
      }
      return views.deskRequest(id);
    },
    rehearse: async (id, act, by, first = []) => {
      const done = await turns.change(async (turn) => {
        for (const one of first) {
          // After a refusal nothing goes on in the same transaction: on PostgreSQL a key that is taken has ended it.
          if (isRefusal(await doAct(parts, turn, one.request, one.act, one.by, one.id))) return refuse(NOT_FIRST);
        }
        const next = await doAct(parts, turn, id, act, by, null);
        // Rolled back like any refusal: nothing was done, but all of it could have been.
        return isRefusal(next) ? next : refuse(COULD_BE);
      });
      return isRefusal(done) && done.why !== COULD_BE ? done : null;
    },
    act: async (id, act, by, held = null) => {
      const done = await turns.change((turn) => doAct(parts, turn, id, act, by, held));
      if (isRefusal(done)) return done;
      const { name, from } = done;
      if (from !== null) takenOver.tell({ request: id, name, by: by.name, from: from.by });
      return views.deskRequest(id);
    },
  };
}

/** What a rehearsal is refused with when it is not its own act that could not be done; nobody is told. */
export const NOT_FIRST = 'not-first';
/** What an act would be refused with that could be done; nobody is told. */
const COULD_BE = 'could-be-done';

/**
 * Does an act in a turn: decides, and keeps. `held` is the id of the held act that it is, which is taken away with it;
 * while another is held of the request, only a note goes.
 */
async function doAct(
  parts: BookingParts,
  turn: Turn,
  id: string,
  act: DeskAct,
  by: Member,
  held: string | null,
): Promise<{ readonly name: string; readonly from: Claim | null } | Refusal> {
  const { creatorId } = parts;
  if (held !== null && !(await takeHeld(turn.tx, creatorId, held))) return refuse('not-held');
  const request = await readRequest(turn.tx, creatorId, id);
  const service = request && (await allServices(turn.tx, creatorId)).get(request.service)?.service;
  if (!request || !service) return refuse('not-found');
  if (act.type !== 'note' && (await heldOf(turn.tx, creatorId, id))) return refuse('answer-on-its-way');
  if (act.type === 'snooze' && act.snooze?.forLive && !parts.isLive?.()) return refuse('no-live');
  if (act.type === 'merge') {
    const merged = await mergeRequest(parts, turn, { request, service }, act, by);
    return isRefusal(merged) ? merged : { name: merged.name, from: null };
  }
  const change = decideAct(request, act, by, turn.now);
  if (isRefusal(change)) return change;
  for (const start of act.type === 'offer' ? act.starts : []) {
    const refused = await refusalOf(turn.tx, creatorId, service, start, 'free', turn.now, id);
    if (refused) return refused;
  }
  // A no has to be possible when TikTok takes no more words: those of a decline stand in the thread alone.
  const words = act.type === 'reply' || act.type === 'offer' || act.type === 'accept' ? act.text : undefined;
  const unsendable = words ? await queueReply(parts, turn, id, words) : null;
  const next = unsendable ?? (await applyChange(parts, turn, request, service, change));
  if (isRefusal(next)) return next;
  return { name: next.name, from: isClaimedByOther(request.claim, by, turn.now) ? request.claim : null };
}
