import { Plus } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SceneAction } from '../../../shared/scene-actions.ts';
import { Button } from '../../parts/button.tsx';
import { moved } from '../model/rule-draft.ts';
import type { FaultAt } from '../model/rule-faults.ts';
import { ACTION_FIELDS, ACTION_TYPES, FIRST_ACTIONS } from '../model/rule-fields.ts';
import { tellRule } from '../model/rule-words.ts';
import { Row, type RowChoices } from './rule-rows.tsx';

/** As many as a rule takes. */
const MOST_STEPS = 20;

interface StepsProps {
  /** Of which a step may run no rule. */
  rule: string;
  actions: ReadonlyArray<SceneAction>;
  choices: RowChoices;
  faultAt: FaultAt;
  onChange: (actions: SceneAction[]) => void;
}

/** What the rule does, in order. A step that is moved keeps the focus on its button. */
export function Steps({ rule, actions, choices, faultAt, onChange }: StepsProps) {
  const others = { ...choices, rules: choices.rules.filter(({ id }) => id !== rule) };
  const list = useRef<HTMLDivElement>(null);
  const followed = useRef<{ to: number; way: 'up' | 'down' } | null>(null);
  useLayoutEffect(() => {
    if (!followed.current || !list.current) return;
    const { to, way } = followed.current;
    followed.current = null;
    const buttons = list.current.querySelectorAll('.rule-row').item(to).querySelectorAll<HTMLElement>('[data-move]');
    const enabled = [...buttons].filter((button) => !button.matches(':disabled'));
    (enabled.find((button) => button.dataset['move'] === way) ?? enabled[0])?.focus();
  });
  const move = (at: number, to: number) => {
    followed.current = { to, way: to < at ? 'up' : 'down' };
    onChange(moved(actions, at, to));
  };
  return (
    <div class="rule-group stack gap-2" ref={list}>
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
          onType={(type) => onChange(actions.with(at, FIRST_ACTIONS[type]))}
          onChange={(next) => onChange(actions.with(at, next))}
          onRemove={actions.length === 1 ? null : () => onChange(actions.toSpliced(at, 1))}
          {...(actions.length === 1
            ? {}
            : {
                order: {
                  onUp: at === 0 ? null : () => move(at, at - 1),
                  onDown: at === actions.length - 1 ? null : () => move(at, at + 1),
                },
              })}
        />
      ))}
      {actions.length < MOST_STEPS && (
        <Button size="small" look="plain" icon={Plus} onClick={() => onChange([...actions, FIRST_ACTIONS.wait])}>
          {tellRule('ui.addAction')}
        </Button>
      )}
    </div>
  );
}
