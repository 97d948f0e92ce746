import { useState } from 'preact/hooks';
import { LONGEST_MACRO_NAME, LONGEST_MACRO_NOTE, MACRO_ENDS, MACRO_KEYS } from '../../shared/macro-steps.ts';
import type { Macro, MacroStep } from '../../shared/macros.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { Check, SelectField, TextField } from '../parts/field.tsx';
import { macros } from './kept-macros.ts';
import { macroKeyName } from './macros.ts';
import { prepared } from './prepared.ts';
import { refusedText } from './refusal-card.tsx';
import { fresh } from './state.ts';
import { sayTeam } from './team-words.ts';

/** The steps as they are chosen: in the one order that macros have, so that no order has to be put right by hand. */
interface Chosen {
  readonly claim: boolean;
  /** Empty: none. */
  readonly note: string;
  /** Id of a prepared reply; empty: none. */
  readonly reply: string;
  readonly end: '' | (typeof MACRO_ENDS)[number];
}

/** One macro. `onDone` once kept or left. */
export function MacroForm({ macro, onDone }: { macro: Macro | 'new'; onDone: () => void }) {
  const others = macros.value.filter((one) => macro === 'new' || one.id !== macro.id);
  const free = MACRO_KEYS.filter((key) => !others.some((other) => other.key === key));
  const [name, setName] = useState(macro === 'new' ? '' : macro.name);
  const [key, setKey] = useState<number>(macro === 'new' ? (free[0] ?? 1) : macro.key);
  const [chosen, setChosen] = useState<Chosen>(() => chosenOf(macro === 'new' ? [] : macro.steps));
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const steps = stepsOf(chosen);
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const body = { name, key, steps };
    const answer =
      macro === 'new'
        ? await ask('POST', '/macros', body)
        : await ask('PUT', `/macros/${encodeURIComponent(macro.id)}`, body);
    setBusy(false);
    if (answer.type === 'done') onDone();
    else setRefused(answer);
  }
  return (
    <form class="stack" onSubmit={(event) => void save(event)}>
      <h2>{macro === 'new' ? sayTeam('macros.add') : sayTeam('prepared.editNamed', { name: macro.name })}</h2>
      <TextField
        label={sayTeam('macros.name')}
        maxLength={LONGEST_MACRO_NAME}
        required
        value={name}
        error={refused?.why === 'macro-name-taken' ? sayTeam('macros.nameTaken') : null}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <SelectField
        label={sayTeam('macros.key')}
        value={String(key)}
        error={refused?.why === 'macro-key-taken' ? sayTeam('macros.keyTaken') : null}
        onChange={(event) => setKey(Number(event.currentTarget.value))}
      >
        {free.map((one) => (
          <option key={one} value={one}>
            {macroKeyName(one)}
          </option>
        ))}
      </SelectField>
      <Steps chosen={chosen} onChange={setChosen} />
      {refused && !refused.why.endsWith('-taken') && <p role="alert">{refusedText(refused, null)}</p>}
      <div class="row gap-2">
        <Button
          look="primary"
          type="submit"
          disabled={name.trim() === '' || steps.length === 0 || busy || !fresh.value}
        >
          {sayTeam('prepared.save')}
        </Button>
        <Button onClick={onDone}>{sayTeam('prepared.cancel')}</Button>
      </div>
    </form>
  );
}

function Steps({ chosen, onChange }: { chosen: Chosen; onChange: (chosen: Chosen) => void }) {
  const { replies } = prepared.value;
  const gone = chosen.reply !== '' && !replies.some(({ id }) => id === chosen.reply);
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
      <SelectField
        label={sayTeam('macros.step.reply')}
        value={chosen.reply}
        disabled={chosen.end === 'spam'}
        error={gone ? sayTeam('macros.replyGone') : null}
        onChange={(event) => onChange({ ...chosen, reply: event.currentTarget.value })}
      >
        <option value="">{sayTeam('macros.noReply')}</option>
        {gone && <option value={chosen.reply}>–</option>}
        {replies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
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
    </fieldset>
  );
}

function chosenOf(steps: ReadonlyArray<MacroStep>): Chosen {
  const note = steps.find((step) => step.type === 'note');
  const reply = steps.find((step) => step.type === 'reply');
  return {
    claim: steps.some(({ type }) => type === 'claim'),
    note: note?.text ?? '',
    reply: reply?.reply ?? '',
    end: MACRO_ENDS.find((end) => steps.some(({ type }) => type === end)) ?? '',
  };
}

function stepsOf({ claim, note, reply, end }: Chosen): MacroStep[] {
  return [
    ...(claim ? [{ type: 'claim' } as const] : []),
    ...(note.trim() ? [{ type: 'note', text: note.trim() } as const] : []),
    ...(reply ? [{ type: 'reply', reply } as const] : []),
    ...(end ? [{ type: end }] : []),
  ];
}
