import { expect, test, vi } from 'vitest';
import { createGiftPictures } from '../../server/app/gift-pictures.ts';
import type { Picture } from '../../server/pictures/fetch.ts';

const MEGABYTE = 1024 * 1024;

function given(fetchPicture: (address: string) => Promise<Picture | null>, secret = 'one') {
  const fetched = vi.fn(fetchPicture);
  const clock = { now: 1_000_000 };
  const isFetched = (address: string) => address.startsWith('https://');
  const pictures = createGiftPictures({ secret, clock: () => clock.now, isFetched, fetchPicture: fetched });
  const keyOf = (address: string) => pictures.pathOf(address)?.split('/').at(-1) ?? '';
  return { pictures, fetched, clock, keyOf };
}

const picture = (length = 10): Picture => ({ type: 'image/png', bytes: Buffer.alloc(length) });

test('[ST73] a path names nothing of its picture, is the same after a restart, and another on another server', () => {
  const { pictures } = given(async () => null);
  const path = pictures.pathOf('https://a/rose.png');
  expect(path).toMatch(/^\/stage\/gift\/[\w-]{22}$/);
  expect(given(async () => null).pictures.pathOf('https://a/rose.png')).toBe(path);
  expect(given(async () => null, 'two').pictures.pathOf('https://a/rose.png')).not.toBe(path);
  expect(pictures.pathOf('https://a/crane.png')).not.toBe(path);
  expect(pictures.pathOf('http://a/rose.png')).toBeNull();
});

test('[ST73] a picture is fetched when it is first asked for, once, however many ask at a time and later', async () => {
  const { pictures, fetched, keyOf } = given(async () => picture());
  const key = keyOf('https://a/rose.png');
  expect(fetched).not.toHaveBeenCalled();
  const both = await Promise.all([pictures.find(key), pictures.find(key)]);
  expect([...both, await pictures.find(key)]).toEqual([picture(), picture(), picture()]);
  expect(fetched.mock.calls).toEqual([['https://a/rose.png']]);
});

test('[ST73] a key that nobody was given fetches nothing', async () => {
  const { pictures, fetched } = given(async () => picture());
  expect(await pictures.find('x'.repeat(22))).toBeUndefined();
  expect(fetched).not.toHaveBeenCalled();
});

test('[ST73] one that failed is asked for again after five minutes', async () => {
  const { pictures, fetched, clock, keyOf } = given(async () => null);
  const key = keyOf('https://a/rose.png');
  expect([await pictures.find(key), await pictures.find(key)]).toEqual([null, null]);
  expect(fetched).toHaveBeenCalledTimes(1);
  clock.now += 5 * 60_000;
  fetched.mockResolvedValueOnce(picture());
  expect(await pictures.find(key)).toEqual(picture());
});

test('[ST73] what is kept is bounded by bytes, the first goes first; what is known by number', async () => {
  const { pictures, fetched, keyOf } = given(async () => picture(MEGABYTE));
  const keys = Array.from({ length: 9 }, (_, at) => keyOf(`https://a/${at}.png`));
  for (const key of keys) await pictures.find(key);
  fetched.mockClear();
  await pictures.find(keys[8] ?? '');
  expect(fetched).not.toHaveBeenCalled();
  await pictures.find(keys[0] ?? '');
  expect(fetched).toHaveBeenCalledTimes(1);
  for (let at = 0; at < 1000; at++) keyOf(`https://a/more-${at}.png`);
  expect(await pictures.find(keys[8] ?? '')).toBeUndefined();
});
