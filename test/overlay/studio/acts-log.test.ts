import { expect, test } from 'vitest';
import { type LogPart, withMore, withoutSettled } from '../../../overlay/studio/model/acts-log.ts';

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

test('[DP327] what waited to be undone has one line that says what became of it, or that it waits', () => {
  let seq = 100;
  const entry = (act: string, object: string, result: string, id = 'anna') => {
    seq -= 1;
    return { seq, at: '2026-11-22T12:00:00Z', person: { id, name: id }, act, object, result };
  };
  const shown = withoutSettled([
    entry('requests.reply', 'waits', 'held'),
    entry('requests.reply', 'left', 'done'),
    entry('requests.reply', 'of another', 'held'),
    entry('requests.reply', 'left', 'held', 'ben'),
    entry('requests.reply', 'left', 'held'),
    entry('requests.undo', 'back', 'done'),
    entry('requests.decline', 'back', 'held'),
    entry('requests.accept', 'lost', 'slot-taken'),
    entry('requests.accept', 'lost', 'held'),
    entry('requests.accept', 'lost', 'held'),
  ]);
  expect(shown.map(({ act, object, result, person }) => [act.slice(9), object, result, person?.id])).toEqual([
    ['reply', 'waits', 'held', 'anna'],
    ['reply', 'left', 'done', 'anna'],
    ['reply', 'of another', 'held', 'anna'],
    ['reply', 'left', 'held', 'ben'],
    ['undo', 'back', 'done', 'anna'],
    ['decline', 'back', 'undone', 'anna'],
    ['accept', 'lost', 'slot-taken', 'anna'],
    ['accept', 'lost', 'held', 'anna'],
  ]);
});
