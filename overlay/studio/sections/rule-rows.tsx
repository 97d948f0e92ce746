import { ArrowDown, ArrowUp, Trash2 } from 'lucide';
import type { SceneHold } from '../../../shared/scene-actions.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { ObsNames } from '../../../shared/scenes.ts';
import { IconButton } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { isNotInObs, namesFor } from '../model/obs-names.ts';
import type { FaultAt } from '../model/rule-faults.ts';
import type { RowField } from '../model/rule-fields.ts';
import { tellRule } from '../model/rule-words.ts';
import { AmountField } from './amount-field.tsx';
import { NumberField } from './number-field.tsx';

import { HoldFields } from './rule-hold.tsx';
import { NamePick } from './rule-names.tsx';
import { Choice, PartPick, ScenePick } from './rule-picks.tsx';

const ROLES = ['anyone', 'follower', 'subscriber', 'fan-club', 'gifter', 'moderator'] as const;

/** What a row may choose from. */
export interface RowChoices {
  readonly scenes: ReadonlyArray<string>;
  readonly rules: ReadonlyArray<SceneRule>;
  /** Null while they are not known. */
  readonly names: ObsNames | null;
  /** Of gifts that came lately. */
  readonly gifts: ReadonlyArray<string>;
}

interface RowProps<T extends { type: string }> {
  row: T;
  types: ReadonlyArray<T['type']>;
  typeName: (type: T['type']) => string;
  fields: ReadonlyArray<RowField>;
  choices: RowChoices;
  /** By the name of the field. */
  faultAt: FaultAt;
  removeLabel: string;
  onType: (type: T['type']) => void;
  onChange: (row: T) => void;
  onRemove: (() => void) | null;
  /** Where the order says something: puts it before the one above, after the one below; null for the first, the last. */
  order?: { readonly onUp: (() => void) | null; readonly onDown: (() => void) | null };
}

/** One condition or one step: its kind, its own fields, and the way to take it out. */
export function Row<T extends { type: string }>(props: RowProps<T>) {
  const { row, types, typeName, fields, choices, faultAt, removeLabel, onType, onChange, onRemove, order } = props;
  const values: Readonly<Record<string, unknown>> = row;
  return (
    <div class="rule-row">
      <div class="rule-row-fields">
        <Choice
          label={tellRule('field.kind')}
          value={row.type}
          options={types.map((type) => [type, typeName(type)] as const)}
          onPick={(type) => onType(type as T['type'])}
        />
        {fields.map((field) => (
          <PartField
            key={field.key}
            field={field}
            row={values}
            choices={choices}
            error={faultAt(field.key)}
            onValue={(value) => onChange({ ...row, [field.key]: value })}
          />
        ))}
        {'hold' in values && (
          <HoldFields hold={values['hold'] as SceneHold | null} onHold={(hold) => onChange({ ...row, hold })} />
        )}
      </div>
      <div class="rule-row-acts">
        {order && (
          <>
            <IconButton
              icon={ArrowUp}
              data-move="up"
              label={tellRule('ui.stepUp')}
              disabled={!order.onUp}
              onClick={() => order.onUp?.()}
            />
            <IconButton
              icon={ArrowDown}
              data-move="down"
              label={tellRule('ui.stepDown')}
              disabled={!order.onDown}
              onClick={() => order.onDown?.()}
            />
          </>
        )}
        {onRemove && <IconButton icon={Trash2} label={removeLabel} onClick={onRemove} />}
      </div>
    </div>
  );
}

interface PartProps {
  field: RowField;
  row: Readonly<Record<string, unknown>>;
  choices: RowChoices;
  error: string | null;
  onValue: (value: string | number | boolean | null) => void;
}

function PartField({ field, row, choices, error, onValue }: PartProps) {
  const value = row[field.key];
  const label = tellRule(`field.${field.key}`);
  const shown = value === null || value === undefined ? '' : String(value);
  switch (field.kind) {
    case 'count':
    case 'maybe-count':
      return (
        <NumberField
          label={label}
          value={value === null ? null : Number(value)}
          bounds={{ least: field.least, most: field.most, whole: Number.isInteger(field.least) }}
          error={error}
          onNumber={onValue}
          {...(field.kind === 'maybe-count' ? { onNone: () => onValue(null) } : {})}
        />
      );
    case 'choice':
      return (
        <Choice
          label={label}
          value={shown}
          options={field.of.map(([each, word]) => [String(each), tellRule(`choice.${word}`)])}
          onPick={(picked) => onValue(field.of.find(([each]) => String(each) === picked)?.[0] ?? picked)}
        />
      );
    case 'role':
      return (
        <Choice
          label={label}
          value={shown}
          options={ROLES.map((role) => [role, tellRule(`role.${role}`)])}
          onPick={onValue}
        />
      );
    case 'scene':
      return <ScenePick label={label} value={shown} scenes={choices.scenes} error={error} onPick={onValue} />;
    case 'amount':
      return (
        <AmountField
          label={label}
          minor={Number(value)}
          currency={String(row['currency'])}
          error={error}
          onMinor={onValue}
        />
      );
    case 'part':
      return (
        <PartPick
          kind={field.key === 'goal' ? 'goal' : 'layout'}
          label={label}
          value={shown}
          error={error}
          onPick={(id) => onValue(id || null)}
        />
      );
    case 'obs':
      return (
        <NamePick
          label={label}
          value={shown}
          names={namesFor(choices.names, field.list, row)}
          isMissing={isNotInObs(choices.names, field.list, row, shown)}
          error={error}
          onName={onValue}
        />
      );
    case 'rule':
      return (
        <Choice
          label={label}
          value={shown}
          error={error}
          options={[['', '–'], ...choices.rules.map(({ id, name }) => [id, name] as const)]}
          onPick={onValue}
        />
      );
    case 'words':
      return (
        <div class="rule-words">
          <TextField
            label={label}
            value={shown}
            maxLength={field.most}
            error={error}
            hint={tellRule('ui.wordsHint')}
            onInput={(e) => onValue(e.currentTarget.value)}
          />
        </div>
      );
    case 'time':
      return (
        <TextField
          label={label}
          type="time"
          value={shown}
          error={error}
          onChange={(e) => onValue(e.currentTarget.value || shown)}
        />
      );
    case 'gift':
      return (
        <NamePick
          label={label}
          value={shown}
          names={choices.gifts}
          isMissing={false}
          error={error}
          onName={(name) => onValue(name === '' ? null : name)}
        />
      );
    default:
      return (
        <TextField
          label={label}
          value={shown}
          maxLength={200}
          error={error}
          onInput={(e) => onValue(e.currentTarget.value)}
        />
      );
  }
}
