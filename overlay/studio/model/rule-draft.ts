import { foldedText, searchWords } from '../../../shared/folded-text.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { FIRST_ACTIONS, FIRST_CONDITIONS } from './rule-fields.ts';

/* Edits of the scene rules, each a new list: what the editor does between two saves. */

/** As many as the server keeps. */
export const MOST_RULES = 200;

/** A rule to begin with, for the scene that fits best: one that sounds like a celebration, else the last of the list. */
export function newRule(id: string, name: string, scenes: ReadonlyArray<string>): SceneRule {
  const festive = scenes.find((scene) => /celebr|party|feier|fest|gift|wow/i.test(scene));
  return {
    ...{ id, name, enabled: true, priority: 0, repeats: false, studioMode: 'stage', crossesFences: false },
    when: [{ match: 'all', conditions: [FIRST_CONDITIONS.gift] }],
    actions: [{ ...FIRST_ACTIONS['show-scene'], scene: festive ?? scenes.at(-1) ?? '' }],
    cooldown: { seconds: 0, meanwhile: 'drop' },
  };
}

export function changeRule(rules: ReadonlyArray<SceneRule>, id: string, change: Partial<SceneRule>): SceneRule[] {
  return rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));
}

export function removeRule(rules: ReadonlyArray<SceneRule>, id: string): SceneRule[] {
  return rules.filter((rule) => rule.id !== id);
}

/** A copy below its original. It is off: two that say the same would both answer the next gift. */
export function copyRule(
  rules: ReadonlyArray<SceneRule>,
  id: string,
  copy: Pick<SceneRule, 'id' | 'name'>,
): SceneRule[] {
  return rules.flatMap((rule) =>
    rule.id === id ? [rule, { ...rule, ...copy, name: copy.name.slice(0, 120), enabled: false }] : [rule],
  );
}

/** The rules whose name or scenes have all words of the search. */
export function searchRules(rules: ReadonlyArray<SceneRule>, search: string): SceneRule[] {
  const words = searchWords(search);
  return rules.filter((rule) => {
    const text = foldedText([rule.name, ...scenesOf(rule)].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

function scenesOf({ when, actions }: SceneRule): string[] {
  const parts = [...when.flatMap(({ conditions }) => conditions), ...actions];
  return parts.flatMap((part) => ('scene' in part ? [part.scene] : []));
}

/** The list with the one at that place put elsewhere. */
export function moved<T>(list: ReadonlyArray<T>, at: number, to: number): T[] {
  return list.toSpliced(at, 1).toSpliced(to, 0, ...list.slice(at, at + 1));
}
