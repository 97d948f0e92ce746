import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Board, countGiver } from '../../../server/core/live/board.ts';
import { rankBoards, topOf } from '../../../server/core/live/ranking.ts';
import { copyTally, count, newTally } from '../../../server/core/live/tally.ts';
import type { EventOf } from '../../../shared/events.ts';
import { gift } from './events.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');

function boardOf(...gifts: EventOf<'gift'>[]): Board {
  const tally = newTally();
  for (const [at, event] of gifts.entries()) count(tally, { ...event, seq: at + 1 }, noon);
  return tally.board;
}

const rows = (boards: Board[], most = 10) => topOf(boards, most).map(([id, { diamonds }]) => [id, diamonds]);

test('[SK31] the most generous come first, each person once, with all that their gifts are worth', () => {
  const board = boardOf(
    gift(3, { user: 'ida' }),
    gift(2, { user: 'mara', gift: 'heart', diamonds: 5 }),
    gift(5, { user: 'ida', ended: true }),
    gift(1, { user: 'ida', streak: null, diamonds: 2 }),
    gift(1, { user: 'jonas', streak: null, diamonds: 0 }),
  );
  expect(rows([board])).toEqual([
    ['mara', 10],
    ['ida', 7],
  ]);
  expect(rows([board], 1)).toEqual([['mara', 10]]);
});

test('[SK31] a late or repeated message adds only what is above the known, in whatever order', () => {
  const taps = [1, 4, 2, 9, 9, 7].map((total) => gift(total, { user: 'ida' }));
  const more = [3, 1].map((total) => gift(total, { user: 'mara', diamonds: 4 }));
  fc.assert(
    fc.property(fc.shuffledSubarray([...taps, ...more], { minLength: 8 }), (sent) => {
      expect(rows([boardOf(...sent)])).toEqual([
        ['mara', 12],
        ['ida', 9],
      ]);
    }),
  );
});

test('[SK31] a name is the one last seen by the platform’s time, and no message without one takes it away', () => {
  const named = (name: string | undefined, at: string): EventOf<'gift'> => ({
    ...gift(1, { streak: null }),
    at,
    user: { id: 'ida', ...(name === undefined ? {} : { name }) },
  });
  const board = boardOf(
    named('New', '2026-11-22T18:00:09Z'),
    named('Old', '2026-11-22T18:00:01Z'),
    named(undefined, '2026-11-22T18:00:10Z'),
  );
  expect(board.get('ida')).toMatchObject({ name: 'New', diamonds: 3 });
});

test('[SK31] a hundred thousand givers keep no more than half of them, and the most generous are all there', () => {
  const board: Board = new Map();
  for (let at = 0; at < 100_000; at++) {
    const worth = at % 10_000 === 0 ? 1000 + at : 1;
    countGiver(
      board,
      { ...gift(1, { user: `viewer-${at}` }), user: { id: `viewer-${at}`, name: 'n'.repeat(9000) } },
      worth,
    );
  }
  expect(board.size).toBeLessThanOrEqual(50_000);
  expect(rows([board])).toEqual(
    [90, 80, 70, 60, 50, 40, 30, 20, 10, 0].map((k) => [`viewer-${k * 1000}`, 1000 + k * 1000]),
  );
  expect(Math.max(...[...board.values()].map(({ name }) => name.length))).toBeLessThanOrEqual(120);
});

test('[SK31] over some sessions each person is one row, and no board is changed by it', () => {
  const [first, second] = [
    boardOf(gift(3, { user: 'ida' })),
    boardOf(gift(4, { user: 'mara' }), gift(2, { user: 'ida' })),
  ];
  expect(rows([first, second])).toEqual([
    ['ida', 5],
    ['mara', 4],
  ]);
  expect(rows([second, first, new Map()])).toEqual(rows([first, second]));
  expect(rows([first])).toEqual([['ida', 3]]);
  expect(topOf([], 10)).toEqual([]);
});

test('[SK31] a tally that counts on leaves the board of the one that it was copied from', () => {
  const tally = newTally();
  count(tally, { ...gift(3), seq: 1 }, noon);
  const copy = copyTally(tally);
  count(copy, { ...gift(9), seq: 2 }, noon);
  expect(rows([tally.board])).toEqual([['mara', 3]]);
  expect(rows([copy.board])).toEqual([['mara', 9]]);
});

const someBoards = fc.array(
  fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.nat(9))
    .map((sums) => new Map(Object.entries(sums).map(([id, diamonds]) => [id, { name: id, seenAt: noon, diamonds }]))),
  { minLength: 1, maxLength: 3 },
);

test('[SK42] a ranking told who has given has the rows of one made anew, also where a sum has shrunk', () => {
  const gives = fc.array(
    fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), fc.integer({ min: -2, max: 9 }))),
  );
  fc.assert(
    fc.property(someBoards, gives, fc.integer({ min: 1, max: 4 }), (boards, turns, most) => {
      const [mine = new Map()] = boards;
      const ranking = rankBoards(boards, most);
      for (const turn of turns) {
        for (const [id, added] of turn) {
          const diamonds = Math.max(0, (mine.get(id)?.diamonds ?? 0) + added);
          mine.set(id, { name: `${id} ${diamonds}`, seenAt: noon + 1, diamonds });
        }
        ranking.again(turn.map(([id]) => id));
        expect(ranking.rows).toEqual(topOf(boards, most));
      }
    }),
  );
});
