import { expect, test } from 'vitest';
import { readTyped } from '../../../overlay/book/typed.ts';

const NOW = Date.parse('2026-11-26T10:00:00Z');
const TYPED = { name: 'Vera', email: '', message: 'Hi', answers: { topic: 'CV' } };
const kept = (changes: object = {}) => JSON.stringify({ at: NOW, ...TYPED, ...changes });

test('[VP142] what was typed is known for half an hour, as it was written; what is none is as if nothing had been', () => {
  expect(readTyped(kept(), NOW)).toEqual(TYPED);
  expect(readTyped(kept(), NOW + 29 * 60_000)).toEqual(TYPED);
  expect(readTyped(kept(), NOW + 30 * 60_000)).toBeNull();
  for (const wrong of [null, '', '{', '7', '{}', kept({ at: 'now' }), kept({ name: 7 }), kept({ answers: { a: 1 } })])
    expect([wrong, readTyped(wrong, NOW)]).toEqual([wrong, null]);
});
