import type { Instant } from './time.ts';

/** A comment of the live's chat as the desk reads it; no id of its viewer. `seq` is its number in the journal. */
export interface DeskComment {
  readonly seq: number;
  readonly at: Instant;
  readonly name: string;
  /** Cut at 500 letters: more fits on no stage. */
  readonly text: string;
  /** A BCP 47 tag as the platform says it; null where it says none. */
  readonly language: string | null;
  /** As the source names them: `moderator`, `subscriber`, `follower` and others. */
  readonly roles: ReadonlyArray<string>;
}

/** Server to desk. `first`: what came before, in place of all that is there; `gone`: taken back by the platform. */
export interface CommentBatch {
  readonly first: boolean;
  readonly comments: ReadonlyArray<DeskComment>;
  readonly gone: ReadonlyArray<number>;
}
