import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { addLayout, MOST_LAYOUTS, sizeName } from '../model/design-edits.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { chooseLayout, selected } from '../model/look.ts';
import { SIZES, SizeFields } from './size-fields.tsx';

/** A new layout of any size, on the canvas as soon as it is added. */
export function AddLayout({ editing, onDone }: { editing: Editing; onDone: () => void }) {
  const [canvas, setCanvas] = useState(SIZES.tall);
  const [name, setName] = useState('');
  if (editing.design.value.layouts.length >= MOST_LAYOUTS)
    return <p class="quiet small">{tell('layout.full', { count: MOST_LAYOUTS })}</p>;
  function create(event: SubmitEvent): void {
    event.preventDefault();
    const added = addLayout(editing.design.peek(), { ...canvas }, name.trim() || sizeName(canvas));
    editing.edit(added.design);
    chooseLayout(added.id);
    selected.value = null;
    onDone();
  }
  return (
    <form class="look-add stack gap-3" onSubmit={create}>
      <div class="size-fields">
        <SizeFields size={canvas} onSize={setCanvas} />
        <TextField
          label={tell('layout.name')}
          maxLength={80}
          placeholder={sizeName(canvas)}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <div>
        <Button look="primary" size="small" type="submit" icon={Plus}>
          {tell('layout.create')}
        </Button>
      </div>
    </form>
  );
}
