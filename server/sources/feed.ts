import type { LiveEvent } from '../../shared/events.ts';
import type { SourceState } from '../../shared/live.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { type Backoff, backoffMillis } from './backoff.ts';
import { pause } from './pause.ts';
import type { SourceSink } from './source.ts';
import { watchdog } from './watchdog.ts';

/** Why a connection is over, or never came about. */
export interface Outcome {
  /** Stable kebab-case word, which the pages translate. */
  readonly why: string;
  /** One sentence in plain English: what is wrong, and what to do where a person can do something. */
  readonly detail: string;
  readonly state: Extract<SourceState, 'reconnecting' | 'waiting' | 'failed'>;
  /** Wait at least this long; without it the backoff alone decides. */
  readonly waitMillis?: number;
  /** The broadcast itself is over: nothing is missing, so no gap opens. */
  readonly ended?: boolean;
}

/** What one connection tells while it lasts. */
export interface Line {
  /** Aborts when the connection must be given up: the program stops, or nothing was heard for too long. */
  readonly hangUp: AbortSignal;
  /** The peer answered. `room` is the platform's room, null where it has none. */
  opened(room: string | null): void;
  /** A sign of life of the feed itself, not of the socket alone. */
  heard(): void;
  /** Hands events on, without waiting until they are kept. */
  accept(events: ReadonlyArray<LiveEvent>): void;
  skipped(what: string): void;
  /** The peer says that its own feed is down, while the line to the peer stands. */
  lost(outcome: Outcome): void;
}

export interface Timing {
  readonly backoff: Backoff;
  /** Nothing heard for this long means dead. */
  readonly quietMillis: number;
}

/** Where time and chance come from; a test gives its own. */
export interface Surroundings {
  readonly now: () => EpochMillis;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** The words of one kind of feed. */
export interface Feed {
  readonly timing: Timing;
  readonly connecting: string;
  readonly live: string;
  /** Opens one connection and resolves when it is over, having closed it; rejects for a bug only. */
  connect(line: Line): Promise<Outcome>;
  /** What a line that went quiet means, and what to do. */
  readonly quiet: string;
}

/**
 * Keeps one feed connected until `stop` aborts: connects, hangs up when it goes quiet, tells gaps and states, waits and
 * connects again. The waits grow until the feed is heard again.
 */
export async function keepConnected(
  feed: Feed,
  sink: SourceSink,
  stop: AbortSignal,
  around: Surroundings,
): Promise<void> {
  let failures = 0;
  // After a silence an open socket proves nothing: the feed counts as live when it is heard.
  let trusted = true;
  let wasLive = false;
  while (!stop.aborted) {
    if (failures === 0 && trusted) sink.status({ state: 'connecting', detail: feed.connecting, why: 'connecting' });
    const call = await oneCall(feed, sink, stop, around, trusted);
    if (stop.aborted) break;
    wasLive ||= call.live;
    trusted = call.outcome.why !== 'quiet';
    if (call.live) failures = 0;
    if (wasLive && !call.outcome.ended) sink.down(call.lastHeardAt);
    if (call.outcome.ended) wasLive = false;
    const wait = Math.max(call.outcome.waitMillis ?? 0, backoffMillis(failures, around.random(), feed.timing.backoff));
    failures += 1;
    const { state, detail, why } = call.outcome;
    sink.status({ state, detail, why, retryAt: toInstant(around.now() + wait) });
    await pause(wait, stop);
  }
  sink.status({ state: 'off', detail: 'Stopped.', why: 'stopped' });
}

interface Call {
  readonly outcome: Outcome;
  /** Whether the feed was there at all in this call. */
  readonly live: boolean;
  readonly lastHeardAt: EpochMillis;
}
