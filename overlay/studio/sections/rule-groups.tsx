import { Plus, Trash2 } from 'lucide';
import type { ConditionGroup } from '../../../shared/scene-conditions.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import type { FaultAt } from '../model/rule-faults.ts';
import { CONDITION_FIELDS, CONDITION_TYPES, FIRST_CONDITIONS, nextCondition } from '../model/rule-fields.ts';
import { tellRule } from '../model/rule-words.ts';
import { Choice } from './rule-picks.tsx';
import { Row, type RowChoices } from './rule-rows.tsx';

/** As many as a rule takes. */
const MOST_GROUPS = 4;
const MOST_CONDITIONS = 12;

interface GroupsProps {
  when: ReadonlyArray<ConditionGroup>;
  choices: RowChoices;
  faultAt: FaultAt;
  onChange: (when: ConditionGroup[]) => void;
}

/** What the rule waits for. A group that is added is empty until somebody chooses its first condition. */
export function Groups({ when, choices, faultAt, onChange }: GroupsProps) {
  return (
    <>
      {when.map((group, at) => (
        <Group
          key={`${at} of ${when.length}`}
          group={group}
          isFirst={at === 0}
          isOnly={when.length === 1}
          choices={choices}
          faultAt={(path) => faultAt(`when.${at}.${path}`)}
          onChange={(next) => onChange(next ? when.with(at, next) : when.toSpliced(at, 1))}
        />
      ))}
      {when.length < MOST_GROUPS && (
        <Button
          size="small"
          look="plain"
          icon={Plus}
          onClick={() => onChange([...when, { match: 'all', conditions: [] }])}
        >
          {tellRule('ui.addGroup')}
        </Button>
      )}
    </>
  );
}

interface GroupProps {
  group: ConditionGroup;
  isFirst: boolean;
  isOnly: boolean;
  choices: RowChoices;
  faultAt: FaultAt;
  /** Null: take the group out. */
  onChange: (group: ConditionGroup | null) => void;
}

function Group({ group, isFirst, isOnly, choices, faultAt, onChange }: GroupProps) {
  const { match, conditions } = group;
  const put = (next: ConditionGroup['conditions']) =>
    onChange(next.length === 0 ? null : { ...group, conditions: next });
  return (
    <div class="rule-group stack gap-2">
      <Choice
        label={tellRule('ui.match')}
        value={match}
        options={[
          ['all', tellRule(isFirst ? 'ui.whenAll' : 'ui.andAll')],
          ['any', tellRule(isFirst ? 'ui.whenAny' : 'ui.andAny')],
          ['none', tellRule(isFirst ? 'ui.whenNone' : 'ui.andNone')],
        ]}
        onPick={(picked) => onChange({ ...group, match: picked as ConditionGroup['match'] })}
      />
      {conditions.length === 0 && (
        <FirstCondition error={faultAt('conditions')} onPick={put} onRemove={() => onChange(null)} />
      )}
      {conditions.map((one, at) => (
        <Row
          key={`${at} ${one.type}`}
          row={one}
          types={CONDITION_TYPES}
          typeName={(type) => tellRule(`kind.${type}`)}
          fields={CONDITION_FIELDS[one.type]}
          choices={choices}
          faultAt={(key) => faultAt(`conditions.${at}.${key}`)}
          removeLabel={tellRule('ui.removeCondition')}
          onType={(type) => put(conditions.with(at, FIRST_CONDITIONS[type]))}
          onChange={(next) => put(conditions.with(at, next))}
          onRemove={isOnly && conditions.length === 1 ? null : () => put(conditions.toSpliced(at, 1))}
        />
      ))}
      {conditions.length > 0 && conditions.length < MOST_CONDITIONS && (
        <Button size="small" look="plain" icon={Plus} onClick={() => put([...conditions, nextCondition(group)])}>
          {tellRule('ui.addCondition')}
        </Button>
      )}
    </div>
  );
}

interface FirstProps {
  error: string | null;
  onPick: (conditions: ConditionGroup['conditions']) => void;
  onRemove: () => void;
}

function FirstCondition({ error, onPick, onRemove }: FirstProps) {
  const kinds = CONDITION_TYPES.map((type) => [type, tellRule(`kind.${type}`)] as const);
  return (
    <div class="rule-row">
      <div class="rule-row-fields">
        <Choice
          label={tellRule('field.kind')}
          value=""
          options={[['', tellRule('ui.chooseCondition')], ...kinds]}
          error={error}
          onPick={(picked) => {
            const type = CONDITION_TYPES.find((each) => each === picked);
            if (type) onPick([FIRST_CONDITIONS[type]]);
          }}
        />
      </div>
      <div class="rule-row-acts">
        <IconButton icon={Trash2} label={tellRule('ui.removeGroup')} onClick={onRemove} />
      </div>
    </div>
  );
}
