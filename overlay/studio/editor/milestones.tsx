import { Plus, X } from 'lucide';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { tell } from '../model/editor-words.ts';
import { AmountField } from './amount-field.tsx';
import type { FormOf } from './form-of.ts';
import { LineField } from './line-field.tsx';

type Goal = WidgetOf<'goal'>;
type Milestone = Goal['milestones'][number];

const MOST_MILESTONES = 8;

/** What happens on the way to a goal. */
export function Milestones({ widget, change }: FormOf<Goal>) {
  const { milestones } = widget;
  const put = (index: number, part: Partial<Milestone>) =>
    change({ milestones: milestones.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <div class="stack gap-3">
      {milestones.length > 0 && <h3>{tell('set.milestones')}</h3>}
      {milestones.map((milestone, index) => (
        <MilestoneRow
          key={index}
          goal={widget}
          milestone={milestone}
          number={index + 1}
          onChange={(part) => put(index, part)}
          onRemove={() => change({ milestones: milestones.filter((_, at) => at !== index) })}
        />
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

interface RowProps {
  goal: Goal;
  milestone: Milestone;
  /** Counted from one, as a person does. */
  number: number;
  onChange: (part: Partial<Milestone>) => void;
  onRemove: () => void;
}

function MilestoneRow({ goal, milestone, number, onChange, onRemove }: RowProps) {
  return (
    <div class="milestone">
      <AmountField
        label={tell('set.milestoneAt')}
        goal={goal}
        least={1}
        value={milestone.at}
        onValue={(at) => onChange({ at })}
      />
      <LineField label={tell('set.milestoneTitle')} value={milestone.title} onValue={(title) => onChange({ title })} />
      <IconButton icon={X} label={tell('set.removeMilestone', { number })} onClick={onRemove} />
    </div>
  );
}
