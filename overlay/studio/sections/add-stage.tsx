import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAct } from '../model/act.ts';
import { tell } from '../model/editor-words.ts';
import { RefusedNote } from '../model/refused.tsx';

/** One more stage, with an address and a look of its own. */
export function AddStage() {
  const act = useAct();
  const [name, setName] = useState('');
  async function add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const answer = await act.run('POST', '/stages', { name: name.trim() });
    if (answer.type === 'done') setName('');
  }
  return (
    <form class="card stack gap-3" aria-label={tell('stages.add')} onSubmit={(event) => void add(event)}>
      <div>
        <h2>{tell('stages.add')}</h2>
        <p class="quiet small">{tell('stages.addText')}</p>
      </div>
      <div class="two-tight">
        <TextField
          label={tell('stages.name')}
          maxLength={80}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <div class="button-beside">
          <Button type="submit" icon={Plus} disabled={act.busy || name.trim() === ''}>
            {tell('stages.create')}
          </Button>
        </div>
      </div>
      <RefusedNote refused={act.refused} />
    </form>
  );
}
