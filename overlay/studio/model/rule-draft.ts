import type { SceneRule } from '../../../shared/scene-rules.ts';
import { ACTION_FIELDS, CONDITION_FIELDS, emptyPart, FIRST_ACTIONS, FIRST_CONDITIONS } from './rule-fields.ts';

/* Edits of the scene rules, each a new list: what the editor does between two saves. */

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

/** The list with the one at that place before the one above it. */
export function earlier<T>(list: ReadonlyArray<T>, at: number): T[] {
  return list.toSpliced(at, 1).toSpliced(at - 1, 0, ...list.slice(at, at + 1));
}

/** Names of what rules lack before they can be kept, each once; empty when all are whole. */
export function lacking(rules: ReadonlyArray<SceneRule>): string[] {
  const parts = rules.flatMap((rule) => [
    ...(rule.name.trim() === '' ? ['rule-name'] : []),
    ...rule.when.flatMap(({ conditions }) => conditions.map((one) => emptyPart(one, CONDITION_FIELDS[one.type]))),
    ...rule.actions.map((one) => emptyPart(one, ACTION_FIELDS[one.type])),
  ]);
  return [...new Set(parts.filter((part) => part !== null))];
}

/** A number as it is typed, kept inside its range; the old one while the field is empty or no number. */
export function within(text: string, before: number, least: number, most: number): number {
  const typed = Number(text.replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(typed) ? before : Math.min(most, Math.max(least, typed));
}
