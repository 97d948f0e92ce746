import { expect, test } from 'vitest';
import { joined } from '../../server/sockets/joined.ts';

test('[SK162] a frame of joined items holds 500 at most, however many come at once', () => {
  const frames: number[][] = [];
  const all = joined<number>({ keyOf: String, pages: () => 1, send: (items) => void frames.push(items) });
  all.add(Array.from({ length: 1234 }, (_, at) => at));
  all.stop();
  expect(frames.map((frame) => frame.length)).toEqual([500, 500, 234]);
  expect(frames.flat()).toEqual(Array.from({ length: 1234 }, (_, at) => at));
});
