import { expect, test } from 'vitest';
import { type AddressBounds, createAddressBounds } from '../../server/app/address-bounds.ts';
import { refuse } from '../../server/core/decision.ts';
import { toInstant } from '../../shared/time.ts';

const DAY = 24 * 60 * 60_000;

function given() {
  const clock = { now: 1_800_000_000_000 };
  const bounds = createAddressBounds(() => clock.now);
  let made = 0;
  const hold = async (from: string | null, instead?: string, lives = 300_000) => {
    const id = `hold-${made++}`;
    const expiresAt = toInstant(clock.now + lives);
    const answer = { id, expiresAt, serverTime: toInstant(clock.now) };
    return (await bounds.hold(from, instead, async () => answer)) === null ? null : id;
  };
  return { clock, bounds, hold };
}

test('[BK170] one network address keeps ten times at once, and another as many; each comes back when it ends or runs out', async () => {
  const { clock, bounds, hold } = given();
  const first = await hold('203.0.113.7', undefined, 1000);
  for (let more = 0; more < 9; more++) expect(await hold('203.0.113.7')).not.toBeNull();
  expect(await hold('203.0.113.7')).toBeNull();
  expect(await hold('203.0.113.8')).not.toBeNull();
  const second = await hold('203.0.113.7', first ?? '');
  expect(second).not.toBeNull();
  expect(await hold('203.0.113.7')).toBeNull();
  bounds.ended(second ?? '');
  expect(await hold('203.0.113.7')).not.toBeNull();
  clock.now += 300_000;
  expect(await hold('203.0.113.7')).not.toBeNull();
});

test('[BK170] many holds of one address at once are no more than ten, and a refused one frees nothing', async () => {
  const { bounds, hold } = given();
  const all = await Promise.all(Array.from({ length: 30 }, () => hold('203.0.113.7')));
  const kept = all.filter((id) => id !== null);
  expect(kept).toHaveLength(10);
  const refused = await bounds.hold('203.0.113.7', kept[0] ?? '', async () => refuse('not-found'));
  expect(refused).toMatchObject({ why: 'not-found' });
  expect(await hold('203.0.113.7')).toBeNull();
});

const book = (bounds: AddressBounds, from: string | null) => bounds.booking(from).take();

test('[BK170] addresses of one IPv6 network of 64 bits are one, and an IPv4 address is the same in either writing', () => {
  const { bounds } = given();
  for (let turn = 0; turn < 20; turn++) book(bounds, '2001:db8:0:7::1');
  expect([book(bounds, '2001:0db8::7:aaaa:bbbb:cccc:dddd'), book(bounds, '2001:db8:0:8::1')]).toEqual([false, true]);
  for (let turn = 0; turn < 20; turn++) book(bounds, '::ffff:198.51.100.4');
  expect(book(bounds, '198.51.100.4')).toBe(false);
});

test('[BK171] one network address books twenty times in a day by itself, and this machine as often as it likes', () => {
  const { clock, bounds } = given();
  for (let turn = 0; turn < 20; turn++) expect([book(bounds, '203.0.113.7'), book(bounds, null)]).toEqual([true, true]);
  expect([book(bounds, '203.0.113.7'), book(bounds, null)]).toEqual([false, true]);
  clock.now += DAY;
  const one = bounds.booking('203.0.113.7');
  expect([one.take(), one.take()]).toEqual([true, true]);
  one.giveBack();
  for (let turn = 0; turn < 20; turn++) expect(book(bounds, '203.0.113.7')).toBe(true);
  expect(book(bounds, '203.0.113.7')).toBe(false);
});
