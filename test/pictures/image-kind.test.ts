import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageType } from '../../server/pictures/image-kind.ts';
import { jpeg, png, webp } from './images.ts';

test.each([
  ['a PNG', png(128, 128), 'image/png'],
  ['a PNG of the largest side', png(1024, 1), 'image/png'],
  ['a JPEG', jpeg(300, 200), 'image/jpeg'],
  ['a lossy WebP', webp('VP8 ', 128, 64), 'image/webp'],
  ['a lossless WebP', webp('VP8L', 128, 64), 'image/webp'],
  ['an extended WebP', webp('VP8X', 128, 64), 'image/webp'],
])('[ST72] %s is what its bytes say', (_, bytes, type) => {
  expect(imageType(bytes)).toBe(type);
});

test.each([
  ['a PNG of fifty thousand pixels a side', png(50_000, 50_000)],
  ['a PNG without width', png(0, 10)],
  ['a PNG that moves', png(128, 128, 'acTL')],
  ['a WebP that moves', webp('VP8X', 128, 64, 0x02)],
  ['a WebP that is too wide', webp('VP8X', 1025, 64)],
  ['a JPEG that is too high', jpeg(10, 1025)],
  ['a GIF', Buffer.from('GIF89a'.padEnd(60, '\0'))],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
  ['a page', Buffer.from('<!doctype html>'.padEnd(60, ' '))],
  ['nothing', Buffer.alloc(0)],
])('[ST72] %s is no picture for a stage', (_, bytes) => {
  expect(imageType(bytes)).toBeNull();
});

test('[ST72] no bytes are a fault, cut or made up', () => {
  const whole = [png(9, 9), jpeg(9, 9), webp('VP8 ', 9, 9), webp('VP8L', 9, 9), webp('VP8X', 9, 9)];
  for (const bytes of whole)
    for (let length = 0; length <= bytes.length; length++) imageType(bytes.subarray(0, length));
  fc.assert(
    fc.property(fc.constantFrom(...whole), fc.uint8Array({ maxLength: 80 }), fc.nat(40), (bytes, noise, at) => {
      const broken = Buffer.concat([bytes.subarray(0, at), noise]);
      expect([null, 'image/png', 'image/webp', 'image/jpeg']).toContain(imageType(broken));
    }),
  );
});
