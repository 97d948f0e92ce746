import { FlaskConical } from 'lucide';
import type { Widget } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import { useAct } from '../model/act.ts';
import { tell } from '../model/editor-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now } from '../model/state.ts';
import { type TestType, testEvent, testOfWidget } from '../model/test-events.ts';

/** An event, or a comment, that moves this widget on the real stage. Nothing for a widget that none moves. */
export function TestWidget({ widget }: { widget: Widget }) {
  if (widget.kind === 'featured') return <TestFeatured />;
  const type = testOfWidget(widget);
  return type && <TestEvent type={type} label={tell('widgets.test')} />;
}

export function TestEvent({ type, label }: { type: TestType; label: string }) {
  const act = useAct();
  const send = () => act.run('POST', '/events', testEvent(type, newId(), now.peek(), tell('widgets.testName')));
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

/** An event counts once, so each has an id of its own. Not by `randomUUID`: over plain http a browser has none. */
function newId(): string {
  return `test-${Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('')}`;
}
