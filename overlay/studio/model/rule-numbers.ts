import type { SceneAction } from '../../../shared/scene-actions.ts';
import type { SceneCondition } from '../../../shared/scene-conditions.ts';
import type { SceneAutomation, SceneRule } from '../../../shared/scene-rules.ts';
import { type Bounds, boundsFault } from './bounds.ts';
import { ACTION_FIELDS, CONDITION_FIELDS, type RowField } from './rule-fields.ts';

/** Bounds of what holds for a rule as a whole, as `SceneRule` has them. */
export const RULE_BOUNDS = {
  priority: { least: 0, most: 100, whole: true },
  cooldown: { least: 0, most: 86_400, whole: false },
} as const satisfies Record<string, Bounds>;

/** Bounds of what holds for all rules, as `SceneAutomation` has them. */
export const AUTOMATION_BOUNDS = {
  restAll: { least: 0, most: 3600, whole: false },
  pauseSeconds: { least: 5, most: 3600, whole: true },
} as const satisfies Record<string, Bounds>;

export const HOLD_BOUNDS: Bounds = { least: 0.5, most: 3600, whole: false };

/** Least, hold and most go in this order. */
export function leastBounds(holdSeconds: number): Bounds {
  return { least: 0, most: holdSeconds >= 0 ? Math.min(3600, holdSeconds) : 3600, whole: false };
}

export function mostBounds(holdSeconds: number): Bounds {
  return { least: holdSeconds > 0.5 ? holdSeconds : 0.5, most: 86_400, whole: false };
}

/** A number of a rule that is outside its bounds: where it stands, the word of its field, and what is wrong with it. */
export interface NumberFault {
  readonly path: string;
  readonly word: string;
  readonly text: string;
}

export function numberFaults({ priority, cooldown, when, actions }: SceneRule): NumberFault[] {
  return [
    ...faultOf('priority', 'priority', priority, RULE_BOUNDS.priority),
    ...faultOf('cooldown.seconds', 'cooldown', cooldown.seconds, RULE_BOUNDS.cooldown),
    ...when.flatMap(({ conditions }, group) =>
      conditions.flatMap((one, row) => rowFaults(`when.${group}.conditions.${row}`, one, CONDITION_FIELDS[one.type])),
    ),
    ...actions.flatMap((one, row) => [
      ...rowFaults(`actions.${row}`, one, ACTION_FIELDS[one.type]),
      ...holdFaults(`actions.${row}.hold`, one),
    ]),
  ];
}

export function automationFaults({ cooldownSeconds, pauseSeconds }: SceneAutomation): NumberFault[] {
  return [
    ...faultOf('restAll', 'restAll', cooldownSeconds, AUTOMATION_BOUNDS.restAll),
    ...faultOf('pauseSeconds', 'pauseSeconds', pauseSeconds, AUTOMATION_BOUNDS.pauseSeconds),
  ];
}

/** The bounds of a field that holds a number; an amount that is none is NaN. */
export function fieldBounds(field: RowField): Bounds | null {
  if (field.kind === 'amount') return { least: 0, most: 1_000_000_000, whole: true };
  if (field.kind !== 'count' && field.kind !== 'maybe-count') return null;
  const { least, most } = field;
  return { least, most, whole: Number.isInteger(least) };
}

function rowFaults(path: string, row: SceneCondition | SceneAction, fields: ReadonlyArray<RowField>): NumberFault[] {
  const values: Readonly<Record<string, unknown>> = row;
  return fields.flatMap((field) => {
    const bounds = fieldBounds(field);
    const value = values[field.key];
    return bounds && typeof value === 'number' ? faultOf(`${path}.${field.key}`, field.key, value, bounds) : [];
  });
}

function holdFaults(path: string, action: SceneAction): NumberFault[] {
  if (action.type !== 'show-scene' || action.hold === null) return [];
  const { seconds, leastSeconds, mostSeconds, whileTrue } = action.hold;
  return [
    ...faultOf(`${path}.seconds`, whileTrue ? 'leastSeconds' : 'holdSeconds', seconds, HOLD_BOUNDS),
    ...faultOf(`${path}.leastSeconds`, 'leastSeconds', leastSeconds, leastBounds(seconds)),
    ...faultOf(`${path}.mostSeconds`, 'mostSeconds', mostSeconds, mostBounds(seconds)),
  ];
}

function faultOf(path: string, word: string, value: number | null, bounds: Bounds): NumberFault[] {
  const text = value === null ? null : boundsFault(value, bounds);
  return text === null ? [] : [{ path, word, text }];
}
