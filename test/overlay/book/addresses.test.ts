import { expect, test } from 'vitest';
import { withAddresses } from '../../../overlay/book/addresses.ts';

test('[VP93] an address in what the creator wrote is one to press, and everything else stays text', () => {
  expect(withAddresses('Join at https://meet.example/abc?x=1, see you (https://a.example/b).')).toEqual([
    'Join at ',
    { href: 'https://meet.example/abc?x=1' },
    ', see you (',
    { href: 'https://a.example/b' },
    ').',
  ]);
  for (const plain of ['javascript:alert(1)', '<a href="x">', 'ftp://a.example', 'data:text/html,x', 'https://', ''])
    expect(withAddresses(plain).every((part) => typeof part === 'string')).toBe(true);
});
