import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { RuleTrace } from '../../../shared/scenes.ts';
import { nearSecond } from '../../parts/time-words.ts';
import { whatOf, whyOf } from '../model/act-words.ts';
import { conditionWords } from '../model/rule-sentence.ts';
import { tellRule } from '../model/rule-words.ts';
import { now } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';

interface TraceProps {
  trace: RuleTrace | null;
  rule: SceneRule;
  nameOf: (id: string) => string;
}

/** Why the rule did or did not act, newest first; closed until somebody asks. */
export function TraceOf({ trace, rule, nameOf }: TraceProps) {
  const at = (instant: string) => nearSecond(instant, now.value, undefined, tongue());
  const missing = trace?.unmet && rule.when[trace.unmet.group]?.conditions[trace.unmet.condition];
  return (
    <details class="rule-more rule-trace small">
      <summary>{tellRule('ui.trace')}</summary>
      {!trace && <p class="quiet">{tellRule('ui.traceEmpty')}</p>}
      <ul>
        {trace?.entries.map((entry) => (
          <li key={`${entry.at} ${entry.what} ${entry.why}`}>
            <span class="figures quiet">{at(entry.at)}</span> {entryWords(entry, rule, nameOf)}
          </li>
        ))}
        {trace?.unmet && missing && (
          <li class="quiet">
            <span class="figures">{at(trace.unmet.at)}</span>{' '}
            {tellRule('ui.unmet', { condition: conditionWords(missing) })}
          </li>
        )}
      </ul>
    </details>
  );
}

function entryWords(entry: RuleTrace['entries'][number], rule: SceneRule, nameOf: (id: string) => string): string {
  const action = rule.actions.find((one) => one.type === 'show-scene');
  const what = whatOf(entry.what);
  const why = whyOf(entry.why);
  const parts = [
    what ? say(`scenes.what.${what}`, { scene: action?.scene ?? '' }) : entry.what,
    entry.by === null
      ? why
        ? say(`scenes.why.${why}`, { rule: rule.name })
        : ''
      : tellRule('ui.lostTo', { rule: nameOf(entry.by) }),
    entry.times > 1 ? tellRule('ui.times', { count: entry.times }) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
