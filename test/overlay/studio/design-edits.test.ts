import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeZones } from '../../../overlay/parts/safe-zones.ts';
import { meet } from '../../../overlay/stage/layout.ts';
import { OWN_ACCENTS, readColour } from '../../../overlay/studio/model/colour.ts';
import {
  addLayout,
  addWidget,
  changeLayout,
  changeRule,
  MOST_LAYOUTS,
  MOST_WIDGETS,
  placeWidget,
  removeLayout,
  removeWidget,
  resizeLayout,
} from '../../../overlay/studio/model/design-edits.ts';
import { GOAL_WORDS } from '../../../overlay/studio/model/goal-words.ts';
import { localMinute, readLocalMinute } from '../../../overlay/studio/model/local-minute.ts';
import { firstBox, KINDS } from '../../../overlay/studio/model/new-widget.ts';
import { stoodOn } from '../../../overlay/studio/model/overlaps.ts';
import { testEvent } from '../../../overlay/studio/model/test-events.ts';
import { ALERT_TYPES } from '../../../shared/alert-types.ts';
import { LiveEvent } from '../../../shared/events.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import { stageEditor } from '../../../shared/locales/en/stage-editor.ts';
import { testWords } from '../../../shared/locales/en/test-words.ts';
import { type Box, GOAL_MEASURES, StageDesign, THEMES, WIDGET_KINDS } from '../../../shared/stage-design.ts';
import { TEST_SOURCE } from '../../../shared/test-source.ts';
import { tokensOf } from '../stage/themes-sheets.ts';

type Edit = (design: StageDesign) => StageDesign;

const pick = <T>(list: ReadonlyArray<T>, at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};
const at = fc.nat(1000);
const size = fc.integer({ min: 160, max: 8192 });
const far = fc.integer({ min: -20_000, max: 20_000 });

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constantFrom(...KINDS), at).map(
    ([kind, layout]): Edit =>
      (design) =>
        design.widgets.length < MOST_WIDGETS ? addWidget(design, kind, pick(design.layouts, layout).id).design : design,
  ),
  at.map(
    (widget): Edit =>
      (design) =>
        design.widgets.length > 0 ? removeWidget(design, pick(design.widgets, widget).id) : design,
  ),
  fc.tuple(size, size).map(
    ([width, height]): Edit =>
      (design) =>
        design.layouts.length < MOST_LAYOUTS ? addLayout(design, { width, height }, 'one more').design : design,
  ),
  fc.tuple(at, size, size).map(
    ([layout, width, height]): Edit =>
      (design) =>
        resizeLayout(design, pick(design.layouts, layout).id, { width, height }),
  ),
  at.map(
    (layout): Edit =>
      (design) =>
        removeLayout(design, pick(design.layouts, layout).id),
  ),
  fc.tuple(at, at, far, far, size).map(
    ([layout, widget, x, y, width]): Edit =>
      (design) =>
        design.widgets.length > 0
          ? placeWidget(design, pick(design.layouts, layout).id, pick(design.widgets, widget).id, {
              ...firstBox('bio', { width: 1080, height: 1920 }),
              x,
              y,
              width,
            })
          : design,
  ),
  fc.tuple(at, fc.string({ minLength: 1, maxLength: 80 })).map(
    ([layout, name]): Edit =>
      (design) =>
        changeLayout(design, pick(design.layouts, layout).id, (before) => ({ ...before, name })),
  ),
  fc.tuple(fc.constantFrom(...ALERT_TYPES), fc.boolean()).map(
    ([type, on]): Edit =>
      (design) =>
        changeRule(design, type, { on }),
  ),
);

test('[SU46] after any row of edits the design is one that the server takes, and every box has its widget', () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 40 }), (row) => {
      const design = row.reduce((before, edit) => edit(before), FIRST_DESIGN);
      expect(StageDesign.safeParse(design).error?.issues ?? []).toEqual([]);
      const ids = new Set(design.widgets.map((widget) => widget.id));
      expect(ids.size).toBe(design.widgets.length);
      expect(new Set(design.layouts.map((layout) => layout.id)).size).toBe(design.layouts.length);
      for (const layout of design.layouts) for (const id of Object.keys(layout.boxes)) expect(ids).toContain(id);
    }),
  );
});

test('[SU46] a new layout begins with the boxes of the one nearest in shape, fitted to its size', () => {
  const { design, id } = addLayout(FIRST_DESIGN, { width: 540, height: 960 }, 'half');
  const [tall] = FIRST_DESIGN.layouts;
  const half = design.layouts.find((layout) => layout.id === id);
  expect(half?.boxes['bio']).toEqual({ ...tall?.boxes['bio'], x: 20, y: 407, width: 436, height: 124 });
});

const SIDES = { across: fc.constantFrom('left', 'center', 'right'), down: fc.constantFrom('top', 'center', 'bottom') };
/** Boxes side by side, none over another, as a person would place them. */
const columns = fc.array(fc.record({ y: fc.nat(1200), height: fc.integer({ min: 40, max: 700 }), ...SIDES }), {
  minLength: 1,
  maxLength: 5,
});

test('[SU80] on a layout of another size every box is inside, and those that were apart stay apart', () => {
  fc.assert(
    fc.property(columns, size, size, (rows, width, height) => {
      const { widgets } = FIRST_DESIGN;
      const boxes = Object.fromEntries(
        rows.map((row, index) => [widgets[index]?.id ?? '', { ...row, x: index * 210, width: 200 } as Box]),
      );
      const design = changeLayout(FIRST_DESIGN, 'tall', (before) => ({ ...before, boxes }));
      const after = Object.values(resizeLayout(design, 'tall', { width, height }).layouts[0]?.boxes ?? {});
      expect(after).toHaveLength(rows.length);
      for (const box of after) {
        expect(Math.min(box.x, box.y, width - box.x - box.width, height - box.y - box.height)).toBeGreaterThanOrEqual(
          0,
        );
        expect(box).toMatchObject({ across: expect.any(String), down: expect.any(String) });
      }
      // Below a sixth a box is as small as one may be, and there is no room to stay apart.
      if (Math.min(width / 1080, height / 1920) < 0.5) return;
      for (const [index, box] of after.entries())
        for (const other of after.slice(index + 1)) expect(meet(shrunk(box), other)).toBe(false);
    }),
  );
});

/** Two that touch may share a pixel after rounding. */
const shrunk = (box: Box): Box => ({
  ...box,
  x: box.x + 1,
  y: box.y + 1,
  width: box.width - 2,
  height: box.height - 2,
});

test('[SU80] turned from upright to wide, widgets keep their width and their line, and a name that said the size says the new', () => {
  const wide = resizeLayout(FIRST_DESIGN, 'tall', { width: 1920, height: 1080 }).layouts[0];
  expect(wide).toMatchObject({ id: 'tall', name: '1920 × 1080', canvas: { width: 1920, height: 1080 } });
  expect(wide?.boxes['bio']).toEqual({ x: 71, y: 457, width: 872, height: 140, across: 'left', down: 'bottom' });
  expect(wide?.boxes['alerts']).toMatchObject({ x: 71, y: 361, width: 872, height: 92 });
  const named = changeLayout(FIRST_DESIGN, 'tall', (before) => ({ ...before, name: 'Evening' }));
  expect(resizeLayout(named, 'tall', { width: 720, height: 1280 }).layouts[0]).toMatchObject({
    name: 'Evening',
    boxes: { queue: { x: 27, y: 172, width: 667, height: 48 } },
  });
});

test.each(THEMES)('[SU191] the accent that a brand’s colour begins with is that of the theme %s', (theme) => {
  expect(OWN_ACCENTS[theme]).toBe(tokensOf(theme).get('--plate-accent'));
});

test('[SU82] a box of a widget that another studio has removed changes nothing', () => {
  const box = firstBox('bio', { width: 1080, height: 1920 });
  expect(placeWidget(FIRST_DESIGN, 'tall', 'gone', box)).toBe(FIRST_DESIGN);
});

test('[SU47] each kind of widget, theme, alert and measure can be chosen, and has its words', () => {
  expect([...KINDS].sort()).toEqual([...WIDGET_KINDS].sort());
  expect(Object.keys(OWN_ACCENTS).sort()).toEqual([...THEMES].sort());
  expect([...GOAL_WORDS].sort()).toEqual([...GOAL_MEASURES].sort());
  for (const kind of WIDGET_KINDS) expect([stageEditor.kind[kind], stageEditor.about[kind]]).not.toContain(undefined);
  for (const type of ALERT_TYPES) expect(stageEditor.alerts[type]).toBeTruthy();
});

test('[SU47] a second widget of a kind has a name of its own, and stands whole on a small canvas', () => {
  const { design, id } = addWidget(FIRST_DESIGN, 'bio', 'tall');
  expect(id).toBe('bio-2');
  const small = addLayout(design, { width: 320, height: 200 }, 'small');
  const box = addWidget(small.design, 'goal', small.id).design.layouts.at(-1)?.boxes['goal'];
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
  expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(200);
});

function overlap(one: Box, other: Omit<Box, 'across' | 'down'>): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

test('[SU291] a new widget keeps clear of the face and of what TikTok draws on a canvas of any size', () => {
  for (const [width, height] of [
    [640, 360],
    [1080, 1080],
    [1080, 1920],
    [1920, 1080],
    [2560, 1080],
  ] as const) {
    const canvas = { width, height };
    const first = FIRST_DESIGN.layouts.find((one) => one.canvas.width === width);
    const others = first ? stoodOn(first, FIRST_DESIGN.widgets) : [];
    for (const kind of KINDS) {
      const box = firstBox(kind, canvas, others);
      const zones = safeZones(canvas).filter((zone) => overlap(box, zone));
      expect(
        zones.map(({ name }) => name),
        `${kind} on ${width} × ${height}`,
      ).toEqual([]);
      if (width === 1920)
        expect(
          others.filter((other) => overlap(box, other.box)),
          kind,
        ).toEqual([]);
    }
  }
});

test('[SU47] each added widget stands free of the others and of what TikTok draws, until the canvas is full', () => {
  for (const canvas of [
    { width: 1080, height: 1920 },
    { width: 1920, height: 1080 },
  ]) {
    const empty = addLayout({ ...FIRST_DESIGN, widgets: [], layouts: [] }, canvas, 'new');
    let design = empty.design;
    for (const kind of ['clock', 'discount', 'leaderboard'] as const) design = addWidget(design, kind, empty.id).design;
    const boxes = Object.values(design.layouts.at(-1)?.boxes ?? {});
    expect(boxes).toHaveLength(3);
    for (const [at, box] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
      for (const zone of safeZones(canvas)) expect(overlap(box, zone), zone.name).toBe(false);
    }
  }
});

test('[SU48] [SU258] a colour is read with and without its sign, in six digits or three, and nothing else is one', () => {
  expect([readColour('1F7A8C'), readColour(' #1f7a8c ')]).toEqual(['#1f7a8c', '#1f7a8c']);
  expect([readColour('#0aF'), readColour('123')]).toEqual(['#00aaff', '#112233']);
  expect([readColour('#1234'), readColour('red'), readColour('')]).toEqual([null, null, null]);
});

test('[SU50] each test event is one that the server takes, marked as a test', () => {
  for (const type of ['gift', 'tip', 'subscribe', 'follow', 'share'] as const) {
    const event = testEvent(type, 'test-1', '2026-06-12T18:00:00.000Z', testWords);
    expect(LiveEvent.parse(event)).toMatchObject({ type, source: TEST_SOURCE });
  }
  const fan = testEvent('fan-club', 'test-1', '2026-06-12T18:00:00.000Z', testWords);
  expect(LiveEvent.parse(fan)).toMatchObject({ type: 'subscribe', subscribe: { tier: 'fan-club' } });
});

test('[SU59] an end typed in this machine’s time is read back to the same minute; an empty field is none', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (day) => {
      const wall = localMinute(day.toISOString());
      expect(localMinute(readLocalMinute(wall) ?? '')).toBe(wall);
    }),
  );
  expect(readLocalMinute('')).toBe(null);
});
