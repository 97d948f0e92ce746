import { z } from 'zod';
import { DeskChoice, HeldAct } from '../../shared/desk-team.ts';
import type { DeskChoices } from '../app/desk-choices.ts';
import type { HeldActs } from '../app/held-acts.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const config = { access: 'desk' } as const;

/** Taking back what has not left the house yet, and whether acts wait for that at all. Each for the own person alone. */
export function heldActRoutes(api: Api, app: { readonly held: HeldActs; readonly choices: DeskChoices }): void {
  api.post(
    '/api/v1/requests/:id/undo',
    {
      config,
      schema: {
        summary: 'Take back the own act that has not left the house yet',
        params: Id,
        body: z.object({}).nullish(),
        response: { 200: HeldAct, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { caller } = request;
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      const done = await app.held.undo(request.params.id, caller);
      return isRefusal(done) ? sendRefusal(reply, done) : done;
    },
  );
  api.put(
    '/api/v1/desk-choice',
    {
      config,
      schema: {
        summary: 'Whether the own acts wait to be undone before they leave the house',
        body: DeskChoice,
        response: { 200: DeskChoice, ...problems },
      },
    },
    async (request, reply) => {
      const { caller } = request;
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      await app.choices.choose(caller.id, request.body);
      return request.body;
    },
  );
}
