import { join } from 'node:path';
import { z } from 'zod';
import { LiveEvent } from '../../shared/events.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { linesOf } from './lines.ts';
import { pause } from './pause.ts';
import type { Source, SourceSink } from './source.ts';
import type { DemoSpec } from './spec.ts';

/** Made from `scripts/sample-show.md` by `npm run sample-show`. */
const FILE = join(import.meta.dirname, 'sample-show.ndjson');
/** Breath between two rounds of the show, in show time. */
const MILLIS_BETWEEN_ROUNDS = 5000;
const EVENTS_A_BATCH = 500;

const Line = z.union([
  z.object({ at: z.int().min(0), event: z.looseObject({ id: z.string() }) }),
  z.object({ at: z.int().min(0), feed: z.enum(['down', 'up']) }),
]);
type Line = z.infer<typeof Line>;

/** What every event of one round of the show shares; `prefix` makes its ids new. */
interface Round {
  readonly source: string;
  readonly room: string;
  readonly prefix: string;
}

/**
 * The sample show: ten invented minutes in a loop, each round a live session of its own with new ids and the present
 * time. Speed 0 plays one round at once and finishes.
 */
export function sampleShow(spec: DemoSpec, now: () => EpochMillis): Source {
  return {
    id: spec.id,
    origin: { source: spec.id, kind: 'live' },
    async run(sink, stop) {
      const show = await readShow();
      const keeper = createKeeper(sink, stop, now);
      for (let round = 1; !stop.aborted; round += 1) {
        await playRound(show, { spec, round, startedAt: now() }, now, { sink, keeper }, stop);
        if (spec.speed === 0) break;
        await pause(MILLIS_BETWEEN_ROUNDS / spec.speed, stop);
      }
      if (stop.aborted) sink.status({ state: 'off', detail: 'The sample show is stopped.', why: 'stopped' });
      else sink.status({ state: 'finished', detail: 'The sample show is over.', why: 'played' });
    },
  };
}

async function readShow(): Promise<Line[]> {
  const show: Line[] = [];
  for await (const line of linesOf(FILE)) show.push(Line.parse(JSON.parse(line)));
  return show;
}

async function playRound(
  show: ReadonlyArray<Line>,
  { spec, round, startedAt }: { spec: DemoSpec; round: number; startedAt: EpochMillis },
  now: () => EpochMillis,
  { sink, keeper }: { sink: SourceSink; keeper: Keeper },
  stop: AbortSignal,
): Promise<void> {
  const mark = startedAt.toString(36);
  const names: Round = { source: spec.id, room: `sample-show-${mark}-${round}`, prefix: `${mark}-${round}-` };
  const connected = () => {
    sink.up(names.room);
    sink.status({ state: 'live', detail: 'The sample show is playing.', why: 'demo' });
  };
  connected();
  let waiting: LiveEvent[] = [];
  for (const line of show) {
    const dueIn = spec.speed === 0 ? 0 : startedAt + line.at / spec.speed - now();
    if (waiting.length > 0 && (dueIn > 0 || 'feed' in line || waiting.length >= EVENTS_A_BATCH)) {
      await keeper.keep(waiting, connected);
      waiting = [];
    }
    await pause(dueIn, stop);
    if (stop.aborted) return;
    if ('event' in line) waiting.push(present(line.event, names, now()));
    else if (line.feed === 'up') connected();
    else lose(sink, now());
  }
  if (waiting.length > 0) await keeper.keep(waiting, connected);
}

function lose(sink: SourceSink, at: EpochMillis): void {
  sink.down(at);
  sink.status({
    state: 'reconnecting',
    detail: 'The sample show acts out a feed that drops for twenty seconds.',
    why: 'dropped',
  });
}

/** The event of the show as it happens now. What it says of other events, it says by their new ids. */
function present(
  event: { id: string; [field: string]: unknown },
  { prefix, ...round }: Round,
  at: EpochMillis,
): LiveEvent {
  const made = LiveEvent.parse({ ...event, ...round, id: `${prefix}${event.id}`, at: toInstant(at) });
  if (made.type === 'gift' && made.gift.streak) made.gift.streak.id = `${prefix}${made.gift.streak.id}`;
  if (made.type === 'moderation')
    made.moderation.deletedIds = made.moderation.deletedIds?.map((id) => `${prefix}${id}`);
  return made;
}
