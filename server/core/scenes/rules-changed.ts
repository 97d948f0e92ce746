import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { act, withNames } from './acts.ts';
import { type DirectorState, type Turn, turn } from './director-state.ts';
import { takeStock } from './fire.ts';
import { renameInHold } from './hold.ts';
import { namingOf, type Renames, renameInAutomation, renameInRules } from './rename.ts';
import { restsUntil } from './rest.ts';
import { indexRules } from './rule-index.ts';
import { scenesNamed } from './scene-ids.ts';

/* The director with other rules: written anew by somebody, or the same under other names of scenes. */

/** Scenes got other names, under our eyes or while nobody was looking: rules follow, and whoever's rules they are is told. */
export function foundRenamed(state: DirectorState, renames: Renames, now: EpochMillis): Turn {
  const named = scenesNamed(state.rules, state.automation);
  const acts = [...renames].flatMap(([from, to]) =>
    named.has(from) ? [act(now, 'renamed', to, 'scene-renamed', null)] : [],
  );
  return turn(renamed(state, renames), acts);
}

function renamed(state: DirectorState, renames: Renames): DirectorState {
  const named = namingOf(renames);
  const rules = renameInRules(state.rules, renames);
  state.memory.index = indexRules(rules);
  return {
    ...state,
    rules,
    automation: renameInAutomation(state.automation, renames),
    scenes: state.scenes.map(named),
    scene: state.scene === null ? null : named(state.scene),
    hold: state.hold && renameInHold(state.hold, renames),
    givenUp: state.givenUp && renameInHold(state.givenUp, renames),
  };
}

/** With other rules; one whose state holds already when it is written does not fire by that. */
export function withRules(state: DirectorState, rules: ReadonlyArray<SceneRule>, now: EpochMillis): DirectorState {
  const { memory } = state;
  const before = memory.index;
  memory.index = indexRules(rules);
  const { byId } = memory.index;
  const queued = new Map(
    [...state.queued].flatMap(([id, one]) => {
      const rule = byId.get(id)?.rule;
      return rule ? [[id, { ...one, at: Math.max(now, restsUntil(memory, rule)) }] as const] : [];
    }),
  );
  const acts = state.acts.map((one) => withNames(one, (id) => (byId.has(id) ? null : before.byId.get(id)?.rule.name)));
  const after = { ...state, rules, queued, acts };
  for (const known of [memory.traces, memory.firedAt])
    for (const id of known.keys()) if (!byId.has(id)) known.delete(id);
  takeStock(after, [...memory.index.byId.values()], now);
  return after;
}
