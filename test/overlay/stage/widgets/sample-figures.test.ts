import { expect, test } from 'vitest';
import { reached } from '../../../../overlay/stage/widgets/amounts.ts';
import { sampleFigures } from '../../../../overlay/stage/widgets/sample-figures.ts';
import type { Widget, WidgetOf } from '../../../../shared/stage-design.ts';

const goal: WidgetOf<'goal'> = {
  id: 'g',
  kind: 'goal',
  title: 'Camera',
  measure: 'money',
  target: 10_000,
  from: 500,
  currency: 'EUR',
  milestones: [],
  call: '',
};
const named = (key: string, values?: Readonly<Record<string, string | number>>) => `${key} ${values?.['count']}`;
const samplesOf = (widget: Widget) => {
  const figures = sampleFigures(widget, null, named);
  if (!figures) throw new Error('there are no samples');
  return figures;
};

test.each(['diamonds', 'money', 'follows', 'subscribes', 'likes', 'bookings'] as const)(
  '[ST191] the sample figures of a goal of %s reach two thirds of its target, with what it began with',
  (measure) => {
    expect(reached({ ...goal, measure }, samplesOf({ ...goal, measure }))).toBe(6_500);
    const ahead = { ...goal, measure, from: 9_000 };
    expect(reached(ahead, samplesOf(ahead))).toBe(9_000);
  },
);

test.each(['live', 'today'] as const)(
  '[ST191] a leaderboard of %s has ten rows of nobody, the first the most',
  (span) => {
    const rows = samplesOf({ id: 'b', kind: 'leaderboard', span, rows: 10 }).board[span];
    expect(rows.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, place) => `sampleName ${place + 1}`));
    const sums = rows.map(({ diamonds }) => diamonds);
    expect(sums).toEqual([...sums].sort((one, other) => other - one));
  },
);
