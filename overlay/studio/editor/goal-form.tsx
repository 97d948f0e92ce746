import { Plus, X } from 'lucide';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { tell } from '../model/editor-words.ts';
import { readAmount, writeAmount } from '../model/fields.ts';
import { GOAL_WORDS } from '../model/goal-words.ts';
import type { FormOf } from './form-of.ts';
import { LineField } from './line-field.tsx';
import { NumberField } from './number-field.tsx';
import { ReadField } from './read-field.tsx';

type Goal = WidgetOf<'goal'>;

const MOST = 1_000_000_000;
const MOST_MILESTONES = 8;

/** `calls`: whether the design allows calls for gifts; without it there is no line to write. */
export function GoalForm({ widget, change, calls }: FormOf<Goal> & { calls: boolean }) {
  return (
    <div class="stack gap-3">
      <LineField label={tell('set.title')} value={widget.title} onValue={(title) => change({ title })} />
      <div class="numbers">
        <SelectField
          label={tell('set.measure')}
          value={widget.measure}
          onChange={(event) => change({ measure: event.currentTarget.value as Goal['measure'] })}
        >
          {GOAL_WORDS.map((measure) => (
            <option key={measure} value={measure}>
              {tell(`set.${measure}`)}
            </option>
          ))}
        </SelectField>
        {widget.measure === 'money' && (
          <ReadField
            label={tell('set.currency')}
            wrong={tell('set.currencyHint')}
            maxLength={3}
            value={widget.currency}
            read={(text) => (/^[a-z]{3}$/i.test(text) ? { is: text.toUpperCase() } : null)}
            write={(currency) => currency}
            onValue={(currency) => change({ currency })}
          />
        )}
        <AmountField
          label={tell('set.target')}
          goal={widget}
          least={1}
          value={widget.target}
          onValue={(target) => change({ target })}
        />
        <AmountField
          label={tell('set.from')}
          goal={widget}
          least={0}
          value={widget.from}
          onValue={(from) => change({ from })}
        />
      </div>
      {calls && <LineField label={tell('set.call')} value={widget.call} onValue={(call) => change({ call })} />}
      <Milestones widget={widget} change={change} />
    </div>
  );
}

interface AmountProps {
  label: string;
  goal: Goal;
  least: 0 | 1;
  value: number;
  onValue: (value: number) => void;
}

/** Money is typed as money and kept in its smallest unit; the rest is a number of things. */
function AmountField({ label, goal, least, value, onValue }: AmountProps) {
  const { currency, measure } = goal;
  if (measure !== 'money')
    return <NumberField label={label} value={value} least={least} most={MOST} onValue={onValue} />;
  return (
    <ReadField
      label={label}
      wrong={tell('set.priceWrong')}
      value={value}
      read={(text) => {
        const money = readAmount(text, currency);
        return money && money.minor >= least && money.minor <= MOST ? { is: money.minor } : null;
      }}
      write={(minor) => writeAmount({ minor, currency })}
      onValue={onValue}
    />
  );
}

function Milestones({ widget, change }: FormOf<Goal>) {
  const { milestones } = widget;
  const put = (index: number, part: Partial<Goal['milestones'][number]>) =>
    change({ milestones: milestones.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <div class="stack gap-3">
      {milestones.length > 0 && <h3>{tell('set.milestones')}</h3>}
      {milestones.map((milestone, index) => (
        <div class="milestone" key={index}>
          <AmountField
            label={tell('set.milestoneAt')}
            goal={widget}
            least={1}
            value={milestone.at}
            onValue={(at) => put(index, { at })}
          />
          <LineField
            label={tell('set.milestoneTitle')}
            value={milestone.title}
            onValue={(title) => put(index, { title })}
          />
          <IconButton
            icon={X}
            label={tell('set.removeMilestone', { number: index + 1 })}
            onClick={() => change({ milestones: milestones.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      {milestones.length < MOST_MILESTONES && (
        <div>
          <Button
            size="small"
            icon={Plus}
            onClick={() => change({ milestones: [...milestones, { at: widget.target, title: '' }] })}
          >
            {tell('set.addMilestone')}
          </Button>
        </div>
      )}
    </div>
  );
}
