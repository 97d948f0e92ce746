import type { DeskRequest } from '../../shared/desk-view.ts';
import { rightsOfSteps } from '../../shared/macro-steps.ts';
import type { Macro, MacroDraft, MacroOutcome, MacroStep } from '../../shared/macros.ts';
import { may, type Right } from '../../shared/rights.ts';
import { type EpochMillis, toMillis } from '../../shared/time.ts';
import type { Member } from '../core/booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import type { DeskAct } from '../core/desk/acts.ts';
import { requestFor } from '../core/desk/by-rights.ts';
import { addMacro, dropMacro, readMacros, replaceMacro } from '../store/macros.ts';
import { allServices } from '../store/offers.ts';
import type { Store } from '../store/store.ts';
import type { Booking } from './booking.ts';
import { nearestStarts } from './calendar.ts';
import type { HeldActs } from './held-acts.ts';
import type { Labels } from './labels.ts';
import { createListeners } from './listeners.ts';
import type { PreparedWords } from './prepared-words.ts';

export interface MacroParts {
  readonly store: Store;
  readonly creatorId: string;
  readonly clock: () => EpochMillis;
  readonly newId: () => string;
  readonly booking: Pick<Booking, 'views'>;
  readonly held: HeldActs;
  readonly words: PreparedWords;
  readonly labels: Pick<Labels, 'put'>;
  readonly onFault: (error: unknown) => void;
}

/** Who performs a macro. */
export type Performer = Member & { readonly rights: ReadonlyArray<Right> };

export type Macros = ReturnType<typeof createMacros>;

/** The macros of a creator, and performing them. */
export function createMacros(parts: MacroParts) {
  const { store, creatorId } = parts;
  const changed = createListeners<void>(parts.onFault);

  async function keep(macro: Macro, write: () => Promise<boolean>): Promise<Macro | Refusal> {
    try {
      if (!(await write())) return refuse('not-found');
    } catch (error) {
      if (!store.isUniqueTaken(error)) throw error;
      const others = (await readMacros(store.db, creatorId)).filter(({ id }) => id !== macro.id);
      return refuse(others.some(({ key }) => key === macro.key) ? 'macro-key-taken' : 'macro-name-taken');
    }
    changed.tell();
    return macro;
  }

  return {
    /** Told after each change is kept. */
    onChange: changed.add,
    /** All of them, by key. */
    list: (): Promise<Macro[]> => readMacros(store.db, creatorId),
    /** Refuses with `macro-key-taken` or `macro-name-taken`. */
    add(draft: MacroDraft): Promise<Macro | Refusal> {
      const macro = { ...draft, id: parts.newId() };
      return keep(macro, async () => {
        await addMacro(store.db, creatorId, macro);
        return true;
      });
    },
    /** Refuses with `not-found`, `macro-key-taken` or `macro-name-taken`. */
    change(id: string, draft: MacroDraft): Promise<Macro | Refusal> {
      const macro = { ...draft, id };
      return keep(macro, () => replaceMacro(store.db, creatorId, macro));
    },
    /** Refuses with `not-found`. */
    async remove(id: string): Promise<null | Refusal> {
      if (!(await dropMacro(store.db, creatorId, id))) return refuse('not-found');
      changed.tell();
      return null;
    },
    /**
     * Does the steps in order and stops at the first that is refused; what is done stays done. What leaves the house is
     * one act, and with `undo` held like any other. Refuses, with nothing done, with `not-found` for the request,
     * `no-such-macro`, `not-allowed` when the right of one step is missing, or `answer-on-its-way` while this person holds
     * an act of the request.
     */
    async perform(request: string, id: string, by: Performer, undo: boolean): Promise<MacroOutcome | Refusal> {
      const found = await parts.booking.views.deskRequest(request);
      if (isRefusal(found)) return found;
      const macro = (await readMacros(store.db, creatorId)).find((one) => one.id === id);
      if (!macro) return refuse('no-such-macro');
      const needed = rightsOfSteps(macro.steps.map(({ type }) => type));
      if (!needed.every((right) => may(by, right))) return refuse('not-allowed');
      // A key that was pressed twice is one macro: the first would leave at once to make way for the second.
      if (await parts.held.holds(request, by)) return refuse('answer-on-its-way');
      return performAll(parts, requestFor(found, by.rights), macro.steps, by, undo);
    },
  };
}

async function performAll(
  parts: MacroParts,
  request: DeskRequest,
  steps: ReadonlyArray<MacroStep>,
  by: Member,
  undo: boolean,
): Promise<MacroOutcome> {
  const { held } = parts;
  const names = steps.map(({ type }) => type);
  const leaving = steps.findIndex(({ type }) => !INSIDE.some((each) => each === type));
  const inside = leaving === -1 ? steps.length : leaving;
  // What leaves the house is one act: of a reply with its offer neither has left when one was refused.
  const stopped = (at: number, refused: Refusal): MacroOutcome => ({
    done: names.slice(0, Math.min(at, inside)),
    refused: { step: names[at] ?? 'claim', why: refused.why, nearest: [...(refused.nearest ?? [])] },
    left: names.slice(at + 1),
    held: null,
  });
  for (const [at, step] of steps.slice(0, inside).entries()) {
    // Each step as the desk's own act: with the same claim, the same refusals, and what is held let go of first.
    const done = await insideStep(parts, request.id, step, by);
    if (isRefusal(done)) return stopped(at, done);
  }
  const all: MacroOutcome = { done: names, refused: null, left: [], held: null };
  if (inside === steps.length) return all;
  const act = await leavingAct(parts, request, steps.slice(inside));
  if (isRefusal(act)) return stopped(act.why === 'reply-gone' ? inside : steps.length - 1, act);
  const done = undo ? await held.hold(request.id, act, by) : await held.act(request.id, act, by);
  if (isRefusal(done)) return stopped(steps.length - 1, done);
  return 'until' in done ? { ...all, held: done } : all;
}

/** Nobody outside hears of these. */
const INSIDE: ReadonlyArray<MacroStep['type']> = ['claim', 'note', 'label', 'spam'];

async function insideStep(
  { held, labels }: MacroParts,
  request: string,
  step: MacroStep,
  by: Member,
): Promise<DeskRequest | Refusal> {
  if (step.type === 'label') return labels.put(request, { label: step.label, on: 'request', put: true });
  if (step.type === 'note') return held.act(request, { type: 'note', text: step.text }, by);
  return held.act(request, { type: step.type === 'spam' ? 'spam' : 'claim' }, by);
}

/** The end of a macro as one act: a reply alone, or what ends it with the reply's words before it. */
async function leavingAct(
  parts: MacroParts,
  request: DeskRequest,
  steps: ReadonlyArray<MacroStep>,
): Promise<DeskAct | Refusal> {
  const reply = steps.find((step) => step.type === 'reply');
  const text = reply ? await parts.words(request, reply.reply) : undefined;
  if (isRefusal(text)) return text;
  const end = steps.at(-1)?.type;
  if (end === 'accept' || end === 'decline') return { type: end, text };
  if (end === 'offer') {
    const starts = await nearest(parts, request);
    return starts.length === 0 ? refuse('no-free-time') : { type: 'offer', starts, text };
  }
  return { type: 'reply', text: text ?? '' };
}

/** The three bookable starts nearest to the asked one, or to now. */
async function nearest(parts: MacroParts, request: DeskRequest): Promise<EpochMillis[]> {
  const { store, creatorId, clock } = parts;
  const service = (await allServices(store.db, creatorId)).get(request.service.id)?.service;
  if (!service) return [];
  const now = clock();
  const asked = request.start ? toMillis(request.start) : now;
  const found = (await nearestStarts(store.db, creatorId, service, asked, now, 4)).map(toMillis);
  return found.filter((start) => start !== asked).slice(0, 3);
}
