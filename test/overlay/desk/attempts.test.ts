import { expect, test } from 'vitest';
import { type Ask, type Attempt, bodyOf, withAttempts } from '../../../overlay/desk/attempts.ts';
import { held, heldAttempts } from '../../../overlay/desk/held.ts';
import { asked, me, noon } from './sample-request.ts';

let key = 0;
const attempt = (ask: Ask, request = 'r1'): Attempt => ({ key: ++key, request, ask, at: noon });

test('[DP1] a claim is mine at once', () => {
  const [shown] = withAttempts([asked()], [attempt({ type: 'claim' })], me);
  expect(shown?.claim).toMatchObject({ by: 'me', name: 'Mo' });
});

test('[DP1] a reply stands in the thread while it is on its way, and the request waits for the viewer', () => {
  const [shown] = withAttempts([asked()], [attempt({ type: 'reply', text: 'Hello' })], me);
  expect(shown?.messages.at(-1)).toMatchObject({ from: 'creator', text: 'Hello', at: noon });
  expect(shown?.state).toBe('waiting');
});

test('[DP268] what was done is the last change at once, and as long as it waits to be undone', () => {
  const [shown] = withAttempts([asked()], [{ ...attempt({ type: 'accept' }), at: '2026-11-22T12:05:00.000Z' }], me);
  expect(shown?.updatedAt).toBe('2026-11-22T12:05:00.000Z');
  const by = me;
  held.value = [
    {
      ...{ id: 'h', request: 'r1', name: 'Åse', type: 'accept', text: '', starts: [], into: null, by, together: null },
      until: '2026-11-22T12:05:10.000Z',
    },
  ];
  expect(withAttempts([asked()], heldAttempts(me.id), me)[0]?.updatedAt).toBe('2026-11-22T12:05:00.000Z');
});

test('[DP2] without its attempt the request is what it was', () => {
  const request = asked();
  const before = structuredClone(request);
  withAttempts([request], [attempt({ type: 'accept' }), attempt({ type: 'reply', text: 'Hello' })], me);
  expect(withAttempts([request], [], me)).toEqual([before]);
});

test('[DP3] attempts on one request add up in their order, and leave others alone', () => {
  const both = [asked(), asked({ id: 'r2' })];
  const shown = withAttempts(both, [attempt({ type: 'claim' }), attempt({ type: 'accept' })], me);
  expect(shown[0]).toMatchObject({ state: 'booked', claim: null });
  expect(shown[1]).toEqual(both[1]);
});

test('[DP1] each act is sent as the API takes it', () => {
  expect(bodyOf({ type: 'reply', text: 'Hello' })).toEqual({ text: 'Hello' });
  expect(bodyOf({ type: 'offer', starts: [noon] })).toEqual({ starts: [noon] });
  expect(bodyOf({ type: 'accept' })).toEqual({});
});
