import type { HeldAct, HeldFailed } from '../../shared/desk-team.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { type EpochMillis, toInstant, toWireInstant } from '../../shared/time.ts';
import { HELD_TYPES, UNDO_SECONDS } from '../../shared/undo.ts';
import type { BookingRequest, Member } from '../core/booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import type { DeskAct } from '../core/desk/acts.ts';
import { addHeld, heldOf, type KeptAct, readHeld, takeHeld } from '../store/held-acts.ts';
import { readRequest, readRequests } from '../store/requests.ts';
import type { Store } from '../store/store.ts';
import { type Desk, NOT_FIRST } from './desk.ts';
import { createListeners } from './listeners.ts';

export interface HeldParts {
  readonly store: Store;
  readonly creatorId: string;
  readonly clock: () => EpochMillis;
  readonly newId: () => string;
  readonly desk: Desk;
  /** Whether somebody may still do such an act: rights end between the asking and the doing. */
  readonly stillMay: (by: Member, act: DeskAct['type']) => Promise<boolean>;
  /** Notes what became of one when its time had come: done, or why not. */
  readonly noteOutcome: (held: KeptAct, why: string | null) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

export type HeldActs = ReturnType<typeof createHeldActs>;

/**
 * Acts that leave the house, held for a while in which their person can undo them. They are kept in the store, at most one
 * a request, and done by the server when their time has come, whether or not a desk is there.
 */
export function createHeldActs(parts: HeldParts) {
  const { store, creatorId, clock, desk, onFault } = parts;
  const changed = createListeners<void>(onFault);
  const failed = createListeners<HeldFailed>(onFault);
  const timers = new Set<NodeJS.Timeout>();

  /** Does one that is held, now. What cannot be done is dropped, and its person is told. */
  async function carryOut(held: KeptAct): Promise<Refusal | null> {
    const allowed = await mayStill(held);
    const done = allowed ? await desk.act(held.request, held.act, held.by, held.id) : refuse('not-allowed');
    const refused = isRefusal(done) ? done : null;
    // Gone already: undone, or done by another process a moment ago.
    if (refused?.why === 'not-held') return null;
    if (!refused) await parts.noteOutcome(held, null);
    else if (await takeHeld(store.db, creatorId, held.id)) {
      await parts.noteOutcome(held, refused.why);
      failed.tell({ act: await onDesk(parts, held), why: refused.why });
    }
    changed.tell();
    return refused;
  }

  let asked = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  /** One at a time: of many that are due together each is tried once. */
  function run(until: EpochMillis): Promise<void> {
    asked = Math.max(asked, until);
    running ??= runAll().finally(() => {
      running = null;
    });
    return running;
  }

  async function runAll(): Promise<void> {
    while (asked > Number.NEGATIVE_INFINITY) {
      const until = asked;
      asked = Number.NEGATIVE_INFINITY;
      for (const held of await readHeld(store.db, creatorId)) {
        if (held.dueAt <= until) await carryOut(held);
      }
    }
  }

  /** Its own right and, of an act that has words with it, the right to write. A decline has always had words. */
  async function mayStill({ act, by }: KeptAct): Promise<boolean> {
    if (!(await parts.stillMay(by, act.type))) return false;
    const isWorded = (act.type === 'offer' || act.type === 'accept') && act.text !== undefined;
    return !isWorded || parts.stillMay(by, 'reply');
  }

  function runAt(dueAt: EpochMillis): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run(clock()).catch(onFault);
    }, dueAt - clock());
    timers.add(timer);
  }

  /** Whoever goes on with a request lets go of what they did to it before. */
  async function letGo(request: string, by: Member): Promise<Refusal | null> {
    const held = await heldOf(store.db, creatorId, request);
    return held?.by.id === by.id ? carryOut(held) : null;
  }

  /**
   * Whether an accept could no longer be done after those that are held of other requests: their times are spoken for, also
   * while they may still be undone. What is refused by itself is not refused by this.
   */
  async function behindHeld(request: string, act: DeskAct, by: Member): Promise<Refusal | null> {
    if (act.type !== 'accept') return null;
    const first = (await readHeld(store.db, creatorId)).filter(
      (held) => held.act.type === 'accept' && held.request !== request,
    );
    if (first.length === 0) return null;
    if ((await desk.rehearse(request, act, by)) !== null) return null;
    const refused = await desk.rehearse(request, act, by, first);
    return refused === null || refused.why === NOT_FIRST ? null : refuse('slot-on-its-way');
  }

  return {
    /** Told when one was held, undone or done. */
    onChange: changed.add,
    onFailed: failed.add,

    /**
     * Does an act at once, after what its person still holds of the request. Refuses as {@link Desk.act} does: with
     * `slot-taken` also when a held accept is about to take its time.
     */
    async act(request: string, act: DeskAct, by: Member): Promise<DeskRequest | Refusal> {
      const refused = await letGo(request, by);
      if (refused) return refused;
      return (await behindHeld(request, act, by)) ? refuse('slot-taken') : desk.act(request, act, by);
    },

    /**
     * Holds an act; what could not be done now is refused now. Refuses as {@link Desk.act} does, and with
     * `answer-on-its-way` while another holds one of the request. `together`: of what one call holds for many requests.
     */
    async hold(request: string, act: DeskAct, by: Member, together: string | null = null): Promise<HeldAct | Refusal> {
      const refused =
        (await letGo(request, by)) ?? (await desk.rehearse(request, act, by)) ?? (await behindHeld(request, act, by));
      if (refused) return refused;
      const dueAt = clock() + UNDO_SECONDS * 1000;
      const held: KeptAct = { id: parts.newId(), request, act, by: { id: by.id, name: by.name }, dueAt, together };
      try {
        await addHeld(store.db, creatorId, held);
      } catch (error) {
        if (store.isUniqueTaken(error)) return refuse('answer-on-its-way');
        throw error;
      }
      runAt(dueAt);
      changed.tell();
      return onDesk(parts, held);
    },

    /** Whether this person holds an act of a request. */
    async holds(request: string, by: Member): Promise<boolean> {
      return (await heldOf(store.db, creatorId, request))?.by.id === by.id;
    },

    /** Takes back what this person holds of a request, and answers with it. Refuses with `not-found` or `too-late`. */
    async undo(request: string, by: Member): Promise<HeldAct | Refusal> {
      if (!(await readRequest(store.db, creatorId, request))) return refuse('not-found');
      const held = await heldOf(store.db, creatorId, request);
      if (held?.by.id !== by.id || !(await takeHeld(store.db, creatorId, held.id))) return refuse('too-late');
      changed.tell();
      return onDesk(parts, held);
    },

    /** All that are held, as every desk sees them. */
    async list(): Promise<HeldAct[]> {
      const all = await readHeld(store.db, creatorId);
      const ids = all.map(({ request }) => request);
      const about = new Map((await readRequests(store.db, creatorId, ids)).map((request) => [request.id, request]));
      return all.map((held) => shown(held, about.get(held.request)));
    },

    /** Drops what its person may not do any more: others need not wait for the end of its time. */
    async rightsChanged(): Promise<void> {
      for (const held of await readHeld(store.db, creatorId)) {
        if (!(await mayStill(held))) await carryOut(held);
      }
    },

    /** Does what is due; to be called at start and every few seconds, for what a process left behind that is gone. */
    run: () => run(clock()),

    /** Does what is held, whenever it is due: a program that ends may be away for days. */
    async close(): Promise<void> {
      for (const timer of timers) clearTimeout(timer);
      await run(Number.POSITIVE_INFINITY);
    },
  };
}

async function onDesk({ store, creatorId }: HeldParts, held: KeptAct): Promise<HeldAct> {
  return shown(held, await readRequest(store.db, creatorId, held.request));
}

/** `about`: its request, where it is still there. */
function shown(held: KeptAct, about: Pick<BookingRequest, 'name' | 'start'> | null | undefined): HeldAct {
  const { id, request, act, by, dueAt, together } = held;
  return {
    ...{ id, request, name: about?.name ?? '', together },
    // What is held is of these alone: nothing that calls this holds anything else.
    type: HELD_TYPES.find((type) => type === act.type) ?? 'reply',
    text: 'text' in act ? (act.text ?? '') : '',
    into: act.type === 'merge' ? act.into : null,
    starts: startsOf(act, about?.start ?? null).map(toWireInstant),
    by: { id: by.id, name: by.name },
    until: toInstant(dueAt),
  };
}

function startsOf(act: DeskAct, asked: EpochMillis | null): ReadonlyArray<EpochMillis> {
  if (act.type === 'offer') return act.starts;
  return act.type === 'accept' && asked !== null ? [asked] : [];
}
