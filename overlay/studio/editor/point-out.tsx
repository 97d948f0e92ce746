import { Crosshair } from 'lucide';
import type { Widget } from '../../../shared/stage-design.ts';
import type { Editing } from '../model/editing.ts';
import { AskStage } from './ask-stage.tsx';

/** Frames the widget's place on the real stage: what no event moves is tried out by it too. */
export function PointOut({ editing, widget }: { editing: Editing; widget: Widget }) {
  const words = { ask: 'widgets.point', done: 'widgets.pointed' } as const;
  return <AskStage editing={editing} widget={widget} path="point" icon={Crosshair} words={words} />;
}
