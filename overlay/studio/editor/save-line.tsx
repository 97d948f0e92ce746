import { Check, CircleAlert, Redo2, Undo2 } from 'lucide';
import { IconButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { keyNames } from '../../parts/key-names.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';

/** Undo, redo, and in a word where the changes are. Why they were refused is said in the strip (look-alarm.tsx). */
export function SaveLine({ editing }: { editing: Editing }) {
  return (
    <div class="look-save">
      <SaveWord editing={editing} />
      <IconButton
        icon={Undo2}
        label={`${tell('save.undo')} (${keyNames('Ctrl+Z')})`}
        disabled={!editing.canUndo.value}
        onClick={editing.undo}
      />
      <IconButton
        icon={Redo2}
        label={`${tell('save.redo')} (${keyNames('Ctrl+Shift+Z')})`}
        disabled={!editing.canRedo.value}
        onClick={editing.redo}
      />
    </div>
  );
}

function SaveWord({ editing }: { editing: Editing }) {
  const state = editing.state.value;
  const conflict = editing.conflict.value;
  return (
    <div class="look-save-word small" role="status" data-state={state.type}>
      {state.type === 'saved' && (
        <span class="save-good">
          <Icon node={Check} size={16} />
          {tell(editing.followed.value ? 'save.followed' : 'save.saved')}
        </span>
      )}
      {state.type === 'saving' && <span class="quiet">{tell('save.saving')}</span>}
      {(state.type === 'edited' || conflict) && <span class="quiet">{tell('save.edited')}</span>}
      {state.type === 'refused' && !conflict && (
        <span class="save-bad">
          <Icon node={CircleAlert} size={16} />
          {tell('save.refused')}
        </span>
      )}
    </div>
  );
}
