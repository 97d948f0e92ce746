import type { Box, Layout, Widget, WidgetKind } from '../../../shared/stage-design.ts';
import { meet } from '../../stage/layout.ts';

/** A box, and what kind of widget stands in it. */
export interface Stood {
  readonly kind: WidgetKind;
  readonly box: Box;
}

/**
 * Whether viewers would see one through the other where their boxes meet. The feed is drawn in set-up mode alone, and of
 * what lies under a featured comment only alerts are drawn with it (ST30).
 */
export function seenTogether(one: WidgetKind, other: WidgetKind): boolean {
  if (one === 'feed' || other === 'feed') return false;
  if (one !== 'featured' && other !== 'featured') return true;
  return one === 'alerts' || other === 'alerts';
}

/** The widgets that share a part of the picture with this one on the layout, in their order. */
export function overlapping(widget: Widget, layout: Layout, widgets: ReadonlyArray<Widget>): Widget[] {
  const own = layout.boxes[widget.id];
  if (!own) return [];
  return widgets.filter((other) => {
    const box = layout.boxes[other.id];
    return other.id !== widget.id && box && seenTogether(widget.kind, other.kind) && meet(own, box);
  });
}

export function stoodOn({ boxes }: Layout, widgets: ReadonlyArray<Widget>): Stood[] {
  return widgets.flatMap(({ id, kind }) => {
    const box = boxes[id];
    return box ? [{ kind, box }] : [];
  });
}
