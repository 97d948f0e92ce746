import { randomBytes } from 'node:crypto';
import type { CodeAsk, MomentNow, ShortCode } from '../../shared/codes.ts';
import { ownCode, readCode } from '../../shared/short-code.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import {
  beforeCards,
  codeAsked,
  codeForStudio,
  codeFrom,
  isLive,
  nextEnd,
  subjectOf,
} from '../core/booking/short-code.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import type { Renames } from '../core/scenes/rename.ts';
import {
  addCode,
  codesWithFigures,
  dropCode,
  endSubject,
  type KeptCode,
  readCodeOf,
  renameSubjects,
} from '../store/codes.ts';
import { ensureCreator } from '../store/offers.ts';
import type { Store } from '../store/store.ts';
import { codeVisits } from './code-visits.ts';
import { createDoor } from './door.ts';
import { KnownCodes } from './known-codes.ts';
import { createListeners } from './listeners.ts';

/** Of 43,200 codes; a creator with more of them has forgotten to take old ones away. */
const MOST_CODES = 2000;
/** Cards in scenes that get a code of their own; in any further scene the card has its plain one. */
const MOST_SCENES = 200;
const TRIES = 20;
/** The longest that a timer can wait; an end that is later is looked for again then. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

export type Codes = Awaited<ReturnType<typeof openCodes>>;

/** What `/c/CODE` leads to. */
export interface Leads {
  readonly code: string;
  readonly service: string | null;
}

/** A stage, as far as its codes go. */
type CardStage = { readonly id: string; readonly name: string };

type Wanted = Omit<KeptCode, 'code' | 'visits' | 'createdAt'> & { readonly word?: string | null };

/**
 * Short codes: one for each card of a stage in each scene, made when it is first shown, and those that the creator makes
 * for a scene, an offer or a moment of the live.
 */
export async function openCodes(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, clock, onFault } = deps;
  const listeners = createListeners<void>(onFault);
  const countListeners = createListeners<void>(onFault);
  const kept = new KnownCodes();
  /** Cards whose code is being made: many pages ask for it at once. */
  const making = new Map<string, Promise<KeptCode | Refusal>>();
  const visits = codeVisits(deps);
  let revision = 0;
  let waking: ReturnType<typeof setTimeout> | undefined;
  for (const { asks: _asks, booked: _booked, ...code } of await codesWithFigures(store.db, creatorId))
    kept.remember(code);
  wakeAtNextEnd();

  function changed(): void {
    revision += 1;
    wakeAtNextEnd();
    listeners.tell();
  }

  /** A code that ends by the clock leaves the stage then, not with the next heartbeat. */
  function wakeAtNextEnd(): void {
    clearTimeout(waking);
    const now = clock();
    const end = nextEnd(kept.all(), now);
    if (end === null) return;
    waking = setTimeout(changed, Math.min(end - now, LONGEST_WAIT_MS));
    waking.unref();
  }

  const door = createDoor();
  const make = (wanted: Wanted) => door.run(() => makeNow(wanted));

  /** Tries until a code is nobody's. A code that its subject has had is ended with it. */
  async function makeNow({ word, ...wanted }: Wanted): Promise<KeptCode | Refusal> {
    if (kept.size >= MOST_CODES)
      return refuse('too-many-codes', { issues: [{ path: '', message: 'Take old codes away first.' }] });
    for (let tried = 0; tried < TRIES; tried++) {
      const letters = word ?? codeFrom(randomBytes(5));
      if (!letters || (!word && kept.get(letters))) continue;
      const now = clock();
      const made = { ...wanted, code: letters, visits: 0, createdAt: now };
      try {
        await store.transaction(async (tx) => {
          await ensureCreator(tx, creatorId, now);
          if (wanted.kind !== 'card') await endSubject(tx, creatorId, wanted.subject, now);
          await addCode(tx, creatorId, made);
        });
        kept.end(wanted.subject, now);
        kept.remember(made);
        return made;
      } catch (error) {
        // Another creator has it, or another process made one for this subject.
        if (!store.isUniqueTaken(error)) throw error;
        if (word) return refuse('code-taken', { issues: [{ path: 'word', message: 'is a code already' }] });
      }
    }
    return refuse('unavailable');
  }

  return {
    /** Another code is on the stage, or one is there no more. */
    onChange: listeners.add,
    /** Only numbers have changed. */
    onCounted: countListeners.add,
    /** Rises with each change of the list and each visit. */
    revision: () => revision,

    /** The code that the booking card of a stage shows in a scene; null where none can be made. */
    async ofCard(stage: CardStage, scene: string | null): Promise<string | null> {
      const first = beforeCards((subject) => kept.for(subject), scene, clock());
      if (first) return first.code;
      const plain = { subject: subjectOf.card(stage.id), label: stage.name };
      const ofScene = { subject: subjectOf.cardIn(stage.id, String(scene)), label: `${stage.name} · ${scene}` };
      const own = scene !== null && (kept.for(ofScene.subject) !== undefined || kept.countCards() < MOST_SCENES);
      const { subject, label } = own ? ofScene : plain;
      const known = kept.for(subject);
      if (known) return known.code;
      const wanted = { kind: 'card', subject, label: label.slice(0, 200), service: null, shownUntil: null } as const;
      const made = making.get(subject) ?? make(wanted).finally(() => making.delete(subject));
      making.set(subject, made);
      // What could not be made is tried again with the next view.
      const code = await made.catch((error: unknown) => void onFault(error));
      return code && !isRefusal(code) ? code.code : null;
    },

    /** The code that was made for an offer and is on; null where there is none. */
    ofOffer(service: string): string | null {
      const code = kept.for(subjectOf.offer(service));
      return code && isLive(code, clock()) ? code.code : null;
    },

    /** What is being spoken of now. */
    moment(): MomentNow | null {
      const code = kept.for(subjectOf.moment());
      if (!code || !isLive(code, clock())) return null;
      const { label, shownUntil } = code;
      return { code: code.code, label, shownUntil: shownUntil === null ? null : toInstant(shownUntil) };
    },

    /** What a code is for, be it ended or not; null for one that was taken away. */
    about(code: string): Pick<KeptCode, 'kind' | 'label'> | null {
      const known = kept.get(code);
      return known ? { kind: known.kind, label: known.label } : null;
    },

    /** Refuses with `bad-input` for a word that can be no code, `code-taken`, or `too-many-codes`. */
    async make(ask: CodeAsk): Promise<ShortCode | Refusal> {
      const own = ask.word?.trim() ? ownCode(ask.word) : { code: null };
      if ('why' in own) return refuse('bad-input', { issues: [{ path: 'word', message: own.why }] });
      const made = await make({ ...codeAsked(ask, clock()), word: own.code });
      if (isRefusal(made)) return made;
      changed();
      return codeForStudio({ ...made, asks: 0, booked: 0 }, clock());
    },

    /** Off the stage, and counted on. A card gets another one. */
    end(code: string): Promise<null | Refusal> {
      // What its subject has by then may be another code, which is not meant.
      return door.run(async () => {
        const known = kept.get(code);
        if (!known) return refuse('not-found');
        const now = clock();
        await endSubject(store.db, creatorId, known.subject, now);
        kept.end(known.subject, now);
        changed();
        return null;
      });
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
      visits.add(code);
      revision += 1;
      countListeners.tell();
    },

    async list(): Promise<ShortCode[]> {
      const all = await codesWithFigures(store.db, creatorId);
      const now = clock();
      return all.map((one) => codeForStudio({ ...one, visits: one.visits + visits.of(one.code) }, now));
    },

    /** The scenes that codes are for. */
    scenes: (): string[] => kept.scenes(),

    /**
     * Scenes have other names now. What is known follows before it is kept: a card that is drawn meanwhile must not get
     * a new code.
     */
    async renameScenes(renames: Renames): Promise<void> {
      const now = clock();
      const renamed = kept.rename(renames, now);
      if (renamed.length === 0) return;
      changed();
      await door.run(() => store.transaction((tx) => renameSubjects(tx, creatorId, renamed, now)));
    },

    async drop(code: string): Promise<null | Refusal> {
      if (!(await dropCode(store.db, creatorId, code))) return refuse('not-found');
      kept.drop(code);
      changed();
      return null;
    },

    /** Keeps the visits that were counted. To be called every few seconds, and at the end. */
    flush: visits.flush,
  };
}
