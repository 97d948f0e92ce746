import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import { Box, DesignParts, Layout, StageDesign, Widget } from '../../../shared/stage-design.ts';

type Fields = Record<string, unknown>;

/**
 * A design as it was kept, in today's form. What an older Cuedesk did not know is filled from the first design; a widget,
 * box or layout that cannot be read is left out, and the rest still opens. A stage is never without a design.
 */
export function openKeptDesign(kept: unknown): StageDesign {
  const given = fieldsOf(kept);
  const widgets = Array.isArray(given['widgets'])
    ? firstOfEach(given['widgets'].flatMap(openWidget))
    : FIRST_DESIGN.widgets;
  const layouts = openLayouts(given['layouts'], new Set(widgets.map(({ id }) => id)));
  const parts: Fields = { ...FIRST_DESIGN, ...openAlerts(given['alerts']), widgets, layouts };
  for (const [name, schema] of Object.entries(DesignParts.shape)) {
    if (name in given && !PARTED.has(name)) {
      const first = parts[name];
      const whole = isFields(first) ? { ...first, ...fieldsOf(given[name]) } : given[name];
      const read = schema.safeParse(whole);
      if (read.success) parts[name] = read.data;
    }
  }
  const read = StageDesign.safeParse(parts);
  return read.success ? read.data : FIRST_DESIGN;
}

/** Parts that are opened piece by piece. */
const PARTED: ReadonlySet<string> = new Set(['widgets', 'layouts', 'alerts']);

function openWidget(kept: unknown): Widget[] {
  const given = fieldsOf(kept);
  const first = FIRST_DESIGN.widgets.find(({ kind }) => kind === given['kind']);
  const read = Widget.safeParse({ ...first, ...given });
  return read.success ? [read.data] : [];
}

function openLayouts(kept: unknown, widgets: ReadonlySet<string>): Layout[] {
  const layouts = (Array.isArray(kept) ? kept : []).flatMap((one) => {
    const given = fieldsOf(one);
    const boxes = Object.entries(fieldsOf(given['boxes'])).flatMap(([id, box]) => {
      const read = Box.safeParse(box);
      return widgets.has(id) && read.success ? [[id, read.data] as const] : [];
    });
    const read = Layout.safeParse({ scene: null, ...given, boxes: Object.fromEntries(boxes) });
    return read.success ? [read.data] : [];
  });
  if (layouts.length > 0) return firstOfEach(layouts);
  return FIRST_DESIGN.layouts.map((layout) => ({
    ...layout,
    boxes: Object.fromEntries(Object.entries(layout.boxes).filter(([id]) => widgets.has(id))),
  }));
}

function openAlerts(kept: unknown): Pick<StageDesign, 'alerts'> {
  const given = fieldsOf(kept);
  const types = fieldsOf(given['types']);
  const filled = Object.entries(FIRST_DESIGN.alerts.types).map(([type, rule]) => [
    type,
    { ...rule, ...fieldsOf(types[type]) },
  ]);
  const read = DesignParts.shape.alerts.safeParse({
    ...FIRST_DESIGN.alerts,
    ...given,
    types: Object.fromEntries(filled),
  });
  return { alerts: read.success ? read.data : FIRST_DESIGN.alerts };
}

function firstOfEach<T extends { readonly id: string }>(list: ReadonlyArray<T>): T[] {
  return list.filter((one, at) => list.findIndex((other) => other.id === one.id) === at);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}
