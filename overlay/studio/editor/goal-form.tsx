import type { WidgetOf } from '../../../shared/stage-design.ts';
import { TextField } from '../../parts/field.tsx';
import { tell } from '../model/editor-words.ts';
import { GOAL_WORDS } from '../model/goal-words.ts';
import { localMinute, readLocalMinute } from '../model/local-minute.ts';
import { now } from '../model/state.ts';
import { AmountField } from './amount-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CurrencyField } from './currency-field.tsx';
import type { FormOf } from './form-of.ts';
import { LineField } from './line-field.tsx';
import { Milestones } from './milestones.tsx';
import { Switch } from './switch.tsx';

/** Of `2026-06-12T20:30` the day. */
const DAY_SIGNS = 10;

/** `calls`: whether the design allows calls for gifts; without it there is no line to write. */
export function GoalForm({ widget, change, calls }: FormOf<WidgetOf<'goal'>> & { calls: boolean }) {
  const amount = (name: 'target' | 'from', least: 0 | 1) => (
    <AmountField
      label={tell(name === 'from' && widget.since ? 'set.fromSince' : `set.${name}`)}
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
      <GoesOn widget={widget} change={change} />
      {calls && <LineField label={tell('set.call')} value={widget.call} onValue={(call) => change({ call })} />}
      <Milestones widget={widget} change={change} />
    </div>
  );
}

/** Crowdfunding: from which day on every live counts. Off, this live alone does. */
function GoesOn({ widget, change }: FormOf<WidgetOf<'goal'>>) {
  const today = localMinute(now.value).slice(0, DAY_SIGNS);
  const from = (day: string) => readLocalMinute(day === '' ? '' : `${day}T00:00`) ?? undefined;
  return (
    <div class="stack gap-3">
      <Switch
        label={tell('set.goesOn')}
        hint={tell('set.goesOnHint')}
        on={widget.since !== undefined}
        onTurn={(on) => change({ since: on ? from(today) : undefined })}
      />
      {widget.since !== undefined && (
        <TextField
          label={tell('set.since')}
          type="date"
          max={today}
          value={localMinute(widget.since).slice(0, DAY_SIGNS)}
          onChange={(event) => {
            const since = from(event.currentTarget.value);
            if (since) change({ since });
          }}
        />
      )}
    </div>
  );
}
