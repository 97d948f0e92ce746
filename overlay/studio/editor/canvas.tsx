import { useState } from 'preact/hooks';
import type { Layout, StageDesign } from '../../../shared/stage-design.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { selected, zonesShown } from '../model/look.ts';
import type { Guide } from '../model/snapping.ts';
import { tongue } from '../model/words.ts';
import { CanvasBox } from './canvas-box.tsx';
import { CanvasHead } from './canvas-head.tsx';
import { Preview } from './preview.tsx';
import { type Boxes, useBoxes } from './use-boxes.ts';
import { useScale, type Zoom } from './use-scale.ts';
import { ZoneMarks } from './zone-marks.tsx';
import { ZoneSettings } from './zone-settings.tsx';

interface Props {
  editing: Editing;
  design: StageDesign;
  layout: Layout;
}

/** The layout drawn to scale, with what helps to shape it. */
export function Canvas({ editing, design, layout }: Props) {
  const [zoom, setZoom] = useState<Zoom>('fit');
  const { scale, frame } = useScale(layout.canvas, zoom);
  const boxes = useBoxes(editing, layout, scale);
  const { width, height } = layout.canvas;
  const upright = width < height;
  const zones = upright && zonesShown.value;
  return (
    <section
      class="card look-canvas stack gap-3"
      aria-label={tell('canvas.label', { layout: layout.name, width, height })}
    >
      <CanvasHead zoom={zoom} onZoom={setZoom} zones={upright} />
      <div class="canvas-frame" ref={frame}>
        <Drawing design={design} layout={layout} boxes={boxes} scale={scale} zones={zones} />
      </div>
      <p class="quiet small canvas-help" id="canvas-help">
        {tell('canvas.help')}
      </p>
      {zones && <ZoneSettings />}
    </section>
  );
}

interface DrawingProps {
  design: StageDesign;
  layout: Layout;
  boxes: Boxes;
  scale: number;
  zones: boolean;
}

/** The stage itself, what TikTok covers, and the boxes over both. A press on nothing lets go of the widget that is shaped. */
function Drawing({ design, layout, boxes, scale, zones }: DrawingProps) {
  const shown = boxes.live ? { ...layout, boxes: { ...layout.boxes, [boxes.live.id]: boxes.live.box } } : layout;
  const { width, height } = layout.canvas;
  const placed = design.widgets.filter((widget) => shown.boxes[widget.id]);
  return (
    <div
      class="drawing"
      style={{ width: `${width * scale}px`, height: `${height * scale}px` }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) selected.value = null;
      }}
    >
      <Preview design={design} layout={shown} scale={scale} language={tongue()} />
      {zones && <ZoneMarks layout={layout} scale={scale} />}
      {placed.map((widget) => (
        <CanvasBox key={widget.id} widget={widget} design={design} layout={shown} scale={scale} boxes={boxes} />
      ))}
      {(boxes.live?.guides ?? []).map((guide) => (
        <GuideLine key={`${guide.axis}${guide.at}`} guide={guide} scale={scale} />
      ))}
      {placed.length === 0 && <p class="canvas-empty">{tell('canvas.empty')}</p>}
    </div>
  );
}

function GuideLine({ guide, scale }: { guide: Guide; scale: number }) {
  const at = `${guide.at * scale}px`;
  return <div class="guide" data-axis={guide.axis} style={guide.axis === 'x' ? { left: at } : { top: at }} />;
}
