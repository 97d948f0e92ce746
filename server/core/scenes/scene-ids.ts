import type { SceneAutomation, SceneRule } from '../../../shared/scene-rules.ts';

/** Scene name to the id that OBS 30 and newer gives a scene for good, whatever its name. Empty for an older OBS. */
export type SceneIds = ReadonlyMap<string, string>;

/** What the names that are used stand for in the OBS that is there now. */
export interface Recognised {
  /** Names of scenes that have another name now, at once: two may have swapped theirs. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Names that another scene has now, while the one that was meant is gone. */
  readonly strangers: ReadonlyArray<string>;
  /** What to remember: a name that is in use keeps standing for the scene it meant. */
  readonly known: SceneIds;
}

/**
 * Compares what was known of a scene collection with what OBS lists. Where nothing of what was known is there any more it
 * is another collection of the same name, and is got to know anew by its names; so is a name that was never seen.
 */
export function recognise(known: SceneIds, listed: SceneIds, used: ReadonlySet<string>): Recognised {
  const nameOf = new Map([...listed].map(([name, id]) => [id, name]));
  const isSame = [...known.values()].some((id) => nameOf.has(id));
  if (listed.size === 0) return { renamed: new Map(), strangers: [], known };
  if (!isSame) return { renamed: new Map(), strangers: [], known: listed };
  const renamed = new Map<string, string>();
  const gone = new Map<string, string>();
  for (const [name, id] of known) {
    if (!used.has(name)) continue;
    const now = nameOf.get(id);
    if (now === undefined) gone.set(name, id);
    else if (now !== name) renamed.set(name, now);
  }
  // A name that a scene in use has come to is that scene's.
  for (const name of renamed.values()) gone.delete(name);
  return {
    renamed,
    strangers: [...gone.keys()].filter((name) => listed.has(name)),
    known: new Map([...listed, ...gone]),
  };
}

/** Every scene that rules (also those that are off) and what holds for all of them name. */
export function scenesNamed(rules: ReadonlyArray<SceneRule>, automation: SceneAutomation): Set<string> {
  const { fences, resumeScene } = automation;
  return new Set([...rules.flatMap(scenesOf), ...fences, ...(resumeScene === null ? [] : [resumeScene])]);
}

/** The scenes that one rule names. */
export function scenesOf({ when, actions }: SceneRule): string[] {
  const named = [...when.flatMap(({ conditions }) => conditions), ...actions];
  return named.flatMap((one) => ('scene' in one ? [one.scene] : []));
}
