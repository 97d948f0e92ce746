import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignStartHorizontal,
  AlignStartVertical,
} from 'lucide';
import type { Box, Layout, Widget } from '../../../shared/stage-design.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { safeZones } from '../../parts/safe-zones.ts';
import { Notice } from '../../parts/surface.tsx';
import { placeWidget } from '../model/design-edits.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { ALIGNMENTS, type Alignment, alignBox, keepReachable } from '../model/geometry.ts';
import { zoneSizes } from '../model/look.ts';
import { firstBox } from '../model/new-widget.ts';
import { overlapping, stoodOn } from '../model/overlaps.ts';
import { listed } from '../model/spoken-numbers.ts';
import { zonesUnder } from '../model/zones-under.ts';
import { ChoiceField } from './choice-field.tsx';
import { NumberField } from './number-field.tsx';
import { widgetName } from './widget-name.ts';

const ICONS = {
  left: AlignStartVertical,
  center: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
} as const;

const ACROSS = ['left', 'center', 'right'] as const;
const DOWN = ['top', 'center', 'bottom'] as const;

interface Props {
  editing: Editing;
  layout: Layout;
  widget: Widget;
}

/** Where the chosen widget stands on this layout, in numbers: all that a hand can do on the canvas, without one. */
export function PlacePanel({ editing, layout, widget }: Props) {
  const box = layout.boxes[widget.id];
  const design = editing.design.value;
  const put = (next: Box | null, mark?: string) =>
    editing.edit(placeWidget(editing.design.peek(), layout.id, widget.id, next), mark);
  if (!box)
    return (
      <div>
        <Button size="small" onClick={() => put(firstBox(widget.kind, layout.canvas, stoodOn(layout, design.widgets)))}>
          {tell('place.on')}
        </Button>
      </div>
    );
  const change = (part: Partial<Box>) => put({ ...box, ...part }, `place ${widget.id} ${Object.keys(part).join()}`);
  const under = zonesUnder(box, safeZones(layout.canvas, zoneSizes.value));
  const over = overlapping(widget, layout, design.widgets).map((other) => widgetName(other, design));
  const covered = under.filter((zone) => zone !== 'face');
  return (
    <div class="stack gap-3">
      <Align onAlign={(to) => put(alignBox(box, to, layout.canvas))} />
      <Numbers box={box} layout={layout} change={change} />
      {covered.length > 0 && (
        <Notice title={tell('zones.under', { zones: covered.map((zone) => tell(`zones.${zone}`)).join(', ') })} />
      )}
      {over.length > 0 && (
        <Notice title={tell('place.over', { names: listed(over, 'conjunction') })}>
          <p>{tell('place.overHint')}</p>
        </Notice>
      )}
      {under.includes('face') && <Notice title={tell('zones.overFace')} />}
      <div>
        <Button size="small" onClick={() => put(null)}>
          {tell('place.off')}
        </Button>
      </div>
    </div>
  );
}

function Align({ onAlign }: { onAlign: (to: Alignment) => void }) {
  return (
    <fieldset class="align" aria-label={tell('align.label')}>
      {ALIGNMENTS.map((to) => (
        <IconButton
          key={to}
          size="small"
          look="quiet"
          icon={ICONS[to]}
          label={tell(`align.${to}`)}
          onClick={() => onAlign(to)}
        />
      ))}
    </fieldset>
  );
}

function Numbers({ box, layout, change }: { box: Box; layout: Layout; change: (part: Partial<Box>) => void }) {
  const { canvas } = layout;
  const far = 100_000;
  const first = keepReachable({ ...box, x: -far, y: -far }, canvas);
  const last = keepReachable({ ...box, x: far, y: far }, canvas);
  return (
    <div class="numbers">
      <NumberField label={tell('place.x')} value={box.x} least={first.x} most={last.x} onValue={(x) => change({ x })} />
      <NumberField label={tell('place.y')} value={box.y} least={first.y} most={last.y} onValue={(y) => change({ y })} />
      <NumberField
        label={tell('place.width')}
        value={box.width}
        least={16}
        most={canvas.width}
        onValue={(width) => change({ width })}
      />
      <NumberField
        label={tell('place.height')}
        value={box.height}
        least={16}
        most={canvas.height}
        onValue={(height) => change({ height })}
      />
      <ChoiceField
        label={tell('place.across')}
        value={box.across}
        choices={ACROSS}
        name={(side) => tell(`place.${side}`)}
        onChoose={(across) => change({ across })}
      />
      <ChoiceField
        label={tell('place.down')}
        value={box.down}
        choices={DOWN}
        name={(side) => tell(`place.${side}`)}
        onChoose={(down) => change({ down })}
      />
    </div>
  );
}
