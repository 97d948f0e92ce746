import { expect, test } from 'vitest';
import { allowance, HOUR, type RecentMail } from '../../../server/core/mail/allowance.ts';

const off = { kind: 'cancelled', cause: 'viewer', first: false, vouched: false } as const;
const gone = (kind: RecentMail['kind'], at: number): RecentMail => ({ kind, at, cause: 'viewer' });

test('[ML41] the word that a booking is off goes twice an hour to an address that nobody vouched for; later ones wait', () => {
  const confirmed = [gone('confirmed', 1), gone('confirmed', 2)];
  expect(allowance(off, confirmed)).toBe('send');
  expect(allowance(off, [...confirmed, gone('cancelled', 3)])).toBe('send');
  const two = [...confirmed, gone('cancelled', 3), gone('cancelled', 4)];
  expect(allowance(off, two)).toEqual({ waitUntil: 3 + HOUR });
  expect(allowance({ ...off, vouched: true }, two)).toBe('send');
  // Nor do they keep a confirmation back.
  expect(allowance({ ...off, kind: 'confirmed', first: true }, two.slice(2))).toBe('send');
});
