import { FlaskConical } from 'lucide';
import type { Widget } from '../../../shared/stage-design.ts';
import { Button } from '../../parts/button.tsx';
import { useAct } from '../model/act.ts';
import { tell } from '../model/editor-words.ts';
import { RefusedNote } from '../model/refused.tsx';
import { now } from '../model/state.ts';
import { type TestType, testEvent } from '../model/test-events.ts';

/** A gift, or a comment, that this widget shows on the real stage. Nothing for one that shows no single event. */
export function TestWidget({ widget }: { widget: Widget }) {
  if (widget.kind === 'featured') return <TestFeatured />;
  return widget.kind === 'alerts' && <TestEvent type="gift" label={tell('widgets.test')} />;
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
