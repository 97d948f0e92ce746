import { z } from 'zod';
import { DeskViewDraft, KeptDeskView } from '../../shared/kept-desk-views.ts';
import type { DeskViews } from '../app/desk-views.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const config = { access: 'desk' } as const;

/** Views that are kept: the own ones of whoever asks, and everybody's, which need the right to change settings. */
export function deskViewRoutes(api: Api, views: DeskViews): void {
  api.get(
    '/api/v1/desk-views',
    { config, schema: { summary: 'Yours and everybody’s', response: { 200: z.array(KeptDeskView), ...problems } } },
    async ({ caller }, reply) => {
      reply.header('cache-control', 'no-store');
      return caller ? views.of(caller.id) : sendRefusal(reply, refuse('not-signed-in'));
    },
  );
  api.post(
    '/api/v1/desk-views',
    { config, schema: { summary: 'Keep one', body: DeskViewDraft, response: { 201: KeptDeskView, ...problems } } },
    async ({ caller, body }, reply) => {
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      const made = await views.add(body, caller);
      return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
    },
  );
  api.delete(
    '/api/v1/desk-views/:id',
    { config, schema: { summary: 'Take it away', params: Id, response: { 200: z.object({}), ...problems } } },
    async ({ caller, params }, reply) => {
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      const done = await views.remove(params.id, caller);
      return isRefusal(done) ? sendRefusal(reply, done) : {};
    },
  );
}
