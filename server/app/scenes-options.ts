import type { EpochMillis } from '../../shared/time.ts';
import type { Deed } from '../core/scenes/facts.ts';
import type { Clock, ObsListener, ObsPort, ObsTarget } from '../core/scenes/obs-port.ts';
import type { SceneChange } from '../core/scenes/scene-change.ts';
import type { Store } from '../store/store.ts';
import type { NamedElsewhere } from './named-elsewhere.ts';
import type { SearchFor } from './obs-search.ts';
import type { SecretBox } from './scene-settings.ts';

/** What the door of OBS and scene rules is made of. */
export interface ScenesOptions {
  readonly store: Store;
  readonly creatorId: string;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  /** Makes the connection: `connectObs` of server/obs. */
  readonly connectObs: (listener: ObsListener) => ObsPort;
  /** OBS as the environment names it; goes before what was set in the studio, until somebody connects by hand. */
  readonly environment?: ObsTarget | null;
  /** Where an OBS is looked for while none is named; null or left out: nowhere. */
  readonly search?: SearchFor | null;
  /** Does the steps of rules that are not for OBS: the stage's layout and its alerts, by the rule's priority. Rejects for a fault. */
  readonly ownStep?: (action: OwnStep, priority: number) => unknown;
  /** By which numbers and amounts of money are written into the words of rules. */
  readonly language?: () => string;
  /** Minutes since midnight on the creator's clock, for rehearsals. */
  readonly minuteAt?: (at: EpochMillis) => number;
  /** Hears of every scene that has come on program; `ruleName` null where no rule brought it. */
  readonly onSceneChange?: (change: SceneChange & { readonly ruleName: string | null }) => void;
  /** What names scenes beside the rules. */
  readonly namedElsewhere?: NamedElsewhere;
  /** A fault that no caller waits for. */
  readonly onFault: (error: unknown) => void;
}

export type OwnStep = Extract<Deed['action'], { type: 'layout' | 'alerts' | 'alert' }>;
