import { Plus, Settings2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { Layout } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { chooseLayout, open, openStage } from '../model/look.ts';
import { view } from '../model/state.ts';
import { AddLayout } from './add-layout.tsx';
import { LayoutForm } from './layout-form.tsx';

interface Props {
  editing: Editing;
  layout: Layout;
}

/** Which stage and which of its layouts is on the canvas, and what belongs to the layout as a whole. */
export function LayoutBar({ editing, layout }: Props) {
  const [unfolded, setUnfolded] = useState<'none' | 'add' | 'settings'>('none');
  const fold = (to: 'add' | 'settings') => setUnfolded(unfolded === to ? 'none' : to);
  return (
    <section class="card look-bar stack gap-3" aria-label={tell('layout.label')}>
      <div class="look-bar-row">
        <StageChoice />
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

function StageChoice() {
  const stages = view.value?.stages ?? [];
  if (stages.length < 2) return null;
  return (
    <label class="look-stage">
      <span class="field-label">{tell('stage')}</span>
      <select class="control" value={openStage.value ?? ''} onChange={(event) => void open(event.currentTarget.value)}>
        {stages.map((stage) => (
          <option key={stage.id} value={stage.id}>
            {stage.name}
          </option>
        ))}
      </select>
    </label>
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
