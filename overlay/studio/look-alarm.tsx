import { CircleAlert } from 'lucide';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Editing } from './model/editing.ts';
import { tell } from './model/editor-words.ts';
import { look } from './model/look.ts';
import { refusalText } from './model/refused.tsx';

/**
 * A stage's look that could not be saved, and the way to try again: in the bar that stays in sight, however far the editor
 * is scrolled and in whatever section. One that another studio has overtaken is not tried again (conflict-note.tsx).
 */
export function LookAlarm() {
  const opened = look.value;
  return opened.type === 'open' ? <Alarm editing={opened.editing} /> : null;
}

function Alarm({ editing }: { editing: Editing }) {
  const state = editing.state.value;
  if (state.type !== 'refused' || editing.conflict.value) return null;
  return (
    <div class="look-alarm" role="alert">
      <Icon node={CircleAlert} size={16} />
      <span>{tell('save.failed', { why: refusalText(state.refused) })}</span>
      <Button size="small" onClick={() => void editing.save()}>
        {tell('save.retry')}
      </Button>
    </div>
  );
}
