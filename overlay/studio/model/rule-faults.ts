import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { Refused } from '../../parts/ask.ts';
import { ACTION_FIELDS, CONDITION_FIELDS, emptyPart } from './rule-fields.ts';
import { tellRule } from './rule-words.ts';

/** What is wrong with a part of one rule, by its path in it (`actions.0.hotkey`), in the page's words; or null. */
export type FaultAt = (path: string) => string | null;

const WORDS = ['hotkey', 'currency', 'gift', 'goal'] as const;

/** The faults of the rule at that place of the list: what is still empty, then what the server refused. */
export function faultsOf(rule: SceneRule, at: number, isHeld: boolean, refused: Refused | null): FaultAt {
  const empty = new Set(isHeld ? emptyPaths(rule) : []);
  const issues = refused?.why === 'bad-input' ? refused.issues.map(({ path }) => path) : [];
  return (path) => {
    if (empty.has(path)) return tellRule('bad.empty');
    const whole = `${at}.${path}`;
    if (!issues.some((issue) => issue === whole || issue.startsWith(`${whole}.`))) return null;
    const word = WORDS.find((each) => path.endsWith(`.${each}`));
    return tellRule(`bad.${word ?? 'other'}`);
  };
}

/** Whether any part of the rule is at fault: what is folded away must be opened then. */
export function hasFault(rule: SceneRule, faultAt: FaultAt): boolean {
  const rows = [
    ...rule.when.flatMap(({ conditions }, group) =>
      conditions.map((one, at) => [`when.${group}.conditions.${at}`, one]),
    ),
    ...rule.actions.map((one, at) => [`actions.${at}`, one]),
  ] as const;
  return rows.some(([path, row]) => Object.keys(row ?? {}).some((key) => faultAt(`${path}.${key}`) !== null));
}

function emptyPaths({ name, when, actions }: SceneRule): string[] {
  const at = (path: string, key: string | null) => (key === null ? [] : [`${path}.${key}`]);
  return [
    ...(name.trim() === '' ? ['name'] : []),
    ...when.flatMap(({ conditions }, group) =>
      conditions.flatMap((one, row) =>
        at(`when.${group}.conditions.${row}`, emptyPart(one, CONDITION_FIELDS[one.type])),
      ),
    ),
    ...actions.flatMap((one, row) => at(`actions.${row}`, emptyPart(one, ACTION_FIELDS[one.type]))),
  ];
}
