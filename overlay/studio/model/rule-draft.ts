import type { SceneRule } from '../../../shared/scenes.ts';

/* Edits of the scene rules, each a new list: what the editor does between two saves. */

/** A rule to begin with, for the scene that fits best: one that sounds like a celebration, else the last of the list. */
export function newRule(id: string, name: string, scenes: ReadonlyArray<string>): SceneRule {
  const festive = scenes.find((scene) => /celebr|party|feier|fest|gift|wow/i.test(scene));
  return {
    id,
    name,
    enabled: true,
    when: { type: 'gift-worth-at-least', diamonds: 100 },
    show: { scene: festive ?? scenes.at(-1) ?? '', holdSeconds: 8 },
    cooldownSeconds: 0,
  };
}

export function changeRule(rules: ReadonlyArray<SceneRule>, id: string, change: Partial<SceneRule>): SceneRule[] {
  return rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));
}

export function removeRule(rules: ReadonlyArray<SceneRule>, id: string): SceneRule[] {
  return rules.filter((rule) => rule.id !== id);
}

/** Names of what a rule lacks before it can be kept; empty when all are whole. */
export function lacking(rules: ReadonlyArray<SceneRule>): ('scene' | 'name')[] {
  return [
    ...(rules.some((rule) => rule.show.scene === '') ? ['scene' as const] : []),
    ...(rules.some((rule) => rule.name.trim() === '') ? ['name' as const] : []),
  ];
}

/** A number as it is typed, kept inside its range; the old one while the field is empty or no number. */
export function within(text: string, before: number, least: number, most: number): number {
  const typed = Number(text.replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(typed) ? before : Math.min(most, Math.max(least, typed));
}
