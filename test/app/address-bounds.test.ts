import { expect, test } from 'vitest';
import { createAddressBounds } from '../../server/app/address-bounds.ts';

const DAY = 24 * 60 * 60_000;

function given() {
  const clock = { now: 1_000_000 };
  return { clock, bounds: createAddressBounds(() => clock.now) };
}

test('[BK170] one network address keeps ten times at once, and another as many; each comes back when it ends or runs out', () => {
  const { clock, bounds } = given();
  for (let hold = 0; hold < 10; hold++) {
    expect(bounds.mayHold('203.0.113.7')).toBe(true);
    bounds.held('203.0.113.7', `hold-${hold}`, clock.now + 1000 + hold);
  }
  expect(bounds.mayHold('203.0.113.7')).toBe(false);
  expect(bounds.mayHold('203.0.113.8')).toBe(true);
  bounds.ended('hold-9');
  expect(bounds.mayHold('203.0.113.7')).toBe(true);
  bounds.held('203.0.113.7', 'hold-10', clock.now + 5000);
  expect(bounds.mayHold('203.0.113.7')).toBe(false);
  clock.now += 1000;
  expect(bounds.mayHold('203.0.113.7')).toBe(true);
});

test('[BK170] addresses of one IPv6 network of 64 bits are one, and an IPv4 address is the same in either writing', () => {
  const { bounds } = given();
  const book = (from: string) => {
    for (let turn = 0; turn < 20; turn++) bounds.booked(from);
  };
  book('2001:db8:0:7::1');
  expect([bounds.mayBook('2001:0db8::7:aaaa:bbbb:cccc:dddd'), bounds.mayBook('2001:db8:0:8::1')]).toEqual([
    false,
    true,
  ]);
  book('::ffff:198.51.100.4');
  expect(bounds.mayBook('198.51.100.4')).toBe(false);
});

test('[BK171] one network address books twenty times in a day by itself, and this machine as often as it likes', () => {
  const { clock, bounds } = given();
  for (let turn = 0; turn < 20; turn++) {
    expect(bounds.mayBook('203.0.113.7')).toBe(true);
    bounds.booked('203.0.113.7');
    bounds.booked(null);
  }
  expect([bounds.mayBook('203.0.113.7'), bounds.mayBook(null), bounds.mayHold(null)]).toEqual([false, true, true]);
  clock.now += DAY;
  expect(bounds.mayBook('203.0.113.7')).toBe(true);
});
