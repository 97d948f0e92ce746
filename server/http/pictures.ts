import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { PictureId } from '../../shared/booking.ts';
import type { Pictures } from '../app/pictures.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

/** What a phone's camera makes is smaller. */
const MOST_BYTES = 10 * 1024 * 1024;
const TYPES = ['image/jpeg', 'image/png', 'image/webp'];

const PictureMade = z.object({ id: PictureId, width: z.int(), height: z.int() });
const Named = z.object({ name: z.string().regex(/^[0-9a-f]{32}\.webp$/) });

/** Uploads and pictures for the owner: what is not published is seen here alone. */
export async function pictureRoutes(api: Api, { pictures }: { pictures: Pictures }): Promise<void> {
  const config = { access: 'owner' } as const;
  // In a scope of its own: no other route reads a body that is not JSON.
  await api.register((scope: Api, _options, done) => {
    scope.addContentTypeParser(TYPES, { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, parsed) =>
      parsed(null, body),
    );
    // By its own claim a picture of another type: it is refused in words and not read.
    scope.addContentTypeParser(/^image\//, (_request, _payload, parsed) => parsed(null, Buffer.alloc(0)));
    scope.post(
      '/api/v1/pictures',
      {
        config,
        bodyLimit: MOST_BYTES,
        schema: {
          summary: 'A JPEG, PNG or WebP as the body, 10 MB at most; encoded anew, without its metadata',
          consumes: TYPES,
          response: { 201: PictureMade, ...problems },
        },
      },
      async (request, reply) => {
        const body: unknown = request.body;
        if (!Buffer.isBuffer(body)) return sendRefusal(reply, refuse('picture-type'));
        const made = await pictures.add(body);
        return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
      },
    );
    done();
  });
  api.get(
    '/api/v1/pictures/:name',
    { config, schema: { summary: 'A picture of the draft, for the owner', params: Named } },
    async (request, reply) => sendPicture(reply, await pictures.own(idOf(request.params.name)), 'private'),
  );
}

/** Pictures of the published bio, for anybody, on both doors. */
export function publicPictureRoutes(api: Api, { pictures }: { pictures: Pictures }): void {
  api.get(
    '/pictures/:name',
    { config: { access: 'anyone' }, schema: { hide: true, params: Named } },
    async (request, reply) => sendPicture(reply, await pictures.published(idOf(request.params.name)), 'public'),
  );
}

/** The name is made of the content, so it may be kept for ever. */
function sendPicture(reply: FastifyReply, picture: { readonly bytes: Uint8Array } | null, who: 'public' | 'private') {
  if (!picture) return sendRefusal(reply, refuse('not-found'));
  return reply
    .type('image/webp')
    .header('cache-control', `${who}, max-age=31536000, immutable`)
    .header('content-disposition', 'inline')
    .send(Buffer.from(picture.bytes));
}

function idOf(name: string): string {
  return name.slice(0, 32);
}
