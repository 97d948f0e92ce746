import { signal } from '@preact/signals';
import type { Availability, Bio } from '../../../shared/booking.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { Draft } from './draft.ts';
import type { FollowedDraft } from './followed-draft.ts';
import type { ServiceFields } from './service-fields.ts';

/*
 * What was typed and is not saved yet, kept while the page is open: leaving a section and coming back loses nothing.
 */

/** The draft that waits under this name, or a new one when all of it is saved. */
export function keeping<D extends Pick<Draft<never>, 'state'>>(): (make: () => D) => D {
  let kept: D | null = null;
  return (make) => {
    if (!kept || kept.state.peek().type === 'saved') kept = make();
    return kept;
  };
}

export const keptBio = keeping<Draft<Bio>>();
export const keptHours = keeping<Draft<Availability>>();
export const keptRules = keeping<FollowedDraft<SceneRule[]>>();

/** The one service form that may be open; `id` null is a new service. `fields` null until something was typed. */
export const openService = signal<{ id: string | null; fields: ServiceFields | null } | null>(null);
