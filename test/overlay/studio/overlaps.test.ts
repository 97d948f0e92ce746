import { expect, test } from 'vitest';
import { addWidget, placeWidget } from '../../../overlay/studio/model/design-edits.ts';
import { overlapping } from '../../../overlay/studio/model/overlaps.ts';
import { SAMPLE_DESIGN } from '../../../server/sources/sample-design.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import type { StageDesign } from '../../../shared/stage-design.ts';

const layoutNamed = (design: StageDesign, id: string) => {
  const layout = design.layouts.find((each) => each.id === id);
  if (!layout) throw new Error(`no layout ${id}`);
  return layout;
};
const overOn = (design: StageDesign, layout: string, widget: string) => {
  const asked = design.widgets.find(({ id }) => id === widget);
  if (!asked) throw new Error(`no widget ${widget}`);
  return overlapping(asked, layoutNamed(design, layout), design.widgets).map(({ id }) => id);
};

test.each([
  ['first', FIRST_DESIGN],
  ['sample', SAMPLE_DESIGN],
] as const)('[SU540] no widget of the %s design overlaps another as viewers see it', (_, design) => {
  for (const { id } of design.layouts)
    for (const widget of design.widgets) expect(overOn(design, id, widget.id), `${widget.id} on ${id}`).toEqual([]);
});

test.each([
  ['first', FIRST_DESIGN, ['pinned', 'goal', 'discount', 'clock']],
  ['sample', SAMPLE_DESIGN, ['discount', 'clock']],
] as const)(
  '[SU540] widgets that are added to the wide %s layout stand free of each other and of all else',
  (_, first, kinds) => {
    let design: StageDesign = first;
    const ids: string[] = [];
    for (const kind of kinds) {
      const added = addWidget(design, kind, 'wide');
      design = added.design;
      ids.push(added.id);
    }
    for (const id of ids) expect(overOn(design, 'wide', id), id).toEqual([]);
  },
);

test('[SU540] on the upright one, which is full, each added widget is over one other at most, and none over one that was added', () => {
  for (const first of [FIRST_DESIGN, SAMPLE_DESIGN]) {
    let design: StageDesign = first;
    const over: Record<string, string[]> = {};
    for (const kind of ['pinned', 'discount', 'clock'] as const) {
      const added = addWidget(design, kind, 'tall');
      design = added.design;
      over[kind] = overOn(design, 'tall', added.id);
    }
    // Beside the face there is room for a clock alone.
    expect(over).toEqual({ pinned: ['bio'], discount: ['booking'], clock: [] });
  }
});

test('[SU541] a box that is moved over others says which, without what is drawn in set-up mode or gives way', () => {
  const { boxes } = layoutNamed(FIRST_DESIGN, 'tall');
  const moved = (id: string, y: number) => {
    const box = boxes[id];
    return box ? placeWidget(FIRST_DESIGN, 'tall', id, { ...box, y }) : FIRST_DESIGN;
  };
  expect(overOn(moved('booking', 700), 'tall', 'booking')).toEqual(['bio', 'alerts']);
  expect(overOn(moved('booking', 700), 'tall', 'alerts')).toEqual(['booking']);
  expect(overOn(moved('feed', 900), 'tall', 'feed')).toEqual([]);
  expect(overOn(moved('featured', 700), 'tall', 'featured')).toEqual(['alerts']);
  expect(overOn(placeWidget(FIRST_DESIGN, 'tall', 'bio', null), 'tall', 'bio')).toEqual([]);
});
