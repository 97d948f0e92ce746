import { expect, test } from 'vitest';
import { openKeptDesign } from '../../../server/core/stage/kept-design.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import { StageDesign, Widget } from '../../../shared/stage-design.ts';

test('[SK32] a design that was kept whole opens as it was', () => {
  const design = { ...FIRST_DESIGN, theme: 'bold', accent: '#1f7a8c', css: '.plate { color: red; }' };
  expect(openKeptDesign(design)).toEqual(design);
  expect(openKeptDesign(null)).toEqual(FIRST_DESIGN);
});

test('[SK32] what an older form did not have is filled from the first design, at any depth', () => {
  const { speech: _speech, types, ...alerts } = FIRST_DESIGN.alerts;
  const { sound: _sound, ...gift } = { ...types.gift, least: 99 };
  const older = {
    theme: 'paper',
    widgets: [{ id: 'my-bio', kind: 'bio', offers: false }],
    layouts: [{ id: 'mine', name: 'Mine', canvas: { width: 1080, height: 1920 }, boxes: {} }],
    alerts: { ...alerts, types: { gift }, volume: 0.1 },
    giftTalk: { calls: true },
  };
  expect(openKeptDesign(older)).toEqual({
    ...FIRST_DESIGN,
    theme: 'paper',
    widgets: [{ ...FIRST_DESIGN.widgets[0], id: 'my-bio', offers: false }],
    layouts: [{ ...older.layouts[0], scene: null }],
    alerts: {
      ...FIRST_DESIGN.alerts,
      volume: 0.1,
      types: { ...types, gift: { ...types.gift, least: 99 } },
    },
    giftTalk: { prices: false, calls: true, pictures: false },
  });
});

test('[ST194] a bio card that was kept before it had proofs shows them, one that a script leaves without does not', () => {
  const older = { id: 'my-bio', kind: 'bio', offers: true, skills: false, prices: true, turnSeconds: 9 };
  expect(openKeptDesign({ ...FIRST_DESIGN, widgets: [older] }).widgets).toEqual([{ ...older, proofs: true }]);
  expect(Widget.parse(older)).toEqual({ ...older, proofs: false });
});

test('[SK32] a widget, box, layout or field that cannot be read is left out, and the rest still opens', () => {
  const [bio, booking] = FIRST_DESIGN.widgets;
  const [tall] = FIRST_DESIGN.layouts;
  const opened = openKeptDesign({
    ...FIRST_DESIGN,
    theme: 'of-next-year',
    accent: 'red',
    css: 5,
    widgets: [bio, { id: 'x', kind: 'hologram' }, booking, { ...booking, id: 'bio' }, null, 'text'],
    layouts: [{ ...tall, boxes: { ...tall?.boxes, bio: { x: 'left' }, x: tall?.boxes['bio'] } }, { id: 'wide' }, 7],
    alerts: 'loud',
  });
  expect(opened).toMatchObject({ theme: 'glass', accent: null, css: '', alerts: FIRST_DESIGN.alerts });
  expect(opened.widgets).toEqual([bio, booking]);
  expect(opened.layouts.map(({ id, boxes }) => [id, Object.keys(boxes)])).toEqual([['tall', ['booking']]]);
});

test('[SK32] whatever was kept, what opens is a design', () => {
  const kept: unknown[] = [[], 'text', 5, {}, { widgets: {} }, { layouts: [] }, { widgets: [], layouts: [null] }];
  for (const one of kept) expect(StageDesign.safeParse(openKeptDesign(one)).success).toBe(true);
});
