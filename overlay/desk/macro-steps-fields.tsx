import { LONGEST_MACRO_NOTE, MACRO_ENDS } from '../../shared/macro-steps.ts';
import type { MacroStep } from '../../shared/macros.ts';
import { Check, SelectField, TextField } from '../parts/field.tsx';
import { labels } from './labels.ts';
import { prepared } from './prepared.ts';
import { sayTeam } from './team-words.ts';

/** The steps as they are chosen: in the one order that macros have, so that no order has to be put right by hand. */
export interface Chosen {
  readonly claim: boolean;
  /** Empty: none. */
  readonly note: string;
  /** Id of a label; empty: none. */
  readonly label: string;
  /** Id of a prepared reply; empty: none. */
  readonly reply: string;
  readonly end: '' | (typeof MACRO_ENDS)[number];
}

interface FieldsProps {
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

export function StepsFields({ chosen, onChange }: FieldsProps) {
  return (
    <fieldset class="macro-steps">
      <legend class="field-label">{sayTeam('macros.steps')}</legend>
      <Check
        label={sayTeam('macros.step.claim')}
        checked={chosen.claim}
        onChange={(event) => onChange({ ...chosen, claim: event.currentTarget.checked })}
      />
      <TextField
        label={sayTeam('macros.note')}
        maxLength={LONGEST_MACRO_NOTE}
        value={chosen.note}
        onInput={(event) => onChange({ ...chosen, note: event.currentTarget.value })}
      />
      <NamedField
        label={sayTeam('macros.label')}
        none={sayTeam('macros.noLabel')}
        gone={sayTeam('macros.labelGone')}
        all={labels.value}
        chosen={chosen.label}
        choose={(label) => onChange({ ...chosen, label })}
      />
      <NamedField
        label={sayTeam('macros.step.reply')}
        none={sayTeam('macros.noReply')}
        gone={sayTeam('macros.replyGone')}
        all={prepared.value.replies}
        chosen={chosen.reply}
        disabled={chosen.end === 'spam'}
        choose={(reply) => onChange({ ...chosen, reply })}
      />
      <EndField chosen={chosen} onChange={onChange} />
    </fieldset>
  );
}

interface NamedProps {
  label: string;
  none: string;
  /** What is said when the chosen one was deleted since. */
  gone: string;
  all: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  chosen: string;
  choose: (id: string) => void;
  disabled?: boolean;
}

function NamedField({ label, none, gone, all, chosen, choose, disabled = false }: NamedProps) {
  const isGone = chosen !== '' && !all.some(({ id }) => id === chosen);
  return (
    <SelectField
      label={label}
      value={chosen}
      disabled={disabled}
      error={isGone ? gone : null}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{none}</option>
      {isGone && <option value={chosen}>–</option>}
      {all.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function EndField({ chosen, onChange }: FieldsProps) {
  return (
    <SelectField
      label={sayTeam('macros.end')}
      value={chosen.end}
      onChange={(event) => {
        const end = MACRO_ENDS.find((one) => one === event.currentTarget.value) ?? '';
        // Nobody answers spam.
        onChange({ ...chosen, end, reply: end === 'spam' ? '' : chosen.reply });
      }}
    >
      <option value="">{sayTeam('macros.noEnd')}</option>
      {MACRO_ENDS.map((end) => (
        <option key={end} value={end}>
          {sayTeam(`macros.step.${end}`)}
        </option>
      ))}
    </SelectField>
  );
}

export function chosenOf(steps: ReadonlyArray<MacroStep>): Chosen {
  const note = steps.find((step) => step.type === 'note');
  const label = steps.find((step) => step.type === 'label');
  const reply = steps.find((step) => step.type === 'reply');
  return {
    claim: steps.some(({ type }) => type === 'claim'),
    note: note?.text ?? '',
    label: label?.label ?? '',
    reply: reply?.reply ?? '',
    end: MACRO_ENDS.find((end) => steps.some(({ type }) => type === end)) ?? '',
  };
}

export function stepsOf({ claim, note, label, reply, end }: Chosen): MacroStep[] {
  return [
    ...(claim ? [{ type: 'claim' } as const] : []),
    ...(note.trim() ? [{ type: 'note', text: note.trim() } as const] : []),
    ...(label ? [{ type: 'label', label } as const] : []),
    ...(reply ? [{ type: 'reply', reply } as const] : []),
    ...(end ? [{ type: end }] : []),
  ];
}
