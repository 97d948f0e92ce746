import type { ObsStatus, RuleTrace, SceneTrouble } from '../../shared/scenes.ts';
import { toInstant } from '../../shared/time.ts';
import type { DirectorState } from '../core/scenes/director-state.ts';
import type { ObsPicture } from '../core/scenes/obs-port.ts';
import { scenesNamed, scenesOf } from '../core/scenes/scene-ids.ts';

/** The OBS connection and automation as pages and scripts see them. `renamed`: what nobody has taken note of yet. */
export function obsStatus(
  picture: ObsPicture,
  director: DirectorState,
  aim: Pick<ObsStatus, 'address' | 'search'>,
  renamed: ReadonlyMap<string, string>,
): ObsStatus {
  const until = director.pause?.until ?? null;
  return {
    ...picture,
    automation: automationOf(picture, director),
    pause: director.pause && { ...director.pause, until: until === null ? null : toInstant(until) },
    address: aim.address,
    search: picture.state === 'off' ? aim.search : 'off',
    troubles: picture.state === 'connected' ? troublesOf(director, renamed) : [],
    acts: director.acts.map((act) => ({ ...act, at: toInstant(act.at) })),
  };
}

/** What the streamer should know of the scenes that rules name. */
function troublesOf(director: DirectorState, renamed: ReadonlyMap<string, string>): SceneTrouble[] {
  const { scenes, strangers } = director;
  const users = new Map<string, string[]>();
  for (const rule of director.rules) {
    if (!rule.enabled) continue;
    for (const scene of new Set(scenesOf(rule))) users.set(scene, [...(users.get(scene) ?? []), rule.id]);
  }
  const absent = [...users].flatMap(([scene, rules]): SceneTrouble[] => {
    if (strangers.includes(scene)) return [{ scene, why: 'replaced', to: null, rules }];
    return scenes.includes(scene) ? [] : [{ scene, why: 'gone', to: null, rules }];
  });
  const named = scenesNamed(director.rules, director.automation);
  const moved = [...renamed].flatMap(([scene, to]): SceneTrouble[] =>
    named.has(to) ? [{ scene, why: 'renamed', to, rules: users.get(to) ?? [] }] : [],
  );
  return [...absent, ...moved];
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
