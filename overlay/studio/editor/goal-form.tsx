import type { WidgetOf } from '../../../shared/stage-design.ts';
import { tell } from '../model/editor-words.ts';
import { GOAL_WORDS } from '../model/goal-words.ts';
import { AmountField } from './amount-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CurrencyField } from './currency-field.tsx';
import type { FormOf } from './form-of.ts';
import { LineField } from './line-field.tsx';
import { Milestones } from './milestones.tsx';

/** `calls`: whether the design allows calls for gifts; without it there is no line to write. */
export function GoalForm({ widget, change, calls }: FormOf<WidgetOf<'goal'>> & { calls: boolean }) {
  const amount = (name: 'target' | 'from', least: 0 | 1) => (
    <AmountField
      label={tell(`set.${name}`)}
      goal={widget}
      least={least}
      value={widget[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <div class="stack gap-3">
      <LineField label={tell('set.title')} value={widget.title} onValue={(title) => change({ title })} />
      <div class="numbers">
        <ChoiceField
          label={tell('set.measure')}
          value={widget.measure}
          choices={GOAL_WORDS}
          name={(measure) => tell(`set.${measure}`)}
          onChoose={(measure) => change({ measure })}
        />
        {widget.measure === 'money' && (
          <CurrencyField value={widget.currency} onValue={(currency) => change({ currency })} />
        )}
        {amount('target', 1)}
        {amount('from', 0)}
      </div>
      {calls && <LineField label={tell('set.call')} value={widget.call} onValue={(call) => change({ call })} />}
      <Milestones widget={widget} change={change} />
    </div>
  );
}
