import { Scaling, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { Layout } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/field.tsx';
import { changeLayout, removeLayout, resizeLayout } from '../model/design-edits.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { view } from '../model/state.ts';
import { say } from '../model/words.ts';
import { ReadField } from './read-field.tsx';
import { SizeFields } from './size-fields.tsx';

/** Name, scene and size of a layout, and the way to be rid of it. Removed is not lost: undo brings it back. */
export function LayoutForm({ editing, layout }: { editing: Editing; layout: Layout }) {
  const design = editing.design.value;
  const change = (part: Partial<Layout>, mark?: string) =>
    editing.edit(
      changeLayout(editing.design.peek(), layout.id, (before) => ({ ...before, ...part })),
      mark,
    );
  const alone = design.layouts.length < 2;
  return (
    <div class="look-add stack gap-3">
      <div class="two-tight">
        <ReadField
          label={tell('layout.name')}
          wrong={say('fault.name')}
          maxLength={80}
          value={layout.name}
          read={(text) => (text.trim() === '' || text.length > 80 ? null : { is: text })}
          write={(name) => name}
          onValue={(name) => change({ name }, `name ${layout.id}`)}
        />
        <SceneChoice scene={layout.scene} onScene={(scene) => change({ scene })} />
      </div>
      <Size key={`${layout.canvas.width} ${layout.canvas.height}`} editing={editing} layout={layout} />
      <div class="row gap-2">
        <Button
          size="small"
          icon={Trash2}
          disabled={alone}
          onClick={() => editing.edit(removeLayout(editing.design.peek(), layout.id))}
        >
          {tell('layout.remove')}
        </Button>
        {alone && <span class="quiet small">{tell('layout.last')}</span>}
      </div>
    </div>
  );
}

/** Changed by a button, not while it is typed: on the way from 1080 to 1920 stands a canvas of 192. */
function Size({ editing, layout }: { editing: Editing; layout: Layout }) {
  const [size, setSize] = useState(layout.canvas);
  const same = size.width === layout.canvas.width && size.height === layout.canvas.height;
  function resize(event: SubmitEvent): void {
    event.preventDefault();
    if (!same) editing.edit(resizeLayout(editing.design.peek(), layout.id, { ...size }));
  }
  return (
    <form class="stack gap-2" onSubmit={resize}>
      <div class="size-fields">
        <SizeFields size={size} onSize={setSize} />
        <div>
          <Button size="small" type="submit" icon={Scaling} disabled={same}>
            {tell('layout.resize')}
          </Button>
        </div>
      </div>
      <p class="quiet small">{tell('layout.resizeHint')}</p>
    </form>
  );
}

/** `null` is chosen by a value that no scene of OBS can have as its name: OBS refuses empty ones. */
function SceneChoice({ scene, onScene }: { scene: string | null; onScene: (scene: string | null) => void }) {
  const known = view.value?.obs.scenes ?? [];
  const gone = scene !== null && !known.includes(scene);
  return (
    <SelectField
      label={tell('layout.scene')}
      hint={tell('layout.sceneHint')}
      value={scene ?? ''}
      onChange={(event) => onScene(event.currentTarget.value || null)}
    >
      <option value="">{tell('layout.sceneAny')}</option>
      {gone && <option value={scene}>{tell('layout.sceneGone', { scene })}</option>}
      {known.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
