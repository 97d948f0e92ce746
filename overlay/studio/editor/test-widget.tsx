import { FlaskConical } from 'lucide';
import { countsOnly } from '../../../shared/counting-widgets.ts';
import type { Widget } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import { useAct } from '../model/act.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now } from '../model/state.ts';
import { type TestType, testEvent } from '../model/test-events.ts';
import { AskStage } from './ask-stage.tsx';

/** A gift, a comment or sample figures that this widget shows on the real stage; nothing for one that always shows the same. */
export function TestWidget({ editing, widget }: { editing: Editing; widget: Widget }) {
  if (widget.kind === 'featured') return <TestFeatured />;
  if (countsOnly(widget)) return <TestFigures editing={editing} widget={widget} />;
  return widget.kind === 'alerts' && <TestEvent type="gift" label={tell('widgets.test')} />;
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

function TestFigures({ editing, widget }: { editing: Editing; widget: Widget }) {
  const words = { ask: 'widgets.test', done: 'widgets.testedFigures' } as const;
  return <AskStage editing={editing} widget={widget} path="test" icon={FlaskConical} words={words} />;
}

function TestFeatured() {
  const act = useAct();
  const comment = { kind: 'comment', name: tell('widgets.featureName'), text: tell('widgets.featureText') };
  return (
    <div class="stack gap-2">
      <div>
        <Button
          size="small"
          icon={FlaskConical}
          disabled={act.busy}
          onClick={() => void act.run('POST', '/stages/featured', comment)}
        >
          {tell('widgets.test')}
        </Button>
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
