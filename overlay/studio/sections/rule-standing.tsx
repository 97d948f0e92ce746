import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { RuleTrace } from '../../../shared/scenes.ts';
import { StateWord } from '../../parts/surface.tsx';
import { nearSecond } from '../../parts/time-words.ts';
import { tellRule } from '../model/rule-words.ts';
import { now } from '../model/state.ts';
import { tongue } from '../model/words.ts';
import { entryWords } from './rule-trace.tsx';

interface StandingProps {
  rule: SceneRule;
  trace: RuleTrace | null;
  isAtFault: boolean;
  nameOf: (id: string) => string;
}

/** How a rule stands in one line: that it is not whole, that it is off, or what became of it last. */
export function RuleStanding({ rule, trace, isAtFault, nameOf }: StandingProps) {
  if (isAtFault) return <StateWord tone="danger">{tellRule('ui.atFault')}</StateWord>;
  if (!rule.enabled) return <StateWord>{tellRule('ui.isOff')}</StateWord>;
  const last = trace?.entries[0];
  if (!last) return null;
  return (
    <p class="quiet small">
      <span class="figures">{nearSecond(last.at, now.value, undefined, tongue())}</span>{' '}
      {entryWords(last, rule, nameOf)}
    </p>
  );
}
