import { useState } from 'preact/hooks';
import { LONGEST_MACRO_NAME, MACRO_KEYS } from '../../shared/macro-steps.ts';
import type { Macro, MacroDraft } from '../../shared/macros.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { macros } from './kept-macros.ts';
import { type Chosen, chosenOf, StepsFields, stepsOf } from './macro-steps-fields.tsx';
import { macroKeyName } from './macros.ts';
import { refusedText } from './refusal-card.tsx';
import { fresh } from './state.ts';
import { sayTeam } from './team-words.ts';

/** One macro. `onDone` once kept or left. */
export function MacroForm({ macro, onDone }: { macro: Macro | 'new'; onDone: () => void }) {
  const free = freeKeys(macro);
  const [name, setName] = useState(macro === 'new' ? '' : macro.name);
  const [key, setKey] = useState<number>(macro === 'new' ? (free[0] ?? 1) : macro.key);
  const [chosen, setChosen] = useState<Chosen>(() => chosenOf(macro === 'new' ? [] : macro.steps));
  const { refused, busy, save } = useSaving(macro, onDone);
  const steps = stepsOf(chosen);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save({ name, key, steps });
      }}
    >
      <h2>{macro === 'new' ? sayTeam('macros.add') : sayTeam('prepared.editNamed', { name: macro.name })}</h2>
      <TextField
        label={sayTeam('macros.name')}
        maxLength={LONGEST_MACRO_NAME}
        required
        value={name}
        error={refused?.why === 'macro-name-taken' ? sayTeam('macros.nameTaken') : null}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <KeyField free={free} chosen={key} choose={setKey} taken={refused?.why === 'macro-key-taken'} />
      <StepsFields chosen={chosen} onChange={setChosen} />
      {refused && !refused.why.endsWith('-taken') && <p role="alert">{refusedText(refused, null)}</p>}
      <Foot lacking={name.trim() === '' || steps.length === 0 || busy} onDone={onDone} />
    </form>
  );
}

function Foot({ lacking, onDone }: { lacking: boolean; onDone: () => void }) {
  return (
    <div class="row gap-2">
      <Button look="primary" type="submit" disabled={lacking || !fresh.value}>
        {sayTeam('prepared.save')}
      </Button>
      <Button onClick={onDone}>{sayTeam('prepared.cancel')}</Button>
    </div>
  );
}

function freeKeys(macro: Macro | 'new'): number[] {
  const others = macros.value.filter((one) => macro === 'new' || one.id !== macro.id);
  return MACRO_KEYS.filter((key) => !others.some((other) => other.key === key));
}

function useSaving(macro: Macro | 'new', onDone: () => void) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  async function save(body: MacroDraft): Promise<void> {
    setBusy(true);
    const answer =
      macro === 'new'
        ? await ask('POST', '/macros', body)
        : await ask('PUT', `/macros/${encodeURIComponent(macro.id)}`, body);
    setBusy(false);
    if (answer.type === 'done') onDone();
    else setRefused(answer);
  }
  return { refused, busy, save };
}

interface KeyProps {
  free: ReadonlyArray<number>;
  chosen: number;
  choose: (key: number) => void;
  taken: boolean;
}

function KeyField({ free, chosen, choose, taken }: KeyProps) {
  return (
    <SelectField
      label={sayTeam('macros.key')}
      value={String(chosen)}
      error={taken ? sayTeam('macros.keyTaken') : null}
      onChange={(event) => choose(Number(event.currentTarget.value))}
    >
      {free.map((one) => (
        <option key={one} value={one}>
          {macroKeyName(one)}
        </option>
      ))}
    </SelectField>
  );
}
