import { expect, test } from 'vitest';
import { floodsOf, type Unanswered } from '../../../server/core/desk/floods.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const asks = (count: number, make: (at: number) => Partial<Unanswered>): Unanswered[] =>
  Array.from({ length: count }, (_, at) => ({ id: `r${at}`, text: '', email: null, createdAt: NOON, ...make(at) }));
/** Letters that differ from one number to the next: digits do not count. */
const letters = (at: number) => [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

test('[DK107] the same text is one line, whatever numbers and signs a script changes in it', () => {
  const same = asks(25, (at) => ({ text: `Buy followers now!!! ${at}`, email: `v${at}@gmail.com` }));
  const [flood, ...more] = floodsOf(same);
  expect(flood).toMatchObject({ by: 'text', value: 'Buy followers now!!! 0', since: NOON, until: NOON });
  expect(flood?.requests).toHaveLength(25);
  expect(more).toEqual([]);
});

test('[DK107] one domain is one line, but not one where everybody has an address', () => {
  const own = asks(20, (at) => ({ id: `o${at}`, text: `Words of ${letters(at)} here`, email: `v${at}@spam.example` }));
  const everybodys = asks(40, (at) => ({ text: `Other words ${letters(at)} too`, email: `v${at}@GMAIL.com` }));
  expect(floodsOf([...own, ...everybodys]).map(({ by, value }) => [by, value])).toEqual([['domain', 'spam.example']]);
});

test('[DK107] without a contact, what came in one minute is one line; a contact, or another minute, stands by itself', () => {
  const flood = asks(110, (at) => ({ createdAt: NOON + at * 500, text: `Unlike ${letters(at)} the rest` }));
  const real = asks(1, () => ({ id: 'real', email: 'vera@mail.example', text: 'May I ask about my CV?' }));
  const later = asks(1, () => ({ id: 'later', createdAt: NOON + 120_000 }));
  const [found, ...more] = floodsOf([...flood, ...real, ...later]);
  expect(found).toMatchObject({ by: 'minute', value: String(NOON) });
  expect(found?.requests).toHaveLength(110);
  expect(more).toEqual([]);
});

test('[DK107] a spoken code that brings fifty people within its minute is no flood', () => {
  expect(floodsOf(asks(50, (at) => ({ createdAt: NOON + at * 1000, text: `Unlike ${letters(at)} the rest` })))).toEqual(
    [],
  );
});

test('[DK107] nineteen are no flood, and short words are the same by chance', () => {
  expect(floodsOf(asks(19, () => ({ text: 'Buy followers now' })))).toEqual([]);
  const hello = asks(40, (at) => ({ text: 'Hello', email: `v${at}@gmail.com` }));
  expect(floodsOf(hello)).toEqual([]);
});
