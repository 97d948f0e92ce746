import type { LiveEvent } from '../../shared/events.ts';
import type { SourceState } from '../../shared/live.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { type Backoff, backoffMillis } from './backoff.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { pause } from './pause.ts';
import type { SourceSink } from './source.ts';
import { type Watchdog, watchdog } from './watchdog.ts';

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
  /** How many followers the creator has, as the platform says. */
  followers(count: number): void;
  /** A sign of life of the feed itself, not of the socket alone. */
  heard(): void;
  /**
   * Hands events on. Resolves when they are kept or given up; never rejects. A feed that can wait may wait for it; of one
   * that does not, what is too much is given up. What is given up is counted and makes a gap.
   */
  accept(events: ReadonlyArray<LiveEvent>): Promise<void>;
  skipped(what: string, times?: number): void;
  /** A bug in what was made of a message: logged, and the feed goes on. */
  fault(error: unknown): void;
  /** Nothing is read for now, for want of room: silence says nothing until {@link goOn}. */
  hold(): void;
  goOn(): void;
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
export async function keepConnected(feed: Feed, sink: SourceSink, stop: AbortSignal, around: Surroundings) {
  sink.status({ state: 'connecting', detail: feed.connecting, why: 'connecting' });
  let failures = 0;
  let wasLive = false;
  // After a silence an open socket proves nothing: the feed counts as live when it is heard.
  let trusted = true;
  const keeper = createKeeper(sink, stop, around.now);
  while (!stop.aborted) {
    const call = await oneCall(feed, { sink, keeper, stop, around, trusted });
    if (stop.aborted) break;
    const { outcome } = call;
    trusted = outcome.why !== 'quiet';
    if (call.wasLive) failures = 0;
    wasLive = (wasLive || call.wasLive) && !outcome.ended;
    if (wasLive) sink.down(Math.min(call.lastHeardAt, keeper.lostSince() ?? call.lastHeardAt));
    const wait = Math.max(outcome.waitMillis ?? 0, backoffMillis(failures, around.random(), feed.timing.backoff));
    failures += 1;
    const told = { state: outcome.state, detail: outcome.detail, why: outcome.why };
    sink.status({ ...told, retryAt: toInstant(around.now() + wait) });
    await pause(wait, stop);
    if (!stop.aborted) sink.status({ ...told, retryAt: null });
  }
  sink.status({ state: 'off', detail: 'Stopped.', why: 'stopped' });
}

interface Call {
  readonly outcome: Outcome;
  /** Whether the feed was there at all in this call. */
  readonly wasLive: boolean;
  readonly lastHeardAt: EpochMillis;
}

interface Calling {
  readonly sink: SourceSink;
  readonly keeper: Keeper;
  readonly stop: AbortSignal;
  readonly around: Surroundings;
  /** Whether an open line counts as live before anything is heard on it. */
  readonly trusted: boolean;
}

async function oneCall(feed: Feed, calling: Calling): Promise<Call> {
  const quiet = new AbortController();
  const { line, lasting, close } = openLine(feed, calling, quiet);
  try {
    const outcome = await feed.connect(line);
    return { outcome: quiet.signal.aborted ? wentQuiet(feed) : outcome, ...lasting };
  } finally {
    await close();
  }
}

/** One line and what is known of it so far; `close` resolves when all that was handed on is kept. */
function openLine(feed: Feed, { sink, keeper, stop, around, trusted }: Calling, quiet: AbortController) {
  const lasting = { wasLive: false, lastHeardAt: around.now() };
  const keeping = new Set<Promise<unknown>>();
  let dog: Watchdog | undefined;
  let room: string | null = null;
  let live = false;

  function goLive() {
    if (live) return;
    live = true;
    lasting.wasLive = true;
    sink.up(room);
    sink.status({ state: 'live', detail: feed.live, why: 'live' });
  }
  const line: Line = {
    hangUp: AbortSignal.any([stop, quiet.signal]),
    opened(into) {
      room = into;
      lasting.lastHeardAt = around.now();
      dog = watchdog(feed.timing.quietMillis, () => quiet.abort());
      if (trusted) goLive();
    },
    heard() {
      lasting.lastHeardAt = around.now();
      dog?.heard();
      goLive();
    },
    async accept(events) {
      if (events.length === 0) return;
      const kept = keeper.keep(events, () => {
        if (live) sink.up(room);
      });
      keeping.add(kept);
      await kept;
      keeping.delete(kept);
    },
    followers: (count) => sink.followers(count),
    skipped: (what, times) => sink.skipped(what, times),
    fault: (error) => sink.fault(error),
    hold: () => dog?.hold(),
    goOn: () => dog?.goOn(),
    lost({ state, detail, why }) {
      if (live) sink.down(around.now());
      live = false;
      sink.status({ state, detail, why });
    },
  };
  async function close() {
    dog?.stop();
    await Promise.all(keeping);
  }
  return { line, lasting, close };
}

function wentQuiet(feed: Feed): Outcome {
  return { state: 'reconnecting', why: 'quiet', detail: feed.quiet };
}
