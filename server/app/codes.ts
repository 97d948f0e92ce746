import { randomBytes } from 'node:crypto';
import { readCode } from '../../shared/short-code.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { codeFrom } from '../core/booking/short-code.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import {
  addCode,
  addVisits,
  type CodeFigures,
  codesWithFigures,
  dropCode,
  type KeptCode,
  readCodeOf,
} from '../store/codes.ts';
import { ensureCreator } from '../store/offers.ts';
import type { Store } from '../store/store.ts';
import { createListeners } from './listeners.ts';

/** Of 43,200 codes; a creator with more of them has forgotten to take old ones away. */
const MOST_CODES = 2000;
/** Cards in scenes that get a code of their own; in any further scene the card has its plain one. */
const MOST_SCENES = 200;
const TRIES = 20;

export type Codes = Awaited<ReturnType<typeof openCodes>>;

/** What `/c/CODE` leads to. */
export interface Leads {
  readonly code: string;
  readonly service: string | null;
}

/**
 * Short codes: one for each card of a stage in each scene, made when it is first shown, and one for a moment of the live
 * that the creator wants counted. Visits are counted in memory and kept by `flush`, so that ten thousand viewers who
 * type a code at once are not ten thousand writes; a crash loses the last seconds of a count, never a booking's code.
 */
export async function openCodes(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  newId: () => string;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, clock, newId, onFault } = deps;
  const listeners = createListeners<void>(onFault);
  const kept = new Map<string, KeptCode>();
  const bySubject = new Map<string, Promise<KeptCode | null>>();
  const visits = new Map<string, number>();
  for (const { asks: _asks, booked: _booked, ...code } of await codesWithFigures(store.db, creatorId)) remember(code);

  function remember(code: KeptCode): void {
    kept.set(code.code, code);
    bySubject.set(code.subject, Promise.resolve(code));
  }

  /** Tries until a code is nobody's; null when the creator has too many. */
  async function make(code: Omit<KeptCode, 'code' | 'visits' | 'createdAt'>): Promise<KeptCode | null> {
    if (kept.size >= MOST_CODES) return null;
    for (let tried = 0; tried < TRIES; tried++) {
      const letters = codeFrom(randomBytes(5));
      if (!letters || kept.has(letters)) continue;
      const made = { ...code, code: letters, visits: 0, createdAt: clock() };
      try {
        await store.transaction(async (tx) => {
          await ensureCreator(tx, creatorId, clock());
          await addCode(tx, creatorId, made);
        });
        remember(made);
        return made;
      } catch (error) {
        // Another creator has it, or another process made one for this subject.
        if (!store.isUniqueTaken(error)) throw error;
      }
    }
    return null;
  }

  return {
    onChange: listeners.add,

    /** The code that the booking card of a stage shows in a scene; null where none can be made. */
    async ofCard(stage: { readonly id: string; readonly name: string }, scene: string | null): Promise<string | null> {
      const moment = [...kept.values()].find(({ shownUntil }) => shownUntil !== null && shownUntil > clock());
      if (moment) return moment.code;
      const plain = { subject: `card ${stage.id}`, label: stage.name };
      const ofScene = { subject: `card ${stage.id} ${scene}`, label: `${stage.name} · ${scene}` };
      const own = scene !== null && (bySubject.has(ofScene.subject) || bySubject.size < MOST_SCENES);
      const { subject, label } = own ? ofScene : plain;
      const known = bySubject.get(subject);
      if (known !== undefined) return (await known)?.code ?? null;
      const made = make({ kind: 'card', subject, label: label.slice(0, 200), service: null, shownUntil: null });
      bySubject.set(subject, made);
      // What could not be made is tried again with the next view.
      const code = await made.catch((error: unknown) => void onFault(error));
      if (!code) bySubject.delete(subject);
      return code?.code ?? null;
    },

    /** A code for this moment of the live: on every stage for some minutes, counted for good. */
    async ofMoment(label: string, service: string | null, minutes: number): Promise<KeptCode | Refusal> {
      const shownUntil = clock() + minutes * 60_000;
      const made = await make({ kind: 'moment', subject: `moment ${newId()}`, label, service, shownUntil });
      if (!made) return refuse('too-many', { issues: [{ path: '', message: 'Take old codes away first.' }] });
      listeners.tell();
      return made;
    },

    /** Where a typed code leads, or null. */
    async find(typed: string): Promise<Leads | null> {
      const code = readCode(typed);
      if (!code) return null;
      // Another process may have made it.
      const found = kept.get(code) ?? (await readCodeOf(store.db, creatorId, code));
      return found ? { code, service: found.service } : null;
    },

    /** Counts one visit by a code that was found. */
    visited(code: string): void {
      visits.set(code, (visits.get(code) ?? 0) + 1);
    },

    async list(): Promise<CodeFigures[]> {
      const waiting = (code: string) => visits.get(code) ?? 0;
      const all = await codesWithFigures(store.db, creatorId);
      return all.map((one) => ({ ...one, visits: one.visits + waiting(one.code) }));
    },

    async drop(code: string): Promise<null | Refusal> {
      const known = kept.get(code);
      if (!(await dropCode(store.db, creatorId, code))) return refuse('not-found');
      kept.delete(code);
      if (known) bySubject.delete(known.subject);
      listeners.tell();
      return null;
    },

    /** Keeps the visits that were counted. To be called every few seconds, and at the end. */
    async flush(): Promise<void> {
      for (const [code, count] of [...visits]) {
        visits.delete(code);
        try {
          await addVisits(store.db, creatorId, code, count);
        } catch (error) {
          visits.set(code, (visits.get(code) ?? 0) + count);
          throw error;
        }
      }
    },
  };
}
