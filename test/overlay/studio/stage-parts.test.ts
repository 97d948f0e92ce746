import { expect, test } from 'vitest';
import { stagePartsOf } from '../../../overlay/studio/model/stage-parts.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import type { StageDesign, WidgetOf } from '../../../shared/stage-design.ts';

const GOAL: WidgetOf<'goal'> = {
  ...{ id: 'roses', kind: 'goal', title: 'Roses', measure: 'diamonds', target: 500 },
  ...{ from: 0, currency: 'EUR', milestones: [], call: '' },
};

test('[SU273] goals and layouts of all stages can be named, each once, by their titles', () => {
  const layouts = FIRST_DESIGN.layouts.slice(0, 1).map((one) => ({ ...one, id: 'wide', name: 'Wide' }));
  const one: StageDesign = { ...FIRST_DESIGN, widgets: [GOAL], layouts };
  const other: StageDesign = {
    ...one,
    widgets: [
      { ...GOAL, title: 'Again' },
      { ...GOAL, id: 'own', title: '' },
    ],
  };
  expect(stagePartsOf([one, other])).toEqual({
    goal: [
      { id: 'roses', title: 'Roses', target: 500 },
      { id: 'own', title: '', target: 500 },
    ],
    layout: [{ id: 'wide', title: 'Wide', target: null }],
  });
});
