import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { actOf, isPanicKey, type Steered, showControl } from '../../../overlay/parts/show-control.ts';
import { heldFetch } from '../held-fetch.ts';

const steered = (change: Partial<Steered['alertControl']>): Steered => ({
  blank: false,
  alertControl: { paused: false, muted: false, skips: 0, clearedSeq: 0, replays: 0, ...change },
});

test('[DP21] a button asks for the act that fits what holds', () => {
  expect(actOf('pause', steered({}))).toBe('pause');
  expect(actOf('pause', steered({ paused: true }))).toBe('resume');
  expect(actOf('mute', steered({ paused: true }))).toBe('mute');
  expect(actOf('mute', steered({ muted: true }))).toBe('unmute');
  for (const button of ['skip', 'replay', 'clear'] as const) {
    expect(actOf(button, steered({ paused: true, muted: true }))).toBe(button);
  }
  expect(actOf('pause', null)).toBe('pause');
});

test('[DP19] the panic key is its chord alone, pressed once', () => {
  const chord = { ctrlKey: true, metaKey: false, shiftKey: true, altKey: false, code: 'KeyB', repeat: false };
  expect(isPanicKey(chord)).toBe(true);
  expect(isPanicKey({ ...chord, ctrlKey: false, metaKey: true })).toBe(true);
  for (const other of [{ ctrlKey: false }, { shiftKey: false }, { altKey: true }, { code: 'KeyN' }, { repeat: true }]) {
    expect([other, isPanicKey({ ...chord, ...other })]).toEqual([other, false]);
  }
});

test('[DP18] that a press did not reach the server is said until the server is reached again', async () => {
  const fresh = signal(true);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')));
  try {
    const control = showControl(() => null, fresh);
    control.turn();
    await vi.waitFor(() => expect(control.refused.value?.why).toBe('offline'));
    fresh.value = false;
    expect(control.refused.value?.why).toBe('offline');
    fresh.value = true;
    expect(control.refused.value).toBe(null);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('[DP324] what is said of the alerts’ buttons is what the last press came to, whichever is answered last', async () => {
  const asked = heldFetch();
  const control = showControl(() => steered({}), signal(true));
  control.press('skip');
  control.press('clear');
  asked[1]?.answer({});
  control.press('replay');
  asked[2]?.answer({ why: 'unavailable' }, 503);
  await vi.waitFor(() => expect(control.refused.value?.why).toBe('unavailable'));
  asked[0]?.answer({ why: 'not-allowed' }, 403);
  control.turn();
  await vi.waitFor(() => expect(asked).toHaveLength(4));
  asked[3]?.answer({});
  control.turn();
  await vi.waitFor(() => expect(asked).toHaveLength(5));
  expect(control.refused.value?.why).toBe('unavailable');
});
