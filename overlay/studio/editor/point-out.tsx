import { Crosshair } from 'lucide';
import type { Widget } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import { useAct } from '../model/act.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { RefusedNote } from '../model/refused.tsx';

/** Frames the widget's place on the real stage: what no event moves is tried out by it too. */
export function PointOut({ editing, widget }: { editing: Editing; widget: Widget }) {
  const act = useAct<{ pages: number }>();
  async function point(): Promise<void> {
    // The stage knows a widget, and where it stands, as it was saved last.
    await editing.save();
    await act.run('POST', `/stages/${editing.stage}/point`, { widget: widget.id });
  }
  const done = act.state.type === 'done' ? act.state.value : null;
  return (
    <div class="stack gap-2">
      <div>
        <Button size="small" icon={Crosshair} disabled={act.busy} onClick={() => void point()}>
          {tell('widgets.point')}
        </Button>
      </div>
      <p class="quiet small" role="status">
        {done && tell(done.pages > 0 ? 'widgets.pointed' : 'widgets.pointedNowhere')}
      </p>
      <RefusedNote refused={act.refused} />
    </div>
  );
}
