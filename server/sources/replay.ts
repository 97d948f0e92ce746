import { access, constants, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { LiveEvent } from '../../shared/events.ts';
import { isTest } from '../../shared/test-source.ts';
import { type EpochMillis, toMillis } from '../../shared/time.ts';
import { checkCapture, framesOf } from './capture.ts';
import { type Connector, loadConnector } from './connector.ts';
import { createHanding, type Handing } from './handing.ts';
import { checkExport, exportedEvents, replayed } from './journal-export.ts';
import { pause } from './pause.ts';
import { type Source, type SourceSink, UnusableSource } from './source.ts';
import type { ReplaySpec } from './spec.ts';
import { readFrame } from './webcast-frame.ts';

/** What is read at once from a recording: events that belong together, and when they were received then. */
interface Batch {
  readonly events: ReadonlyArray<LiveEvent>;
  readonly skipped: ReadonlyArray<string>;
  readonly at: EpochMillis;
}

type Recording = (source: string) => AsyncIterable<Batch>;

/** No silence of a recording is waited for longer than this, at any speed. */
const LONGEST_PAUSE_MILLIS = 10_000;
/** Events that one `accept` takes when they are due together. */
const EVENTS_A_BATCH = 500;
/** Shorter pauses are kept together. */
const SHORTEST_PAUSE_MILLIS = 2;

/**
 * A recording as a source: a webcast capture (`.bin`) through the decoding of the live connection, anything else as a
 * journal export. The file is read through once before, so that nothing of a damaged one is played.
 *
 * @throws UnusableSource when the file is missing, unreadable, empty or damaged.
 */
export async function openReplay(spec: ReplaySpec): Promise<Source> {
  await checkFile(spec.file);
  const recording = extname(spec.file).toLowerCase() === '.bin' ? await capture(spec.file) : await journal(spec.file);
  return {
    id: spec.id,
    origin: { source: spec.id, kind: 'replay' },
    run: (sink, stop) => play(recording, spec, sink, stop),
  };
}

async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new UnusableSource(`There is no file ${file} to replay.`);
  if (!found.isFile()) throw new UnusableSource(`${file} is no file, so it cannot be replayed.`);
  if (found.size === 0) throw new UnusableSource(`The file ${file} is empty.`);
  await access(file, constants.R_OK).catch(() => {
    throw new UnusableSource(`The file ${file} cannot be read: this account has no right to.`);
  });
}

async function capture(file: string): Promise<Recording> {
  const connector = await loadConnector();
  await checkCapture(connector, file);
  return (source) => captureBatches(connector, file, source);
}

async function* captureBatches(connector: Connector, file: string, source: string): AsyncGenerator<Batch> {
  let room: string | null = null;
  let at = Date.now();
  for await (const bytes of framesOf(file)) {
    const frame = await readFrame(connector, bytes, { source, room, roomFrom: 'messages', receivedAt: at });
    room = frame.room;
    at = frame.sentAt ?? at;
    yield { events: frame.events, skipped: frame.skipped, at };
  }
}

async function journal(file: string): Promise<Recording> {
  await checkExport(file);
  return (source) => journalBatches(file, source);
}

async function* journalBatches(file: string, source: string): AsyncGenerator<Batch> {
  for await (const event of exportedEvents(file)) {
    // Under the replay's name it would count.
    if (isTest(event)) continue;
    yield { events: [replayed(event, source)], skipped: [], at: toMillis(event.at) };
  }
}

async function play(recording: Recording, spec: ReplaySpec, sink: SourceSink, stop: AbortSignal): Promise<void> {
  const file = basename(spec.file);
  const playing = () => sink.status({ state: 'live', detail: `Playing ${file}.`, why: 'replaying' });
  const waiting = `The store takes nothing just now: ${file} waits and goes on by itself.`;
  const hand = createHanding(sink, stop, {
    waits: () => sink.status({ state: 'reconnecting', detail: waiting, why: 'not-kept' }),
    goesOn: playing,
  });
  sink.status({ state: 'connecting', detail: `Opening ${file}.`, why: 'opening' });
  const begun = await hand.untilDone(() => sink.begin());
  if (begun?.answer === null) {
    const detail = `${file} was not played: a live is connected, and its show would end. Stop that source first.`;
    sink.status({ state: 'off', detail, why: 'beside-live' });
    return;
  }
  if (begun) {
    sink.up(null);
    playing();
    const batches = recording(begun.answer);
    await (spec.speed === 0 ? playAtOnce(batches, sink, hand) : playInTime(batches, spec.speed, { sink, hand, stop }));
  }
  await tellEnd(file, sink, hand);
}

async function tellEnd(file: string, sink: SourceSink, hand: Handing): Promise<void> {
  const events = hand.played();
  if (hand.isOvertaken()) {
    const detail = `Stopped ${file} after ${events} events: another show began, and they would count in it.`;
    sink.status({ state: 'off', detail, why: 'overtaken' });
    return;
  }
  // A replay that was stopped stays unfinished: the next start goes on with it.
  if (hand.isOver() || !(await hand.untilDone(() => sink.end()))) {
    sink.status({ state: 'off', detail: `Stopped ${file} after ${events} events.`, why: 'stopped' });
    return;
  }
  sink.status({ state: 'finished', detail: `Played all ${events} events of ${file}.`, why: 'played' });
}

async function playAtOnce(batches: AsyncIterable<Batch>, sink: SourceSink, hand: Handing): Promise<void> {
  let waiting: LiveEvent[] = [];
  for await (const batch of batches) {
    for (const what of batch.skipped) sink.skipped(what);
    waiting.push(...batch.events);
    while (waiting.length >= EVENTS_A_BATCH && !hand.isOver()) {
      await hand.give(waiting.slice(0, EVENTS_A_BATCH));
      waiting = waiting.slice(EVENTS_A_BATCH);
    }
    if (hand.isOver()) return;
  }
  if (waiting.length > 0 && !hand.isOver()) await hand.give(waiting);
}

/** Follows the recording's clock. What is due at once is handed on at once: timers are too coarse for a fast replay. */
async function playInTime(
  batches: AsyncIterable<Batch>,
  speed: number,
  { sink, hand, stop }: { sink: SourceSink; hand: Handing; stop: AbortSignal },
): Promise<void> {
  let waiting: LiveEvent[] = [];
  let before: EpochMillis | null = null;
  let due = performance.now();
  // What an unfinished run played already is passed over without waiting for it again.
  let knownOnly = false;

  async function handOn(): Promise<void> {
    if (waiting.length === 0 || hand.isOver()) return;
    const events = waiting;
    waiting = [];
    const kept = await hand.give(events);
    knownOnly = kept !== null && kept.accepted === 0 && kept.duplicates > 0;
  }

  for await (const batch of batches) {
    for (const what of batch.skipped) sink.skipped(what);
    // Nobody sees a message of which nothing is taken: a recording often begins with minutes of them.
    if (batch.events.length === 0) continue;
    const recorded: number = before === null ? 0 : batch.at - before;
    before = Math.max(before ?? batch.at, batch.at);
    due += waitMillis(recorded, speed);
    if (due - performance.now() > SHORTEST_PAUSE_MILLIS || waiting.length >= EVENTS_A_BATCH) {
      await handOn();
      if (knownOnly) due = performance.now();
      await pause(due - performance.now(), stop);
    }
    if (hand.isOver()) return;
    waiting.push(...batch.events);
  }
  await handOn();
}

/** How long a replay waits where the recording was silent for that long. Never negative: events may be out of order. */
export function waitMillis(recordedMillis: number, speed: number): number {
  return Math.max(0, Math.min(recordedMillis / speed, LONGEST_PAUSE_MILLIS));
}
