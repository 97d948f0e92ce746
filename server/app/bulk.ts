import type { BulkAct, BulkOutcome } from '../../shared/bulk.ts';
import { ACT_RIGHTS, may, type Right } from '../../shared/rights.ts';
import { HELD_TYPES } from '../../shared/undo.ts';
import type { Member } from '../core/booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { type DeskAct, snoozeAct } from '../core/desk/acts.ts';
import { requestFor } from '../core/desk/by-rights.ts';
import type { Booking } from './booking.ts';
import type { HeldActs } from './held-acts.ts';
import type { Labels } from './labels.ts';
import type { PreparedWords } from './prepared-words.ts';

export type Bulk = ReturnType<typeof createBulk>;
type Result = BulkOutcome['results'][number];
type Actor = Member & { readonly rights: ReadonlyArray<Right> };

/** One act for many requests: each a decision and a transaction of its own, so that what is refused holds up no other. */
export function createBulk(parts: {
  readonly booking: Pick<Booking, 'views'>;
  readonly held: HeldActs;
  readonly words: PreparedWords;
  readonly labels: Pick<Labels, 'put'>;
  readonly newId: () => string;
  readonly onFault: (error: unknown) => void;
}) {
  const { booking, held, words } = parts;

  async function actFor(id: string, act: Exclude<BulkAct, { type: 'label' }>, by: Actor): Promise<DeskAct | Refusal> {
    if (act.type === 'snooze') return snoozeAct(act);
    if (act.type !== 'decline' && act.type !== 'reply') return { type: act.type };
    const text = act.reply === undefined ? act.text : await prepared(id, act.reply, by);
    if (isRefusal(text)) return text;
    return act.type === 'reply' ? { type: 'reply', text: text ?? '' } : { type: 'decline', text };
  }

  async function prepared(id: string, reply: string, by: Actor): Promise<string | Refusal> {
    const request = await booking.views.deskRequest(id);
    return isRefusal(request) ? request : words(requestFor(request, by.rights), reply);
  }

  /** `together`: the call that it is of, where it is to wait to be undone. */
  async function one(id: string, bulk: BulkAct, by: Actor, together: string | null): Promise<Result> {
    if (bulk.type === 'label') {
      const put = await parts.labels.put(id, { label: bulk.label, on: 'request', put: bulk.put });
      return isRefusal(put) ? { id, result: 'refused', why: put.why } : { id, result: 'done', why: null };
    }
    const act = await actFor(id, bulk, by);
    const waits = together !== null && HELD_TYPES.some((type) => type === bulk.type);
    const done = isRefusal(act) ? act : waits ? await held.hold(id, act, by, together) : await held.act(id, act, by);
    if (isRefusal(done)) return { id, result: 'refused', why: done.why };
    return { id, result: waits ? 'held' : 'done', why: null };
  }

  return {
    /**
     * Does the act for each, in order; what each is refused with is what {@link HeldActs.act} and `hold` refuse with.
     * Refuses as a whole, with nothing done, with `not-allowed`.
     */
    async perform(ids: ReadonlyArray<string>, act: BulkAct, by: Actor, undo: boolean): Promise<BulkOutcome | Refusal> {
      const right = ACT_RIGHTS[act.type];
      if (right && !may(by, right)) return refuse('not-allowed');
      const together = undo ? parts.newId() : null;
      const results: Result[] = [];
      for (const id of ids) {
        // A fault at one is told there, and what was done before it is still told as done.
        const result = await one(id, act, by, together).catch((error: unknown): Result => {
          parts.onFault(error);
          return { id, result: 'refused', why: 'unavailable' };
        });
        results.push(result);
      }
      return { results };
    },

    /** Takes back what this person still holds of these. Each may be refused with `not-found` or `too-late`. */
    async undo(ids: ReadonlyArray<string>, by: Member): Promise<BulkOutcome> {
      const results: Result[] = [];
      for (const id of ids) {
        const done = await held.undo(id, by);
        results.push(isRefusal(done) ? { id, result: 'refused', why: done.why } : { id, result: 'done', why: null });
      }
      return { results };
    },
  };
}
