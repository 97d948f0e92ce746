import { expect, test } from 'vitest';
import { callerOf } from '../../server/core/caller.ts';

const trusts = (address: string) => address === '10.0.0.1' || address === '10.0.0.2';

test('[SK163] a forwarded address is believed of trusted proxies alone, and read from its end', () => {
  expect(callerOf('203.0.113.9', '198.51.100.1', trusts)).toBe('203.0.113.9');
  expect(callerOf('10.0.0.1', '', trusts)).toBe('10.0.0.1');
  expect(callerOf('10.0.0.1', '198.51.100.1', trusts)).toBe('198.51.100.1');
  expect(callerOf('10.0.0.1', 'made up, 198.51.100.1, 10.0.0.2', trusts)).toBe('198.51.100.1');
  expect(callerOf('10.0.0.1', '10.0.0.2', trusts)).toBe('10.0.0.2');
});
