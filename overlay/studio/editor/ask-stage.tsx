import type { IconNode } from 'lucide';
import type { Widget } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import { useAct } from '../model/act.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { RefusedNote } from '../model/refused.tsx';

interface Props {
  editing: Editing;
  widget: Widget;
  /** The last part of the route. */
  path: 'point' | 'test';
  icon: IconNode;
  words: {
    ask: 'widgets.point' | 'widgets.test';
    done: 'widgets.pointed' | 'widgets.triedOut';
  };
}

/** Asks the stage's open pages to show something of a widget for some seconds, and says when none is open. */
export function AskStage({ editing, widget, path, icon, words }: Props) {
  const act = useAct<{ pages: number }>();
  async function ask(): Promise<void> {
    // The stage knows a widget, and where it stands, as it was saved last.
    await editing.save();
    await act.run('POST', `/stages/${editing.stage}/${path}`, { widget: widget.id });
  }
  const done = act.state.type === 'done' ? act.state.value : null;
  return (
    <div class="stack gap-2">
      <div>
        <Button size="small" icon={icon} disabled={act.busy} onClick={() => void ask()}>
          {tell(words.ask)}
        </Button>
      </div>
      <p class="quiet small" role="status">
        {done && tell(done.pages > 0 ? words.done : 'widgets.pointedNowhere')}
      </p>
      <RefusedNote refused={act.refused} />
    </div>
  );
}
