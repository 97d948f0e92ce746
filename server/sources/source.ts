import type { LiveEvent } from '../../shared/events.ts';
import type { SourceStatus } from '../../shared/live.ts';

/** Where a batch of events comes from, as far as the live core must know. */
export interface Origin {
  /** Id of the source, e.g. `tiktok:@creator` or `replay:web.bin`. */
  readonly source: string;
  /**
   * `live`: rooms and platform ends begin and end sessions. `replay`: all of it is one session, whatever stands inside.
   * `api`: no room of its own.
   */
  readonly kind: 'live' | 'replay' | 'api';
}

/**
 * What a source is given to speak to. Everything is told in order; a source never waits for anything but the promise
 * of {@link SourceSink.accept}, which resolves when the events are durable (replays wait for it, live sources need not).
 */
export interface SourceSink {
  /** Of a replay fewer are taken than given once another session began: it ends there. */
  accept(events: ReadonlyArray<LiveEvent>): Promise<{ accepted: number; duplicates: number }>;
  /** The whole status anew whenever any of it changes. `lastEventAt` is added by the receiver. */
  status(status: Omit<SourceStatus, 'id' | 'lastEventAt'>): void;
  /** The feed is (again) there. `room` is the platform's room where it has one: another room starts a new session. */
  up(room: string | null): void;
  /** How many followers the creator has, where the platform tells it on connecting. */
  followers(count: number): void;
  /** The feed is down since then: a gap opens. Repeats are harmless. */
  down(sinceMillis: number): void;
  /**
   * A replay begins. Resolves to the name that its events carry as `source`: an unfinished run of the same replay is
   * gone on with under its old name, so that nothing counts twice; a finished one gives a new name, so that it plays anew. Null, with
   * nothing begun, while a live feed is connected: the replay would end its session.
   */
  begin(): Promise<string | null>;
  /** A replay came to its end: its session ends. */
  end(): Promise<void>;
  /** Counted and shown, never thrown: frames or messages that could not be read, or that nothing is made of. */
  skipped(what: string, times?: number): void;
  /** An error that is logged whole: a bug in what was made of a message, or a store that takes nothing. The source goes on. */
  fault(error: unknown): void;
}

/** The port that each platform's adapter implements. A platform's field names stop at it. */
export interface Source {
  readonly id: string;
  readonly origin: Origin;
  /**
   * Runs until the signal aborts or there is nothing more to come; resolves then, having closed all it opened. Reports
   * trouble by `sink.status` and tries again by itself; throws only for a bug.
   */
  run(sink: SourceSink, stop: AbortSignal): Promise<void>;
}

/** A source SPEC or file that cannot be used, in one sentence for a person; the program says it and exits with 1. */
export class UnusableSource extends Error {
  override readonly name = 'UnusableSource';
}
