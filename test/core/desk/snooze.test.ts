import { expect, test } from 'vitest';
import { decideAct } from '../../../server/core/desk/acts.ts';
import { isSnoozed, wokenBy } from '../../../server/core/desk/snooze.ts';
import { givenRequest, NOON } from './given-request.ts';

const MO = { id: 'mo', name: 'Mo' };
const DAY = 86_400_000;
const until = (at: number) => ({ type: 'snooze', snooze: { until: at, forLive: false } }) as const;

test('[DK170] an open ask is put aside for at most 90 days from now, and its claim is let go of', () => {
  const claimed = givenRequest({ state: 'waiting', claim: { by: MO.id, name: MO.name, at: NOON } });
  expect(decideAct(claimed, until(NOON + 1), MO, NOON)).toEqual({
    snooze: { until: NOON + 1, forLive: false },
    claim: null,
  });
  expect(decideAct(claimed, until(NOON + 90 * DAY), MO, NOON)).not.toHaveProperty('why');
  for (const at of [NOON, NOON - 1, NOON + 90 * DAY + 1])
    expect(decideAct(claimed, until(at), MO, NOON)).toMatchObject({ why: 'bad-input', issues: [{ path: 'until' }] });
});

test('[DK170] what is booked or closed is not put aside, nor what another answers', () => {
  const whyOf = (changes: Parameters<typeof givenRequest>[0]) =>
    decideAct(givenRequest(changes), until(NOON + 1), MO, NOON);
  expect(whyOf({ state: 'booked' })).toMatchObject({ why: 'already-booked' });
  expect(whyOf({ state: 'declined' })).toMatchObject({ why: 'already-closed' });
  expect(whyOf({ claim: { by: 'other', name: 'Other', at: NOON } })).toMatchObject({ why: 'claimed-by-other' });
});

test('[DK171] it is back when its time has come, by the clock alone', () => {
  const aside = givenRequest({ snooze: { until: NOON, forLive: false } });
  expect(isSnoozed(aside, NOON - 1)).toBe(true);
  expect(isSnoozed(aside, NOON)).toBe(false);
});

test('[DK172] any act of the desk but a note takes it up again; a viewer’s brings it back at once', () => {
  const aside = givenRequest({ snooze: { until: NOON + DAY, forLive: true } });
  for (const type of ['claim', 'accept', 'decline', 'spam'] as const)
    expect(decideAct(aside, { type }, MO, NOON)).toMatchObject({ snooze: null });
  expect(decideAct(aside, { type: 'reply', text: 'Hi' }, MO, NOON)).toMatchObject({ snooze: null });
  expect(decideAct(aside, { type: 'offer', starts: [NOON + 1] }, MO, NOON)).toMatchObject({ snooze: null });
  expect(decideAct(aside, { type: 'note', text: 'Later' }, MO, NOON)).not.toHaveProperty('snooze');
  expect(wokenBy(aside, NOON)).toEqual({ snooze: { until: NOON, forLive: false } });
  expect(wokenBy(givenRequest(), NOON)).toEqual({});
  expect(wokenBy(givenRequest({ snooze: { until: NOON - 5, forLive: false } }), NOON)).toEqual({});
});
