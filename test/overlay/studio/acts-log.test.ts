import { expect, test } from 'vitest';
import { type LogPart, withMore } from '../../../overlay/studio/model/acts-log.ts';

const part = (next: number | null, ...seqs: number[]): LogPart => ({
  next,
  entries: seqs.map((seq) => ({ seq, at: '2026-11-22T12:00:00Z', person: null, act: 'a', object: '', result: 'done' })),
});

test('[DP280] a second answer to one press for more, or one for an earlier choice, is not added to the log that is shown', () => {
  const shown = part(8, 9, 8);
  const longer = withMore(shown, shown, part(6, 7, 6));
  expect(longer?.entries.map(({ seq }) => seq)).toEqual([9, 8, 7, 6]);
  expect(longer?.next).toBe(6);
  expect(withMore(longer, shown, part(6, 7, 6))).toBeNull();
  expect(withMore(null, shown, part(6, 7, 6))).toBeNull();
});
