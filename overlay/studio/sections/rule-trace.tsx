import { useEffect, useState } from 'preact/hooks';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { ActsKept, RuleTrace } from '../../../shared/scenes.ts';
import { newest } from '../../newest.ts';
import { ask } from '../../parts/ask.ts';
import { nearSecond } from '../../parts/time-words.ts';
import { actWords, whyOf } from '../model/act-words.ts';
import { conditionWords } from '../model/condition-words.ts';
import { tellRule } from '../model/rule-words.ts';
import { now, view } from '../model/state.ts';
import { say, tongue } from '../model/words.ts';

interface TraceProps {
  trace: RuleTrace | null;
  rule: SceneRule;
  nameOf: (id: string) => string;
}

/** Why the rule did or did not act, newest first; closed until somebody asks. */
export function TraceOf({ trace, rule, nameOf }: TraceProps) {
  const [isOpen, setOpen] = useState(false);
  const [whole, setWhole] = useState<RuleTrace['entries']>([]);
  const [answers] = useState(newest);
  const latest = trace?.entries[0]?.at;
  useEffect(() => {
    if (!isOpen || !latest) return;
    const isNews = answers.asked();
    void wholeTrace(rule.id).then((entries) => {
      if (isNews()) setWhole(entries);
    });
  }, [isOpen, latest, rule.id]);
  // What came since is in the view already; what is older comes with the answer.
  const entries = whole[0]?.at === latest ? whole : (trace?.entries ?? []);
  const at = (instant: string) => nearSecond(instant, now.value, undefined, tongue());
  // Of the rule as it is kept: what is being edited has asked for nothing yet.
  const kept = view.value?.rules.find(({ id }) => id === rule.id) ?? rule;
  const missing = trace?.unmet && kept.when[trace.unmet.group]?.conditions[trace.unmet.condition];
  return (
    <details class="rule-more rule-trace small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{tellRule('ui.trace')}</summary>
      {!trace && <p class="quiet">{tellRule('ui.traceEmpty')}</p>}
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.what} ${entry.scene} ${entry.why}`}>
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

async function wholeTrace(rule: string): Promise<RuleTrace['entries']> {
  const answer = await ask<ActsKept>('GET', '/scene-rules/acts');
  return answer.type === 'done' ? (answer.value.traces.find((one) => one.rule === rule)?.entries ?? []) : [];
}

/** One entry of a trace, with its reason and how often it came in a row. */
export function entryWords(
  entry: RuleTrace['entries'][number],
  rule: SceneRule,
  nameOf: (id: string) => string,
): string {
  const why = whyOf(entry.why);
  const parts = [
    actWords(entry),
    entry.by === null
      ? why
        ? say(`scenes.why.${why}`, { rule: rule.name })
        : ''
      : tellRule('ui.lostTo', { rule: nameOf(entry.by) }),
    entry.times > 1 ? tellRule('ui.times', { count: entry.times }) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
