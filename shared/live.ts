import { z } from 'zod';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/**
 * What one live session added up to. `gifts` counts single gifts (a streak of 7 roses is 7), `diamonds` their value,
 * each once. `likes` is the platform's running total where it gives one (highest per room, rooms added), else the sum.
 * `chats` counts messages with text only.
 */
export const Totals = z.object({
  chats: z.int(),
  gifts: z.int(),
  diamonds: z.int(),
  likes: z.int(),
  follows: z.int(),
  shares: z.int(),
  joins: z.int(),
  subscribes: z.int(),
  questions: z.int(),
  tips: z.array(Money),
  viewersNow: z.int(),
  viewersPeak: z.int(),
});
export type Totals = z.infer<typeof Totals>;

/** A span in which a feed was down and totals may be short; `to` is null while it lasts. */
export const Gap = z.object({ from: Instant, to: Instant.nullable() });
export type Gap = z.infer<typeof Gap>;

/**
 * What a source is doing. `off`: stopped by hand or at its end. `waiting`: will try again by itself (offline creator,
 * rate limit). `failed`: needs a person.
 */
export const SourceState = z.enum(['connecting', 'live', 'reconnecting', 'waiting', 'failed', 'finished', 'off']);
export type SourceState = z.infer<typeof SourceState>;

/** `detail` is one plain sentence in English for logs and scripts; `why` is its stable word, which pages translate. */
export const SourceStatus = z.object({
  id: z.string(),
  state: SourceState,
  detail: z.string(),
  why: z.string().optional(),
  /** When it tries again, where that is known. */
  retryAt: Instant.nullable().optional(),
  lastEventAt: Instant.nullable(),
  /** How much came from it and did not become an event: unknown, unreadable, not kept. Left out at none. */
  skipped: z.int().optional(),
  /** The same by its word, for scripts and reports of bugs; rare words together as `others`. */
  skippedAs: z.record(z.string(), z.int()).optional(),
});
export type SourceStatus = z.infer<typeof SourceStatus>;

/** A live session on the wire (interface document, section 4). `session` is null while nothing was ever live. */
export const LiveSession = z.object({
  session: z.object({ id: z.string(), startedAt: Instant, endedAt: Instant.nullable() }).nullable(),
  sources: z.array(SourceStatus),
  totals: Totals,
  gaps: z.array(Gap),
  lastSeq: z.int(),
});
export type LiveSession = z.infer<typeof LiveSession>;

/** The same for somebody of the desk: what it earned is in it only with the right to see amounts. */
export const DeskLive = LiveSession.extend({ totals: Totals.partial({ diamonds: true, tips: true }) });
export type DeskLive = z.infer<typeof DeskLive>;
