import type { DeskDraft, DraftWritten } from '../../shared/desk-team.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { type KeptDraft, readDrafts, trimDrafts, writeDraft } from '../store/reply-drafts.ts';
import type { Store } from '../store/store.ts';
import { createListeners } from './listeners.ts';

/** What is typed within this time is kept at once: twenty people typing are four transactions a second. */
const KEEP_EVERY_MS = 250;
/** Drafts of everybody that wait to be kept: more come only while the store does not answer, and then the oldest go. */
const MOST_WAITING = 1000;
/** Drafts of one person; with more, the oldest go. */
const MOST = 200;

export interface DraftKept {
  readonly person: string;
  readonly draft: DeskDraft;
}

export type Drafts = ReturnType<typeof createDrafts>;

/** What people have typed and not sent, kept a person and request. No text of it is ever logged. */
export function createDrafts(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, clock, onFault } = deps;
  const kept = createListeners<DraftKept>(onFault);
  let waiting = new Map<string, KeptDraft>();
  let timer: NodeJS.Timeout | null = null;
  let keeping: Promise<void> = Promise.resolve();

  async function keepAll(): Promise<void> {
    const drafts = [...waiting.values()];
    waiting = new Map();
    if (drafts.length === 0) return;
    // One whose request is gone is not kept, and nobody is told that it was.
    const written = await store.transaction(async (tx) => {
      const found: KeptDraft[] = [];
      for (const draft of drafts) if (await writeDraft(tx, creatorId, draft)) found.push(draft);
      for (const person of new Set(drafts.map((draft) => draft.person))) await trimDrafts(tx, creatorId, person, MOST);
      return found;
    });
    for (const { person, request, text, at } of written) {
      kept.tell({ person, draft: { request, text, at: toInstant(at) } });
    }
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    keeping = keeping.then(keepAll).catch(onFault);
    return keeping;
  }

  function write(person: string, { request, text }: DraftWritten): void {
    const key = `${person} ${request}`;
    // Moved to the end, so that the first is the oldest.
    waiting.delete(key);
    waiting.set(key, { person, request, text, at: clock() });
    const [oldest = ''] = waiting.keys();
    if (waiting.size > MOST_WAITING) waiting.delete(oldest);
    timer ??= setTimeout(() => void flush(), KEEP_EVERY_MS);
  }

  return {
    /** Told once a draft is kept. */
    onKept: kept.add,
    /** Keeps a draft within a quarter of a second; what is typed meanwhile takes its place. */
    write,
    /** Makes a reply that could not be sent a draft again, unless its person has begun another. */
    async putBack(person: string, reply: DraftWritten): Promise<void> {
      await flush();
      const has = await readDrafts(store.db, creatorId, person);
      if (!has.some(({ request }) => request === reply.request)) write(person, reply);
    },
    async of(person: string): Promise<DeskDraft[]> {
      const all = await readDrafts(store.db, creatorId, person);
      return all.map(({ request, text, at }) => ({ request, text, at: toInstant(at) }));
    },
    /** Keeps what is still waiting. */
    close: flush,
  };
}
