import { useEffect, useRef, useState } from 'preact/hooks';
import type { Box, Layout } from '../../../shared/stage-design.ts';
import { placeWidget } from '../model/design-edits.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { type Handle, keepReachable, moveBox, resizeBox } from '../model/geometry.ts';
import { selected } from '../model/look.ts';
import { type Guide, snapMoved, snapResized } from '../model/snapping.ts';
import { neighbourOf, rowId, takenAway } from '../model/taken-away.ts';
import { widgetName } from './widget-name.ts';

/** A box under the hand: drawn where it would go, kept only when it is let go. */
interface Live {
  readonly id: string;
  readonly box: Box;
  readonly guides: ReadonlyArray<Guide>;
}

interface Grip {
  readonly id: string;
  readonly handle: Handle | null;
  readonly box: Box;
  readonly x: number;
  readonly y: number;
}

export interface Boxes {
  readonly live: Live | null;
  grip(id: string, handle: Handle | null, event: PointerEvent): void;
  drag(event: PointerEvent): void;
  release(): void;
  drop(): void;
  press(id: string, event: KeyboardEvent): void;
}

/** In pixels of the page: how near a line draws a box, whatever the zoom. */
const SNAP = 7;
/** A hand that only presses trembles by less. */
const TREMBLE = 3;

/** Dragging and resizing of a layout's boxes by hand and by keys. */
export function useBoxes(editing: Editing, layout: Layout, scale: number): Boxes {
  const [live, setLive] = useState<Live | null>(null);
  const grip = useRef<Grip | null>(null);
  const stop = () => {
    grip.current = null;
    setLive(null);
  };
  const keep = (id: string, box: Box, mark?: string) =>
    editing.edit(placeWidget(editing.design.peek(), layout.id, id, box), mark);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      if (grip.current) stop();
      else selected.value = null;
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return {
    live,
    grip(id, handle, event) {
      const box = layout.boxes[id];
      if (!box || event.button !== 0) return;
      selected.value = id;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      grip.current = { id, handle, box, x: event.clientX, y: event.clientY };
    },
    drag(event) {
      const held = grip.current;
      if (!held) return;
      const by = { x: event.clientX - held.x, y: event.clientY - held.y };
      if (!live && Math.hypot(by.x, by.y) < TREMBLE) return;
      setLive({ id: held.id, ...pulled(held, by.x / scale, by.y / scale, layout, SNAP / scale) });
    },
    release() {
      if (grip.current && live) keep(live.id, live.box);
      stop();
    },
    drop: stop,
    press(id, event) {
      const box = layout.boxes[id];
      if (!box) return;
      if (event.key === 'Delete' || event.key === 'Backspace') {
        event.preventDefault();
        return takeOff(editing, layout, id);
      }
      const next = stepped(box, event);
      if (!next) return;
      event.preventDefault();
      selected.value = id;
      keep(id, keepReachable(next, layout.canvas), `keys ${layout.id} ${id}`);
    },
  };
}

/** Off this layout; the focus goes to the next box, and where none is left to the widget's row, from where it comes back. */
function takeOff(editing: Editing, layout: Layout, id: string): void {
  const design = editing.design.peek();
  const placed = design.widgets.filter((widget) => layout.boxes[widget.id]);
  const widget = placed.find((one) => one.id === id);
  if (!widget) return;
  const next = neighbourOf(
    placed.map((one) => one.id),
    id,
  );
  const after = placeWidget(design, layout.id, id, null);
  editing.edit(after);
  takenAway.value = { words: tell('canvas.taken', { name: widgetName(widget, design) }), from: after };
  const focused = next
    ? document.querySelector<HTMLElement>(`.shape[data-widget="${CSS.escape(next)}"] .shape-body`)
    : document.getElementById(rowId(id));
  focused?.focus();
}

function pulled(held: Grip, right: number, down: number, layout: Layout, reach: number) {
  const others = Object.entries(layout.boxes).flatMap(([id, box]) => (id === held.id ? [] : [box]));
  const around = { canvas: layout.canvas, others, reach };
  if (!held.handle) return snapMoved(moveBox(held.box, right, down), around);
  return snapResized(resizeBox(held.box, held.handle, right, down), held.handle, around);
}

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrow keys move by a pixel, with Shift by ten; with Alt they pull at the right and lower edges. */
function stepped(box: Box, event: KeyboardEvent): Box | null {
  const arrow = ARROWS[event.key];
  if (!arrow || event.ctrlKey || event.metaKey) return null;
  const far = event.shiftKey ? 10 : 1;
  const [right, down] = [arrow[0] * far, arrow[1] * far];
  return event.altKey ? resizeBox(box, 'se', right, down) : moveBox(box, right, down);
}
