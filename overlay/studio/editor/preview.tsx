import type { Layout, StageDesign, Widget } from '../../../shared/stage-design.ts';
import { tell } from '../model/editor-words.ts';

interface Props {
  design: StageDesign;
  layout: Layout;
  /** Pixels of this page for one of the canvas. */
  scale: number;
}

/** The one place where the stage's picture is drawn into the studio. */
export function Preview({ design, layout, scale }: Props) {
  return (
    <div class="preview" aria-hidden="true">
      {design.widgets.map((widget) => (
        <Labelled key={widget.id} widget={widget} layout={layout} scale={scale} />
      ))}
    </div>
  );
}

function Labelled({ widget, layout, scale }: { widget: Widget; layout: Layout; scale: number }) {
  const box = layout.boxes[widget.id];
  if (!box) return null;
  return (
    <div
      class="preview-widget"
      style={{
        left: `${box.x * scale}px`,
        top: `${box.y * scale}px`,
        width: `${box.width * scale}px`,
        height: `${box.height * scale}px`,
      }}
    >
      {tell(`kind.${widget.kind}`)}
    </div>
  );
}
