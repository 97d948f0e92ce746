import { expect, test } from 'vitest';
import { isDueForLife } from '../../../server/core/desk/claim.ts';
import { presenceOf } from '../../../server/core/desk/presence.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const MO = { id: 'mo', name: 'Mo' };
const ANN = { id: 'ann', name: 'Ann' };

test('[DK156] each person is at a request once, typing if any of their pages types, and lapses without a word', () => {
  const pages = [
    { person: MO, request: 'b', at: NOON, typingAt: NOON },
    { person: MO, request: 'b', at: NOON + 5_000, typingAt: null },
    { person: MO, request: 'a', at: NOON, typingAt: null },
    { person: ANN, request: 'b', at: NOON + 20_000, typingAt: null },
  ];
  const at = (seconds: number) =>
    presenceOf(pages, NOON + seconds * 1000).map(({ request, id, typing }) => `${request} ${id} ${typing}`);
  expect(at(5)).toEqual(['a mo false', 'b ann false', 'b mo true']);
  expect(at(8)).toEqual(['a mo false', 'b ann false', 'b mo false']);
  expect(at(31)).toEqual(['b ann false', 'b mo false']);
  expect(at(36)).toEqual(['b ann false']);
  expect(at(60)).toEqual([]);
});

test('[DK158] a sign of life is worth keeping for the own claim alone, while it stands, and not each second', () => {
  const claim = { by: MO.id, name: MO.name, at: NOON };
  expect(isDueForLife(claim, MO, NOON + 29_000)).toBe(false);
  expect(isDueForLife(claim, MO, NOON + 30_000)).toBe(true);
  expect(isDueForLife(claim, ANN, NOON + 30_000)).toBe(false);
  expect(isDueForLife(claim, MO, NOON + 121_000)).toBe(false);
  expect(isDueForLife(null, MO, NOON)).toBe(false);
});
