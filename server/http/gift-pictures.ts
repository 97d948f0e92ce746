import type { GiftPictures } from '../app/gift-pictures.ts';
import { type Api, sendProblem } from './api.ts';

/** What may be at the end of a path, and by its shape alone is none of ours. */
const KEY = /^[\w-]{22}$/;

/**
 * The pictures of gifts for stages that show them. Without a token, which no picture's address may carry: the path cannot
 * be guessed, and tells nothing but a picture that TikTok shows to everybody.
 */
export function giftPictureRoute(api: Api, { find }: Pick<GiftPictures, 'find'>): void {
  api.get<{ Params: { key: string } }>(
    '/stage/gift/:key',
    { config: { access: 'anyone' }, schema: { hide: true } },
    async (request, reply) => {
      const { key } = request.params;
      const picture = KEY.test(key) ? await find(key) : undefined;
      if (picture === undefined) return sendProblem(reply, 404, 'not-found');
      // Known and not to be had is no error: a browser would log one, and the alert simply has no picture.
      if (picture === null) return reply.code(204).header('cache-control', 'no-store').send();
      return reply
        .type(picture.type)
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(picture.bytes);
    },
  );
}
