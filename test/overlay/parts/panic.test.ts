import { signal } from '@preact/signals';
import { afterEach, expect, test, vi } from 'vitest';
import { showControl } from '../../../overlay/parts/show-control.ts';

afterEach(() => vi.unstubAllGlobals());

test('[DP90] two presses of the panic key in a row are two acts, one after the other, whatever the view says yet', async () => {
  const sent: boolean[] = [];
  let underWay = 0;
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    underWay += 1;
    expect(underWay).toBe(1);
    sent.push(JSON.parse(init.body).blank);
    await Promise.resolve();
    underWay -= 1;
    return new Response('{}', { status: 200, headers: { 'content-type': 'application/json' } });
  });
  const control = showControl(
    () => ({
      blank: false,
      alertControl: { paused: false, muted: false, skips: 0, clearedSeq: 0, replays: 0 },
    }),
    signal(true),
  );
  control.turn();
  control.turn();
  control.turn();
  await vi.waitFor(() => expect(sent).toEqual([true, false, true]));
});
