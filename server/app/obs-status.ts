import type { SceneRule } from '../../shared/scene-rules.ts';
import type {
  ActsKept,
  ObsStatus,
  RuleAsked,
  RuleTrace,
  SceneAct,
  SceneHeld,
  SceneTrouble,
} from '../../shared/scenes.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import type { Act } from '../core/scenes/acts.ts';
import type { DirectorState } from '../core/scenes/director-state.ts';
import type { ObsPicture } from '../core/scenes/obs-port.ts';
import { wayBackGivenUp } from '../core/scenes/pause.ts';
import { scenesNamed, scenesOf } from '../core/scenes/scene-ids.ts';
import { TRACE_KEPT } from '../core/scenes/trace.ts';

/** What goes with every view; the rest is asked for. */
const ACTS_TOLD = 20;
const ENTRIES_TOLD = 8;

/** The OBS connection and automation as pages and scripts see them. `renamed`: what nobody has taken note of yet. */
export function obsStatus(
  picture: ObsPicture,
  director: DirectorState,
  aim: Pick<ObsStatus, 'address' | 'search'>,
  renamed: ReadonlyMap<string, string>,
  now: EpochMillis,
): ObsStatus {
  const until = director.pause?.until ?? null;
  return {
    ...picture,
    automation: automationOf(picture, director),
    pause: director.pause && { ...director.pause, until: until === null ? null : toInstant(until) },
    wayBack: wayBackGivenUp(director, now),
    hold: picture.state === 'connected' ? heldOnWire(director) : null,
    address: aim.address,
    search: picture.state === 'off' ? aim.search : 'off',
    troubles: picture.state === 'connected' ? troublesOf(director, renamed) : [],
    acts: actsOnWire(director.acts.slice(0, ACTS_TOLD), director.rules),
    actsKept: director.acts.length,
  };
}

/** The hold that runs; one that is on its way back holds nothing any more. */
function heldOnWire({ hold, rules }: DirectorState): SceneHeld | null {
  if (!hold || hold.returning) return null;
  const { rule, scene, lasts, until, returns, returnTo } = hold;
  return {
    ...{ scene, rule, ruleName: rules.find(({ id }) => id === rule)?.name ?? null },
    returnTo: returns ? returnTo : null,
    whileTrue: lasts === 'state',
    until: Number.isFinite(until) ? toInstant(until) : null,
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

/** The answer to who asked for the rule of that id. */
export function ruleAsked(acts: ReadonlyArray<Act>, rule: string, director: DirectorState): RuleAsked {
  const { runs, waiting, queued, rules } = director;
  const goesOn = waiting.has(rule) || queued.has(rule) || runs.some((run) => run.rule.id === rule);
  return { acts: actsOnWire(acts, rules), goesOn };
}

/** Acts with the names of their rules, as these are called now or were when they were deleted. */
export function actsOnWire(acts: ReadonlyArray<Act>, rules: ReadonlyArray<SceneRule>): SceneAct[] {
  const names = new Map(rules.map(({ id, name }) => [id, name]));
  return acts.map(({ at, what, scene, why, rule, by, step = null, ruleName, byName }) => ({
    ...{ at: toInstant(at), what, scene: scene || null, why, rule, by, step },
    ruleName: names.get(rule ?? '') ?? ruleName ?? null,
    byName: names.get(by ?? '') ?? byName ?? null,
  }));
}

/**
 * What became of each rule, in the order of the rules; those that nothing has named are left out. `most`: entries of each,
 * the newest.
 */
export function ruleTraces({ rules, memory }: DirectorState, most = ENTRIES_TOLD): RuleTrace[] {
  return rules.flatMap(({ id: rule }) => {
    const trace = memory.traces.get(rule);
    if (!trace) return [];
    const entries = trace.entries.slice(0, most).map((entry) => ({ ...entry, at: toInstant(entry.at) }));
    return [{ rule, entries, unmet: trace.unmet && { ...trace.unmet, at: toInstant(trace.unmet.at) } }];
  });
}

/** All that is kept of what automation did. */
export function allActs(director: DirectorState): ActsKept {
  return { acts: actsOnWire(director.acts, director.rules), traces: ruleTraces(director, TRACE_KEPT) };
}
