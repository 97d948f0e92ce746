import type { SourceSink } from '../../server/sources/source.ts';
import type { LiveEvent } from '../../shared/events.ts';

type Told = Parameters<SourceSink['status']>[0];

/** Writes down what a source tells; keeps events at once and counts repeats, as the journal does. */
export function recordingSink(run = 'run-1') {
  const events: LiveEvent[] = [];
  const batches: number[] = [];
  const statuses: Told[] = [];
  const ups: (string | null)[] = [];
  const downs: number[] = [];
  const followers: number[] = [];
  const skipped: string[] = [];
  const faults: unknown[] = [];
  const order: string[] = [];
  const known = new Set<string>();
  const sink: SourceSink = {
    async accept(batch) {
      batches.push(batch.length);
      const before = events.length;
      for (const event of batch) {
        const key = `${event.source} ${event.id}`;
        if (known.has(key)) continue;
        known.add(key);
        events.push(event);
      }
      const accepted = events.length - before;
      return { accepted, duplicates: batch.length - accepted };
    },
    status: (status) => void statuses.push(status),
    up(room) {
      ups.push(room);
      order.push('up');
    },
    down(since) {
      downs.push(since);
      order.push('down');
    },
    followers: (count) => void followers.push(count),
    async begin() {
      order.push('begin');
      return run;
    },
    async end() {
      order.push('end');
    },
    skipped: (what) => void skipped.push(what),
    fault: (error) => void faults.push(error),
  };
  return {
    sink,
    events,
    batches,
    statuses,
    ups,
    downs,
    followers,
    skipped,
    faults,
    order,
    get status(): Told | undefined {
      return statuses.at(-1);
    },
    /** Every `why` that was told, in order, repeats in a row left out. */
    get whys(): (string | undefined)[] {
      return statuses.map((status) => status.why).filter((why, at, all) => why !== all[at - 1]);
    },
    count: (type: LiveEvent['type']) => events.filter((event) => event.type === type).length,
  };
}
