import type { ObsStatus, RuleTrace } from '../../shared/scenes.ts';
import { toInstant } from '../../shared/time.ts';
import type { DirectorState } from '../core/scenes/director-state.ts';
import type { ObsPicture } from '../core/scenes/obs-port.ts';

/** The OBS connection and automation as pages and scripts see them. */
export function obsStatus(picture: ObsPicture, director: DirectorState, address: string): ObsStatus {
  const until = director.pause?.until ?? null;
  return {
    ...picture,
    automation: automationOf(picture, director),
    pause: director.pause && { ...director.pause, until: until === null ? null : toInstant(until) },
    address,
    acts: director.acts.map((act) => ({ ...act, at: toInstant(act.at) })),
  };
}

function automationOf(picture: ObsPicture, director: DirectorState): ObsStatus['automation'] {
  if (director.pause) return 'paused';
  return picture.state === 'off' ? 'off' : 'on';
}

/** What became of each rule, in the order of the rules; those that nothing has named are left out. */
export function ruleTraces({ rules, memory }: DirectorState): RuleTrace[] {
  return rules.flatMap(({ id: rule }) => {
    const trace = memory.traces.get(rule);
    if (!trace) return [];
    const entries = trace.entries.map((entry) => ({ ...entry, at: toInstant(entry.at) }));
    return [{ rule, entries, unmet: trace.unmet && { ...trace.unmet, at: toInstant(trace.unmet.at) } }];
  });
}
