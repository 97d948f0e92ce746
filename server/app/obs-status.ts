import type { ObsStatus } from '../../shared/scenes.ts';
import { toInstant } from '../../shared/time.ts';
import type { DirectorState } from '../core/scenes/director-state.ts';
import type { ObsPicture } from '../core/scenes/obs-port.ts';

/** The OBS connection and automation as pages and scripts see them. */
export function obsStatus(picture: ObsPicture, director: DirectorState, address: string): ObsStatus {
  return {
    ...picture,
    automation: automationOf(picture, director),
    address,
    acts: director.acts.map((act) => ({ ...act, at: toInstant(act.at) })),
  };
}

function automationOf(picture: ObsPicture, director: DirectorState): ObsStatus['automation'] {
  if (director.pause) return 'paused';
  return picture.state === 'off' ? 'off' : 'on';
}
