import { expect, test } from 'vitest';
import { isOn } from '../../../overlay/stage/widgets/presence.ts';
import { sampleOf } from '../../../server/core/stage/sample.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import { reached } from '../../../shared/goal-reached.ts';
import { testWords } from '../../../shared/locales/en/test-words.ts';
import type { Widget, WidgetOf } from '../../../shared/stage-design.ts';
import type { StageSample } from '../../../shared/stage-view.ts';
import { NO_FIGURES } from '../../../shared/stage-view.ts';
import { emptyView } from '../../overlay/stage/empty-view.ts';

const NOW = Date.parse('2026-11-26T18:00:00.000Z');

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
const board: WidgetOf<'leaderboard'> = { id: 'b', kind: 'leaderboard', span: 'live', rows: 10 };

function sampled(widget: Widget): StageSample {
  const sample = sampleOf(widget, testWords, NOW);
  if (!sample) throw new Error('there is no sample');
  return sample;
}
function figuresOf(widget: Widget) {
  const { figures } = sampled(widget);
  if (!figures) throw new Error('there are no figures');
  return figures;
}

/** As they are when they are added: without a word of the streamer's. */
const WIDGETS: Widget[] = [
  ...FIRST_DESIGN.widgets,
  goal,
  board,
  { id: 'p', kind: 'pinned', title: '', text: '', price: null, address: '' },
  { id: 'd', kind: 'discount', code: '', text: '', endsAt: null },
  { id: 't', kind: 'ticker', lines: [], turnSeconds: 9 },
  { id: 'c', kind: 'clock', shows: 'session' },
];

test.each(WIDGETS.filter(({ kind }) => kind !== 'alerts').map((widget) => [widget.kind, widget] as const))(
  '[ST190] a %s that is tried out has something to show where this show has nothing',
  (_kind, widget) => {
    const empty = { view: emptyView(NOW), figures: NO_FIGURES, certain: true };
    const { view, figures, widget: shown } = sampled(widget);
    const tried = { ...empty, view: { ...empty.view, ...view }, figures: figures ?? empty.figures };
    expect(isOn(shown, tried, NOW)).toBe(true);
    // A goal counts from nothing on.
    expect(isOn(widget, empty, NOW)).toBe(widget.kind === 'goal');
  },
);

test('[ST190] alerts are tried out by an event that goes the whole way', () => {
  expect(sampleOf({ id: 'a', kind: 'alerts', most: 2 }, testWords, NOW)).toBeNull();
});

test('[ST190] what the streamer wrote stays, and a code that has ended holds once more', () => {
  const endsAt = '2026-11-26T17:00:00.000Z';
  const { widget } = sampled({ id: 'd', kind: 'discount', code: 'TEN', text: 'Ten off', endsAt });
  expect(widget).toEqual({
    id: 'd',
    kind: 'discount',
    code: 'TEN',
    text: 'Ten off',
    endsAt: '2026-11-26T19:00:00.000Z',
  });
  const ticker = { id: 't', kind: 'ticker', lines: ['One', 'Two'], turnSeconds: 9 } as const;
  expect(sampled({ ...ticker, lines: [...ticker.lines] }).widget).toEqual({ ...ticker, turnSeconds: 3 });
  const pinned = { id: 'p', kind: 'pinned', title: 'Book', text: '', price: null, address: '' } as const;
  expect(sampled(pinned).widget).toEqual(pinned);
});

test.each(['diamonds', 'money', 'follows', 'subscribes', 'likes', 'bookings'] as const)(
  '[ST191] the sample figures of a goal of %s reach two thirds of its target, with what it began with',
  (measure) => {
    expect(reached({ ...goal, measure }, figuresOf({ ...goal, measure }))).toBe(6_500);
    const ahead = { ...goal, measure, from: 9_000 };
    expect(reached(ahead, figuresOf(ahead))).toBe(9_000);
  },
);

test.each(['live', 'today'] as const)(
  '[ST191] a leaderboard of %s has ten rows of nobody, the first the most',
  (span) => {
    const rows = figuresOf({ ...board, span }).board[span];
    expect(rows.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, place) => `Sample ${place + 1}`));
    const sums = rows.map(({ diamonds }) => diamonds);
    expect(sums).toEqual([...sums].sort((one, other) => other - one));
  },
);
