import type { ConditionOf } from '../../../shared/scene-conditions.ts';
import type { EpochMillis } from '../../../shared/time.ts';

/** Who did it, as the platform names them; left out where nobody is told. */
interface ByViewer {
  readonly name?: string;
}

/**
 * Something that happened in one moment. A gift is told as often as its streak grows: `value` (diamonds) and `count` are
 * the streak's so far, `key` names it. A tip is in minor units of its currency. A button is pressed for one rule.
 */
export type Happening =
  | ({
      readonly type: 'gift';
      readonly key: string;
      readonly value: number;
      readonly count: number;
      readonly gift: string;
    } & ByViewer)
  | ({ readonly type: 'tip'; readonly minor: number; readonly currency: string } & ByViewer)
  | ({ readonly type: 'follow' | 'share' | 'subscribe' } & ByViewer)
  | ({ readonly type: 'chat'; readonly text: string; readonly roles: ReadonlyArray<string> } & ByViewer)
  | { readonly type: 'session'; readonly state: ConditionOf<'session'>['state'] }
  | { readonly type: 'booking'; readonly state: ConditionOf<'booking'>['state'] }
  | { readonly type: 'goal'; readonly goal: string }
  | { readonly type: 'button'; readonly rule: string };

/** How things stand, as far as rules may ask for it. Null: not known yet, and no condition on it is true. */
export interface World {
  /** Of the running session. */
  readonly likes: number | null;
  readonly viewers: number | null;
  /** Asks that wait for an answer. */
  readonly waiting: number | null;
  /** A booked session runs now. */
  readonly serving: boolean | null;
  /** One runs that is marked as paid. */
  readonly servingPaid: boolean | null;
  /** Whether the feed of the running live is away; null also while none is connected. */
  readonly gap: boolean | null;
  /** A live session runs. */
  readonly live: boolean | null;
  /** When the next booked session begins; null also when there is none. */
  readonly nextStartAt: EpochMillis | null;
  /** Minutes since midnight on the creator's clock. */
  readonly minute: number | null;
  /** When something was last heard from any viewer, or the live began. */
  readonly heardAt: EpochMillis | null;
  readonly streaming: boolean | null;
  readonly recording: boolean | null;
}

export const UNKNOWN_WORLD: World = {
  likes: null,
  viewers: null,
  waiting: null,
  serving: null,
  servingPaid: null,
  gap: null,
  live: null,
  nextStartAt: null,
  minute: null,
  heardAt: null,
  streaming: null,
  recording: null,
};

/** Whether any of it is otherwise than it was known. */
export function isNews(world: World, change: Partial<World>): boolean {
  return (Object.keys(change) as (keyof World)[]).some((part) => change[part] !== world[part]);
}
