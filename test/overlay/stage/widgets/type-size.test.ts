import { expect, test } from 'vitest';
import { addressHeight, addressSize, codeSize } from '../../../../overlay/stage/widgets/type-size.ts';

test.each([
  ['a short one is large', ['a.example', '/@jo'], 600, 54],
  ['one that fits in a line is as large as the line allows', ['lena.example', '/@lena.sample'], 588, 42],
  ['one that is legible in no line has a line for each group', ['lena.example', '/@lena.sample'], 400, 48],
  ['where no group has room it breaks at dots and strokes', ['lena.example', '/@lena.sample'], 200, 42],
  ['a piece that is longer than the box is smaller, not cut in two', ['lena.example', '/@lena.sample'], 140, 30],
  ['nothing is smaller than can be made out', ['lena.example', '/@lena.sample'], 60, 22],
  ['one without a path', ['lena.example'], 300, 42],
] as const)('[ST131] the size of an address: %s', (_, groups, room, size) => {
  expect(addressSize(groups, room)).toBe(size);
});

test.each([
  ['FRESH20', 320, 58],
  ['SOMMER2026', 340, 42],
  ['SOMMERRABATT2026', 320, 36],
])('[ST132] the size of the code %s in %i pixels', (code, room, size) => {
  expect(codeSize(code, room)).toBe(size);
});

test('[ST138] beside a code the address is as large as leaves the plate its height, and capitals count as wide as they are', () => {
  const short = ['book.example', '/c/KAMOR'];
  expect(addressSize(short, 588)).toBe(48);
  expect(addressSize(short, 588, 56)).toBe(42);
  expect(addressSize(short, 588, 46)).toBe(34);
  const long = ['clever-otter-sings.trycloudflare.com', '/c/KAMOR'];
  expect(addressHeight(long, 588, addressSize(long, 588, 91))).toBeLessThanOrEqual(91);
});
