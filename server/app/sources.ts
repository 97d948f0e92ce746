import type { SourceStatus } from '../../shared/live.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import type { Source, SourceSink } from '../sources/source.ts';
import { createListeners } from './listeners.ts';
import type { Live } from './live.ts';

export type Sources = ReturnType<typeof createSources>;

interface Running {
  readonly source: Source;
  readonly stop: AbortController;
  status: SourceStatus;
  skipped: number;
  done: Promise<void>;
}

/**
 * Runs the sources and keeps what each is doing. A source that is added under the id of a running one takes its place.
 * What a source says goes to the live door; a fault of one (a bug) stops that one alone and is shown.
 */
export function createSources(deps: { live: Live; clock: () => EpochMillis; onFault: (error: unknown) => void }) {
  const { live, clock, onFault } = deps;
  const running = new Map<string, Running>();
  const listeners = createListeners<void>(onFault);

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
      async begin() {
        run = await live.beginReplay(id);
        return run;
      },
      async end() {
        await live.end(run);
      },
      skipped() {
        entry.skipped += 1;
      },
    };
  }

  async function stopOne(entry: Running): Promise<void> {
    entry.stop.abort();
    await entry.done;
  }

  return {
    onChange: listeners.add,

    /** Starts a source; resolves when one of the same id before it has ended. */
    async add(source: Source): Promise<void> {
      const before = running.get(source.id);
      if (before) await stopOne(before);
      const stop = new AbortController();
      const status: SourceStatus = { id: source.id, state: 'connecting', detail: '', lastEventAt: null };
      const entry: Running = { source, stop, status, skipped: 0, done: Promise.resolve() };
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
    },

    /** Stops a source and takes it off the list. False when there is none of that id. */
    async remove(id: string): Promise<boolean> {
      const entry = running.get(id);
      if (!entry) return false;
      await stopOne(entry);
      running.delete(id);
      listeners.tell();
      return true;
    },

    has: (id: string) => running.has(id),
    statuses: (): SourceStatus[] => [...running.values()].map((entry) => entry.status),

    async close(): Promise<void> {
      await Promise.all([...running.values()].map(stopOne));
    },
  };
}
