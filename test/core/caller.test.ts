import { expect, test } from 'vitest';
import { callerOf, networkOf } from '../../server/core/caller.ts';

const trusts = (address: string) => address === '10.0.0.1' || address === '10.0.0.2';

test('[SK163] a forwarded address is believed of trusted proxies alone, and read from its end', () => {
  expect(callerOf('203.0.113.9', '198.51.100.1', trusts)).toBe('203.0.113.9');
  expect(callerOf('10.0.0.1', '', trusts)).toBe('10.0.0.1');
  expect(callerOf('10.0.0.1', '198.51.100.1', trusts)).toBe('198.51.100.1');
  expect(callerOf('10.0.0.1', 'made up, 198.51.100.1, 10.0.0.2', trusts)).toBe('198.51.100.1');
  expect(callerOf('10.0.0.1', '10.0.0.2', trusts)).toBe('10.0.0.2');
});

test('[SK165] limits count an IPv4 address, also as IPv6 writes it, and of IPv6 the network of 64 bits', () => {
  expect(networkOf('::ffff:203.0.113.9')).toBe(networkOf('203.0.113.9'));
  expect(networkOf('203.0.113.9')).not.toBe(networkOf('203.0.113.10'));
  expect(networkOf('2001:db8:0:7::1')).toBe(networkOf('2001:0DB8::7:ffff:ffff:ffff:ffff'));
  expect(networkOf('2001:db8:0:7::1')).not.toBe(networkOf('2001:db8:0:8::1'));
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
});
