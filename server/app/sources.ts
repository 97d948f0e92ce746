import type { SourceStatus } from '../../shared/live.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import type { Source, SourceSink } from '../sources/source.ts';
import { createDoor } from './door.ts';
import { createListeners } from './listeners.ts';
import type { Live } from './live.ts';

export type Sources = ReturnType<typeof createSources>;

/** Different words that are counted each by itself; a hostile peer can make up any number. */
const MOST_WORDS = 20;
const OTHERS = 'others';
/** A source that fails with every message is logged this often, not with every message. */
const FAULT_EVERY_MS = 10_000;

interface Running {
  readonly source: Source;
  readonly stop: AbortController;
  status: SourceStatus;
  /** What was skipped, how often by its word. */
  readonly skipped: Map<string, number>;
  faultAt: EpochMillis;
  done: Promise<void>;
}

/**
 * Runs the sources and keeps what each is doing. A source that is added under the id of a running one takes its place.
 * What a source says goes to the live door; a fault of one (a bug) stops that one alone and is shown.
 */
export function createSources(deps: {
  live: Live;
  clock: () => EpochMillis;
  /** A source says how many followers the creator it watches has. */
  noteFollowers?: (source: string, count: number) => void;
  onFault: (error: unknown) => void;
}) {
  const { live, clock, onFault } = deps;
  const running = new Map<string, Running>();
  const listeners = createListeners<void>(onFault);
  const door = createDoor();
  let closed = false;

  function sinkOf(entry: Running): SourceSink {
    const { id, origin } = entry.source;
    let run = id;
    return {
      async accept(events) {
        entry.status = { ...entry.status, lastEventAt: toInstant(clock()) };
        return live.accept(events, origin.kind);
      },
      status(status) {
        entry.status = { id, lastEventAt: entry.status.lastEventAt, ...status };
        listeners.tell();
      },
      up(room) {
        live.up(id, room).catch(onFault);
      },
      down(sinceMillis) {
        live.down(id, sinceMillis).catch(onFault);
      },
      followers: (count) => deps.noteFollowers?.(id, count),
      async begin() {
        if (isLiveBeside(entry)) return null;
        run = await live.beginReplay(id);
        return run;
      },
      async end() {
        await live.end(run);
      },
      skipped: (what, times = 1) => skip(entry, what, times),
      fault(error) {
        skip(entry, 'fault', 1);
        if (clock() - entry.faultAt < FAULT_EVERY_MS) return;
        entry.faultAt = clock();
        onFault(error);
      },
    };
  }

  /** A live that is there, or was and comes back: a replay that began now would end its session. */
  function isLiveBeside(entry: Running): boolean {
    return [...running.values()].some(
      ({ source, status }) =>
        source !== entry.source &&
        source.origin.kind === 'live' &&
        (status.state === 'live' || (status.state === 'reconnecting' && status.lastEventAt !== null)),
    );
  }

  async function stopOne(entry: Running): Promise<void> {
    entry.stop.abort();
    await entry.done;
  }

  function start(source: Source): void {
    const stop = new AbortController();
    const status: SourceStatus = { id: source.id, state: 'connecting', detail: '', lastEventAt: null };
    const faultAt = Number.NEGATIVE_INFINITY;
    const entry: Running = { source, stop, status, skipped: new Map(), faultAt, done: Promise.resolve() };
    running.set(source.id, entry);
    entry.done = source.run(sinkOf(entry), stop.signal).catch((error: unknown) => {
      entry.status = {
        ...entry.status,
        state: 'failed',
        why: 'fault',
        detail: 'This source stopped because of a fault in Cuedesk; see the log. Start it again.',
      };
      onFault(error);
      listeners.tell();
    });
    listeners.tell();
  }

  return {
    onChange: listeners.add,

    /** Starts a source, when one of the same id before it has ended. */
    add(source: Source): Promise<void> {
      return door.run(async () => {
        if (closed) throw new Error('the sources are closed');
        const before = running.get(source.id);
        if (before) await stopOne(before);
        start(source);
      });
    },

    /** Stops a source and takes it off the list. False when there is none of that id. */
    remove(id: string): Promise<boolean> {
      return door.run(async () => {
        const entry = running.get(id);
        if (!entry) return false;
        await stopOne(entry);
        running.delete(id);
        listeners.tell();
        return true;
      });
    },

    has: (id: string) => running.has(id),
    statuses: (): SourceStatus[] => [...running.values()].map(statusOf),

    /** Stops all of them; none is started any more. */
    async close(): Promise<void> {
      closed = true;
      await door.run(() => Promise.all([...running.values()].map(stopOne)));
    },
  };
}

function skip({ skipped }: Running, what: string, times: number): void {
  const word = skipped.has(what) || skipped.size < MOST_WORDS ? what : OTHERS;
  skipped.set(word, (skipped.get(word) ?? 0) + times);
}

function statusOf({ status, skipped }: Running): SourceStatus {
  if (skipped.size === 0) return status;
  const all = [...skipped.values()].reduce((sum, times) => sum + times, 0);
  return { ...status, skipped: all, skippedAs: Object.fromEntries(skipped) };
}
