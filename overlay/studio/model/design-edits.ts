import type { AlertType } from '../../../shared/alert-types.ts';
import type { AlertRule, Box, Layout, StageDesign, Widget, WidgetKind } from '../../../shared/stage-design.ts';
import { type Canvas, fitBox, keepReachable } from './geometry.ts';
import { firstBox, newWidget } from './new-widget.ts';
import { stoodOn } from './overlaps.ts';

/* Edits of a design, each a new one. The schema's bounds hold after each of them. */

export const MOST_WIDGETS = 40;
export const MOST_LAYOUTS = 20;

/** A box on a layout; null takes the widget off it. Nothing changes for a widget that is gone: another studio removed it. */
export function placeWidget(design: StageDesign, layout: string, widget: string, box: Box | null): StageDesign {
  if (!design.widgets.some((each) => each.id === widget)) return design;
  return changeLayout(design, layout, (before) => {
    const { [widget]: _, ...others } = before.boxes;
    return { ...before, boxes: box ? { ...before.boxes, [widget]: keepReachable(box, before.canvas) } : others };
  });
}

export function changeWidget(design: StageDesign, widget: Widget): StageDesign {
  return { ...design, widgets: design.widgets.map((each) => (each.id === widget.id ? widget : each)) };
}

/** A new widget, on this layout alone; others take it from the list. */
export function addWidget(design: StageDesign, kind: WidgetKind, layout: string): { design: StageDesign; id: string } {
  const widget = newWidget(
    kind,
    design.widgets.map((each) => each.id),
  );
  const added = { ...design, widgets: [...design.widgets, widget] };
  const on = design.layouts.find((each) => each.id === layout);
  const box = on ? firstBox(kind, on.canvas, stoodOn(on, design.widgets)) : null;
  return { design: placeWidget(added, layout, widget.id, box), id: widget.id };
}

/** Away with it, on every layout. */
export function removeWidget(design: StageDesign, widget: string): StageDesign {
  return {
    ...design,
    widgets: design.widgets.filter((each) => each.id !== widget),
    layouts: design.layouts.map((layout) => {
      const { [widget]: _, ...boxes } = layout.boxes;
      return { ...layout, boxes };
    }),
  };
}

/** A new layout with the boxes of the one it is nearest to in shape, fitted to its own size. */
export function addLayout(design: StageDesign, canvas: Canvas, name: string): { design: StageDesign; id: string } {
  const taken = design.layouts.map((layout) => layout.id);
  let number = taken.length + 1;
  while (taken.includes(`layout-${number}`)) number += 1;
  const id = `layout-${number}`;
  const shape = (of: Canvas) => Math.log(of.width / of.height);
  const [pattern] = [...design.layouts].sort(
    (a, b) => Math.abs(shape(a.canvas) - shape(canvas)) - Math.abs(shape(b.canvas) - shape(canvas)),
  );
  const layout = { id, name, canvas, scene: null, boxes: pattern ? fitted(pattern, canvas) : {} };
  return { design: { ...design, layouts: [...design.layouts, layout] }, id };
}

function fitted({ boxes, canvas }: Layout, to: Canvas): Layout['boxes'] {
  return Object.fromEntries(Object.entries(boxes).map(([id, box]) => [id, fitBox(box, canvas, to)]));
}

/** Another size for a layout; its widgets go with it and stay inside. A name that only said the old size says the new. */
export function resizeLayout(design: StageDesign, id: string, canvas: Canvas): StageDesign {
  return changeLayout(design, id, (before) => ({
    ...before,
    canvas,
    name: before.name === sizeName(before.canvas) ? sizeName(canvas) : before.name,
    boxes: fitted(before, canvas),
  }));
}

/** What a layout is called until somebody names it. */
export function sizeName({ width, height }: Canvas): string {
  return `${width} × ${height}`;
}

export function changeLayout(design: StageDesign, id: string, change: (layout: Layout) => Layout): StageDesign {
  return { ...design, layouts: design.layouts.map((layout) => (layout.id === id ? change(layout) : layout)) };
}

/** The last layout stays: a stage has at least one. */
export function removeLayout(design: StageDesign, id: string): StageDesign {
  if (design.layouts.length < 2) return design;
  return { ...design, layouts: design.layouts.filter((layout) => layout.id !== id) };
}

export function changeRule(design: StageDesign, type: AlertType, change: Partial<AlertRule>): StageDesign {
  const { alerts } = design;
  const types = { ...alerts.types, [type]: { ...alerts.types[type], ...change } };
  return { ...design, alerts: { ...alerts, types } };
}
