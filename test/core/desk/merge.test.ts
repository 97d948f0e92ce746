import { expect, test } from 'vitest';
import type { BookingRequest } from '../../../server/core/booking/request.ts';
import { refuse } from '../../../server/core/decision.ts';
import { decideMerge, type Merge, type MergeFacts } from '../../../server/core/desk/merge.ts';
import { givenRequest as given, NOON } from './given-request.ts';

const MO = { id: 'mo', name: 'Mo' };
const CERTAIN: MergeFacts = { samePerson: true, answeredElsewhere: false, title: { en: 'CV check' } };
const merged = (from: Partial<BookingRequest>, into: Partial<BookingRequest>, facts: Partial<MergeFacts> = {}) =>
  decideMerge(given({ id: 'b', ...from }), given({ id: 'a', ...into }), { ...CERTAIN, ...facts }, MO, NOON);

test('[DK214] only what nothing was promised for ends in another: no seat, offer, place in the line or conversation is lost', () => {
  expect(merged({ state: 'waiting' }, { state: 'booked' })).toMatchObject({ from: { state: 'merged', claim: null } });
  for (const state of ['booked', 'offered', 'waitlisted'] as const) {
    expect(merged({ state }, { state: 'new' })).toEqual(refuse('merge-other-way'));
  }
  expect(merged({}, {}, { answeredElsewhere: true })).toEqual(refuse('merge-other-way'));
  for (const state of ['declined', 'done', 'spam', 'merged'] as const) {
    expect(merged({ state }, {})).toEqual(refuse('already-closed'));
    expect(merged({}, { state })).toEqual(refuse('already-closed'));
  }
  expect(merged({}, {}, { samePerson: false })).toEqual(refuse('not-same-person'));
  const other = { claim: { by: 'ann', name: 'Ann', at: NOON } };
  expect(merged(other, {})).toEqual(refuse('claimed-by-other'));
  expect(merged({}, other)).toEqual(refuse('claimed-by-other'));
});

test('[DK215] what nobody has answered there waits here: unread, by the earlier promise, and taken up from being put aside', () => {
  const snooze = { until: NOON + 5, forLive: false };
  const done = merged(
    { answerBy: NOON + 60, unread: true },
    { state: 'waiting', answerBy: null, snooze, unread: false },
  );
  expect((done as Merge).into).toMatchObject({ state: 'new', unread: true, answerBy: NOON + 60 });
  expect((done as Merge).into.snooze).toEqual({ until: NOON, forLive: false });
  expect(merged({ answerBy: NOON + 60 }, { answerBy: NOON + 30 })).toMatchObject({ into: { answerBy: NOON + 30 } });
  for (const state of ['waiting', 'booked', 'offered', 'waitlisted'] as const) {
    const claimed = merged({ unread: false }, { state, snooze, unread: false }) as Merge;
    expect(claimed.into).toMatchObject({ unread: true, snooze: { until: NOON, forLive: false } });
  }
  const quiet = merged({ state: 'waiting', unread: false }, { state: 'waiting', snooze, unread: false }) as Merge;
  expect(quiet.into).toEqual({ unread: false, say: [expect.objectContaining({ text: 'merged', by: MO })] });
});
