import { expect, test } from 'vitest';
import { heldOnAir, isOn, nextLeaving } from '../../../../overlay/stage/widgets/presence.ts';
import type { Widget, WidgetOf } from '../../../../shared/stage-design.ts';
import type { StageView } from '../../../../shared/stage-view.ts';
import { NO_FIGURES } from '../../../../shared/stage-view.ts';
import { toInstant } from '../../../../shared/time.ts';
import { emptyView } from '../empty-view.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');

const empty = emptyView(noon);
const none = NO_FIGURES;
const featured: WidgetOf<'featured'> = { id: 'f', kind: 'featured', showSeconds: 30 };
const discount: WidgetOf<'discount'> = { id: 'd', kind: 'discount', code: 'TEN', text: '', endsAt: toInstant(noon) };
const withComment: StageView = {
  ...empty,
  featured: { id: '1', kind: 'comment', name: 'Jo', text: 'Hello', at: toInstant(noon) },
};

const quiet: Widget[] = [
  { id: 'a', kind: 'bio', offers: true, skills: true, proofs: false, prices: true, turnSeconds: 9 },
  { id: 'b', kind: 'booking', code: true, nextFree: true },
  { id: 'c', kind: 'queue', names: 3, nowServing: true },
  { id: 'd', kind: 'leaderboard', span: 'live', rows: 3 },
  featured,
  { id: 'e', kind: 'pinned', title: '', text: '', price: null, address: '' },
  { ...discount, endsAt: null, code: '' },
  { id: 'g', kind: 'ticker', lines: ['', ''], turnSeconds: 9 },
  { id: 'h', kind: 'clock', shows: 'session' },
  { id: 'i', kind: 'feed' },
];

test('[ST35] a stage of which nothing is known yet has no plate at all', () => {
  expect(quiet.filter((widget) => isOn(widget, { view: empty, figures: none, certain: true }, noon))).toEqual([]);
  expect(quiet.filter((widget) => isOn(widget, { view: empty, figures: null, certain: true }, noon))).toEqual([]);
});

test('[ST35] a queue that serves somebody is there, though nobody waits, unless it is not to say so', () => {
  const view = { ...empty, queue: { waiting: 0, next: [], nowServing: 'Jo' } };
  const queue: WidgetOf<'queue'> = { id: 'c', kind: 'queue', names: 3, nowServing: true };
  expect(isOn(queue, { view, figures: null, certain: true }, noon)).toBe(true);
  expect(isOn({ ...queue, nowServing: false }, { view, figures: null, certain: true }, noon)).toBe(false);
});

test('[ST35] the state of the feed is there in set-up mode alone', () => {
  const feed: Widget = { id: 'i', kind: 'feed' };
  expect(isOn(feed, { view: { ...empty, setUp: true }, figures: none, certain: true }, noon)).toBe(true);
});

test('[ST30] a featured comment is on for its seconds and wakes the page at their end', () => {
  const facts = { view: withComment, figures: null, certain: true };
  expect(isOn(featured, facts, noon + 29_999)).toBe(true);
  expect(isOn(featured, facts, noon + 30_000)).toBe(false);
  expect(nextLeaving([featured], facts, noon)).toBe(noon + 30_000);
  expect(nextLeaving([featured], facts, noon + 30_000)).toBeNull();
});

test('[ST32] a discount is on until its end, and one without an end wakes nothing', () => {
  const facts = { view: empty, figures: null, certain: true };
  expect(isOn(discount, facts, noon - 1)).toBe(true);
  expect(isOn(discount, facts, noon)).toBe(false);
  expect(nextLeaving([discount, featured], facts, noon - 5)).toBe(noon);
  expect(isOn({ ...discount, endsAt: null }, facts, noon)).toBe(true);
  expect(nextLeaving([{ ...discount, endsAt: null }], facts, noon)).toBeNull();
});

test('[OD12] a code is on air until its time is over, and not while alerts are paused or the server’s word is old', () => {
  const held = { code: 'KFRT', name: 'Ann', until: '2026-11-22T12:10:00Z' };
  const now = Date.parse('2026-11-22T12:00:00Z');
  const codes = (shown: StageView, certain: boolean, at: number) =>
    heldOnAir({ view: shown, certain }, at).map(({ code }) => code);
  const holding = { ...empty, chatHolds: [held] };
  expect(codes(holding, true, now)).toEqual(['KFRT']);
  expect(
    isOn({ id: 'q', kind: 'queue', names: 3, nowServing: true }, { view: holding, figures: null, certain: true }, now),
  ).toBe(true);
  expect(nextLeaving([], { view: holding, figures: null, certain: true }, now)).toBe(Date.parse(held.until));
  expect(codes(holding, true, Date.parse(held.until))).toEqual([]);
  expect(codes(holding, false, now)).toEqual([]);
  expect(codes({ ...holding, alertControl: { ...empty.alertControl, paused: true } }, true, now)).toEqual([]);
  // An address typed as a name is no name for the air, and a code without one helps nobody.
  expect(codes({ ...empty, chatHolds: [{ ...held, name: '' }] }, true, now)).toEqual([]);
});
