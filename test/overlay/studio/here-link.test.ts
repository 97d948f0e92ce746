import { expect, test } from 'vitest';
import { hereLink } from '../../../overlay/studio/model/here-link.ts';

test('[SU302] a link is made with the address by which the studio is open, where that is one of the network', () => {
  const link = 'http://127.0.0.1:4747/desk?only=scenes#key=abc';
  const here = (origin: string) => ({ origin, hostname: new URL(origin).hostname });
  expect(hereLink(link, here('http://192.168.1.20:4747'))).toBe('http://192.168.1.20:4747/desk?only=scenes#key=abc');
  expect(hereLink(link, here('http://localhost:4747'))).toBe(link);
  expect(hereLink(link, here('http://[::1]:4747'))).toBe(link);
  const open = 'https://creator.example/desk#key=abc';
  expect(hereLink(open, here('http://192.168.1.20:4747'))).toBe(open);
});
