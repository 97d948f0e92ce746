import { expect, test } from 'vitest';
import { createGuesses } from '../../server/core/guesses.ts';

const NOON = Date.parse('2026-11-22T12:00:00Z');

test('[PE11] of a thousand guesses from two hundred addresses ten are compared within a quarter of an hour', () => {
  const guesses = createGuesses();
  const compared = Array.from({ length: 1000 }, (_, at) =>
    guesses.take(['account owner', `address 192.0.2.${at % 200}`], NOON + at * 800),
  );
  expect(compared.filter(Boolean)).toHaveLength(10);
  expect(guesses.take(['account owner', 'address x'], NOON + 1000 * 800 + 15 * 60_000)).toBe(true);
});

test('[PE11] one address has ten guesses over all accounts, and the right password takes its own one back', () => {
  const guesses = createGuesses();
  const take = (account: string) => guesses.take([`account ${account}`, 'address one'], NOON);
  for (let at = 0; at < 10; at++) expect(take(`a${at}`)).toBe(true);
  expect(take('a10')).toBe(false);
  guesses.giveBack(['address one']);
  expect(take('a10')).toBe(true);
});
