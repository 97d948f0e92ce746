import { useState } from 'preact/hooks';
import type { ListedPerson, PersonChange } from '../../../shared/people.ts';
import type { Right } from '../../../shared/rights.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAct } from '../model/act.ts';
import { readPeople } from '../model/people.ts';
import { endOf, tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now } from '../model/state.ts';
import { say } from '../model/words.ts';
import { HoursField, RightsField } from './person-fields.tsx';

const HOUR_MS = 3_600_000;

/** A person's name, rights and end. What is saved holds at once, in their open desks too. */
export function PersonForm({ person, onDone }: { person: ListedPerson; onDone: () => void }) {
  const act = useAct();
  const [name, setName] = useState(person.name);
  const [rights, setRights] = useState<ReadonlyArray<Right>>(person.rights);
  const [hours, setHours] = useState<number | null | undefined>(undefined);
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const until = hours === null ? null : new Date(Date.parse(now.value) + (hours ?? 0) * HOUR_MS).toISOString();
    const change: PersonChange = { name: name.trim(), rights: [...rights], ...(hours === undefined ? {} : { until }) };
    const answer = await act.run('PUT', `/people/${person.id}`, change);
    if (answer.type === 'refused') return;
    await readPeople();
    onDone();
  }
  return (
    <form
      class="stack"
      aria-label={tellPeople('changeNamed', { name: person.name })}
      onSubmit={(event) => void save(event)}
    >
      <TextField
        label={say('desk.name')}
        value={name}
        maxLength={80}
        required
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <HoursField value={hours} onChange={setHours}>
        {tellPeople('endKept', { end: endOf(person, now.value) })}
      </HoursField>
      <RightsField rights={rights} onChange={setRights} />
      <p class="quiet small">{tellPeople('changeText')}</p>
      <div class="row gap-2">
        <Button size="small" look="primary" type="submit" disabled={act.busy || name.trim() === ''}>
          {tellPeople('save')}
        </Button>
        <Button size="small" onClick={onDone}>
          {tellPeople('cancel')}
        </Button>
      </div>
      <RefusedNote refused={act.refused} />
    </form>
  );
}
