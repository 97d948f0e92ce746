import type { ObsNames, ObsStatus } from '../../../shared/scenes.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { Refusal } from '../decision.ts';
import type { Deed, DeedOutcome, ObsFact, Wish, WishOutcome } from './facts.ts';

/** Where OBS listens. `password` null: none. */
export interface ObsTarget {
  readonly address: string;
  readonly password: string | null;
}

/** The connection as it stands, ready for the status on the wire. */
export type ObsPicture = Pick<
  ObsStatus,
  'state' | 'detail' | 'cause' | 'scene' | 'preview' | 'scenes' | 'studioMode' | 'warnings'
>;

/** What the connection speaks to. All are called in order and must not throw. */
export interface ObsListener {
  /** The whole picture anew, whenever any of it changed. */
  picture(picture: ObsPicture): void;
  fact(fact: ObsFact): void;
  /** A bug on this side of the connection, which has ended for it; to be logged. */
  fault(error: unknown): void;
}

/** The stage's browser source, as it stands in OBS now. */
export interface StagePlaced {
  readonly placed: 'added' | 'updated';
  readonly scene: string;
  readonly width: number;
  readonly height: number;
}

/** Why the stage could not be placed; `size` is what to give the browser source by hand, where OBS told it. */
export interface StageRefusal extends Refusal {
  readonly why: 'obs-not-connected' | 'no-browser-source' | 'name-taken' | 'obs-failed';
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** The port to OBS that server/obs implements. */
export interface ObsPort {
  /** Connects, and again for ever, until told otherwise. Another target takes the place of the first. */
  connect(target: ObsTarget): void;
  /** Resolves when everything is closed and no try is under way. */
  disconnect(): Promise<void>;
  /** Carries out a wish, one after the other. Resolves within a few seconds; rejects only for a bug of ours. */
  want(wish: Wish): Promise<WishOutcome>;
  /** Does one step of a rule, in line with the wishes. Resolves and rejects as `want` does. */
  do(deed: Deed): Promise<DeedOutcome>;
  /** Puts the stage into the scene that is on. The address carries a token and is never logged. */
  placeStage(url: string): Promise<StagePlaced | StageRefusal>;
  /** What it has that steps of rules can name; all empty while it is not connected. */
  names(): Promise<ObsNames>;
  /** Loads anew every browser source whose address ends so; answers how many. The ending carries a token. */
  refreshStage(ending: string): Promise<number>;
}

/** The server's clock, for callers outside the core. */
export type Clock = () => EpochMillis;
