import type { Layout, StageDesign, Widget } from '../../../shared/stage-design.ts';
import { tell } from '../model/editor-words.ts';
import { HANDLES } from '../model/geometry.ts';
import { selected } from '../model/look.ts';
import { isEmptyInPreview } from '../model/own-sample.ts';
import type { Boxes } from './use-boxes.ts';
import { widgetName } from './widget-name.ts';

interface Props {
  widget: Widget;
  design: StageDesign;
  layout: Layout;
  scale: number;
  boxes: Boxes;
}

/** What the picture of the editor leaves out until it is shaped: it comes by hand, or in set-up mode alone. */
function isSeenAtTimes({ kind }: Widget): boolean {
  return kind === 'featured' || kind === 'feed';
}

/** Pixels of the page that a name takes above its box. */
const NAME_HEIGHT = 18;

/** One widget's box: a button for the keyboard, a handle for the mouse, with eight grips while it is chosen. */
export function CanvasBox({ widget, design, layout, scale, boxes }: Props) {
  const box = layout.boxes[widget.id];
  if (!box) return null;
  const chosen = selected.value === widget.id;
  const name = widgetName(widget, design);
  const place = {
    left: `${box.x * scale}px`,
    top: `${box.y * scale}px`,
    width: `${box.width * scale}px`,
    height: `${box.height * scale}px`,
  };
  return (
    <div
      class="shape"
      data-chosen={chosen}
      data-seen={isSeenAtTimes(widget) ? 'at-times' : 'always'}
      data-widget={widget.id}
      style={place}
    >
      <button
        type="button"
        class="shape-body"
        aria-pressed={chosen}
        aria-label={tell('canvas.box', { name, ...box })}
        aria-describedby="canvas-help"
        onFocus={() => {
          selected.value = widget.id;
        }}
        onKeyDown={(event) => boxes.press(widget.id, event)}
        onPointerDown={(event) => boxes.grip(widget.id, null, event)}
        {...movingBy(boxes)}
      />
      <span class="shape-name" data-inside={box.y * scale < NAME_HEIGHT} aria-hidden="true">
        {name}
        {chosen && (
          <span class="figures box-size">
            {box.width} × {box.height}
          </span>
        )}
      </span>
      {isEmptyInPreview(widget) && (
        <span class="shape-empty" aria-hidden="true">
          <b>{name}</b> {tell(`about.${widget.kind}`)}
        </span>
      )}
      {chosen && <Grips widget={widget.id} boxes={boxes} />}
    </div>
  );
}

/** The eight grips by which a mouse resizes a box. */
function Grips({ widget, boxes }: { widget: string; boxes: Boxes }) {
  return (
    <>
      {HANDLES.map((handle) => (
        <span
          key={handle}
          class="grip"
          data-handle={handle}
          aria-hidden="true"
          onPointerDown={(event) => boxes.grip(widget, handle, event)}
          {...movingBy(boxes)}
        />
      ))}
    </>
  );
}

/** What follows once a hand has taken hold of a box or of a grip. */
const movingBy = ({ drag, release, drop }: Boxes) => ({
  onPointerMove: drag,
  onPointerUp: release,
  onPointerCancel: drop,
});
