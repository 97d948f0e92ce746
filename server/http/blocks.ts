import { z } from 'zod';
import { Block, BlockDraft } from '../../shared/blocks.ts';
import type { Blocks } from '../app/blocks.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { requestFor } from '../core/desk/by-rights.ts';
import { type Api, problems, rightsOf, sendRefusal } from './api.ts';
import { DeskAnswer } from './requests.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const config = { access: 'desk', right: 'block' } as const;

/** Who is kept out: by the request they made, with a reason; the list of them; and letting them in again. */
export function blockRoutes(api: Api, app: { readonly blocks: Blocks }): void {
  api.post(
    '/api/v1/requests/:id/block',
    {
      config,
      schema: {
        summary: 'Keep its viewer out by all that is known of them, and put away what is open',
        params: Id,
        body: BlockDraft,
        response: { 200: DeskAnswer, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { caller } = request;
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      const done = await app.blocks.block(request.params.id, request.body.reason, caller);
      return isRefusal(done) ? sendRefusal(reply, done) : requestFor(done, rightsOf(request));
    },
  );
  api.post(
    '/api/v1/blocks',
    {
      config,
      schema: {
        summary: 'Keep out whoever wrote a comment, by its number in the journal',
        body: BlockDraft.extend({ comment: z.int().min(1) }),
        response: { 200: z.object({}), ...problems },
      },
    },
    async (request, reply) => {
      const { caller, body } = request;
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      const done = await app.blocks.blockCommenter(body.comment, body.reason, caller);
      return isRefusal(done) ? sendRefusal(reply, done) : {};
    },
  );
  api.get(
    '/api/v1/blocks',
    { config, schema: { summary: 'Who is kept out', response: { 200: z.array(Block), ...problems } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return app.blocks.list();
    },
  );
  api.delete(
    '/api/v1/blocks/:id',
    {
      config,
      schema: {
        summary: 'Let a viewer in again, and give back what was put away',
        params: Id,
        response: { 200: z.object({}), ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const done = await app.blocks.undo(request.params.id);
      return isRefusal(done) ? sendRefusal(reply, done) : {};
    },
  );
}
