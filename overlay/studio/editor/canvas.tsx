import { useState } from 'preact/hooks';
import type { Layout, StageDesign } from '../../../shared/stage-design.ts';
import { Check, SelectField } from '../../parts/field.tsx';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { selected, zoneSizes, zonesShown } from '../model/look.ts';
import { zonesOf } from '../model/safe-zones.ts';
import type { Guide } from '../model/snapping.ts';
import { tongue } from '../model/words.ts';
import { CanvasBox } from './canvas-box.tsx';
import { Preview } from './preview.tsx';
import { useBoxes } from './use-boxes.ts';
import { useScale, type Zoom } from './use-scale.ts';
import { ZoneSettings } from './zone-settings.tsx';

interface Props {
  editing: Editing;
  design: StageDesign;
  layout: Layout;
}

/** The layout drawn to scale. A press on nothing lets go of the widget that is shaped. */
export function Canvas({ editing, design, layout }: Props) {
  const [zoom, setZoom] = useState<Zoom>('fit');
  const { scale, frame } = useScale(layout.canvas, zoom);
  const boxes = useBoxes(editing, layout, scale);
  const shown = boxes.live ? { ...layout, boxes: { ...layout.boxes, [boxes.live.id]: boxes.live.box } } : layout;
  const { width, height } = layout.canvas;
  const placed = design.widgets.filter((widget) => shown.boxes[widget.id]);
  const upright = width < height;
  return (
    <section
      class="card look-canvas stack gap-3"
      aria-label={tell('canvas.label', { layout: layout.name, width, height })}
    >
      <div class="look-canvas-head">
        <ZoomChoice zoom={zoom} onZoom={setZoom} />
        {upright && (
          <Check
            look="switch"
            label={tell('zones.show')}
            checked={zonesShown.value}
            onChange={(event) => {
              zonesShown.value = event.currentTarget.checked;
            }}
          />
        )}
      </div>
      <div class="canvas-frame" ref={frame}>
        <div
          class="drawing"
          style={{ width: `${width * scale}px`, height: `${height * scale}px` }}
          onPointerDown={(event) => {
            if (event.target === event.currentTarget) selected.value = null;
          }}
        >
          <Preview design={design} layout={shown} scale={scale} language={tongue()} />
          {upright && zonesShown.value && <Zones layout={layout} scale={scale} />}
          {placed.map((widget) => (
            <CanvasBox key={widget.id} widget={widget} design={design} layout={shown} scale={scale} boxes={boxes} />
          ))}
          {(boxes.live?.guides ?? []).map((guide) => (
            <GuideLine key={`${guide.axis}${guide.at}`} guide={guide} scale={scale} />
          ))}
          {placed.length === 0 && <p class="canvas-empty">{tell('canvas.empty')}</p>}
        </div>
      </div>
      <p class="quiet small canvas-help" id="canvas-help">
        {tell('canvas.help')}
      </p>
      {upright && zonesShown.value && <ZoneSettings />}
    </section>
  );
}

function ZoomChoice({ zoom, onZoom }: { zoom: Zoom; onZoom: (zoom: Zoom) => void }) {
  return (
    <div class="look-zoom">
      <SelectField
        label={tell('canvas.zoom')}
        value={String(zoom)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onZoom(value === 'fit' ? 'fit' : Number(value));
        }}
      >
        <option value="fit">{tell('canvas.fit')}</option>
        {[0.25, 0.5, 1].map((factor) => (
          <option key={factor} value={String(factor)}>
            {factor * 100} %
          </option>
        ))}
      </SelectField>
    </div>
  );
}

function Zones({ layout, scale }: { layout: Layout; scale: number }) {
  return (
    <div class="zones" aria-hidden="true">
      {zonesOf(layout.canvas, zoneSizes.value).map((zone) => (
        <div
          key={zone.name}
          class="zone"
          data-zone={zone.name}
          style={{
            left: `${zone.x * scale}px`,
            top: `${zone.y * scale}px`,
            width: `${zone.width * scale}px`,
            height: `${zone.height * scale}px`,
          }}
        >
          <span>{tell(`zones.${zone.name}`)}</span>
        </div>
      ))}
    </div>
  );
}

function GuideLine({ guide, scale }: { guide: Guide; scale: number }) {
  const at = `${guide.at * scale}px`;
  return <div class="guide" data-axis={guide.axis} style={guide.axis === 'x' ? { left: at } : { top: at }} />;
}
