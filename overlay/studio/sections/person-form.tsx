import { useState } from 'preact/hooks';
import type { ListedPerson } from '../../../shared/people.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAct } from '../model/act.ts';
import { readPeople } from '../model/people.ts';
import { tellPeople } from '../model/people-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now } from '../model/state.ts';
import { say } from '../model/words.ts';
import { type Hours, HoursField } from './hours-field.tsx';
import { RightsField } from './rights-field.tsx';

/** Another name, other rights, another end. Open pages of the person follow at once. */
export function PersonForm({ person, onDone }: { person: ListedPerson; onDone: () => void }) {
  const act = useAct();
  const [name, setName] = useState(person.name);
  const [rights, setRights] = useState<ListedPerson['rights']>(person.rights);
  const [hours, setHours] = useState<Hours>('kept');
  async function save(): Promise<void> {
    const until = hours === 'kept' ? {} : { until: endIn(hours) };
    const answer = await act.run('PUT', `/people/${person.id}`, { name: name.trim(), rights, ...until });
    if (answer.type !== 'done') return;
    onDone();
    await readPeople();
  }
  return (
    <form
      class="stack"
      aria-label={tellPeople('changeNamed', { name: person.name })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={say('desk.name')}
        value={name}
        maxLength={80}
        required
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <HoursField label={tellPeople('time')} hours={hours} kept={tellPeople('timeKept')} onChange={setHours} />
      <RightsField rights={rights} onChange={(chosen) => setRights([...chosen])} />
      <div class="row gap-2">
        <Button look="primary" type="submit" disabled={act.busy || name.trim() === ''}>
          {tellPeople('save')}
        </Button>
        <Button onClick={onDone}>{tellPeople('cancel')}</Button>
      </div>
      <RefusedNote refused={act.refused} />
    </form>
  );
}

/** So many hours from now, with the show, or never. */
function endIn(hours: number | 'show' | null): string | null {
  return typeof hours !== 'number' ? hours : new Date(Date.parse(now.value) + hours * 3_600_000).toISOString();
}
