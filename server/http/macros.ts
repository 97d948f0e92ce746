import { z } from 'zod';
import { Macro, MacroDraft, MacroOutcome } from '../../shared/macros.ts';
import type { Audit } from '../app/audit.ts';
import type { Macros } from '../app/macros.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const Undo = z.object({ undo: z.literal('1').optional() });
const reads = { access: 'desk' } as const;
const config = { access: 'desk', right: 'settings' } as const;

/** The macros: read by everybody at the desk, changed by who may change settings, performed by who may do each step. */
export function macroRoutes(api: Api, app: { readonly macros: Macros; readonly audit: Audit }): void {
  const { macros, audit } = app;
  const body = MacroDraft;
  api.get(
    '/api/v1/macros',
    { config: reads, schema: { summary: 'By key', response: { 200: z.array(Macro), ...problems } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return macros.list();
    },
  );
  api.post(
    '/api/v1/macros',
    { config, schema: { summary: 'Put steps on a key that is free', body, response: { 201: Macro, ...problems } } },
    async (request, reply) => {
      const made = await macros.add(request.body);
      return isRefusal(made) ? sendRefusal(reply, made) : reply.code(201).send(made);
    },
  );
  api.put(
    '/api/v1/macros/:id',
    {
      config,
      schema: { summary: 'Put another in its place', params: Id, body, response: { 200: Macro, ...problems } },
    },
    async (request, reply) => {
      const kept = await macros.change(request.params.id, request.body);
      return isRefusal(kept) ? sendRefusal(reply, kept) : kept;
    },
  );
  api.delete(
    '/api/v1/macros/:id',
    { config, schema: { summary: 'Take it away', params: Id, response: { 200: z.object({}), ...problems } } },
    async (request, reply) => {
      const done = await macros.remove(request.params.id);
      return isRefusal(done) ? sendRefusal(reply, done) : {};
    },
  );
  api.post(
    '/api/v1/requests/:id/macro',
    {
      config: reads,
      schema: {
        summary: 'Do the steps of a macro in order, up to the first that is refused',
        description:
          'With undo=1 what leaves the house is held for ten seconds, as one act that is undone as any other.',
        params: Id,
        querystring: Undo,
        body: z.object({ macro: z.string().regex(/^[\w-]{1,64}$/) }),
        response: { 200: MacroOutcome, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { caller } = request;
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      const { id } = request.params;
      const done = await macros.perform(id, request.body.macro, caller, request.query.undo === '1');
      if (isRefusal(done)) return sendRefusal(reply, done);
      // Each step is an act of its own in the log, as if it had been done by its own key.
      const person = { id: caller.id, name: caller.name };
      for (const step of done.done) {
        const result = step === done.held?.type ? 'held' : 'done';
        await audit.note({ person, act: `requests.${step}`, object: id, result });
      }
      const { refused } = done;
      if (refused) await audit.note({ person, act: `requests.${refused.step}`, object: id, result: refused.why });
      return done;
    },
  );
}
