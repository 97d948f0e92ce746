import { z } from 'zod';
import { PreparedReply, PreparedReplyDraft } from '../../shared/prepared-replies.ts';
import type { PreparedReplies } from '../app/prepared-replies.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const reads = { access: 'desk', right: 'reply' } as const;
const config = { access: 'desk', right: 'settings' } as const;

/** The prepared replies: read by who may reply, changed by who may change settings. */
export function preparedReplyRoutes(api: Api, prepared: PreparedReplies): void {
  const body = PreparedReplyDraft;
  api.get(
    '/api/v1/prepared-replies',
    { config: reads, schema: { summary: 'By name', response: { 200: z.array(PreparedReply), ...problems } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return prepared.list();
    },
  );
  api.post(
    '/api/v1/prepared-replies',
    {
      config,
      schema: {
        summary: 'Add one; a variable that is not known is refused',
        body,
        response: { 201: PreparedReply, ...problems },
      },
    },
    async (request, reply) => {
      const made = await prepared.add(request.body);
      return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
    },
  );
  api.put(
    '/api/v1/prepared-replies/:id',
    {
      config,
      schema: { summary: 'Put another in its place', params: Id, body, response: { 200: PreparedReply, ...problems } },
    },
    async (request, reply) => {
      const kept = await prepared.change(request.params.id, request.body);
      return isRefusal(kept) ? sendRefusal(reply, kept) : kept;
    },
  );
  api.delete(
    '/api/v1/prepared-replies/:id',
    { config, schema: { summary: 'Take it away', params: Id, response: { 200: z.object({}), ...problems } } },
    async (request, reply) => {
      const done = await prepared.remove(request.params.id);
      return isRefusal(done) ? sendRefusal(reply, done) : {};
    },
  );
}
