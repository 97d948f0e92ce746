import { expect, test } from 'vitest';
import { afterAct } from '../../../server/core/stage/alert-control.ts';
import { newsOf } from '../../../server/core/stage/news.ts';
import type { JournalEntry, LiveEvent } from '../../../shared/events.ts';
import { tip, viewer } from '../live/events.ts';

const at = Date.parse('2026-11-22T12:00:00Z');

function subscribe(tier?: string): LiveEvent {
  const plan = tier === undefined ? { months: 1 } : { months: 1, tier };
  return { id: 'one', source: 'test', at: '2026-11-22T12:00:00Z', type: 'subscribe', user: viewer(), subscribe: plan };
}

function shown(event: LiveEvent) {
  const entry: JournalEntry = { ...event, seq: 7 };
  return newsOf({ entries: [entry], grown: [], at }).map(({ moment }) => moment);
}

test('[SK33] a subscription of the tier "fan-club" is shown as that, one of any other tier as a subscription', () => {
  expect(shown(subscribe('fan-club'))).toMatchObject([{ type: 'fan-club', name: 'Mara', seq: 7 }]);
  for (const tier of [undefined, 'Study Circle', 'Fan-Club ']) {
    expect(shown(subscribe(tier))).toMatchObject([{ type: 'subscribe', name: 'Mara' }]);
  }
});

test('[SK33] a tip is shown with its amount and without its message', () => {
  const event = { ...tip(500), tip: { amount: { minor: 500, currency: 'EUR' }, message: 'canary' } } as LiveEvent;
  expect(shown(event)).toMatchObject([{ type: 'tip', amount: { minor: 500, currency: 'EUR' } }]);
  expect(JSON.stringify(shown(event))).not.toContain('canary');
});

test('[SK22] acts on alerts leave what they do not name, and their numbers only rise', () => {
  const first = { paused: false, muted: false, skips: 0, clearedSeq: 0, replays: 0 };
  const after = (['pause', 'mute', 'skip', 'replay', 'clear', 'skip'] as const).reduce(
    (control, act) => afterAct(control, act, 40),
    first,
  );
  expect(after).toEqual({ paused: true, muted: true, skips: 2, clearedSeq: 40, replays: 1 });
  expect(afterAct(after, 'clear', 12).clearedSeq).toBe(40);
  expect(afterAct(afterAct(after, 'resume', 0), 'unmute', 0)).toEqual({ ...after, paused: false, muted: false });
});
