import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import type { Connection } from '../../../overlay/connect.ts';
import { design, follow, view } from '../../../overlay/stage/state.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import type { StageView } from '../../../shared/stage-view.ts';

// For good: the page's state lives as long as its module, and draws again when what it waits for is due.
// For good: the page tries again later, and what a test stubs another one takes away.
globalThis.requestAnimationFrame = (draw) => Number(setTimeout(draw, 0));

/** As much of a view as the state reads. */
function viewIn(language: string): StageView {
  const some = {
    stage: { id: 'main', language },
    serverTime: new Date().toISOString(),
    moments: [],
    nextFree: null,
    blank: false,
    alertControl: { paused: false, muted: false, skips: 0, clearedSeq: 0, replays: 0 },
  };
  return some as unknown as StageView;
}

const hears = new Map<string, (value: never) => void>();
const connection: Connection<'stage'> = {
  state: signal('connected'),
  on: (event, listener) => void hears.set(event, listener),
  tell: () => {},
  close: () => {},
};
follow(connection);
const hear = <T>(event: string, value: T) => (hears.get(event) as (value: T) => void)(value);

test('[ST151] a view that comes before the design waits for it', async () => {
  const first = viewIn('en');
  hear('view', first);
  await new Promise((passed) => requestAnimationFrame(() => setTimeout(passed, 0)));
  expect(view.value).toBeNull();
  hear('design', FIRST_DESIGN);
  await vi.waitFor(() => expect(view.value?.serverTime).toBe(first.serverTime));
  expect(design.value).toBe(FIRST_DESIGN);
});

test('[ST20] words that cannot be fetched keep the last view on air, without an error in the log', async () => {
  hear('design', FIRST_DESIGN);
  const show = (next: StageView) => hear('view', next);
  const first = viewIn('en');
  show(first);
  await vi.waitFor(() => expect(view.value?.serverTime).toBe(first.serverTime));
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  try {
    // No such catalogue: its import fails like that of a server that is gone.
    show(viewIn('xx'));
    await new Promise((passed) => setTimeout(passed, 50));
    expect(view.value?.stage.language).toBe('en');
    const later = viewIn('de');
    show(later);
    await vi.waitFor(() => expect(view.value?.stage.language).toBe('de'));
    expect(unhandled).not.toHaveBeenCalled();
  } finally {
    process.off('unhandledRejection', unhandled);
  }
});
