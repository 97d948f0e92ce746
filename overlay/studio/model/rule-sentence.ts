import type { ConditionGroup } from '../../../shared/scene-conditions.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { conditionWords } from './condition-words.ts';
import { tellRule } from './rule-words.ts';
import { listed, number } from './spoken-numbers.ts';
import { stepsWords } from './step-words.ts';

/**
 * The rule as a sentence in the reader's language, with all that differs from how a rule begins. `nameOf`: the name of
 * another rule, by its id.
 */
export function ruleSentence(rule: SceneRule, nameOf: (id: string) => string): string {
  const whole = tellRule('joins.when', {
    conditions: whenWords(rule.when),
    actions: stepsWords(rule.actions, nameOf),
  });
  // A unit alone at the begin of a line is no word.
  return [whole, ...mannerWords(rule)].join(' ').replace(/(?<=\d) (?=(?:s|ms|min)\b)/g, '\u00a0');
}

/**
 * What must hold, then what must not. An "or" beside an "and" would be read both ways, so it stands in brackets where
 * there is more than it; what must not hold is one list, however many groups say it.
 */
function whenWords(when: ReadonlyArray<ConditionGroup>): string {
  const wanted = when.filter(({ match, conditions }) => match !== 'none' && conditions.length > 0);
  const positives = wanted.flatMap(({ match, conditions }) => {
    const each = conditions.map(conditionWords);
    if (match === 'all' || each.length === 1) return each;
    const either = listed(each, 'disjunction');
    return [wanted.length === 1 ? either : tellRule('joins.any', { conditions: either })];
  });
  const none = when.flatMap(({ match, conditions }) => (match === 'none' ? conditions.map(conditionWords) : []));
  const exceptions = listed(none, 'disjunction');
  if (none.length === 0) return listed(positives, 'conjunction');
  if (positives.length === 0) return tellRule('joins.not', { exceptions });
  return tellRule('joins.unless', { conditions: listed(positives, 'conjunction'), exceptions });
}

/** How often it acts, in Studio Mode, and at fences: each only where it is not as a rule begins. */
function mannerWords({ cooldown, repeats, studioMode, crossesFences }: SceneRule): string[] {
  const rests = { drop: 'joins.rest', merge: 'joins.restMerge', queue: 'joins.restQueue' } as const;
  return [
    ...(cooldown.seconds > 0 ? [tellRule(rests[cooldown.meanwhile], { number: number(cooldown.seconds) })] : []),
    ...(repeats ? [tellRule('joins.repeats')] : []),
    ...(studioMode === 'stage' ? [] : [tellRule(`joins.${studioMode}`)]),
    ...(crossesFences ? [tellRule('joins.crossesFences')] : []),
  ];
}
