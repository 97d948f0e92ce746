import { Plus, Settings2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { Layout } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { addLayout, MOST_LAYOUTS } from '../model/design-edits.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { chooseLayout, open, openStage, selected } from '../model/look.ts';
import { view } from '../model/state.ts';
import { LayoutForm } from './layout-form.tsx';
import { NumberField } from './number-field.tsx';

interface Props {
  editing: Editing;
  layout: Layout;
}

/** Which stage and which of its layouts is on the canvas, and what belongs to the layout as a whole. */
export function LayoutBar({ editing, layout }: Props) {
  const [unfolded, setUnfolded] = useState<'none' | 'add' | 'settings'>('none');
  const stages = view.value?.stages ?? [];
  const fold = (to: 'add' | 'settings') => setUnfolded(unfolded === to ? 'none' : to);
  return (
    <section class="card look-bar stack gap-3" aria-label={tell('layout.label')}>
      <div class="look-bar-row">
        {stages.length > 1 && (
          <label class="look-stage">
            <span class="field-label">{tell('stage')}</span>
            <select
              class="control"
              value={openStage.value ?? ''}
              onChange={(event) => void open(event.currentTarget.value)}
            >
              {stages.map((stage) => (
                <option key={stage.id} value={stage.id}>
                  {stage.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <LayoutChoice editing={editing} layout={layout} />
        <div class="row gap-2 look-bar-acts">
          <Button
            size="small"
            icon={Settings2}
            aria-expanded={unfolded === 'settings'}
            onClick={() => fold('settings')}
          >
            {tell('layout.settings')}
          </Button>
          <Button size="small" icon={Plus} aria-expanded={unfolded === 'add'} onClick={() => fold('add')}>
            {tell('layout.add')}
          </Button>
        </div>
      </div>
      {unfolded === 'add' && <AddLayout editing={editing} onDone={() => setUnfolded('none')} />}
      {unfolded === 'settings' && <LayoutForm key={layout.id} editing={editing} layout={layout} />}
    </section>
  );
}

function LayoutChoice({ editing, layout }: Props) {
  return (
    <div class="look-layouts" role="radiogroup" aria-label={tell('layout.label')}>
      {editing.design.value.layouts.map((each) => (
        <label key={each.id} class="look-layout">
          <input
            type="radio"
            name="look-layout"
            class="unseen"
            checked={each.id === layout.id}
            onChange={() => chooseLayout(each.id)}
          />
          <span
            class="look-layout-shape"
            style={{ aspectRatio: `${each.canvas.width} / ${each.canvas.height}` }}
            aria-hidden="true"
          />
          <span class="one-line">{each.name}</span>
        </label>
      ))}
    </div>
  );
}

const SHAPES = {
  tall: { width: 1080, height: 1920 },
  wide: { width: 1920, height: 1080 },
} as const;

function AddLayout({ editing, onDone }: { editing: Editing; onDone: () => void }) {
  const [shape, setShape] = useState<'tall' | 'wide' | 'own'>('tall');
  const [own, setOwn] = useState({ width: 1920, height: 1200 });
  const [name, setName] = useState('');
  const canvas = shape === 'own' ? own : SHAPES[shape];
  if (editing.design.value.layouts.length >= MOST_LAYOUTS)
    return <p class="quiet small">{tell('layout.full', { count: MOST_LAYOUTS })}</p>;
  function create(event: SubmitEvent): void {
    event.preventDefault();
    const size = `${canvas.width} × ${canvas.height}`;
    const added = addLayout(editing.design.peek(), { ...canvas }, name.trim() || size);
    editing.edit(added.design);
    chooseLayout(added.id);
    selected.value = null;
    onDone();
  }
  return (
    <form class="look-add stack gap-3" onSubmit={create}>
      <div class="three-tight">
        <SelectField
          label={tell('layout.shape')}
          value={shape}
          onChange={(event) => setShape(event.currentTarget.value as typeof shape)}
        >
          <option value="tall">{tell('layout.tall')}</option>
          <option value="wide">{tell('layout.wide')}</option>
          <option value="own">{tell('layout.own')}</option>
        </SelectField>
        <TextField
          label={tell('layout.name')}
          maxLength={80}
          placeholder={`${canvas.width} × ${canvas.height}`}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        {shape === 'own' && (
          <div class="two-tight">
            <NumberField
              label={tell('layout.width')}
              value={own.width}
              least={160}
              most={8192}
              onValue={(width) => setOwn({ ...own, width })}
            />
            <NumberField
              label={tell('layout.height')}
              value={own.height}
              least={160}
              most={8192}
              onValue={(height) => setOwn({ ...own, height })}
            />
          </div>
        )}
      </div>
      <div>
        <Button look="primary" size="small" type="submit" icon={Plus}>
          {tell('layout.create')}
        </Button>
      </div>
    </form>
  );
}
