import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { labels } from './labels.ts';
import { actOnMarked, bulkBusy, markedAsk } from './marks.ts';
import { sayQueue } from './queue-words.ts';
import { SnoozeChoices } from './snooze-panel.tsx';
import { fresh } from './state.ts';
import { sayTeam } from './team-words.ts';

/** Until when all that are marked are put aside. Enter takes the first answer. */
export function SnoozeMarked() {
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <fieldset class="stack gap-2" ref={box}>
      <legend class="small quiet">{sayQueue('snooze.title')}</legend>
      <SnoozeChoices choose={(choice) => void actOnMarked({ type: 'snooze', ...choice })} />
      <div class="row gap-2">
        <LeaveAsk word={sayTeam('prepared.cancel')} />
      </div>
    </fieldset>
  );
}

/** Which label all that are marked get or lose, each request by itself. */
export function LabelMarked() {
  const box = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState('');
  useLayoutEffect(() => box.current?.querySelector('select')?.focus(), []);
  // Another desk may have taken away the one that was chosen.
  const label = labels.value.find(({ id }) => id === chosen) ?? labels.value[0];
  const run = (put: boolean) => label && void actOnMarked({ type: 'label', label: label.id, put });
  const off = !fresh.value || bulkBusy.value || !label;
  return (
    <form
      class="stack gap-2"
      ref={box}
      onSubmit={(event) => {
        event.preventDefault();
        run(true);
      }}
    >
      <SelectField
        label={sayTeam('bulk.act.label')}
        value={label?.id ?? ''}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        {labels.value.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div class="row gap-2">
        <Button size="small" look="primary" type="submit" disabled={off}>
          {sayQueue('labels.put')}
        </Button>
        <Button size="small" disabled={off} onClick={() => run(false)}>
          {sayQueue('labels.off')}
        </Button>
        <LeaveAsk word={sayTeam('prepared.cancel')} />
      </div>
    </form>
  );
}

/** Back to the acts, with nothing done. */
export function LeaveAsk({ word }: { word: string }) {
  return (
    <Button
      size="small"
      onClick={() => {
        markedAsk.value = null;
      }}
    >
      {word}
    </Button>
  );
}
