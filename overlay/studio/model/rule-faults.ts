import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { Refused } from '../../parts/ask.ts';
import { ACTION_FIELDS, CONDITION_FIELDS, emptyPart } from './rule-fields.ts';
import { numberFaults } from './rule-numbers.ts';
import { tellRule } from './rule-words.ts';

/** What is wrong with a part of one rule, by its path in it (`actions.0.hotkey`), in the page's words; or null. */
export type FaultAt = (path: string) => string | null;

/** A part that keeps a rule from being saved: where it stands in the rule, and the word of its field. */
export interface Lack {
  readonly path: string;
  readonly word: string;
}

const WORDS = ['hotkey', 'currency', 'gift', 'goal', 'minor'] as const;

/**
 * The faults of the rule at that place of the list: numbers outside their bounds at once, what is still empty once
 * somebody wanted to save, then what the server refused.
 */
export function faultsOf(rule: SceneRule, at: number, isHeld: boolean, refused: Refused | null): FaultAt {
  const numbers = new Map(numberFaults(rule).map(({ path, text }) => [path, text]));
  const empty = new Set(isHeld ? emptyParts(rule).map(({ path }) => path) : []);
  const issues = refused?.why === 'bad-input' ? refused.issues.map(({ path }) => path) : [];
  return (path) => {
    const word = WORDS.find((each) => path.endsWith(`.${each}`));
    const text = numbers.get(path);
    if (text !== undefined) return word === 'minor' ? tellRule('bad.minor') : text;
    if (empty.has(path)) return tellRule('bad.empty');
    const whole = `${at}.${path}`;
    if (!issues.some((issue) => issue === whole || issue.startsWith(`${whole}.`))) return null;
    return tellRule(`bad.${word ?? 'other'}`);
  };
}

/** Whether the rule at that place is one that keeps the list from being saved, or that the server refused. */
export function isAtFault(rule: SceneRule, at: number, isHeld: boolean, refused: Refused | null): boolean {
  if (isHeld && lacksOf(rule).length > 0) return true;
  return (
    refused?.why === 'bad-input' && refused.issues.some(({ path }) => path === `${at}` || path.startsWith(`${at}.`))
  );
}

/** Words of what rules lack before they can be kept, each once; empty when all are whole. */
export function lacking(rules: ReadonlyArray<SceneRule>): string[] {
  return [...new Set(rules.flatMap((rule) => lacksOf(rule).map(({ word }) => word)))];
}

function lacksOf(rule: SceneRule): Lack[] {
  return [...emptyParts(rule), ...numberFaults(rule)];
}

function emptyParts({ name, when, actions }: SceneRule): Lack[] {
  const at = (path: string, key: string | null): Lack[] =>
    key === null ? [] : [{ path: `${path}.${key}`, word: key }];
  return [
    ...(name.trim() === '' ? [{ path: 'name', word: 'rule-name' }] : []),
    ...when.flatMap(({ conditions }, group) => [
      ...(conditions.length === 0 ? [{ path: `when.${group}.conditions`, word: 'condition' }] : []),
      ...conditions.flatMap((one, row) =>
        at(`when.${group}.conditions.${row}`, emptyPart(one, CONDITION_FIELDS[one.type])),
      ),
    ]),
    ...actions.flatMap((one, row) => at(`actions.${row}`, emptyPart(one, ACTION_FIELDS[one.type]))),
  ];
}
