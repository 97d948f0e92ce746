import { Plus, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { ConditionGroup } from '../../../shared/scene-conditions.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { RuleTrace } from '../../../shared/scenes.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Check, TextField } from '../../parts/field.tsx';
import { earlier, within } from '../model/rule-draft.ts';
import { type FaultAt, hasFault } from '../model/rule-faults.ts';
import {
  ACTION_FIELDS,
  ACTION_TYPES,
  CONDITION_FIELDS,
  CONDITION_TYPES,
  FIRST_ACTIONS,
  FIRST_CONDITIONS,
  nextCondition,
} from '../model/rule-fields.ts';
import { ruleSentence } from '../model/rule-sentence.ts';
import { tellRule } from '../model/rule-words.ts';
import { say } from '../model/words.ts';
import { RuleDoubts } from './rule-doubts.tsx';
import { Choice } from './rule-picks.tsx';
import { Row, type RowChoices } from './rule-rows.tsx';
import { TraceOf } from './rule-trace.tsx';

interface EditorProps {
  rule: SceneRule;
  choices: RowChoices;
  trace: RuleTrace | null;
  faultAt: FaultAt;
  change: (part: Partial<SceneRule>) => void;
  onRemove: () => void;
}

/** One rule: its sentence, what it waits for, what it does, and what became of it. */
export function RuleEditor({ rule, choices, trace, faultAt, change, onRemove }: EditorProps) {
  const nameOf = (id: string) => choices.rules.find((each) => each.id === id)?.name ?? id;
  // What a fault has opened stays open when it is mended.
  const [isOpen, setOpen] = useState(false);
  return (
    <fieldset class="rule-editor stack gap-3" data-rule={rule.id}>
      <legend class="unseen">{rule.name}</legend>
      <div class="apart">
        <p class="rule-sentence">{ruleSentence(rule, nameOf)}</p>
        <IconButton icon={Trash2} label={say('scenes.remove')} onClick={onRemove} />
      </div>
      <RuleDoubts rule={rule} rules={choices.rules} nameOf={nameOf} />
      <div class="rule-fields">
        <TextField
          label={say('scenes.name')}
          value={rule.name}
          error={faultAt('name')}
          maxLength={120}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
        <TextField
          label={tellRule('ui.priority')}
          type="number"
          min={0}
          max={100}
          value={String(rule.priority)}
          onChange={(event) =>
            change({ priority: Math.trunc(within(event.currentTarget.value, rule.priority, 0, 100)) })
          }
        />
        <Check
          look="switch"
          label={say('scenes.enabled')}
          checked={rule.enabled}
          onChange={(event) => change({ enabled: event.currentTarget.checked })}
        />
      </div>
      <details
        class="rule-more"
        open={isOpen || hasFault(rule, faultAt)}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{tellRule('ui.more')}</summary>
        <div class="stack gap-3">
          {rule.when.map((group, at) => (
            <Group
              key={`${at} of ${rule.when.length}`}
              group={group}
              choices={choices}
              faultAt={(path) => faultAt(`when.${at}.${path}`)}
              onChange={(next) => change({ when: next ? rule.when.with(at, next) : rule.when.toSpliced(at, 1) })}
              isOnly={rule.when.length === 1}
            />
          ))}
          {rule.when.length < 4 && (
            <Button
              size="small"
              look="plain"
              icon={Plus}
              onClick={() =>
                change({ when: [...rule.when, { match: 'none', conditions: [FIRST_CONDITIONS.serving] }] })
              }
            >
              {tellRule('ui.addGroup')}
            </Button>
          )}
          <Steps rule={rule} choices={choices} faultAt={faultAt} change={change} />
          <Manner rule={rule} change={change} />
        </div>
      </details>
      <TraceOf trace={trace} rule={rule} nameOf={nameOf} />
    </fieldset>
  );
}

interface GroupProps {
  group: ConditionGroup;
  choices: RowChoices;
  faultAt: FaultAt;
  isOnly: boolean;
  /** Null: take the group out. */
  onChange: (group: ConditionGroup | null) => void;
}

function Group({ group, choices, faultAt, isOnly, onChange }: GroupProps) {
  const { match, conditions } = group;
  const put = (next: ConditionGroup['conditions']) =>
    onChange(next.length === 0 ? null : { ...group, conditions: next });
  return (
    <div class="rule-group stack gap-2">
      <Choice
        label={tellRule('ui.match')}
        value={match}
        options={[
          ['all', tellRule('ui.whenAll')],
          ['any', tellRule('ui.whenAny')],
          ['none', tellRule('ui.whenNone')],
        ]}
        onPick={(picked) => onChange({ ...group, match: picked as ConditionGroup['match'] })}
      />
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
      {conditions.length < 12 && (
        <Button size="small" look="plain" icon={Plus} onClick={() => put([...conditions, nextCondition(group)])}>
          {tellRule('ui.addCondition')}
        </Button>
      )}
    </div>
  );
}

function Steps({ rule, choices, faultAt, change }: Pick<EditorProps, 'rule' | 'choices' | 'faultAt' | 'change'>) {
  const { actions } = rule;
  const others = { ...choices, rules: choices.rules.filter(({ id }) => id !== rule.id) };
  return (
    <div class="rule-group stack gap-2">
      <p class="field-label">{tellRule('ui.steps')}</p>
      {actions.map((one, at) => (
        <Row
          key={`${at} ${one.type}`}
          row={one}
          types={ACTION_TYPES}
          typeName={(type) => tellRule(`act.${type}`)}
          fields={ACTION_FIELDS[one.type]}
          choices={others}
          faultAt={(key) => faultAt(`actions.${at}.${key}`)}
          removeLabel={tellRule('ui.removeAction')}
          onType={(type) => change({ actions: actions.with(at, FIRST_ACTIONS[type]) })}
          onChange={(next) => change({ actions: actions.with(at, next) })}
          onRemove={actions.length === 1 ? null : () => change({ actions: actions.toSpliced(at, 1) })}
          onUp={at === 0 ? null : () => change({ actions: earlier(actions, at) })}
        />
      ))}
      {actions.length < 20 && (
        <Button
          size="small"
          look="plain"
          icon={Plus}
          onClick={() => change({ actions: [...actions, FIRST_ACTIONS.wait] })}
        >
          {tellRule('ui.addAction')}
        </Button>
      )}
    </div>
  );
}

/** How often it may act, and what it does in Studio Mode. */
function Manner({ rule, change }: Pick<EditorProps, 'rule' | 'change'>) {
  const { cooldown, studioMode, repeats, crossesFences } = rule;
  return (
    <div class="rule-row-fields">
      <TextField
        label={say('scenes.cooldown')}
        type="number"
        min={0}
        value={String(cooldown.seconds)}
        onChange={(event) =>
          change({ cooldown: { ...cooldown, seconds: within(event.currentTarget.value, cooldown.seconds, 0, 86_400) } })
        }
      />
      <Choice
        label={tellRule('ui.meanwhile')}
        value={cooldown.meanwhile}
        options={(['drop', 'merge', 'queue'] as const).map((word) => [word, tellRule(`ui.${word}`)])}
        onPick={(picked) => change({ cooldown: { ...cooldown, meanwhile: picked as typeof cooldown.meanwhile } })}
      />
      <Choice
        label={tellRule('ui.studioMode')}
        value={studioMode}
        options={(['stage', 'cut', 'skip'] as const).map((word) => [word, tellRule(`ui.${word}`)])}
        onPick={(picked) => change({ studioMode: picked as SceneRule['studioMode'] })}
      />
      <Check
        label={tellRule('ui.repeats')}
        checked={repeats}
        onChange={(event) => change({ repeats: event.currentTarget.checked })}
      />
      <Check
        label={tellRule('ui.crossesFences')}
        checked={crossesFences}
        onChange={(event) => change({ crossesFences: event.currentTarget.checked })}
      />
    </div>
  );
}
