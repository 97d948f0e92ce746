import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import type { Api } from '../../server/http/api.ts';
import { giftPictureRoute } from '../../server/http/gift-pictures.ts';
import { png } from '../pictures/images.ts';

const KEY = 'k'.repeat(22);

/** The route alone, before a store of pictures that answers this and tells what it was asked. */
function given(found: Awaited<ReturnType<Parameters<typeof giftPictureRoute>[1]['find']>>) {
  const asked: string[] = [];
  const api = Fastify();
  giftPictureRoute(api as unknown as Api, {
    find: async (key) => {
      asked.push(key);
      return found;
    },
  });
  onTestFinished(() => api.close());
  return { asked, get: (key: string) => api.inject(`/stage/gift/${key}`) };
}

test('[ST71] a picture is served as what its bytes are, which no browser may take for anything else', async () => {
  const answer = await given({ type: 'image/png', bytes: png(8, 8) }).get(KEY);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(answer.rawPayload).toEqual(png(8, 8));
});

test('[ST71] one that cannot be had is an empty answer, not an error', async () => {
  const answer = await given(null).get(KEY);
  expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([204, '', 'no-store']);
});

test('[ST73] a key that is none is 404, and one of another shape is not even looked for', async () => {
  const { asked, get } = given(undefined);
  expect((await get(KEY)).statusCode).toBe(404);
  for (const key of ['short', `${KEY}k`, '..%2f..%2fsecret%2fkey%2f12']) expect((await get(key)).statusCode).toBe(404);
  expect(asked).toEqual([KEY]);
});
