import { FlaskConical } from 'lucide';
import type { Widget } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import { useAct } from '../model/act.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now } from '../model/state.ts';
import { type TestType, testEvent } from '../model/test-events.ts';
import { AskStage } from './ask-stage.tsx';

/** A gift, or what this widget shows to be tried out, on the real stage. */
export function TestWidget({ editing, widget }: { editing: Editing; widget: Widget }) {
  if (widget.kind === 'alerts') return <TestEvent type="gift" label={tell('widgets.test')} />;
  const words = { ask: 'widgets.test', done: 'widgets.triedOut' } as const;
  return <AskStage editing={editing} widget={widget} path="test" icon={FlaskConical} words={words} />;
}

export function TestEvent({ type, label }: { type: TestType; label: string }) {
  const act = useAct();
  const send = () => act.run('POST', '/events', testEvent(type, newId(), now.peek(), said()));
  return (
    <div class="stack gap-2">
      <div class="row gap-2">
        <Button size="small" icon={FlaskConical} disabled={act.busy} onClick={() => void send()}>
          {label}
        </Button>
        <span class="quiet small" role="status">
          {act.done && tell('widgets.tested')}
        </span>
      </div>
      <RefusedNote refused={act.refused} />
    </div>
  );
}

/** As the stage shows them, in the studio's language. */
const said = () => ({ name: tell('widgets.testName'), gift: tell('widgets.testGift') });

/** An event counts once, so each has an id of its own. Not by `randomUUID`: over plain http a browser has none. */
function newId(): string {
  return `test-${Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('')}`;
}
