import { expect, test } from 'vitest';
import { readHeader } from '../../../server/core/pictures/header.ts';
import { jpegWithExif, png, webpHeader } from '../../pictures/given-pictures.ts';

const text = (words: string) => new TextEncoder().encode(words);

test('[BK82] type and size of a picture are read from its header', async () => {
  expect(readHeader(await jpegWithExif(48, 20))).toEqual({ type: 'jpeg', width: 48, height: 20 });
  expect(readHeader(png(31, 17))).toEqual({ type: 'png', width: 31, height: 17 });
  expect(readHeader(webpHeader(4000, 3000, false))).toEqual({ type: 'webp', width: 4000, height: 3000 });
});

test.each<[string, Uint8Array, string]>([
  ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'picture-type'],
  ['GIF', text(`GIF89a${'\0'.repeat(40)}`), 'picture-type'],
  ['a page', text('<!doctype html><script>1</script>'), 'picture-type'],
  ['nothing', new Uint8Array(), 'picture-type'],
  ['a moving PNG', png(4, 4, { moving: true }), 'picture-moving'],
  ['a moving WebP', webpHeader(4, 4, true), 'picture-moving'],
  ['50,000 x 50,000 pixels', png(50_000, 50_000, { hollow: true }), 'picture-too-large'],
  ['one long line', png(10_001, 1, { hollow: true }), 'picture-too-large'],
  ['a WebP of 16,000 x 16,000', webpHeader(16_000, 16_000, false), 'picture-too-large'],
  ['no pixels', png(0, 5, { hollow: true }), 'picture-broken'],
  ['half a PNG header', png(4, 4).subarray(0, 20), 'picture-broken'],
  ['a JPEG that ends at once', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'picture-broken'],
  ['a JPEG of noise', new Uint8Array(64).fill(0xd8).with(0, 0xff), 'picture-broken'],
])('[BK82] %s is refused by its header, without decoding', (_what, bytes, why) => {
  expect(readHeader(bytes)).toBe(why);
});
