import { z } from 'zod';
import { LONGEST_MESSAGE } from './message-length.ts';
import { Instant } from './time.ts';
import { HELD_TYPES } from './undo.ts';

/*
 * What the people at the desk tell each other beside the queue: what goes over the desk's socket, by name of its message.
 * Whatever comes from a page is checked by a schema here; who said it is known by its socket, never by what it says.
 */

const RequestId = z.string().regex(/^[\w-]{1,64}$/);

/** Page to server: what stands in the reply box of a request. Empty: nothing any more. */
export const DraftWritten = z.object({ request: RequestId, text: z.string().max(LONGEST_MESSAGE) });
export type DraftWritten = z.infer<typeof DraftWritten>;

/** Server to the pages of the person who wrote it, once it is kept. */
export interface DeskDraft extends DraftWritten {
  readonly at: Instant;
}

/** Page to server: which request is open before somebody's eyes, and whether they type; again every few seconds. */
export const Here = z.object({ request: RequestId.nullable(), typing: z.boolean() });
export type Here = z.infer<typeof Here>;

/** Server to every desk: somebody who has a request open just now; each person once a request. */
export interface DeskPresence {
  readonly request: string;
  readonly id: string;
  readonly name: string;
  readonly typing: boolean;
}

/** Server to whom a claim was taken from. `name` is the viewer's. */
export interface TakenOver {
  readonly request: string;
  readonly name: string;
  readonly by: string;
}

/** Server to whose question or comment another has taken off the stage by putting something there. `name` is the viewer's. */
export interface OffAir {
  readonly kind: 'comment' | 'question';
  readonly name: string;
  readonly by: string;
}

/** An act that is done at `until` unless it is undone before. `text`: of a reply, a decline or an offer; `starts`: of an offer, and the time that an accept takes; `into`: of a merge, the request that goes on. */
export const HeldAct = z.object({
  id: z.string(),
  request: z.string(),
  /** The viewer's. */
  name: z.string(),
  type: z.enum(HELD_TYPES),
  text: z.string(),
  starts: z.array(Instant),
  into: z.string().nullable(),
  by: z.object({ id: z.string(), name: z.string() }),
  until: Instant,
  /** The same for all that one call for many has held; null for what was done by itself. */
  together: z.string().nullable(),
});
export type HeldAct = z.infer<typeof HeldAct>;

/** Server to whose act it was: when its time had come it could not be done. A reply's words are a draft again. */
export interface HeldFailed {
  readonly act: HeldAct;
  readonly why: string;
}

/** What somebody has chosen about the desk. `undo`: whether acts that leave the house wait to be undone. */
export const DeskChoice = z.object({ undo: z.boolean() });
export type DeskChoice = z.infer<typeof DeskChoice>;
