import { expect, test } from 'vitest';
import { attempted, bodyOf } from '../../../overlay/desk/attempts.ts';
import { isPlaceOf, neighbourOf } from '../../../overlay/desk/neighbours.ts';
import {
  forgetNotes,
  isNoteShown,
  leaveNote,
  noteText,
  putNoteBack,
  setNoteAside,
  writeNote,
} from '../../../overlay/desk/noting.ts';
import { newAbove } from '../../../overlay/desk/rows-above.ts';
import { asked, me, noon } from './sample-request.ts';

test('[DP304] after an act has moved its row the keys go on from the place that it had, past what left the list', () => {
  const place = { before: ['a', 'b'], after: ['d', 'e'] };
  expect(neighbourOf(place, ['a', 'b', 'd', 'e', 'c'], 1)).toBe('d');
  expect(neighbourOf(place, ['new', 'a', 'b', 'e'], 1)).toBe('e');
  expect(neighbourOf(place, ['a', 'd', 'c'], -1)).toBe('a');
  expect(neighbourOf(place, ['c'], 1)).toBeNull();
});

test('[DP278] that place lapses after half a minute, and is that of the row that was acted on alone', () => {
  const place = { before: ['a'], after: ['c'], request: 'b', atMillis: 1000 };
  expect(isPlaceOf(place, 'b', 30_999)).toBe(true);
  expect(isPlaceOf(place, 'b', 31_000)).toBe(false);
  expect(isPlaceOf(place, 'c', 1000)).toBe(false);
  expect(isPlaceOf(null, null, 1000)).toBe(false);
});

test('[DP302] of what stands above the first row in sight that is new which was neither seen nor known', () => {
  const known = new Set(['a', 'b', 'c', 'd']);
  expect(newAbove(['new', 'a', 'b', 'c', 'd'], 3, known)).toBe(1);
  expect(newAbove(['a', 'b', 'c', 'new', 'd'], 2, known)).toBe(0);
  expect(newAbove(['new', 'a'], 0, known)).toBe(0);
});

test('[DP305] a note is shown as the team’s own at once, and changes nothing else of its request', () => {
  const request = asked({ snoozedUntil: '2026-11-22T13:00:00.000Z' });
  const ask = { type: 'note', text: 'Asked twice before' } as const;
  expect(bodyOf(ask)).toEqual({ text: 'Asked twice before' });
  const shown = attempted(request, { key: 1, request: request.id, ask, at: noon }, me);
  expect({ ...shown, messages: [] }).toEqual({ ...request, messages: [] });
  expect(shown.messages.at(-1)).toMatchObject({
    ...{ from: 'system', text: 'note', data: { text: 'Asked twice before', byName: 'Mo' } },
  });
});

test('[DP272] a refused note goes before what was typed since, and what is typed is there again after a look at the reply', () => {
  const shown = (request: string) => [isNoteShown(request), noteText(request)];
  writeNote('a', 'First');
  setNoteAside('a');
  expect(shown('a')).toEqual([false, '']);
  putNoteBack('a', 'First');
  expect(shown('a')).toEqual([true, 'First']);
  setNoteAside('a');
  writeNote('a', 'Second');
  leaveNote('a');
  expect(shown('a')).toEqual([false, 'Second']);
  putNoteBack('a', 'First');
  expect(shown('a')).toEqual([true, 'First\nSecond']);
  forgetNotes();
  expect(shown('a')).toEqual([false, '']);
});
